package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** The gradient of a batch from those of its shards. All tensors are whole tensors of one size. Stateless, any thread. */
public interface GradientSum {

    /**
     * The loops of a precision.
     *
     * @param precision element type
     * @return the loops
     */
    static GradientSum of(Precision precision) {
        return precision == Precision.DOUBLE ? DoubleGradientSum.LOOPS : FloatGradientSum.LOOPS;
    }

    /**
     * X0 = (X0 + X1 + ... ) factor for some elements, added from left to right.
     *
     * @param factor what the sum is multiplied by, rounded once to the precision
     * @param shares X0, X1, ... and perhaps more. The first is modified.
     * @param count how many of them are added, at least 1
     * @param from first element
     * @param to element after the last
     */
    void reduce(double factor, Tensor[] shares, int count, int from, int to);
}
