package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** Cross-entropy in doubles, from the logarithm of the softmax. Stateless, any thread. */
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

    static void indexBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx) {
        double[] gv = data(g);
        for (int r = 0; r < logp.rows(); r++) {
            double gr = gv[g.offset() + r * g.stride()];
            int o = dx.offset() + r * dx.stride();
            DoubleRows.addExp(gr, data(logp), logp.offset() + r * logp.stride(), beta, data(dx), o, logp.cols());
            data(dx)[o + label(t, r, logp.cols())] -= gr;
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

    static void distributionBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx) {
        double[] gv = data(g);
        double[] w = data(t);
        double[] d = data(dx);
        for (int r = 0; r < logp.rows(); r++) {
            double gr = gv[g.offset() + r * g.stride()];
            int to = t.offset() + r * t.stride();
            int o = dx.offset() + r * dx.stride();
            double mass = DoubleRows.sum(w, to, logp.cols());
            DoubleRows.addExp(gr * mass, data(logp), logp.offset() + r * logp.stride(), beta, d, o, logp.cols());
            for (int c = 0; c < logp.cols(); c++) {
                d[o + c] -= gr * w[to + c];
            }
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
