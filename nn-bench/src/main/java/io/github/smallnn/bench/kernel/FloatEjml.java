// Generated from DoubleEjml.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** What the hand-written loops share: EJML's products, and the loops around them that EJML has no name for. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatEjml {
    private FloatEjml() {}

    /** A matrix with a copy of some values, row after row. */
    static FMatrixRMaj matrix(int rows, double[] values) {
        FMatrixRMaj m = new FMatrixRMaj(rows, values.length / rows);
        for (int i = 0; i < values.length; i++) {
            m.data[i] = (float) values[i];
        }
        return m;
    }

    /** One matrix per batch. */
    static FMatrixRMaj[] batches(int rows, double[][] values) {
        FMatrixRMaj[] all = new FMatrixRMaj[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = matrix(rows, values[i]);
        }
        return all;
    }

    static FMatrixRMaj zerosLike(FMatrixRMaj m) {
        return new FMatrixRMaj(m.numRows, m.numCols);
    }

    /** The matrices' own arrays. */
    static float[][] arrays(FMatrixRMaj[] matrices) {
        float[][] all = new float[matrices.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = matrices[i].data;
        }
        return all;
    }

    static void mult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        CommonOps_FDRM.mult(a, b, c);
    }

    static void multTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        CommonOps_FDRM.multTransA(a, b, c);
    }

    static void multTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        CommonOps_FDRM.multTransB(a, b, c);
    }

    /** Z = Z + b on every row. */
    static void addRow(FMatrixRMaj bias, FMatrixRMaj z) {
        float[] v = z.data;
        float[] b = bias.data;
        for (int r = 0, at = 0; r < z.numRows; r++) {
            for (int c = 0; c < b.length; c++, at++) {
                v[at] += b[c];
            }
        }
    }

    /** b = sum of the rows of G. */
    static void sumRows(FMatrixRMaj gradient, FMatrixRMaj bias) {
        float[] g = gradient.data;
        float[] b = bias.data;
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
    static void relu(FMatrixRMaj output) {
        float[] y = output.data;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], 0);
        }
    }

    /** G = G where Y is above 0, else 0. */
    static void reluBackward(FMatrixRMaj output, FMatrixRMaj gradient) {
        float[] y = output.data;
        float[] g = gradient.data;
        for (int i = 0; i < g.length; i++) {
            g[i] = y[i] > 0 ? g[i] : 0;
        }
    }

    /** Mean squared error; G receives its gradient. */
    static double squaredError(FMatrixRMaj prediction, FMatrixRMaj target, FMatrixRMaj gradient) {
        float[] y = prediction.data;
        float[] t = target.data;
        float[] g = gradient.data;
        float scale = (float) 2 / y.length;
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            float d = y[i] - t[i];
            loss += d * d;
            g[i] = scale * d;
        }
        return loss / y.length;
    }

    /** Mean softmax cross-entropy against class indices; G receives its gradient. */
    static double crossEntropy(FMatrixRMaj logits, FMatrixRMaj target, FMatrixRMaj gradient) {
        float[] g = gradient.data;
        int classes = logits.numCols;
        float scale = (float) 1 / logits.numRows;
        double loss = 0;
        for (int r = 0; r < logits.numRows; r++) {
            int at = r * classes;
            float mass = expRow(logits.data, g, at, classes);
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
    private static float expRow(float[] z, float[] e, int from, int n) {
        float max = z[from];
        for (int i = from + 1; i < from + n; i++) {
            max = Math.max(max, z[i]);
        }
        float mass = 0;
        for (int i = from; i < from + n; i++) {
            e[i] = (float) Math.exp(z[i] - max);
            mass += e[i];
        }
        return mass;
    }

    /** W = W - rate G. */
    static void sgd(float rate, FMatrixRMaj weight, FMatrixRMaj gradient) {
        float[] w = weight.data;
        float[] g = gradient.data;
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * g[i];
        }
    }

    /** B = momentum B + G, W = W - rate B. */
    static void momentum(float rate, float momentum, FMatrixRMaj weight, FMatrixRMaj gradient, FMatrixRMaj buffer) {
        float[] w = weight.data;
        float[] g = gradient.data;
        float[] b = buffer.data;
        for (int i = 0; i < w.length; i++) {
            b[i] = momentum * b[i] + g[i];
            w[i] -= rate * b[i];
        }
    }
}
