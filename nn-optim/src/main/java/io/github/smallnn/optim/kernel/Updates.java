package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * One-pass updates of a parameter w from its gradient g. Scalars come as double and are rounded once to the precision;
 * slots are in the precision of the parameters. All tensors are whole tensors of one size, as those of a
 * {@link io.github.smallnn.graph.ParameterSet} are. Every element moves by itself, so updates may be made that leave out
 * all but some of them. Immutable, any thread.
 */
public interface Updates {

    /**
     * The updates of a precision.
     *
     * @param precision element type
     * @return the loops
     */
    static Updates of(Precision precision) {
        return of(precision, 0, Integer.MAX_VALUE);
    }

    /**
     * The updates of a precision for some elements of each tensor only.
     *
     * @param precision element type
     * @param from first element
     * @param to element after the last; a tensor may end before
     * @return the loops
     */
    static Updates of(Precision precision, int from, int to) {
        return precision == Precision.DOUBLE ? new DoubleUpdates(from, to) : new FloatUpdates(from, to);
    }

    /**
     * D = G + decay W, then W = keep W - rate D.
     *
     * @param rate learning rate
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     */
    void sgd(double rate, double decay, double keep, Tensor w, Tensor g);

    /**
     * D = G + decay W, B = momentum B + share D, then W = keep W - (rateOfGradient D + rateOfBuffer B).
     *
     * @param momentum what is kept of B
     * @param share what B gets of the gradient
     * @param rateOfBuffer step along B
     * @param rateOfGradient step along D
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param b momentum buffer. Modified.
     */
    void momentum(
            double momentum,
            double share,
            double rateOfBuffer,
            double rateOfGradient,
            double decay,
            double keep,
            Tensor w,
            Tensor g,
            Tensor b);

    /**
     * D = G + decay W, M = beta1 M + (1 - beta1) D, V = beta2 V + (1 - beta2) D^2, then W = keep W - size M /
     * (rootScale sqrt(V) + epsilon), with the largest V so far in place of V if there is a place for it.
     *
     * @param size learning rate over the bias correction
     * @param beta1 decay of the mean M
     * @param beta2 decay of the second slot
     * @param rootScale bias correction of the root
     * @param epsilon keeps the divisor from 0
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param m mean of gradients. Modified.
     * @param v mean (Adagrad: sum) of squared gradients. Modified.
     * @param top largest V so far, or null to use V itself. Modified.
     */
    void adam(
            double size,
            double beta1,
            double beta2,
            double rootScale,
            double epsilon,
            double decay,
            double keep,
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v,
            Tensor top);

    /**
     * D, M and V as in {@link #adam}, then W = keep W - (sizeOfGradient D + sizeOfMean M) / (rootScale sqrt(V) +
     * epsilon).
     *
     * @param sizeOfGradient step along D
     * @param sizeOfMean step along M
     * @param beta1 decay of the mean M
     * @param beta2 decay of the second slot
     * @param rootScale bias correction of the root
     * @param epsilon keeps the divisor from 0
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param m mean of gradients. Modified.
     * @param v mean (Adagrad: sum) of squared gradients. Modified.
     */
    void nadam(
            double sizeOfGradient,
            double sizeOfMean,
            double beta1,
            double beta2,
            double rootScale,
            double epsilon,
            double decay,
            double keep,
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v);

    /**
     * D and M as in {@link #adam}, U = max(beta2 U, |D| + inner), then W = keep W - size M / (U + outer); no step
     * where the divisor is 0.
     *
     * @param size learning rate over the bias correction
     * @param beta1 decay of the mean M
     * @param beta2 decay of the second slot
     * @param inner epsilon before the root or the maximum
     * @param outer epsilon after it
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param m mean of gradients. Modified.
     * @param u second slot. Modified.
     */
    void adamax(
            double size,
            double beta1,
            double beta2,
            double inner,
            double outer,
            double decay,
            double keep,
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor u);

    /**
     * D = G + decay W, V = smoothing V + (1 - smoothing) D^2, A likewise of D, S = share D / (sqrt(V - A^2 + inner) +
     * outer), B = momentum B + S, then W = keep W - rate B; without A and B they are 0 and S.
     *
     * @param share what B gets of the gradient
     * @param rate learning rate
     * @param smoothing decay of V
     * @param inner epsilon before the root or the maximum
     * @param outer epsilon after it
     * @param momentum what is kept of B
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param v mean (Adagrad: sum) of squared gradients. Modified.
     * @param a mean of gradients, or null if not centred. Modified.
     * @param b momentum buffer. Modified.
     */
    void rmsProp(
            double share,
            double rate,
            double smoothing,
            double inner,
            double outer,
            double momentum,
            double decay,
            double keep,
            Tensor w,
            Tensor g,
            Tensor v,
            Tensor a,
            Tensor b);

    /**
     * D = G + decay W, V = V + D^2, then W = keep W - rate D / (sqrt(V + inner) + outer).
     *
     * @param rate learning rate
     * @param inner epsilon before the root or the maximum
     * @param outer epsilon after it
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param v mean (Adagrad: sum) of squared gradients. Modified.
     */
    void adagrad(double rate, double inner, double outer, double decay, double keep, Tensor w, Tensor g, Tensor v);

    /**
     * D = G + decay W, V = smoothing V + (1 - smoothing) D^2, S = sqrt(U + epsilon) / sqrt(V + epsilon) D, U likewise
     * of S, then W = keep W - rate S.
     *
     * @param rate learning rate
     * @param smoothing decay of V
     * @param epsilon keeps the divisor from 0
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param v mean (Adagrad: sum) of squared gradients. Modified.
     * @param u second slot. Modified.
     */
    void adadelta(
            double rate,
            double smoothing,
            double epsilon,
            double decay,
            double keep,
            Tensor w,
            Tensor g,
            Tensor v,
            Tensor u);

    /**
     * S grows by plus where G and the gradient before have the same sign and shrinks by minus where they differ; there
     * no step is taken, elsewhere W = W - sign(G) S.
     *
     * @param minus factor where the sign changed
     * @param plus factor where it stayed
     * @param smallest smallest size
     * @param largest largest size
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param old gradient of the step before. Modified.
     * @param s step sizes. Modified.
     */
    void rprop(double minus, double plus, double smallest, double largest, Tensor w, Tensor g, Tensor old, Tensor s);

    /**
     * D = G + decay W, W = keep W - rate sign(beta1 M + (1 - beta1) D), then M = beta2 M + (1 - beta2) D.
     *
     * @param rate learning rate
     * @param beta1 decay of the mean M
     * @param beta2 decay of the second slot
     * @param decay coupled decay
     * @param keep share of W that decoupled decay leaves
     * @param w parameter. Modified.
     * @param g gradient. Not modified.
     * @param m mean of gradients. Modified.
     */
    void lion(double rate, double beta1, double beta2, double decay, double keep, Tensor w, Tensor g, Tensor m);
}
