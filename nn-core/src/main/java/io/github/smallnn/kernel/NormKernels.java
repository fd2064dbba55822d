package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Tensor;

/**
 * Loops of normalisation, over the values of a row or over the values of a channel in all rows; conventions as in
 * {@link Kernels}. A row of {@code cols} values and c channels holds c runs of {@code cols / c} values each, one run per
 * channel; what belongs to a channel is 1 x c. Stateless, any thread.
 */
public interface NormKernels {

    /**
     * Every row to mean 0 and variance 1: Y = (X - mean) RSTD, RSTD = 1 / sqrt(variance + eps), the variance divided by n.
     *
     * @param eps what is added to the variance
     * @param x rows x n. Not modified.
     * @param y result of the same size. Modified.
     * @param rstd rows x 1. Modified.
     */
    void rowNorm(double eps, Tensor x, Tensor y, Tensor rstd);

    /**
     * DX = beta DX + RSTD (DY - mean(DY) - Y mean(Y DY)) row by row.
     *
     * @param y output of {@link #rowNorm}. Not modified.
     * @param rstd what it left. Not modified.
     * @param dy gradient of y. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of x. Modified.
     */
    void rowNormBackward(Tensor y, Tensor rstd, Tensor dy, double beta, Tensor dx);

    /**
     * Mean and variance (divided by n) of every channel; sums run over rows and, within a row, over the channel's run.
     *
     * @param x rows x (c runs). Not modified.
     * @param mean 1 x c. Modified.
     * @param variance 1 x c. Modified.
     */
    void channelMoments(Tensor x, Tensor mean, Tensor variance);

    /**
     * RSTD = 1 / sqrt(variance + eps).
     *
     * @param eps what is added
     * @param variance 1 x c. Not modified unless it is rstd.
     * @param rstd 1 x c; may be the variance. Modified.
     */
    void inverseRoot(double eps, Tensor variance, Tensor rstd);

    /**
     * Y = (X - mean) rstd weight + bias.
     *
     * @param x rows x (c runs). Not modified.
     * @param mean 1 x c. Not modified.
     * @param rstd 1 x c. Not modified.
     * @param weight 1 x c, or null for 1. Not modified.
     * @param bias 1 x c, or null for 0. Not modified.
     * @param y result of the size of x. Modified.
     */
    void channelNorm(Tensor x, Tensor mean, Tensor rstd, Tensor weight, Tensor bias, Tensor y);

    /**
     * Per channel, the sums of DY and of DY (X - mean) rstd: the gradients of bias and weight.
     *
     * @param x rows x (c runs). Not modified.
     * @param mean 1 x c. Not modified.
     * @param rstd 1 x c. Not modified.
     * @param dy gradient of the result of {@link #channelNorm}. Not modified.
     * @param ofBias 1 x c. Modified.
     * @param ofWeight 1 x c. Modified.
     */
    void channelSums(Tensor x, Tensor mean, Tensor rstd, Tensor dy, Tensor ofBias, Tensor ofWeight);

    /**
     * DX = beta DX + weight rstd DY, for a mean and a variance that do not depend on x.
     *
     * @param rstd 1 x c. Not modified.
     * @param weight 1 x c, or null for 1. Not modified.
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of x. Modified.
     */
    void channelScale(Tensor rstd, Tensor weight, Tensor dy, double beta, Tensor dx);

    /**
     * DX = beta DX + weight rstd (DY - (ofBias + xhat ofWeight) / n), xhat = (X - mean) rstd, for the moments of x itself.
     *
     * @param x rows x (c runs). Not modified.
     * @param mean 1 x c. Not modified.
     * @param rstd 1 x c. Not modified.
     * @param weight 1 x c, or null for 1. Not modified.
     * @param dy gradient of the result. Not modified.
     * @param ofBias what {@link #channelSums} gave. Not modified.
     * @param ofWeight what {@link #channelSums} gave. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of x. Modified.
     */
    void channelNormBackward(
            Tensor x,
            Tensor mean,
            Tensor rstd,
            Tensor weight,
            Tensor dy,
            Tensor ofBias,
            Tensor ofWeight,
            double beta,
            Tensor dx);
}
