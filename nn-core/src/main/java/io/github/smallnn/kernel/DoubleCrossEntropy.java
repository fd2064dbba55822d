package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** Cross-entropy in doubles, from the logarithm of the softmax or its exponential. Stateless, any thread. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleCrossEntropy {
    private DoubleCrossEntropy() {}

    static void index(Tensor t, Tensor values, Tensor logp) {
        double[] v = data(values);
        for (int r = 0; r < logp.rows(); r++) {
            int label = label(t, r, logp.cols());
            v[values.offset() + r * values.stride()] = -data(logp)[logp.offset() + r * logp.stride() + label];
        }
    }

    private static int label(Tensor t, int row, int classes) {
        double value = data(t)[t.offset() + row * t.stride()];
        int label = (int) value;
        if (label != value || label < 0 || label >= classes) {
            throw new IllegalArgumentException("row " + row + " of the batch: class index " + value
                    + " is not a whole number from 0 to " + (classes - 1));
        }
        return label;
    }

    /** {@code e} holds exp(logp), row by row without gaps. */
    static void indexBackward(double[] e, Tensor t, Tensor g, double beta, Tensor dx) {
        double[] gv = data(g);
        for (int r = 0; r < dx.rows(); r++) {
            double gr = gv[g.offset() + r * g.stride()];
            int o = dx.offset() + r * dx.stride();
            add(gr, e, r * dx.cols(), beta, data(dx), o, dx.cols());
            data(dx)[o + label(t, r, dx.cols())] -= gr;
        }
    }

    /** d[i] = beta d[i] + factor e[i]. */
    private static void add(double factor, double[] e, int at, double beta, double[] d, int o, int n) {
        if (beta == 0) {
            for (int i = 0; i < n; i++) {
                d[o + i] = factor * e[at + i];
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            d[o + i] = (double) beta * d[o + i] + factor * e[at + i];
        }
    }

    static void distribution(Tensor t, Tensor values, Tensor logp) {
        double[] l = data(logp);
        double[] w = data(t);
        for (int r = 0; r < logp.rows(); r++) {
            int lo = logp.offset() + r * logp.stride();
            int to = t.offset() + r * t.stride();
            double loss = 0;
            for (int c = 0; c < logp.cols(); c++) {
                loss -= w[to + c] == 0 ? 0 : w[to + c] * l[lo + c];
            }
            data(values)[values.offset() + r * values.stride()] = loss;
        }
    }

    /** {@code e} holds exp(logp), row by row without gaps. */
    static void distributionBackward(double[] e, Tensor t, Tensor g, double beta, Tensor dx) {
        double[] gv = data(g);
        double[] w = data(t);
        double[] d = data(dx);
        for (int r = 0; r < dx.rows(); r++) {
            double gr = gv[g.offset() + r * g.stride()];
            int to = t.offset() + r * t.stride();
            int o = dx.offset() + r * dx.stride();
            double mass = DoubleRows.sum(w, to, dx.cols());
            add(gr * mass, e, r * dx.cols(), beta, d, o, dx.cols());
            for (int c = 0; c < dx.cols(); c++) {
                d[o + c] -= gr * w[to + c];
            }
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
