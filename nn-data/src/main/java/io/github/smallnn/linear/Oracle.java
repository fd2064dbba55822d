package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A trained network held against the closed form: for a network that is linear in effect, how far its coefficients and
 * its mean squared error are from least squares on the same data, and what keeps it there.
 *
 * <pre>{@code
 * Oracle oracle = Oracle.of(model, data);
 * double rate = oracle.descent().orElseThrow().bestRate();
 * System.out.println(oracle);
 * System.out.println(oracle.limit(0.01, 32));
 * }</pre>
 *
 * <p>The optimum has an intercept if the network can learn a constant; a constant that it adds but cannot learn is
 * taken off the targets first. A hidden layer narrower than inputs and outputs may keep a network from it for good. The
 * loss is the mean over rows (by their weights) and outputs. A snapshot: parameters that change later do not change it.
 * Immutable, any thread.
 */
public final class Oracle {
    private final DoubleTensor coef;
    private final double[] intercept;
    private final LinearFit optimum;
    private final double optimalLoss;
    private final double lossGap;
    private final double spread;
    private final Descent descent;
    private final BatchNoise noise;

    private Oracle(AffineValue network, LinearFit optimum, Dataset data, boolean singleLayer) {
        int features = optimum.coef().cols();
        this.optimum = optimum;
        this.coef = DoubleTensor.wrap(new DMatrixRMaj(network.rows().numCols, features));
        this.intercept = new double[network.rows().numCols];
        for (int t = 0; t < intercept.length; t++) {
            intercept[t] = network.rows().get(features, t);
            for (int c = 0; c < features; c++) {
                coef.set(t, c, network.rows().get(c, t));
            }
        }
        double outputs = intercept.length;
        double weight = optimum.centre().weight();
        this.optimalLoss = Metrics.mse().of(optimum.predict(data.inputs()), data.targets(), data.weights());
        this.spread = spread(data);
        DMatrixRMaj factor = DesignGeometry.factor(optimum);
        DMatrixRMaj gap = gap();
        this.lossGap = squares(factor, gap) / (outputs * weight);
        long rows = optimum.centre().rows();
        this.descent = singleLayer ? Descent.of(factor, 2 / (outputs * weight), gap, rows) : null;
        this.noise = BatchNoise.of(optimum, data);
    }

    /**
     * Compares; the columns are called x0, x1, ...
     *
     * @param model a network that is linear in effect, trained or not. Not modified.
     * @param data inputs and targets, with sample weights or without. Not modified.
     * @return the comparison
     * @throws IllegalArgumentException if a node is not linear (the message names it), the data does not fit or has a
     *     NaN or infinity, or the network's coefficients are not finite
     */
    public static Oracle of(Model model, Dataset data) {
        return of(model, data, ColumnNames.numbered(data.inputs().cols()));
    }

    /**
     * Compares.
     *
     * @param model a network that is linear in effect, trained or not. Not modified.
     * @param data inputs and targets, with sample weights or without. Not modified.
     * @param names one name per input column, all different
     * @return the comparison
     * @throws IllegalArgumentException if a node is not linear (the message names it), data or names do not fit, the
     *     data has a NaN or infinity, or the network's coefficients are not finite
     */
    public static Oracle of(Model model, Dataset data, List<String> names) {
        Head.requireFits(model, data);
        AffineValue network = LinearForm.of(model);
        requireFinite(network);
        Dataset open = network.free() ? data : withoutConstant(data, network);
        LinearFit optimum = new LinearRegression(network.free()).fit(open, names);
        return new Oracle(network, optimum, open, SingleLayer.is(model));
    }

    /** The data with what the network adds to every prediction, whatever it learns, taken off the targets. */
    private static Dataset withoutConstant(Dataset data, AffineValue network) {
        Tensor targets = data.targets().to(Precision.DOUBLE);
        int last = network.rows().numRows - 1;
        for (int r = 0; r < targets.rows(); r++) {
            for (int t = 0; t < targets.cols(); t++) {
                targets.set(r, t, targets.get(r, t) - network.rows().get(last, t));
            }
        }
        return new Dataset(data.inputs(), targets, data.weights());
    }

    private static void requireFinite(AffineValue network) {
        if (Arrays.stream(network.rows().data).anyMatch(v -> !Double.isFinite(v))) {
            throw new IllegalArgumentException("the network's coefficients are not finite: its training has diverged;"
                    + " start over with a lower rate");
        }
    }

