// Generated from DoubleOjAlgo.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import org.ojalgo.OjAlgoUtils;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R032Store;

/**
 * An ojAlgo matrix as a user's own loop holds it: the store, its transposed view, and the array of both, column after
 * column. Products are ojAlgo's, held to one thread; it has no names for the loops around them.
 */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatOjAlgo {
    static {
        OjAlgoUtils.limitThreadsTo(1);
    }

    final int rows;
    final int cols;
    final float[] data;
    private final R032Store store;
    private final MatrixStore<Double> transposed;

    FloatOjAlgo(int rows, int cols) {
        this.rows = rows;
        this.cols = cols;
        this.data = new float[rows * cols];
        this.store = R032Store.wrap(data, rows);
        this.transposed = store.transpose();
    }

    /** A matrix with a copy of some values, given row after row. */
    static FloatOjAlgo matrix(int rows, double[] values) {
        FloatOjAlgo m = new FloatOjAlgo(rows, values.length / rows);
        for (int i = 0; i < values.length; i++) {
            m.data[i % m.cols * rows + i / m.cols] = (float) values[i];
        }
        return m;
    }

    /** One matrix per batch. */
    static FloatOjAlgo[] batches(int rows, double[][] values) {
        FloatOjAlgo[] all = new FloatOjAlgo[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = matrix(rows, values[i]);
        }
        return all;
    }

    /** C = A B, into this. */
    void multiply(FloatOjAlgo a, FloatOjAlgo b) {
        store.fillByMultiplying(a.store, b.store);
    }

    /** C = A' B, into this. */
    void multiplyTransA(FloatOjAlgo a, FloatOjAlgo b) {
        store.fillByMultiplying(a.transposed, b.store);
    }

    /** C = A B', into this. */
    void multiplyTransB(FloatOjAlgo a, FloatOjAlgo b) {
        store.fillByMultiplying(a.store, b.transposed);
    }

    /** Adds an element of the bias to each column. */
    void addRow(FloatOjAlgo bias) {
        for (int c = 0, at = 0; c < cols; c++) {
            float b = bias.data[c];
            for (int end = at + rows; at < end; at++) {
                data[at] += b;
            }
        }
    }

    /** Receives the sums of the columns of G. */
    void sumRows(FloatOjAlgo gradient) {
        float[] g = gradient.data;
        for (int c = 0, at = 0; c < cols; c++) {
            float sum = 0;
            for (int end = at + gradient.rows; at < end; at++) {
                sum += g[at];
            }
            data[c] = sum;
        }
    }

    /** Mean squared error of one column; this receives the gradient. */
    double squaredError(FloatOjAlgo prediction, FloatOjAlgo target) {
        float[] y = prediction.data;
        float[] t = target.data;
        float scale = (float) 2 / y.length;
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            float d = y[i] - t[i];
            loss += d * d;
            data[i] = scale * d;
        }
        return loss / y.length;
    }

    /** Mean softmax cross-entropy against class indices; this receives the gradient. */
    double crossEntropy(FloatOjAlgo logits, FloatOjAlgo target) {
        float scale = (float) 1 / rows;
        double loss = 0;
        for (int r = 0; r < rows; r++) {
            float mass = expRow(logits.data, r);
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
    private float expRow(float[] z, int row) {
        float max = z[row];
        for (int at = row + rows; at < z.length; at += rows) {
            max = Math.max(max, z[at]);
        }
        float mass = 0;
        for (int at = row; at < z.length; at += rows) {
            data[at] = (float) Math.exp(z[at] - max);
            mass += data[at];
        }
        return mass;
    }
}
