package io.github.smallnn.kernel;

/**
 * Loops over runs of doubles that come in a portable and in a vector form with the same bits. A run is an array, the
 * index of its first element and a length; a result may be written over the run that it was made from. Sizes are not
 * checked. What {@link DoubleMath} says of a function holds here. Internal to the kernels: public for the vector form.
 *
 * <p>An instance may own a workspace: one per session, confined to one thread.
 */
public interface DoubleLoops {

    /**
     * {@link DoubleMath#exp(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void exp(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@link DoubleMath#expm1(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void expm1(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@link DoubleMath#log(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void log(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@link DoubleMath#log1p(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void log1p(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@link DoubleMath#tanh(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void tanh(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@link DoubleMath#sigmoid(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void sigmoid(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@link DoubleMath#erf(double)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void erf(double[] x, int xo, double[] y, int yo, int n);

    /**
     * {@code max(x, 0)} of a run.
     *
     * @param x the arguments. Not modified unless it is y.
     * @param xo index of the first argument
     * @param y the results. Modified.
     * @param yo index of the first result
     * @param n number of elements
     */
    void relu(double[] x, int xo, double[] y, int yo, int n);

    /**
     * The gradient of {@link #relu}: D = G where Y is above 0, else 0.
     *
     * @param y what relu gave. Not modified.
     * @param yo index of its first element
     * @param g gradient of y. Not modified unless it is d.
     * @param go index of its first element
     * @param d the result. Modified.
     * @param o index of its first element
     * @param n number of elements
     */
    void reluBackward(double[] y, int yo, double[] g, int go, double[] d, int o, int n);

    /**
     * Adds a row to every row of a matrix.
     *
     * @param b the row. Not modified.
     * @param bo index of its first element
     * @param x the matrix. Modified.
     * @param xo index of its first element
     * @param stride from one row to the next
     * @param rows number of rows
     * @param cols number of columns
     */
    void addRow(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols);

    /**
     * {@link #addRow} and {@link #relu} in one pass.
     *
     * @param b the row. Not modified.
     * @param bo index of its first element
     * @param x the matrix. Modified.
     * @param xo index of its first element
     * @param stride from one row to the next
     * @param rows number of rows
     * @param cols number of columns
     */
    void addRowRelu(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols);

    /**
     * Adds the rows of a matrix to a row, one after the other.
     *
     * @param x the matrix. Not modified.
     * @param xo index of its first element
     * @param stride from one row to the next
     * @param rows number of rows
     * @param cols number of columns
     * @param s the row. Modified.
     * @param so index of its first element
     */
    void sumRows(double[] x, int xo, int stride, int rows, int cols, double[] s, int so);
}
