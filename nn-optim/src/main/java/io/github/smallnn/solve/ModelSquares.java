package io.github.smallnn.solve;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.tensor.Tensor;

/**
 * The mean squared error of a network over all rows of a dataset as a sum of squares: with prediction y, target t, sample
 * weight s and D the sum of s over all elements, the residuals are sqrt(s / D) (y - t). Confined.
 */
public final class ModelSquares implements SquaresObjective {
    /*
     * A row of the Jacobian is one backward sweep of a batch of one: the gradient of a single error. A network this small is
     * cheap to sweep; the products of the rows, which the solver forms from whole blocks, cost more from about a hundred
     * parameters on.
     */
    private final ModelObjective loss;
    private final Backprop[] sessions;
    private final ParameterSet bound;
    private final Dataset data;
    private final double[] scales;
    private final double[] gradient;
    private final Tensor input;
    private final Tensor target;

    private ModelSquares(Model model, Dataset data) {
        this.loss = ModelObjective.of(model, Losses.mse(), data);
        if (loss.session().couplingPath() != null) {
            throw new IllegalArgumentException(loss.session().couplingPath()
                    + ": this op couples the rows of a batch, so that an error depends on all rows; use L-BFGS");
        }
        this.data = loss.data();
        this.bound = model.parameters().copy();
        this.gradient = new double[bound.count()];
        this.scales = scales(this.data);
        this.sessions = new Backprop[this.data.targets().cols()];
        for (int k = 0; k < sessions.length; k++) {
            sessions[k] = model.network().backprop(bound, error(k, sessions.length), 1);
        }
        this.input = Tensor.window(bound.precision(), this.data.inputs().cols());
        this.target = Tensor.window(bound.precision(), sessions.length);
    }

    private static Loss error(int k, int of) {
        Loss one = (p, t) -> of == 1 ? p.minus(t) : p.minus(t).slice(k, k + 1);
        return one.reduced(Reduction.SUM);
    }

    private static double[] scales(Dataset data) {
        double[] scales = new double[data.rows()];
        double total = 0;
        for (int r = 0; r < scales.length; r++) {
            scales[r] = data.weights() == null ? 1 : data.weights().get(r, 0);
            if (scales[r] < 0) {
                throw new IllegalArgumentException("sample weight of row " + r + " is " + scales[r]
                        + "; a sum of squares needs weights of at least 0");
            }
            total += scales[r] * data.targets().cols();
        }
        for (int r = 0; r < scales.length; r++) {
            scales[r] = Math.sqrt(scales[r] / total);
        }
        return scales;
    }

    /**
     * The squared error of a model's network.
     *
     * @param model network and layout of the parameters. Not modified.
     * @param data all rows; converted to the precision of the parameters. Not modified.
     * @return the objective
     * @throws IllegalArgumentException if the data does not fit the network, has a NaN, an infinity or a negative weight, or
     *     an op couples the rows of a batch
     */
    public static ModelSquares of(Model model, Dataset data) {
        return new ModelSquares(model, data);
    }

    @Override
    public double evaluate(ParameterSet at, ParameterSet gradientThere) {
        return loss.evaluate(at, gradientThere);
    }

    @Override
    public int count() {
        return Math.multiplyExact(data.rows(), sessions.length);
    }

    @Override
    public double residuals(ParameterSet at, double[] residuals) {
        loss.sweep(at, residuals);
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] *= scales[i / sessions.length];
            sum += residuals[i] * residuals[i];
        }
        return sum;
    }

    @Override
    public void jacobian(ParameterSet at, int from, int rows, double[] block) {
        bound.assign(at);
        for (int i = 0; i < rows; i++) {
            int row = (from + i) / sessions.length;
            Backprop session = sessions[(from + i) % sessions.length];
            input.rebind(data.inputs(), row, 1);
            target.rebind(data.targets(), row, 1);
            session.position(0, row);
            session.evaluate(input, target, null);
            session.gradients().copyTo(gradient);
            int at0 = i * gradient.length;
            for (int j = 0; j < gradient.length; j++) {
                block[at0 + j] = scales[row] * gradient[j];
            }
        }
    }
}
