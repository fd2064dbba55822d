package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Tensor;

/**
 * A dense layer as a link of a {@link Chain}: y = f(x W + b), and the gradients of W, b and x from that of y.
 *
 * @param first whether x is a window that moves from batch to batch; else it is the buffer of the link before
 * @param x input
 * @param w weight, in x out
 * @param bias bias, or null
 * @param f activation, computed from y alone in the backward pass
 * @param p first parameter of f
 * @param q second parameter of f
 * @param y output
 * @param dy gradient of y, which the next link writes
 * @param dz gradient before the activation; dy itself for the identity
 * @param dw gradient of w
 * @param dbias gradient of the bias, or null
 * @param dx gradient of x, or null where nobody needs it
 * @param capacity largest number of rows
 * @param next the link behind this one
 */
public record DenseLink(
        boolean first,
        Tensor x,
        Tensor w,
        Tensor bias,
        Unary f,
        double p,
        double q,
        Tensor y,
        Tensor dy,
        Tensor dz,
        Tensor dw,
        Tensor dbias,
        Tensor dx,
        int capacity,
        Chain next) {}
