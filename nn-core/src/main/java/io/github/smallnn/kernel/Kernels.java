package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * Every hot loop of one precision: products, element-wise functions, reductions.
 *
 * <p>Shared conventions. All tensors have the precision of the kernels. {@code beta} says what happens to what a result
 * tensor held before: with 0 the old content is not read (it may be garbage or NaN), otherwise the result is added to
 * {@code beta} times the old content. The order of every sum depends on the shape alone, of a product on n and k alone,
 * and the elementary functions are made of exactly defined operations, so results are the same bits on every JVM.
 *
 * <p>Sizes are the caller's duty: they are checked when a network is built and when a batch enters a session, not here.
 *
 * <p>An instance owns its workspace: one per session, confined to one thread.
 */
public interface Kernels {

    /**
     * Kernels for a precision, with a fresh workspace.
     *
     * @param precision element type
     * @return new kernels
     */
    static Kernels of(Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleKernels() : new FloatKernels();
    }

    /**
     * Element type of these kernels.
     *
     * @return the precision
     */
    Precision precision();

    /**
     * Loops of normalisation.
     *
     * @return the loops of these kernels' precision
     */
    NormKernels norm();

    /**
     * Loops along inner axes.
     *
     * @return the loops of these kernels' precision
     */
    AxisKernels axis();

    /**
     * Matrix product C = alpha op(A) op(B) + beta C, where op transposes if asked to.
     *
     * @param transA whether A is used transposed
     * @param transB whether B is used transposed
     * @param alpha factor of the product
     * @param a m x k after op. Not modified.
     * @param b k x n after op. Not modified.
     * @param beta factor of the old C
     * @param c m x n. Modified.
     */
    void gemm(boolean transA, boolean transB, double alpha, Tensor a, Tensor b, double beta, Tensor c);

    /**
     * The product of {@link #gemm} as a plan, for the same arrays again and again: the loop is chosen and the sizes are
     * checked once. It takes each tensor as it lies now, so plan anew where one is moved or shows other rows. C must not overlap
     * A or B.
     *
     * @param transA whether A is used transposed
     * @param transB whether B is used transposed
     * @param alpha factor of the product
     * @param a m x k after op. Not modified.
     * @param b k x n after op. Not modified.
     * @param beta factor of the old C
     * @param c m x n. Modified by each run.
     * @return the plan, which shares the workspace of these kernels
     * @throws IllegalArgumentException if the sizes do not fit each other or a tensor has another precision
     */
    PlannedProduct plan(boolean transA, boolean transB, double alpha, Tensor a, Tensor b, double beta, Tensor c);

    /**
     * Dense layer in one go: Z = X W, then Z = Z + bias on every row, then Y = f(Z).
     *
     * @param x batch x in. Not modified.
     * @param w in x out. Not modified.
     * @param bias 1 x out, or null for none. Not modified.
     * @param f activation
     * @param p first parameter of f
     * @param q second parameter of f
     * @param z batch x out, receives Z; may be y where {@code f.needsInput()} is false. Modified.
     * @param y batch x out, receives f(Z). Modified.
     */
    void dense(Tensor x, Tensor w, Tensor bias, Unary f, double p, double q, Tensor z, Tensor y);

    /**
     * Y = f(X).
     *
     * @param f function
     * @param p first parameter of f
     * @param q second parameter of f
     * @param x input. Not modified unless it is y.
     * @param y result of the same size; may be x. Modified.
     */
    void unary(Unary f, double p, double q, Tensor x, Tensor y);

    /**
     * DX = beta DX + DY f'(X).
     *
     * @param f function
     * @param p first parameter of f
     * @param q second parameter of f
     * @param x the input; read only where {@code f.needsInput()}. Not modified.
     * @param y the output. Not modified.
     * @param dy gradient of the output. Not modified unless it is dx.
     * @param beta factor of the old dx
     * @param dx gradient of the input. Modified.
     */
    void unaryBackward(Unary f, double p, double q, Tensor x, Tensor y, Tensor dy, double beta, Tensor dx);

    /**
     * Element-wise arithmetic. An operand of one row is repeated on every row, an operand of one column in every column.
     *
     * @param f operation
     * @param a left operand. Not modified.
     * @param b right operand. Not modified.
     * @param out result; may be a or b where that has its size. Modified.
     */
    void binary(Binary f, Tensor a, Tensor b, Tensor out);

    /**
     * Gradient of one operand of {@link #binary}; a repeated operand receives the sum over its repetitions, in row order.
     *
     * @param f operation
     * @param right false for the gradient of a, true for that of b
     * @param a left operand. Not modified.
     * @param b right operand. Not modified.
     * @param dout gradient of the result. Not modified.
     * @param beta factor of the old gradient
     * @param d gradient of the operand, of its size. Modified.
     */
    void binaryBackward(Binary f, boolean right, Tensor a, Tensor b, Tensor dout, double beta, Tensor d);

    /**
     * Element-wise loss of prediction and target.
     *
     * @param f loss
     * @param p its parameter
     * @param x prediction. Not modified.
     * @param t target of the same size. Not modified.
     * @param values result of the same size. Modified.
     */
    void pairwise(Pairwise f, double p, Tensor x, Tensor t, Tensor values);

    /**
     * Gradient of {@link #pairwise}: D = beta D + G df, df the derivative by the prediction or by the target.
     *
     * @param f loss
     * @param byTarget false for the gradient of x, true for that of t
     * @param p its parameter
     * @param x prediction. Not modified.
     * @param t target. Not modified.
     * @param g gradient of the values. Not modified.
     * @param beta factor of the old gradient
     * @param d gradient. Modified.
     */
    void pairwiseBackward(Pairwise f, boolean byTarget, double p, Tensor x, Tensor t, Tensor g, double beta, Tensor d);

