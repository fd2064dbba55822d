package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.op.Activation;
import io.github.smallnn.op.AxisSoftmax;
import io.github.smallnn.op.Softmax;

/**
 * Activations beyond the everyday ones of {@link Layers}. Each keeps the shape and acts element by element unless it says
 * otherwise; at a kink the derivative is PyTorch's. All results are immutable, any thread.
 */
public final class Activations {
    private Activations() {}

    /**
     * {@link #elu(double)} with alpha 1.
     *
     * @return the layer
     */
    public static Layer elu() {
        return elu(1);
    }

    /**
     * y = x for x above 0, else alpha (exp(x) - 1). Source: Clevert et al., 2015.
     *
     * @param alpha minus the limit at minus infinity; the derivative at 0 is alpha
     * @return the layer
     * @throws IllegalArgumentException if alpha is not finite
     */
    public static Layer elu(double alpha) {
        finite("elu alpha", alpha);
        return of(Unary.ELU, alpha, 0);
    }

    /**
     * {@link #celu(double)} with alpha 1.
     *
     * @return the layer
     */
    public static Layer celu() {
        return celu(1);
    }

    /**
     * y = x for x above 0, else alpha (exp(x / alpha) - 1), which has no kink for any alpha. Source: Barron, 2017.
     *
     * @param alpha minus the limit at minus infinity, not 0
     * @return the layer
     * @throws IllegalArgumentException if alpha is 0 or not finite
     */
    public static Layer celu(double alpha) {
        finite("celu alpha", alpha);
        if (alpha == 0) {
            throw new IllegalArgumentException("celu alpha must not be 0");
        }
        return of(Unary.CELU, alpha, 0);
    }

    /**
     * y = 1.0507 x for x above 0, else 1.0507 * 1.6733 (exp(x) - 1): the ELU that keeps mean 0 and variance 1. Source:
     * Klambauer et al., 2017; meant for LeCun normal weights.
     *
     * @return the layer
     */
    public static Layer selu() {
        return of(Unary.SELU, 0, 0);
    }

    /**
     * y = x Phi(x), Phi the standard normal distribution function. Source: Hendrycks and Gimpel, 2016.
     *
     * @return the layer
     */
    public static Layer gelu() {
        return of(Unary.GELU, 0, 0);
    }

    /**
     * y = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2, the approximation of {@link #gelu()} that many published
     * weights were trained with.
     *
     * @return the layer
     */
    public static Layer geluTanh() {
        return of(Unary.GELU_TANH, 0, 0);
    }

    /**
     * y = x / (1 + exp(-x)), also called swish. Source: Elfwing et al., 2017.
     *
     * @return the layer
     */
    public static Layer silu() {
        return of(Unary.SILU, 0, 0);
    }

    /**
     * y = x tanh(log(1 + exp(x))). Source: Misra, 2019.
     *
     * @return the layer
     */
    public static Layer mish() {
        return of(Unary.MISH, 0, 0);
    }

    /**
     * {@link #hardtanh(double, double)} between -1 and 1.
     *
     * @return the layer
     */
    public static Layer hardtanh() {
        return hardtanh(-1, 1);
    }

    /**
     * y = x between two bounds, else the nearer bound; the derivative is 0 at both.
     *
     * @param min lower bound
     * @param max upper bound
     * @return the layer
     * @throws IllegalArgumentException unless min is below max and both are finite
     */
    public static Layer hardtanh(double min, double max) {
        finite("hardtanh min", min);
        finite("hardtanh max", max);
        if (!(min < max)) {
            throw new IllegalArgumentException("hardtanh needs min below max, but got " + min + " and " + max);
        }
        return of(Unary.HARDTANH, min, max);
    }

    /**
     * y = x between 0 and 6, else the nearer bound; the derivative is 0 at both.
     *
     * @return the layer
     */
    public static Layer relu6() {
        return hardtanh(0, 6);
    }

    /**
     * y = (x + 3) / 6 between 0 and 1, else the nearer bound; the derivative is 0 at both.
     *
     * @return the layer
     */
    public static Layer hardsigmoid() {
        return of(Unary.HARDSIGMOID, 0, 0);
    }

    /**
     * y = x hardsigmoid(x). Source: Howard et al., 2019.
     *
     * @return the layer
     */
    public static Layer hardswish() {
        return of(Unary.HARDSWISH, 0, 0);
    }

    /**
     * y = x / (1 + |x|).
     *
     * @return the layer
     */
    public static Layer softsign() {
        return of(Unary.SOFTSIGN, 0, 0);
    }

    /**
     * {@link #softshrink(double)} with lambda 0.5.
     *
     * @return the layer
     */
    public static Layer softshrink() {
        return softshrink(0.5);
    }

    /**
     * y = x - lambda above lambda, x + lambda below -lambda, else 0; the derivative is 0 at both kinks.
     *
     * @param lambda half the width of the flat part, 0 or more
     * @return the layer
     * @throws IllegalArgumentException if lambda is negative or not finite
     */
    public static Layer softshrink(double lambda) {
        finite("softshrink lambda", lambda);
        if (lambda < 0) {
            throw new IllegalArgumentException("softshrink lambda must be 0 or more, but is " + lambda);
        }
        return of(Unary.SOFTSHRINK, lambda, 0);
    }

    /**
     * y = x - tanh(x).
     *
     * @return the layer
     */
    public static Layer tanhshrink() {
        return of(Unary.TANHSHRINK, 0, 0);
    }

    /**
     * y = -log(1 + exp(-x)), the logarithm of the sigmoid, without overflow.
     *
     * @return the layer
     */
    public static Layer logSigmoid() {
        return of(Unary.LOG_SIGMOID, 0, 0);
    }

    /**
     * y = exp(x) / sum(exp(x)) over one axis of a sample.
     *
     * @param axis the axis, from 0; PyTorch's dim is one more, since it counts the batch
     * @return the layer
     * @throws IllegalArgumentException if the axis is negative
     */
    public static Layer softmax(int axis) {
        return overAxis(false, axis);
    }

    /**
     * y = x - log(sum(exp(x))) over one axis of a sample.
     *
     * @param axis the axis, from 0; PyTorch's dim is one more, since it counts the batch
     * @return the layer
     * @throws IllegalArgumentException if the axis is negative
     */
    public static Layer logSoftmax(int axis) {
        return overAxis(true, axis);
    }

    private static Layer overAxis(boolean log, int axis) {
        if (axis < 0) {
            throw new IllegalArgumentException("softmax axis must be an axis of a sample, from 0, but is " + axis);
        }
        return x -> x.apply(axis == x.shape().rank() - 1 ? new Softmax(log) : new AxisSoftmax(log, axis));
    }

    /**
     * y = exp(x) / sum(exp(x)) over the rows of the batch, PyTorch's dim 0. A row's output then depends on the others, so a
     * batch cannot come in parts.
     *
     * @return the layer
     */
    public static Layer softmaxOverBatch() {
        return x -> x.apply(new AxisSoftmax(false, AxisSoftmax.BATCH));
    }

    private static Layer of(Unary f, double p, double q) {
        Activation op = new Activation(f, p, q);
        return x -> x.apply(op);
    }

    private static void finite(String name, double v) {
        if (!Double.isFinite(v)) {
            throw new IllegalArgumentException(name + " must be finite, but is " + v);
        }
    }
}
