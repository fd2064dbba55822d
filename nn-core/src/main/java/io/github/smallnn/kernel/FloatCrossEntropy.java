// Generated from DoubleCrossEntropy.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** Cross-entropy in floats, from the logarithm of the softmax or its exponential. Stateless, any thread. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatCrossEntropy {
    private FloatCrossEntropy() {}

    static void index(Tensor t, Tensor values, Tensor logp) {
        float[] v = data(values);
        for (int r = 0; r < logp.rows(); r++) {
            int label = label(t, r, logp.cols());
            v[values.offset() + r * values.stride()] = -data(logp)[logp.offset() + r * logp.stride() + label];
        }
    }

    private static int label(Tensor t, int row, int classes) {
        float value = data(t)[t.offset() + row * t.stride()];
        int label = (int) value;
        if (label != value || label < 0 || label >= classes) {
            throw new IllegalArgumentException("row " + row + " of the batch: class index " + value
                    + " is not a whole number from 0 to " + (classes - 1));
        }
        return label;
    }

    /** {@code e} holds exp(logp), row by row without gaps. */
    static void indexBackward(float[] e, Tensor t, Tensor g, double beta, Tensor dx) {
        float[] gv = data(g);
        for (int r = 0; r < dx.rows(); r++) {
            float gr = gv[g.offset() + r * g.stride()];
            int o = dx.offset() + r * dx.stride();
            add(gr, e, r * dx.cols(), beta, data(dx), o, dx.cols());
            data(dx)[o + label(t, r, dx.cols())] -= gr;
        }
    }

    /** d[i] = beta d[i] + factor e[i]. */
    private static void add(float factor, float[] e, int at, double beta, float[] d, int o, int n) {
        if (beta == 0) {
            for (int i = 0; i < n; i++) {
                d[o + i] = factor * e[at + i];
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            d[o + i] = (float) beta * d[o + i] + factor * e[at + i];
        }
    }

    static void distribution(Tensor t, Tensor values, Tensor logp) {
        float[] l = data(logp);
        float[] w = data(t);
        for (int r = 0; r < logp.rows(); r++) {
            int lo = logp.offset() + r * logp.stride();
            int to = t.offset() + r * t.stride();
            float loss = 0;
            for (int c = 0; c < logp.cols(); c++) {
                loss -= w[to + c] == 0 ? 0 : w[to + c] * l[lo + c];
            }
            data(values)[values.offset() + r * values.stride()] = loss;
        }
    }

    /** {@code e} holds exp(logp), row by row without gaps. */
    static void distributionBackward(float[] e, Tensor t, Tensor g, double beta, Tensor dx) {
        float[] gv = data(g);
        float[] w = data(t);
        float[] d = data(dx);
        for (int r = 0; r < dx.rows(); r++) {
            float gr = gv[g.offset() + r * g.stride()];
            int to = t.offset() + r * t.stride();
            int o = dx.offset() + r * dx.stride();
            float mass = FloatRows.sum(w, to, dx.cols());
            add(gr * mass, e, r * dx.cols(), beta, d, o, dx.cols());
            for (int c = 0; c < dx.cols(); c++) {
                d[o + c] -= gr * w[to + c];
            }
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
