package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Tensor;

/**
 * Loops along an axis other than the last: slopes per channel, softmax down a column, rows of a table; conventions as in
 * {@link Kernels}. A row of {@code cols} values and c channels holds c runs of {@code cols / c} values each. Stateless, any
 * thread.
 */
public interface AxisKernels {

    /**
     * Y = X where X is above 0, else the channel's slope times X.
     *
     * @param x rows x (c runs). Not modified.
     * @param slopes 1 x c. Not modified.
     * @param y result of the size of x. Modified.
     */
    void prelu(Tensor x, Tensor slopes, Tensor y);

    /**
     * DX = beta DX + DY where X is above 0, else beta DX + slope DY.
     *
     * @param x rows x (c runs). Not modified.
     * @param slopes 1 x c. Not modified.
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of x. Modified.
     */
    void preluBackward(Tensor x, Tensor slopes, Tensor dy, double beta, Tensor dx);

    /**
     * D = beta D + the sum of X DY over the channel's values that are not above 0, in row order.
     *
     * @param x rows x (c runs). Not modified.
     * @param dy gradient of the result. Not modified.
     * @param beta factor of the old d
     * @param d gradient of the slopes, 1 x c. Modified.
     */
    void preluSlopes(Tensor x, Tensor dy, double beta, Tensor d);

    /**
     * Softmax, or its logarithm, of every column within groups of n consecutive rows.
     *
     * @param log whether to take the logarithm
     * @param n rows of a group, a divisor of the rows
     * @param x input. Not modified.
     * @param y result. Modified.
     */
    void softmaxDown(boolean log, int n, Tensor x, Tensor y);

    /**
     * Gradient of {@link #softmaxDown}: DX = beta DX + Y (DY - sum(Y DY)), or DX = beta DX + DY - exp(Y) sum(DY) for the
     * logarithm, sums down the columns of a group.
     *
     * @param log whether the logarithm was taken
     * @param n rows of a group
     * @param y output. Not modified.
     * @param dy its gradient. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the input. Modified.
     */
    void softmaxDownBackward(boolean log, int n, Tensor y, Tensor dy, double beta, Tensor dx);

    /**
     * Puts rows of a table side by side: the k indices of a row of x become k rows of the table.
     *
     * @param indices rows x k, whole numbers from 0 to n - 1. Not modified.
     * @param table n x d. Not modified.
     * @param y rows x (k d). Modified.
     * @throws IllegalArgumentException if an index is not a row of the table; the message names row and column
     */
    void gather(Tensor indices, Tensor table, Tensor y);

    /**
     * Gradient of {@link #gather} by the table: D = beta D, then every DY is added to the row it came from, in order.
     *
     * @param indices what gather was given. Not modified.
     * @param dy rows x (k d). Not modified.
     * @param skip row of the table that gets no gradient, or -1
     * @param beta factor of the old d
     * @param d gradient of the table, n x d. Modified.
     */
    void scatterAdd(Tensor indices, Tensor dy, int skip, double beta, Tensor d);
}
