package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** What penalties on parameters add to gradients. All tensors are whole tensors of one size. Stateless, any thread. */
public interface Slopes {

    /**
     * The loops of a precision.
     *
     * @param precision element type
     * @return the loops
     */
    static Slopes of(Precision precision) {
        return precision == Precision.DOUBLE ? DoubleSlopes.LOOPS : FloatSlopes.LOOPS;
    }

    /**
     * G = G + linear W + constant sign(W); the sign of 0 is 0.
     *
     * @param linear slope of a quadratic penalty
     * @param constant slope of an absolute penalty
     * @param w parameter. Not modified.
     * @param g gradient. Modified.
     */
    void add(double linear, double constant, Tensor w, Tensor g);
}
