package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * What clipping does with a gradient. Sums are taken in double in either precision. All tensors are whole tensors.
 * Stateless, any thread.
 */
public interface Gradients {

    /**
     * The loops of a precision.
     *
     * @param precision element type
     * @return the loops
     */
    static Gradients of(Precision precision) {
        return precision == Precision.DOUBLE ? DoubleGradients.LOOPS : FloatGradients.LOOPS;
    }

    /**
     * Sum of |x|^p over all elements.
     *
     * @param p the power, above 0
     * @param x gradient. Not modified.
     * @return the sum
     */
    double powers(double p, Tensor x);

    /**
     * Largest |x|, NaN if there is one.
     *
     * @param x gradient. Not modified.
     * @return the maximum
     */
    double largest(Tensor x);

    /**
     * X = factor X.
     *
     * @param factor factor
     * @param x gradient. Modified.
     */
    void scale(double factor, Tensor x);

    /**
     * X = min(max(X, -limit), limit); a NaN stays one.
     *
     * @param limit largest size
     * @param x gradient. Modified.
     */
    void clamp(double limit, Tensor x);
}