    /** Loss of predicting the mean (0 without an intercept): the measure of what is small. */
    private double spread(Dataset data) {
        Tensor none = Tensor.zeros(data.targets().precision(), data.rows(), intercept.length);
        for (int r = 0; r < none.rows(); r++) {
            for (int t = 0; t < none.cols(); t++) {
                none.set(r, t, optimum.centre().y()[t]);
            }
        }
        return Metrics.mse().of(none, data.targets(), data.weights());
    }

    /** Network minus optimum: the intercept's row, where there is one, and below it features x outputs. */
    private DMatrixRMaj gap() {
        int first = optimum.centre().fitted() ? 1 : 0;
        DMatrixRMaj gap = new DMatrixRMaj(coef.cols() + first, coef.rows());
        for (int t = 0; t < coef.rows(); t++) {
            if (first == 1) {
                gap.set(0, t, intercept[t] - optimum.intercept().get(0, t));
            }
            for (int c = 0; c < coef.cols(); c++) {
                gap.set(c + first, t, coef.get(t, c) - optimum.coef().get(t, c));
            }
        }
        return gap;
    }

    private static double squares(DMatrixRMaj factor, DMatrixRMaj gap) {
        DMatrixRMaj product = new DMatrixRMaj(factor.numRows, gap.numCols);
        CommonOps_DDRM.mult(factor, gap, product);
        double sum = 0;
        for (double v : product.data) {
            sum += v * v;
        }
        return sum;
    }

    /**
     * The network's coefficients.
     *
     * @return a new tensor of outputs x inputs in double precision
     */
    public Tensor coef() {
        return coef.copy();
    }

    /**
     * The network's constant terms.
     *
     * @return a new tensor of 1 x outputs in double precision
     */
    public Tensor intercept() {
        return Tensor.row(intercept);
    }

    /**
     * Least squares on the same data.
     *
     * @return the optimum
     */
    public LinearFit optimum() {
        return optimum;
    }

    /**
     * The network's coefficients minus the optimal ones. Where columns depend on each other, other coefficients than
     * those of least norm are as good: then a gap here says nothing, and {@link #lossGap()} decides.
     *
     * @return a new tensor of outputs x inputs
     */
    public Tensor coefGap() {
        Tensor gap = coef.copy();
        Tensor best = optimum.coef();
        for (int t = 0; t < gap.rows(); t++) {
            for (int c = 0; c < gap.cols(); c++) {
                gap.set(t, c, gap.get(t, c) - best.get(t, c));
            }
        }
        return gap;
    }

    /**
     * Mean squared error of the network.
     *
     * @return the loss
     */
    public double loss() {
        return optimalLoss + lossGap;
    }

    /**
     * Mean squared error of the optimum.
     *
     * @return the smallest loss that a linear network can have
     */
    public double optimalLoss() {
        return optimalLoss;
    }

    /**
     * What the network's mean squared error is above the optimum, computed from the coefficients: exact also where the
     * two losses agree in all digits.
     *
     * @return 0 or more
     */
    public double lossGap() {
        return lossGap;
    }

    /**
     * How full-batch gradient descent runs from the present parameters.
     *
     * @return rates, contraction and steps if the network is a single trainable linear layer; empty otherwise, as the
     *     curvature then changes with every step
     */
    public Optional<Descent> descent() {
        return Optional.ofNullable(descent);
    }

    /**
     * What the differences between batches add to the loss in the long run at a constant rate; an estimate for small
     * rates and independent batches (shuffled epochs stay below it).
     *
     * @param rate learning rate
     * @param batchSize rows of a batch, at least 1
     * @return the excess over the optimal loss; 0 for full batches
     * @throws IllegalArgumentException if the rate is not positive or the batch size is below 1
     */
    public double noiseFloor(double rate, int batchSize) {
        return noise.excess(rate, batchSize);
    }

    /**
     * What keeps the network from the optimum.
     *
     * @param rate learning rate that it was trained at
     * @param batchSize rows of a batch, at least 1
     * @return the cause and a sentence
     * @throws IllegalArgumentException if the rate is not positive or the batch size is below 1
     */
    public Limit limit(double rate, int batchSize) {
        return new LimitSearch(this, spread).limit(rate, batchSize);
    }

    /** Coefficients of network and optimum side by side, losses, and the rates. */
    @Override
    public String toString() {
        return OracleText.of(this);
    }
}
