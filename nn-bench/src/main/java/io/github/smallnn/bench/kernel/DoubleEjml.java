package io.github.smallnn.bench.kernel;

import org.ejml.data.DMatrixRMaj;
// float: import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_DDRM;

/** What the hand-written loops share: EJML's products, and the loops around them that EJML has no name for. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleEjml {
    private DoubleEjml() {}

    /** A matrix with a copy of some values, row after row. */
    // float: static FMatrixRMaj matrix(int rows, double[] values) {
    static DMatrixRMaj matrix(int rows, double[] values) {
        DMatrixRMaj m = new DMatrixRMaj(rows, values.length / rows);
        for (int i = 0; i < values.length; i++) {
            m.data[i] = (double) values[i];
        }
        return m;
    }

    /** One matrix per batch. */
    // float: static FMatrixRMaj[] batches(int rows, double[][] values) {
    static DMatrixRMaj[] batches(int rows, double[][] values) {
        DMatrixRMaj[] all = new DMatrixRMaj[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = matrix(rows, values[i]);
        }
        return all;
    }

    static DMatrixRMaj zerosLike(DMatrixRMaj m) {
        return new DMatrixRMaj(m.numRows, m.numCols);
    }

    /** The matrices' own arrays. */
    static double[][] arrays(DMatrixRMaj[] matrices) {
        double[][] all = new double[matrices.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = matrices[i].data;
        }
        return all;
    }

    static void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        // float: CommonOps_FDRM.mult(a, b, c);
        CommonOps_DDRM.mult(a, b, c);
    }

    static void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        // float: CommonOps_FDRM.multTransA(a, b, c);
        CommonOps_DDRM.multTransA(a, b, c);
    }

    static void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        // float: CommonOps_FDRM.multTransB(a, b, c);
        CommonOps_DDRM.multTransB(a, b, c);
    }

    /** Z = Z + b on every row. */
    static void addRow(DMatrixRMaj bias, DMatrixRMaj z) {
        double[] v = z.data;
        double[] b = bias.data;
        for (int r = 0, at = 0; r < z.numRows; r++) {
            for (int c = 0; c < b.length; c++, at++) {
                v[at] += b[c];
            }
        }
    }

    /** b = sum of the rows of G. */
    static void sumRows(DMatrixRMaj gradient, DMatrixRMaj bias) {
        double[] g = gradient.data;
        double[] b = bias.data;
        for (int c = 0; c < b.length; c++) {
            b[c] = 0;
        }
        for (int r = 0, at = 0; r < gradient.numRows; r++) {
            for (int c = 0; c < b.length; c++, at++) {
                b[c] += g[at];
            }
        }
    }

    /** Y = max(Y, 0). */
    static void relu(DMatrixRMaj output) {
        double[] y = output.data;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], 0);
        }
    }

    /** G = G where Y is above 0, else 0. */
    static void reluBackward(DMatrixRMaj output, DMatrixRMaj gradient) {
        double[] y = output.data;
        double[] g = gradient.data;
        for (int i = 0; i < g.length; i++) {
            g[i] = y[i] > 0 ? g[i] : 0;
        }
    }

    /** Mean squared error; G receives its gradient. */
    static double squaredError(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj gradient) {
        double[] y = prediction.data;
        double[] t = target.data;
        double[] g = gradient.data;
        double scale = (double) 2 / y.length;
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double d = y[i] - t[i];
            loss += d * d;
            g[i] = scale * d;
        }
        return loss / y.length;
    }

    /** Mean softmax cross-entropy against class indices; G receives its gradient. */
    static double crossEntropy(DMatrixRMaj logits, DMatrixRMaj target, DMatrixRMaj gradient) {
        double[] g = gradient.data;
        int classes = logits.numCols;
        double scale = (double) 1 / logits.numRows;
        double loss = 0;
        for (int r = 0; r < logits.numRows; r++) {
            int at = r * classes;
            double mass = expRow(logits.data, g, at, classes);
            int label = at + (int) target.data[r];
            loss -= Math.log(g[label] / mass);
            for (int i = at; i < at + classes; i++) {
                g[i] = scale * g[i] / mass;
            }
            g[label] -= scale;
        }
        return loss / logits.numRows;
    }

    /** e[i] = exp(z[i] - largest z) over one row; returns their sum. */
    private static double expRow(double[] z, double[] e, int from, int n) {
        double max = z[from];
        for (int i = from + 1; i < from + n; i++) {
            max = Math.max(max, z[i]);
        }
        double mass = 0;
        for (int i = from; i < from + n; i++) {
            e[i] = (double) Math.exp(z[i] - max);
            mass += e[i];
        }
        return mass;
    }

    /** W = W - rate G. */
    static void sgd(double rate, DMatrixRMaj weight, DMatrixRMaj gradient) {
        double[] w = weight.data;
        double[] g = gradient.data;
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * g[i];
        }
    }

    /** B = momentum B + G, W = W - rate B. */
    static void momentum(double rate, double momentum, DMatrixRMaj weight, DMatrixRMaj gradient, DMatrixRMaj buffer) {
        double[] w = weight.data;
        double[] g = gradient.data;
        double[] b = buffer.data;
        for (int i = 0; i < w.length; i++) {
            b[i] = momentum * b[i] + g[i];
            w[i] -= rate * b[i];
        }
    }
}
