package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.function.Consumer;

/**
 * The rows of a source, prepared a few hundred at a time: X, y and a column of ones side by side, minus a shift, each
 * row times the root of its weight.
 */
final class Chunks {
    // Enough rows for full speed of the products, few enough to stay in the second-level cache up to some 60 columns.
    static final int ROWS = 512;
    // Narrower products than this do not reach the fast kernels: columns of zeros fill up.
    private static final int LEAST_WIDTH = 24;

    private final RowSource source;
    private final int features;
    private final int targets;
    private final DoubleTensor buffer;
    private final Tensor x;
    private final Tensor y;
    private double[] shift;
    private long rows = -1;
    private long rowsRead;

    Chunks(RowSource source) {
        this.source = source;
        this.features = source.features();
        this.targets = source.targets();
        this.buffer =
                (DoubleTensor) Tensor.zeros(Precision.DOUBLE, ROWS, Math.max(LEAST_WIDTH, features + targets + 1));
        this.x = buffer.columnRange(0, features);
        this.y = buffer.columnRange(features, features + targets);
        this.shift = new double[features + targets];
    }

    /** Columns of a chunk: X, y, the ones, and zeros. */
    int width() {
        return buffer.cols();
    }

    int features() {
        return features;
    }

    int targets() {
        return targets;
    }

    /** Number of rows of the source, known after the first pass. */
    long rows() {
        return rows;
    }

    /** What is taken off the columns of X and y. */
    double[] shift() {
        return shift;
    }

    void shiftBy(double[] newShift) {
        shift = newShift.clone();
    }

    /** One pass that takes off the first row: close to any column's values, and exact for a constant one. */
    void readShiftedByTheFirstRow(Consumer<DoubleTensor> sink) {
        pass(block -> {
            if (rowsRead == 0) {
                for (int c = 0; c < shift.length; c++) {
                    double first = c < features
                            ? block.inputs().get(0, c)
                            : block.targets().get(0, c - features);
                    shift[c] = Double.isFinite(first) ? first : 0;
                }
            }
            cut(block, sink);
        });
    }

    /** One pass that takes off the shift that is set. */
    void read(Consumer<DoubleTensor> sink) {
        pass(block -> cut(block, sink));
    }

    /** One pass over the blocks as they are. */
    void pass(Consumer<Dataset> sink) {
        rowsRead = 0;
        source.read(block -> {
            requireWidths(block);
            sink.accept(block);
            rowsRead += block.rows();
        });
        if (rowsRead == 0) {
            throw new IllegalArgumentException("the row source gave no row; a fit needs at least one");
        }
        if (rows >= 0 && rows != rowsRead) {
            throw new IllegalStateException("the row source gave " + rows + " rows in one pass and " + rowsRead
                    + " in the next; every pass must give the same rows");
        }
        rows = rowsRead;
    }

    /** Rows of earlier blocks of the pass that runs. */
    long rowsRead() {
        return rowsRead;
    }

    private void requireWidths(Dataset block) {
        if (block.inputs().cols() != features || block.targets().cols() != targets) {
            throw new IllegalArgumentException("the block that begins at row " + rowsRead + " has "
                    + block.inputs().cols() + " inputs and " + block.targets().cols()
                    + " targets, but the row source promised " + features + " and " + targets);
        }
    }

    private void cut(Dataset block, Consumer<DoubleTensor> sink) {
        for (int from = 0; from < block.rows(); from += ROWS) {
            int n = Math.min(ROWS, block.rows() - from);
            prepare(block, from, n);
            sink.accept(buffer.rowRange(0, n));
        }
    }

    private void prepare(Dataset block, int from, int n) {
        double[] data = buffer.data();
        int width = buffer.cols();
        for (int i = 0; i < n; i++) {
            x.copyRowFrom(block.inputs(), from + i, i);
            y.copyRowFrom(block.targets(), from + i, i);
            int at = i * width;
            for (int c = 0; c < shift.length; c++) {
                data[at + c] -= shift[c];
            }
            data[at + shift.length] = 1;
            if (block.weights() != null) {
                scale(data, at, shift.length + 1, Math.sqrt(block.weights().get(from + i, 0)));
            }
        }
    }

    private static void scale(double[] data, int from, int count, double factor) {
        for (int c = from; c < from + count; c++) {
            data[c] *= factor;
        }
    }
}
