// Generated from DoubleStrided.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Products over a matrix that lies from the start of its array on, with rows back to back. Each implementation knows their
 * length as a constant. Confined to the workspace that owns it.
 */
interface FloatStrided {

    /**
     * One row: {@code c = a B + beta c} for a {@code k x n} matrix {@code B}, {@code n} being the known length.
     *
     * @param k length of the sums
     * @param a storage of the row
     * @param ao its first element
     * @param ap distance between its elements
     * @param b the matrix. Not modified.
     * @param beta factor of the old {@code c}
     * @param c storage of the result
     * @param co its first element
     * @param work scratch of at least {@code (k + 1) n} elements
     */
    void row(int k, float[] a, int ao, int ap, float[] b, float beta, float[] c, int co, float[] work);

    /**
     * One column: {@code c = A' b + beta c} for a {@code k x m} matrix {@code A}, {@code m} being the known length.
     *
     * @param k length of the sums
     * @param a the matrix. Not modified.
     * @param b storage of the column
     * @param bo its first element; the others follow it
     * @param beta factor of the old {@code c}
     * @param c storage of the result
     * @param co its first element
     * @param ldc distance between its elements
     * @param work scratch of at least {@code (k + 2 PARTIALS) m} elements
     */
    void column(int k, float[] a, float[] b, int bo, float beta, float[] c, int co, int ldc, float[] work);

    /** Columns that {@link #down} computes at once. */
    int COLUMNS = 16;

    /**
     * One row: {@code c = a B' + beta c} for an {@code n x k} matrix {@code B} anywhere in its array, {@code k} being the
     * known length.
     *
     * @param n columns of the result, a multiple of {@link #COLUMNS}
     * @param a storage of the row
     * @param ao its first element; the others follow it
     * @param b storage of the matrix. Not modified.
     * @param bo its first element
     * @param beta factor of the old {@code c}
     * @param c storage of the result
     * @param co its first element
     */
    void down(int n, float[] a, int ao, float[] b, int bo, float beta, float[] c, int co);
}
