package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/**
 * Maximum and mean of channels-first samples under a moving window, channel by channel. Conventions of {@link Kernels}
 * apply; padding takes no part in a maximum and is zero in a mean.
 */
public interface PoolKernels {

    /**
     * Largest element under the window; a NaN counts as largest.
     *
     * @param window the window
     * @param in shape of one sample
     * @param x samples. Not modified.
     * @param y result. Modified.
     */
    void maxPool(Window window, Shape in, Tensor x, Tensor y);

    /**
     * DX = beta DX + the gradients of the result, each at the first of the largest elements under its window.
     *
     * @param window the window
     * @param in shape of one sample
     * @param x samples. Not modified.
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the samples. Modified.
     */
    void maxPoolBackward(Window window, Shape in, Tensor x, Tensor dy, double beta, Tensor dx);

    /**
     * Mean of the elements under the window.
     *
     * @param window the window
     * @param countPadding whether to divide by all taps or by those inside the input
     * @param in shape of one sample
     * @param x samples. Not modified.
     * @param y result. Modified.
     */
    void averagePool(Window window, boolean countPadding, Shape in, Tensor x, Tensor y);

    /**
     * DX = beta DX + the gradients of the result, shared out evenly under their windows.
     *
     * @param window the window
     * @param countPadding whether to divide by all taps or by those inside the input
     * @param in shape of one sample
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the samples. Modified.
     */
    void averagePoolBackward(Window window, boolean countPadding, Shape in, Tensor dy, double beta, Tensor dx);
}
