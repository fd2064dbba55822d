package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/** The loss at the end of a chain. A template: see {@link Templates}. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoublePairwiseChain implements Chain {
    private static final PairwiseLink LINK = Templates.data(MethodHandles.lookup(), PairwiseLink.class);
    private static final Pairwise F = LINK.f();
    private static final double P = LINK.p();
    private static final boolean ONE_ROW = LINK.capacity() == 1;
    private static final int COLS = LINK.y().cols();
    private static final double[] Y = array(LINK.y());
    private static final DoubleTensor TARGET = (DoubleTensor) LINK.t();
    private static final double[] VALUES = array(LINK.values());
    private static final double[] DY = array(LINK.dy());
    private static final double[] SEEDS = new double[COLS];

    DoublePairwiseChain() {}

    private static double[] array(Tensor t) {
        return ((DoubleTensor) t).data();
    }

    @Override
    public double run(int count, double seed) {
        int rows = ONE_ROW ? 1 : count;
        double[] t = TARGET.data();
        int at = TARGET.offset();
        int stride = TARGET.stride();
        return F == Pairwise.SQUARED_ERROR ? squared(rows, seed, t, at, stride) : general(rows, seed, t, at, stride);
    }

    private static double squared(int rows, double seed, double[] t, int from, int stride) {
        double g = (double) seed;
        double total = 0;
        int at = 0;
        for (int r = 0, to = from; r < rows; r++, to += stride) {
            double rowTotal = 0;
            for (int c = 0; c < COLS; c++) {
                double d = Y[at + c] - t[to + c];
                double v = d * d;
                VALUES[at + c] = v;
                DY[at + c] = g * (2 * d);
                rowTotal += v;
            }
            at += COLS;
            total += rowTotal;
        }
        return total;
    }

    private static double general(int rows, double seed, double[] t, int from, int stride) {
        Arrays.fill(SEEDS, (double) seed);
        double total = 0;
        int at = 0;
        for (int r = 0, to = from; r < rows; r++, to += stride) {
            DoublePairwise.apply(F, P, Y, at, t, to, VALUES, at, COLS);
            DoublePairwise.derive(F, false, P, Y, at, t, to, SEEDS, 0, 0, DY, at, COLS);
            double rowTotal = 0;
            for (int c = 0; c < COLS; c++) {
                rowTotal += VALUES[at + c];
            }
            at += COLS;
            total += rowTotal;
        }
        return total;
    }
}
