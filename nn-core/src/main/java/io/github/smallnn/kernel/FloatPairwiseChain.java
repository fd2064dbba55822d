// Generated from DoublePairwiseChain.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/** The loss at the end of a chain. A template: see {@link Templates}. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatPairwiseChain implements Chain {
    private static final PairwiseLink LINK = Templates.data(MethodHandles.lookup(), PairwiseLink.class);
    private static final Pairwise F = LINK.f();
    private static final double P = LINK.p();
    private static final boolean ONE_ROW = LINK.capacity() == 1;
    private static final int COLS = LINK.y().cols();
    private static final float[] Y = array(LINK.y());
    private static final FloatTensor TARGET = (FloatTensor) LINK.t();
    private static final float[] VALUES = array(LINK.values());
    private static final float[] DY = array(LINK.dy());
    private static final float[] SEEDS = new float[COLS];

    FloatPairwiseChain() {}

    private static float[] array(Tensor t) {
        return ((FloatTensor) t).data();
    }

    @Override
    public double run(int count, double seed) {
        int rows = ONE_ROW ? 1 : count;
        float[] t = TARGET.data();
        int at = TARGET.offset();
        int stride = TARGET.stride();
        return F == Pairwise.SQUARED_ERROR ? squared(rows, seed, t, at, stride) : general(rows, seed, t, at, stride);
    }

    private static double squared(int rows, double seed, float[] t, int from, int stride) {
        float g = (float) seed;
        double total = 0;
        int at = 0;
        for (int r = 0, to = from; r < rows; r++, to += stride) {
            double rowTotal = 0;
            for (int c = 0; c < COLS; c++) {
                float d = Y[at + c] - t[to + c];
                float v = d * d;
                VALUES[at + c] = v;
                DY[at + c] = g * (2 * d);
                rowTotal += v;
            }
            at += COLS;
            total += rowTotal;
        }
        return total;
    }

    private static double general(int rows, double seed, float[] t, int from, int stride) {
        Arrays.fill(SEEDS, (float) seed);
        double total = 0;
        int at = 0;
        for (int r = 0, to = from; r < rows; r++, to += stride) {
            FloatPairwise.apply(F, P, Y, at, t, to, VALUES, at, COLS);
            FloatPairwise.derive(F, false, P, Y, at, t, to, SEEDS, 0, 0, DY, at, COLS);
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
