package io.github.smallnn.bench.kernel;

import org.ojalgo.OjAlgoUtils;
import org.ojalgo.matrix.store.MatrixStore;
// float: import org.ojalgo.matrix.store.R032Store;
import org.ojalgo.matrix.store.R064Store;

/**
 * An ojAlgo matrix as a user's own loop holds it: the store, its transposed view, and the array of both, column after
 * column. Products are ojAlgo's, held to one thread; it has no names for the loops around them.
 */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleOjAlgo {
    static {
        OjAlgoUtils.limitThreadsTo(1);
    }

    final int rows;
    final int cols;
    final double[] data;
    // float: private final R032Store store;
    private final R064Store store;
    // float: same
    private final MatrixStore<Double> transposed;

    DoubleOjAlgo(int rows, int cols) {
        this.rows = rows;
        this.cols = cols;
        this.data = new double[rows * cols];
        // float: this.store = R032Store.wrap(data, rows);
        this.store = R064Store.wrap(data, rows);
        this.transposed = store.transpose();
    }

    /** A matrix with a copy of some values, given row after row. */
    // float: static FloatOjAlgo matrix(int rows, double[] values) {
    static DoubleOjAlgo matrix(int rows, double[] values) {
        DoubleOjAlgo m = new DoubleOjAlgo(rows, values.length / rows);
        for (int i = 0; i < values.length; i++) {
            m.data[i % m.cols * rows + i / m.cols] = (double) values[i];
        }
        return m;
    }

    /** One matrix per batch. */
    // float: static FloatOjAlgo[] batches(int rows, double[][] values) {
    static DoubleOjAlgo[] batches(int rows, double[][] values) {
        DoubleOjAlgo[] all = new DoubleOjAlgo[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = matrix(rows, values[i]);
        }
        return all;
    }

    /** C = A B, into this. */
    void multiply(DoubleOjAlgo a, DoubleOjAlgo b) {
        store.fillByMultiplying(a.store, b.store);
    }

    /** C = A' B, into this. */
    void multiplyTransA(DoubleOjAlgo a, DoubleOjAlgo b) {
        store.fillByMultiplying(a.transposed, b.store);
    }

    /** C = A B', into this. */
    void multiplyTransB(DoubleOjAlgo a, DoubleOjAlgo b) {
        store.fillByMultiplying(a.store, b.transposed);
    }

    /** Adds an element of the bias to each column. */
    void addRow(DoubleOjAlgo bias) {
        for (int c = 0, at = 0; c < cols; c++) {
            double b = bias.data[c];
            for (int end = at + rows; at < end; at++) {
                data[at] += b;
            }
        }
    }

    /** Receives the sums of the columns of G. */
    void sumRows(DoubleOjAlgo gradient) {
        double[] g = gradient.data;
        for (int c = 0, at = 0; c < cols; c++) {
            double sum = 0;
            for (int end = at + gradient.rows; at < end; at++) {
                sum += g[at];
            }
            data[c] = sum;
        }
    }

    /** Mean squared error of one column; this receives the gradient. */
    double squaredError(DoubleOjAlgo prediction, DoubleOjAlgo target) {
        double[] y = prediction.data;
        double[] t = target.data;
        double scale = (double) 2 / y.length;
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double d = y[i] - t[i];
            loss += d * d;
            data[i] = scale * d;
        }
        return loss / y.length;
    }

    /** Mean softmax cross-entropy against class indices; this receives the gradient. */
    double crossEntropy(DoubleOjAlgo logits, DoubleOjAlgo target) {
        double scale = (double) 1 / rows;
        double loss = 0;
        for (int r = 0; r < rows; r++) {
            double mass = expRow(logits.data, r);
            int label = (int) target.data[r] * rows + r;
            loss -= Math.log(data[label] / mass);
            for (int at = r; at < data.length; at += rows) {
                data[at] = scale * data[at] / mass;
            }
            data[label] -= scale;
        }
        return loss / rows;
    }

    /** Receives exp(z - largest z) in one row; returns their sum. */
    private double expRow(double[] z, int row) {
        double max = z[row];
        for (int at = row + rows; at < z.length; at += rows) {
            max = Math.max(max, z[at]);
        }
        double mass = 0;
        for (int at = row; at < z.length; at += rows) {
            data[at] = (double) Math.exp(z[at] - max);
            mass += data[at];
        }
        return mass;
    }
}
