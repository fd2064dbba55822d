package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * As {@link DoubleTurnedColumns}, for vectors of sixteen: blocks of sixteen columns and eight terms. Vectors of eight
 * floats could do it as those of doubles do, but once JDK 17 has met two widths of a type it makes objects of both.
 */
final class FloatTurnedColumns {

    private static final VectorSpecies<Float> S = FloatTiles.S;

    static final int LANES = 16;

    /** Columns that are done at once. */
    static final int COLS = LANES;

    /** Terms of a block. */
    static final int TERMS = 8;

    private static final VectorShuffle<Float> NEXT = swap(1);
    private static final VectorShuffle<Float> PAIRS = swap(2);
    private static final VectorShuffle<Float> QUARTERS = swap(4);
    private static final VectorMask<Float> ODD = second(1);
    private static final VectorMask<Float> ODD_PAIRS = second(2);
    private static final VectorMask<Float> ODD_QUARTERS = second(4);
    private static final VectorMask<Float> UPPER = second(8);

    private FloatTurnedColumns() {}

    /** As {@link DoubleTurnedColumns#multiply}; the last of four stages of turning over is left out. */
    static void multiply(
            int k, float[] x, int xo, float[] b, int bo, int bj, float[] s, int so, float[] c, int co) {
        int b1 = bo + bj;
        int b2 = b1 + bj;
        int b3 = b2 + bj;
        int b4 = b3 + bj;
        int b5 = b4 + bj;
        int b6 = b5 + bj;
        int b7 = b6 + bj;
        int d0 = b7 + bj - TERMS;
        int d1 = d0 + bj;
        int d2 = d1 + bj;
        int d3 = d2 + bj;
        int d4 = d3 + bj;
        int d5 = d4 + bj;
        int d6 = d5 + bj;
        int d7 = d6 + bj;
        FloatVector s0 = FloatVector.fromArray(S, s, so);
        FloatVector s1 = s0.rearrange(NEXT);
        for (int p = 0; p < k; p += TERMS) {
            FloatVector r0 = FloatVector.fromArray(S, b, bo + p).blend(FloatVector.fromArray(S, b, d0 + p), UPPER);
            FloatVector r1 = FloatVector.fromArray(S, b, b1 + p).blend(FloatVector.fromArray(S, b, d1 + p), UPPER);
            FloatVector r2 = FloatVector.fromArray(S, b, b2 + p).blend(FloatVector.fromArray(S, b, d2 + p), UPPER);
            FloatVector r3 = FloatVector.fromArray(S, b, b3 + p).blend(FloatVector.fromArray(S, b, d3 + p), UPPER);
            FloatVector r4 = FloatVector.fromArray(S, b, b4 + p).blend(FloatVector.fromArray(S, b, d4 + p), UPPER);
            FloatVector r5 = FloatVector.fromArray(S, b, b5 + p).blend(FloatVector.fromArray(S, b, d5 + p), UPPER);
            FloatVector r6 = FloatVector.fromArray(S, b, b6 + p).blend(FloatVector.fromArray(S, b, d6 + p), UPPER);
            FloatVector r7 = FloatVector.fromArray(S, b, b7 + p).blend(FloatVector.fromArray(S, b, d7 + p), UPPER);
            FloatVector t0 = r0.blend(r4.rearrange(QUARTERS), ODD_QUARTERS);
            FloatVector t1 = r1.blend(r5.rearrange(QUARTERS), ODD_QUARTERS);
            FloatVector t2 = r2.blend(r6.rearrange(QUARTERS), ODD_QUARTERS);
            FloatVector t3 = r3.blend(r7.rearrange(QUARTERS), ODD_QUARTERS);
            FloatVector x0 = FloatVector.broadcast(S, x[xo + p]);
            FloatVector x1 = FloatVector.broadcast(S, x[xo + p + 1]);
            FloatVector u0 = t0.blend(t2.rearrange(PAIRS), ODD_PAIRS);
            FloatVector u1 = t1.blend(t3.rearrange(PAIRS), ODD_PAIRS);
            s0 = x0.fma(u0, s0);
            s1 = x0.fma(u1, s1);
            s0 = x1.fma(u0.rearrange(NEXT), s0);
            s1 = x1.fma(u1.rearrange(NEXT), s1);
            x0 = FloatVector.broadcast(S, x[xo + p + 2]);
            x1 = FloatVector.broadcast(S, x[xo + p + 3]);
            u0 = t0.rearrange(PAIRS).blend(t2, ODD_PAIRS);
            u1 = t1.rearrange(PAIRS).blend(t3, ODD_PAIRS);
            s0 = x0.fma(u0, s0);
            s1 = x0.fma(u1, s1);
            s0 = x1.fma(u0.rearrange(NEXT), s0);
            s1 = x1.fma(u1.rearrange(NEXT), s1);
            t0 = r0.rearrange(QUARTERS).blend(r4, ODD_QUARTERS);
            t1 = r1.rearrange(QUARTERS).blend(r5, ODD_QUARTERS);
            t2 = r2.rearrange(QUARTERS).blend(r6, ODD_QUARTERS);
            t3 = r3.rearrange(QUARTERS).blend(r7, ODD_QUARTERS);
            x0 = FloatVector.broadcast(S, x[xo + p + 4]);
            x1 = FloatVector.broadcast(S, x[xo + p + 5]);
            u0 = t0.blend(t2.rearrange(PAIRS), ODD_PAIRS);
            u1 = t1.blend(t3.rearrange(PAIRS), ODD_PAIRS);
            s0 = x0.fma(u0, s0);
            s1 = x0.fma(u1, s1);
            s0 = x1.fma(u0.rearrange(NEXT), s0);
            s1 = x1.fma(u1.rearrange(NEXT), s1);
            x0 = FloatVector.broadcast(S, x[xo + p + 6]);
            x1 = FloatVector.broadcast(S, x[xo + p + 7]);
            u0 = t0.rearrange(PAIRS).blend(t2, ODD_PAIRS);
            u1 = t1.rearrange(PAIRS).blend(t3, ODD_PAIRS);
            s0 = x0.fma(u0, s0);
            s1 = x0.fma(u1, s1);
            s0 = x1.fma(u0.rearrange(NEXT), s0);
            s1 = x1.fma(u1.rearrange(NEXT), s1);
        }
        s0.blend(s1.rearrange(NEXT), ODD).intoArray(c, co);
    }

    /** Swaps lanes {@code distance} apart. */
    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ distance) % S.length());
    }

    /** The second of all lanes {@code distance} apart. */
    private static VectorMask<Float> second(int distance) {
        boolean[] second = new boolean[S.length()];
        for (int lane = 0; lane < second.length; lane++) {
            second[lane] = (lane & distance) != 0;
        }
        return VectorMask.fromArray(S, second, 0);
    }
}
