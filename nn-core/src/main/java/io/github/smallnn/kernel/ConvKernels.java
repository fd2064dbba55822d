package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/**
 * Convolution of channels-first samples by a weight of {@code out x (in / groups * taps)}: row o holds the kernel of
 * output channel o, input channel by input channel, its taps row by row. Group g of the output channels sees group g of the
 * input channels only.
 *
 * <p>Conventions of {@link Kernels} apply. Each sample is one product {@code weight * columns}, where column j holds the
 * inputs under the window at position j, so a row gives the same bits alone and in any batch. Gradients of weight and bias
 * are added up in row order.
 */
public interface ConvKernels {

    /**
     * Y = W * X + bias.
     *
     * @param window the window
     * @param groups number of groups
     * @param in shape of one sample
     * @param x samples. Not modified.
     * @param w weight. Not modified.
     * @param bias 1 x out, or null for none. Not modified.
     * @param y result, one row per sample, channels first. Modified.
     */
    void convolve(Window window, int groups, Shape in, Tensor x, Tensor w, Tensor bias, Tensor y);

    /**
     * Gradient of the samples: DX = beta DX + the columns' gradients W' DY, put back where they came from.
     *
     * @param window the window
     * @param groups number of groups
     * @param in shape of one sample
     * @param w weight. Not modified.
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the samples. Modified.
     */
    void convolveBackwardInput(Window window, int groups, Shape in, Tensor w, Tensor dy, double beta, Tensor dx);

    /**
     * Gradient of the weight: DW = beta DW + the sum over samples of DY columns'.
     *
     * @param window the window
     * @param groups number of groups
     * @param in shape of one sample
     * @param x samples. Not modified.
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old dw
     * @param dw gradient of the weight. Modified.
     */
    void convolveBackwardWeight(Window window, int groups, Shape in, Tensor x, Tensor dy, double beta, Tensor dw);

    /**
     * Gradient of the bias: DB = beta DB + the sums of each channel over positions and samples.
     *
     * @param dy gradient of the result, one row per sample. Not modified.
     * @param beta factor of the old db
     * @param db 1 x channels. Modified.
     */
    void convolveBackwardBias(Tensor dy, double beta, Tensor db);
}
