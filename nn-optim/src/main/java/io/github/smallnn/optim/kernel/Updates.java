package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * One-pass updates of a parameter w from its gradient g. Scalars come as double and are rounded once to the precision;
 * slots are in the precision of the parameters. All tensors are whole tensors of one size, as those of a
 * {@link io.github.smallnn.graph.ParameterSet} are. Stateless, any thread.
 */
public interface Updates {

    /**
     * The updates of a precision.
     *
     * @param precision element type
     * @return the loops
     */
    static Updates of(Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleUpdates() : new FloatUpdates();
    }

    /**
     * W = W - rate (G + decay W).
     *
     * @param rate learning rate
     * @param decay L2 penalty
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     */
    void sgd(double rate, double decay, Tensor w, Tensor g);

    /**
     * D = G + decay W, then B = momentum B + share D, then W = W - rate B, or W - rate (D + momentum B) with Nesterov.
     *
     * @param rate learning rate
     * @param momentum what is kept of B
     * @param share what B gets of the gradient
     * @param nesterov whether to look ahead
     * @param decay L2 penalty
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param b momentum buffer. Modified.
     */
    void momentum(
            double rate, double momentum, double share, boolean nesterov, double decay, Tensor w, Tensor g, Tensor b);

    /**
     * D = G + decay W, M = beta1 M + (1 - beta1) D, V = beta2 V + (1 - beta2) D^2, then
     * W = W - size M / (rootScale sqrt(V) + epsilon), with the largest V so far in place of V if there is a place for it.
     *
     * @param size learning rate over the bias correction of M
     * @param beta1 decay of M
     * @param beta2 decay of V
     * @param rootScale bias correction of the root
     * @param epsilon added to the root
     * @param decay L2 penalty
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param m mean of gradients. Modified.
     * @param v mean of squared gradients. Modified.
     * @param largest largest V so far, or null to use V itself. Modified.
     */
    void adam(
            double size,
            double beta1,
            double beta2,
            double rootScale,
            double epsilon,
            double decay,
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v,
            Tensor largest);
}