    /**
     * Y = beta Y + alpha X on a range of columns of each.
     *
     * @param alpha factor of x
     * @param x source. Not modified.
     * @param xFrom first column of x
     * @param beta factor of the old y
     * @param y destination of as many rows. Modified in columns {@code yFrom} to {@code yFrom + cols}.
     * @param yFrom first column of y
     * @param cols number of columns
     */
    void addColumns(double alpha, Tensor x, int xFrom, double beta, Tensor y, int yFrom, int cols);

    /**
     * Column sums: OUT = beta OUT + the sum of the rows of X, in row order.
     *
     * @param x rows x cols. Not modified.
     * @param beta factor of the old sums
     * @param out 1 x cols. Modified.
     */
    void sumRows(Tensor x, double beta, Tensor out);

    /**
     * Row sums: OUT = beta OUT + the sum of the columns of X, in column order.
     *
     * @param x rows x cols. Not modified.
     * @param beta factor of the old sums
     * @param out rows x 1. Modified.
     */
    void sumColumns(Tensor x, double beta, Tensor out);

    /**
     * Softmax of every row, by subtracting the row's maximum first.
     *
     * @param x input. Not modified unless it is y.
     * @param y result. Modified.
     */
    void softmax(Tensor x, Tensor y);

    /**
     * DX = beta DX + Y (DY - sum(Y DY)) row by row.
     *
     * @param y output of {@link #softmax}. Not modified.
     * @param dy its gradient. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the input. Modified.
     */
    void softmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx);

    /**
     * Logarithm of the softmax of every row, stable for any finite input.
     *
     * @param x input. Not modified unless it is y.
     * @param y result. Modified.
     */
    void logSoftmax(Tensor x, Tensor y);

    /**
     * DX = beta DX + DY - exp(Y) sum(DY) row by row.
     *
     * @param y output of {@link #logSoftmax}. Not modified.
     * @param dy its gradient. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the input. Modified.
     */
    void logSoftmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx);

    /**
     * Cross-entropy of logits against a class index per row: value = -log softmax(x)[t].
     *
     * @param x logits, rows x classes. Not modified.
     * @param t class indices, rows x 1, whole numbers from 0 to classes - 1. Not modified.
     * @param values rows x 1. Modified.
     * @param logp rows x classes, receives log softmax(x) for the backward pass. Modified.
     * @throws IllegalArgumentException if an index is not a class; the message names the row
     */
    void indexCrossEntropy(Tensor x, Tensor t, Tensor values, Tensor logp);

    /**
     * DX = beta DX + g (exp(logp) - onehot(t)) row by row.
     *
     * @param logp what {@link #indexCrossEntropy} left. Not modified.
     * @param t class indices. Not modified.
     * @param g gradient of the values, rows x 1. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the logits. Modified.
     */
    void indexCrossEntropyBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx);

    /**
     * Cross-entropy of logits against class probabilities: value = -sum(t log softmax(x)), a class of probability 0 adding 0.
     *
     * @param x logits, rows x classes. Not modified.
     * @param t probabilities of the same size. Not modified.
     * @param values rows x 1. Modified.
     * @param logp rows x classes, receives log softmax(x). Modified.
     */
    void crossEntropy(Tensor x, Tensor t, Tensor values, Tensor logp);

    /**
     * DX = beta DX + g (exp(logp) sum(t) - t) row by row.
     *
     * @param logp what {@link #crossEntropy} left. Not modified.
     * @param t probabilities. Not modified.
     * @param g gradient of the values, rows x 1. Not modified.
     * @param beta factor of the old dx
     * @param dx gradient of the logits. Modified.
     */
    void crossEntropyBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx);

    /**
     * Dropout mask: 0 with probability p, else 1 / (1 - p), from counter-based draws of (key, row, column).
     *
     * @param key stands for seed, step and op; see {@link CounterRandom}
     * @param firstRow row of the batch that the tensor's row 0 is, so that shards of a batch see the same mask
     * @param p probability of a zero
     * @param mask result. Modified.
     */
    void dropoutMask(long key, int firstRow, double p, Tensor mask);

    /**
     * Convolutions, with the workspace of these kernels.
     *
     * @return the same object each time
     */
    ConvKernels convolution();

    /**
     * Maximum and mean under a moving window.
     *
     * @return the same object each time
     */
    PoolKernels pooling();

    /**
     * Sum over all elements, each row multiplied by its weight, added up in a fixed order.
     *
     * @param x rows x cols. Not modified.
     * @param weights rows x 1, or null for weights of 1. Not modified.
     * @return the sum, accumulated in double in both precisions
     */
    double sum(Tensor x, Tensor weights);

    /**
     * Repeats a column, times a factor, in all columns: OUT = factor * weights, or the factor alone.
     *
     * @param factor factor
     * @param weights rows x 1, or null for weights of 1. Not modified.
     * @param out rows x cols. Modified.
     */
    void spread(double factor, Tensor weights, Tensor out);

    /**
     * X = alpha X.
     *
     * @param alpha factor
     * @param x tensor. Modified.
     */
    void scale(double alpha, Tensor x);

    /**
     * Place of the first NaN or infinity, in row order.
     *
     * @param x tensor. Not modified.
     * @return {@code row * cols + column}, or -1 if all elements are finite
     */
    long firstNonFinite(Tensor x);
}
