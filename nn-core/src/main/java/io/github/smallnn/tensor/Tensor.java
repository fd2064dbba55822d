package io.github.smallnn.tensor;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * A row-major matrix of numbers, one row per sample, over an EJML matrix of either precision.
 *
 * <p>Element {@code (r, c)} lies at {@code offset + r * stride + c} of the backing array. A <em>whole</em> tensor owns
 * an EJML matrix ({@link DoubleTensor#matrix()}, {@link FloatTensor#matrix()}); a <em>view</em> looks at a range of rows
 * or columns of another tensor's storage and sees every later change of it. Views made by {@link #buffer} and
 * {@link #window} may be moved afterwards; that is how a session serves batches of changing size without allocating.
 *
 * <p>Mutable and confined: several threads may read a tensor at once as long as none writes it.
 */
public abstract sealed class Tensor permits DoubleTensor, FloatTensor {
    private final Precision precision;
    private final boolean movable;
    private final int capacity;
    private int offset;
    private int rows;
    private int cols;
    private int stride;
    private Tensor fold;

    Tensor(Precision precision, int offset, int rows, int cols, int stride, boolean movable) {
        if (rows < 0 || cols < 1) {
            throw new IllegalArgumentException(
                    "a tensor needs at least 0 rows and 1 column, but was asked for " + rows + " x " + cols);
        }
        this.precision = precision;
        this.offset = offset;
        this.rows = rows;
        this.cols = cols;
        this.stride = stride;
        this.movable = movable;
        this.capacity = rows;
    }

    /**
     * A whole tensor of zeros.
     *
     * @param precision element type
     * @param rows number of rows, at least 0
     * @param cols number of columns, at least 1
     * @return a new tensor over a new EJML matrix
     */
    public static Tensor zeros(Precision precision, int rows, int cols) {
        return precision == Precision.DOUBLE
                ? DoubleTensor.wrap(new DMatrixRMaj(rows, cols))
                : FloatTensor.wrap(new FMatrixRMaj(rows, cols));
    }

    /**
     * A movable tensor with storage of its own for at most {@code maxRows} rows; see {@link #useRows(int)}.
     *
     * @param precision element type
     * @param maxRows capacity in rows
     * @param cols columns
     * @return a new tensor, all zero, showing all its rows
     */
    public static Tensor buffer(Precision precision, int maxRows, int cols) {
        checkElements(maxRows, cols);
        return precision == Precision.DOUBLE
                ? new DoubleTensor(new double[maxRows * cols], 0, maxRows, cols, cols, true)
                : new FloatTensor(new float[maxRows * cols], 0, maxRows, cols, cols, true);
    }

    /**
     * A movable tensor without storage, to be pointed at rows of other tensors by {@link #rebind}.
     *
     * @param precision element type
     * @param cols columns it will show
     * @return a new tensor of no rows
     */
    public static Tensor window(Precision precision, int cols) {
        return precision == Precision.DOUBLE
                ? new DoubleTensor(new double[0], 0, 0, cols, cols, true)
                : new FloatTensor(new float[0], 0, 0, cols, cols, true);
    }

    /**
     * A whole tensor in double precision with a copy of the given rows.
     *
     * @param rows the rows, all of the same length, at least one column
     * @return a new tensor
     * @throws IllegalArgumentException if there is no row or a row differs in length
     */
    public static DoubleTensor of(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("a tensor from rows needs at least one row and one column");
        }
        int cols = rows[0].length;
        double[] data = new double[checkElements(rows.length, cols)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != cols) {
                throw new IllegalArgumentException(
                        "row " + r + " has " + rows[r].length + " columns, but row 0 has " + cols);
            }
            System.arraycopy(rows[r], 0, data, r * cols, cols);
        }
        return DoubleTensor.wrap(DMatrixRMaj.wrap(rows.length, cols, data));
    }

    /**
     * A whole tensor in double precision with a copy of the given values, row after row.
     *
     * @param rows number of rows
     * @param cols number of columns
     * @param values {@code rows * cols} values
     * @return a new tensor
     * @throws IllegalArgumentException if the number of values is not {@code rows * cols}
     */
    public static DoubleTensor of(int rows, int cols, double... values) {
        if (values.length != checkElements(rows, cols)) {
            throw new IllegalArgumentException("a " + rows + " x " + cols + " tensor needs " + (long) rows * cols
                    + " values, but " + values.length + " were given");
        }
        return DoubleTensor.wrap(DMatrixRMaj.wrap(rows, cols, values.clone()));
    }

    /**
     * One column in double precision: the form that targets of one output have.
     *
     * @param values the column, top to bottom
     * @return a new tensor of {@code values.length x 1}
     */
    public static DoubleTensor column(double... values) {
        return of(values.length, 1, values);
    }

    /**
     * One row in double precision: the form of a single sample.
     *
     * @param values the row
     * @return a new tensor of {@code 1 x values.length}
     */
    public static DoubleTensor row(double... values) {
        return of(1, values.length, values);
    }

    private static int checkElements(int rows, int cols) {
        long n = (long) rows * cols;
        if (rows < 0 || cols < 0 || n > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a tensor of " + rows + " x " + cols + " does not fit one Java array; use at most 2^31-9 elements");
        }
        return (int) n;
    }

    /**
     * Element type.
     *
     * @return the precision
     */
    public final Precision precision() {
        return precision;
    }

    /**
     * One element.
     *
     * @param row row
     * @param col column
     * @return the value
     * @throws IndexOutOfBoundsException if outside the tensor
     */
    public abstract double get(int row, int col);

    /**
     * Sets one element. In float the value is rounded.
     *
     * @param row row
     * @param col column
     * @param value new value
     * @throws IndexOutOfBoundsException if outside the tensor
     */
    public abstract void set(int row, int col, double value);

    /**
     * Sets every element of this tensor.
     *
     * @param value new value
     */
    public abstract void fill(double value);

    /**
     * Points a movable tensor at rows of another tensor; nothing is copied.
     *
     * @param source tensor of the same precision and number of columns. Not modified.
     * @param firstRow first row shown
     * @param rowCount number of rows shown
     * @throws IllegalArgumentException if precision, columns or rows do not fit
     * @throws IllegalStateException if this tensor is not movable
     */
    public final void rebind(Tensor source, int firstRow, int rowCount) {
        if (!tryRebind(source, firstRow, rowCount)) {
            throw refusal(source, firstRow, rowCount);
        }
    }

    /**
     * Like {@link #rebind}, but says whether it fits instead of throwing; small enough to be inlined into a step.
     *
     * @param source tensor with the rows. Not modified.
     * @param firstRow first row shown
     * @param rowCount number of rows shown
     * @return false if this tensor is not movable or precision, columns or rows do not fit; nothing is changed then
     */
    public final boolean tryRebind(Tensor source, int firstRow, int rowCount) {
        if (!movable
                || source.cols != cols
                || source.precision != precision
                || (firstRow | rowCount) < 0
                || firstRow > source.rows - rowCount) {
            return false;
        }
        share(source);
        place(source.offset + firstRow * source.stride, rowCount, cols, source.stride);
        return true;
    }

    /**
     * A fixed view of some rows; nothing is copied.
     *
     * @param from first row
     * @param to row after the last
     * @return a new view
     */
    public abstract Tensor rowRange(int from, int to);

    /**
     * A fixed view of some columns; nothing is copied.
     *
     * @param from first column
     * @param to column after the last
     * @return a new view
     */
    public abstract Tensor columnRange(int from, int to);

    abstract Tensor reshapedView();

    abstract void share(Tensor source);

    /**
     * Rows shown now.
     *
     * @return number of rows
     */
    public final int rows() {
        return rows;
    }

    /**
     * Columns shown.
     *
     * @return number of columns
     */
    public final int cols() {
        return cols;
    }

    /**
     * Distance in the backing array between the starts of two rows.
     *
     * @return the row stride
     */
    public final int stride() {
        return stride;
    }

    /**
     * Place of element (0, 0) in the backing array.
     *
     * @return the offset
     */
    public final int offset() {
        return offset;
    }

    /**
     * Whether rows follow each other without a gap.
     *
     * @return true if the elements form one run of the backing array
     */
    public final boolean isContiguous() {
        return stride == cols || rows <= 1;
    }

    /**
     * Shows the first {@code n} rows of a {@linkplain #buffer buffer}.
     *
     * @param n number of rows, at most the buffer's capacity
     * @throws IllegalArgumentException if beyond the capacity
     * @throws IllegalStateException if this tensor is not movable
     */
    public final void useRows(int n) {
        if (!movable) {
            throw new IllegalStateException("only a tensor made by buffer() can change its rows");
        }
        if (n < 0 || n > capacity) {
            throw new IllegalArgumentException("cannot show " + n + " rows of a buffer for " + capacity);
        }
        rows = n;
    }

    /**
     * The same elements as rows of another width: {@code rows x (T * width)} read as {@code (rows * T) x width}, or a
     * {@code T x F} parameter as one row. The view is kept and moved, so asking again allocates nothing; it is valid until
     * this tensor is moved or folded otherwise.
     *
     * @param width columns of the result, a divisor of the number of elements
     * @return this tensor if it has that width already, else a view of it
     * @throws IllegalArgumentException if the width does not divide the elements or the rows do not lie back to back
     */
    public final Tensor folded(int width) {
        return width == cols ? this : refolded(width);
    }

    private Tensor refolded(int width) {
        if (width < 1 || rows * cols % width != 0 || !isContiguous()) {
            throw new IllegalArgumentException("a tensor of " + describe() + " with stride " + stride
                    + " cannot be read as rows of " + width + "; copy() it to make its rows lie back to back");
        }
        if (fold == null) {
            fold = reshapedView();
        }
        fold.share(this);
        fold.place(offset, rows * cols / width, width, width);
        return fold;
    }

    /**
     * Copies all elements of a tensor of the same size, converting the precision if it differs.
     *
     * @param source what to copy. Not modified.
     * @throws IllegalArgumentException if the sizes differ
     */
    public final void copyFrom(Tensor source) {
        if (source.rows != rows || source.cols != cols) {
            throw new IllegalArgumentException(
                    "cannot copy a tensor of " + source.describe() + " into one of " + describe());
        }
        for (int r = 0; r < rows; r++) {
            copyRowFrom(source, r, r);
        }
    }

    /**
     * Copies one row of another tensor of the same width, converting the precision if it differs.
     *
     * @param source where from. Not modified.
     * @param sourceRow row of the source
     * @param row row of this tensor
     */
    public abstract void copyRowFrom(Tensor source, int sourceRow, int row);

    /**
     * A whole tensor with the same precision and values.
     *
     * @return a new tensor
     */
    public final Tensor copy() {
        return to(precision());
    }

    /**
     * A whole tensor with the same values in the given precision (rounded to nearest on the way to float).
     *
     * @param precision wanted element type
     * @return a new tensor, also if the precision is the same
     */
    public final Tensor to(Precision precision) {
        Tensor t = zeros(precision, rows, cols);
        t.copyFrom(this);
        return t;
    }

    /**
     * All elements, row after row.
     *
     * @return a new array of {@code rows() * cols()} values
     */
    public final double[] toArray() {
        double[] out = new double[rows * cols];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                out[r * cols + c] = get(r, c);
            }
        }
        return out;
    }

    /**
     * All elements as an array of rows.
     *
     * @return a new array of {@code rows()} arrays
     */
    public final double[][] toRows() {
        double[][] out = new double[rows][cols];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                out[r][c] = get(r, c);
            }
        }
        return out;
    }

    /**
     * Column of the largest element of a row; the first of equal ones, and a NaN counts as largest.
     *
     * @param row row to search
     * @return a column
     */
    public final int argmax(int row) {
        int best = 0;
        double max = get(row, 0);
        for (int c = 1; c < cols; c++) {
            double v = get(row, c);
            if (v > max || (Double.isNaN(v) && !Double.isNaN(max))) {
                max = v;
                best = c;
            }
        }
        return best;
    }

    /**
     * Rows and columns for messages, such as {@code 32 x 10}.
     *
     * @return the text
     */
    public final String describe() {
        return rows + " x " + cols;
    }

    @Override
    public final String toString() {
        return TensorText.corner(this);
    }

    final int index(int row, int col) {
        if (row < 0 || row >= rows || col < 0 || col >= cols) {
            throw new IndexOutOfBoundsException("element (" + row + ", " + col + ") of a tensor of " + describe());
        }
        return offset + row * stride + col;
    }

    final void place(int newOffset, int newRows, int newCols, int newStride) {
        offset = newOffset;
        rows = newRows;
        cols = newCols;
        stride = newStride;
    }

    private RuntimeException refusal(Tensor source, int firstRow, int rowCount) {
        if (!movable) {
            return new IllegalStateException("only a tensor made by window() or buffer() can be moved");
        }
        return new IllegalArgumentException("cannot show rows " + firstRow + " to " + (firstRow + (long) rowCount)
                + " of a tensor of " + source.describe() + " in " + source.precision + " in a " + precision
                + " window of " + cols + " columns");
    }

    final void checkWidth(Tensor source) {
        if (source.cols != cols) {
            throw new IllegalArgumentException(
                    "cannot copy a row of " + source.cols + " columns into a tensor of " + describe());
        }
    }

    static void checkRange(String axis, int from, int to, int size) {
        if (from < 0 || to < from || to > size) {
            throw new IllegalArgumentException(
                    axis + "s " + from + " to " + to + " are not within a tensor of " + size + " " + axis + "s");
        }
    }
}
