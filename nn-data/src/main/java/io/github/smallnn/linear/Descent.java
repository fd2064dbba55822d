package io.github.smallnn.linear;

import java.util.OptionalLong;
import org.ejml.data.DMatrixRMaj;

/**
 * Full-batch gradient descent on the mean squared error of a single linear layer, known in advance: with the curvature
 * {@code H = (2 / (outputs rows)) D'D}, D = [1 X], each step multiplies the distance from the optimum along an
 * eigenvector by {@code 1 - rate lambda}. Directions in which nothing changes the loss are left out: the distance is
 * that from the nearest optimum.
 *
 * <p>Source: S. Boyd and L. Vandenberghe, "Convex Optimization", section 9.3. Immutable, any thread.
 */
public final class Descent {
    private final double[] curvature;
    private final double[] start;

    /** Curvatures in descending order, all positive, and the distance of the start along each. */
    private Descent(double[] curvature, double[] start) {
        this.curvature = curvature;
        this.start = start;
    }

    /**
     * From a matrix that stands for the design.
     *
     * @param factor F with {@code F'F = D'D}
     * @param scale what D'D is multiplied by to give H
     * @param gap distance from the optimum, columns of D x targets
     * @param rows rows of the design, for the judgement of what is rounding
     */
    static Descent of(DMatrixRMaj factor, double scale, DMatrixRMaj gap, long rows) {
        ThinSvd svd = ThinSvd.of(factor);
        int rank = ThinSvd.rank(svd.s(), rows, factor.numCols);
        double[] curvature = new double[rank];
        double[] start = new double[rank];
        for (int i = 0; i < rank; i++) {
            curvature[i] = scale * svd.s()[i] * svd.s()[i];
            for (int t = 0; t < gap.numCols; t++) {
                double along = 0;
                for (int j = 0; j < gap.numRows; j++) {
                    along += svd.v().get(j, i) * gap.get(j, t);
                }
                start[i] = Math.hypot(start[i], along);
            }
        }
        return new Descent(curvature, start);
    }

    /**
     * The rate at which steps begin to grow.
     *
     * @return {@code 2 / lambda max}; infinite if nothing changes the loss
     */
    public double largestStableRate() {
        return curvature.length == 0 ? Double.POSITIVE_INFINITY : 2 / curvature[0];
    }

    /**
     * The constant rate with the best contraction.
     *
     * @return {@code 2 / (lambda min + lambda max)}; infinite if nothing changes the loss
     */
    public double bestRate() {
        return curvature.length == 0 ? Double.POSITIVE_INFINITY : 2 / (curvature[0] + curvature[curvature.length - 1]);
    }

    /**
     * The condition number of H: the square of that of D.
     *
     * @return {@code lambda max / lambda min}, at least 1
     */
    public double conditionNumber() {
        return curvature.length == 0 ? 1 : curvature[0] / curvature[curvature.length - 1];
    }

    /**
     * What the best rate leaves of the distance after each step in the long run.
     *
     * @return {@code (k - 1) / (k + 1)} for the condition number k
     */
    public double bestContraction() {
        double k = conditionNumber();
        return (k - 1) / (k + 1);
    }

    /**
     * What a rate leaves of the distance after each step in the long run.
     *
     * @param rate learning rate
     * @return largest {@code |1 - rate lambda|}; 1 or more if the rate is not stable
     */
    public double contraction(double rate) {
        if (curvature.length == 0) {
            return 0;
        }
        double first = Math.abs(1 - rate * curvature[0]);
        return Math.max(first, Math.abs(1 - rate * curvature[curvature.length - 1]));
    }

    /**
     * Steps from the model's present parameters at the best rate.
     *
     * @param gap distance of all parameters from the optimum that is wanted, relative to the present one; positive
     * @return the number of steps
     * @throws IllegalArgumentException if the gap is not positive
     */
    public long steps(double gap) {
        return steps(curvature.length == 0 ? 1 : bestRate(), gap).orElseThrow();
    }

    /**
     * Steps from the model's present parameters.
     *
     * @param rate learning rate
     * @param gap distance of all parameters from the optimum that is wanted, relative to the present one; positive
     * @return the number of steps; empty if the rate does not get there
     * @throws IllegalArgumentException if the gap is not positive
     */
    public OptionalLong steps(double rate, double gap) {
        if (!(gap > 0)) {
            throw new IllegalArgumentException("the gap wanted must be positive, but is " + gap);
        }
        double now = distance(rate, 0);
        double goal = gap * now;
        if (now <= goal) {
            return OptionalLong.of(0);
        }
        if (!(contraction(rate) < 1)) {
            return OptionalLong.empty();
        }
        long enough = 1;
        while (distance(rate, enough) > goal) {
            enough *= 2;
        }
        long tooFew = enough / 2;
        while (tooFew + 1 < enough) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (distance(rate, middle) > goal) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return OptionalLong.of(enough);
    }

    /** Distance from the optimum after some steps. */
    private double distance(double rate, long steps) {
        double distance = 0;
        for (int i = 0; i < curvature.length; i++) {
            distance = Math.hypot(distance, start[i] * Math.pow(Math.abs(1 - rate * curvature[i]), steps));
        }
        return distance;
    }
}
