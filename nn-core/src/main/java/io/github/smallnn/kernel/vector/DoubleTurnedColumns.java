package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * One row of A times columns of a transposed B. They lie in memory one after the other, so that one term of several
 * columns makes no vector: blocks of eight columns and four terms are turned over in registers. For vectors of eight.
 */
// The rows of B are indexed by the counter of the loop plus what does not change in it, so that the compiler checks
// their bounds, and the indices of the shuffles, once before the loop.
final class DoubleTurnedColumns {

    private static final VectorSpecies<Double> S = DoubleTiles.S;

    static final int LANES = 8;

    /** Columns that are done at once: the sums of eight would wait for each other. */
    static final int COLS = 2 * LANES;

    /** Terms of a block. */
    static final int TERMS = 4;

    private static final VectorShuffle<Double> NEXT = swap(1);
    private static final VectorShuffle<Double> PAIRS = swap(2);
    private static final VectorMask<Double> ODD = second(1);
    private static final VectorMask<Double> ODD_PAIRS = second(2);
    private static final VectorMask<Double> UPPER = second(4);

    private DoubleTurnedColumns() {}

    /**
     * The sums of {@code COLS} adjacent columns, {@code k} a multiple of {@code TERMS}: those at {@code so} and the
     * products of {@code x} with the columns. What is read of B lies between the first and the last of their elements.
     */
    // The third stage of turning over would blend each pair of vectors into two. It is left out: the sums of every
    // other column are in the even lanes of one vector, the others' in those of another, and what the odd lanes hold is
    // dropped. A blend is two instructions and a load on JDK 17, a multiply-add is one.
    static void multiply(
            int k, double[] x, int xo, double[] b, int bo, int bj, double[] s, int so, double[] c, int co) {
        int b1 = bo + bj;
        int b2 = b1 + bj;
        int b3 = b2 + bj;
        // The upper half of a vector is loaded from where its elements fall on the upper lanes: the first stage.
        int b4 = b3 + bj - TERMS;
        int b5 = b4 + bj;
        int b6 = b5 + bj;
        int b7 = b6 + bj;
        int d0 = b7 + bj + TERMS;
        int d1 = d0 + bj;
        int d2 = d1 + bj;
        int d3 = d2 + bj;
        int d4 = d3 + bj - TERMS;
        int d5 = d4 + bj;
        int d6 = d5 + bj;
        int d7 = d6 + bj;
        DoubleVector s0 = DoubleVector.fromArray(S, s, so);
        DoubleVector s1 = s0.rearrange(NEXT);
        DoubleVector s2 = DoubleVector.fromArray(S, s, so + LANES);
        DoubleVector s3 = s2.rearrange(NEXT);
        for (int p = 0; p < k; p += TERMS) {
            DoubleVector t0 = DoubleVector.fromArray(S, b, bo + p).blend(DoubleVector.fromArray(S, b, b4 + p), UPPER);
            DoubleVector t1 = DoubleVector.fromArray(S, b, b1 + p).blend(DoubleVector.fromArray(S, b, b5 + p), UPPER);
            DoubleVector t2 = DoubleVector.fromArray(S, b, b2 + p).blend(DoubleVector.fromArray(S, b, b6 + p), UPPER);
            DoubleVector t3 = DoubleVector.fromArray(S, b, b3 + p).blend(DoubleVector.fromArray(S, b, b7 + p), UPPER);
            DoubleVector t4 = DoubleVector.fromArray(S, b, d0 + p).blend(DoubleVector.fromArray(S, b, d4 + p), UPPER);
            DoubleVector t5 = DoubleVector.fromArray(S, b, d1 + p).blend(DoubleVector.fromArray(S, b, d5 + p), UPPER);
            DoubleVector t6 = DoubleVector.fromArray(S, b, d2 + p).blend(DoubleVector.fromArray(S, b, d6 + p), UPPER);
            DoubleVector t7 = DoubleVector.fromArray(S, b, d3 + p).blend(DoubleVector.fromArray(S, b, d7 + p), UPPER);
            DoubleVector x0 = DoubleVector.broadcast(S, x[xo + p]);
            DoubleVector x1 = DoubleVector.broadcast(S, x[xo + p + 1]);
            DoubleVector u0 = t0.blend(t2.rearrange(PAIRS), ODD_PAIRS);
            DoubleVector u1 = t1.blend(t3.rearrange(PAIRS), ODD_PAIRS);
            DoubleVector u2 = t4.blend(t6.rearrange(PAIRS), ODD_PAIRS);
            DoubleVector u3 = t5.blend(t7.rearrange(PAIRS), ODD_PAIRS);
            s0 = x0.fma(u0, s0);
            s1 = x0.fma(u1, s1);
            s2 = x0.fma(u2, s2);
            s3 = x0.fma(u3, s3);
            s0 = x1.fma(u0.rearrange(NEXT), s0);
            s1 = x1.fma(u1.rearrange(NEXT), s1);
            s2 = x1.fma(u2.rearrange(NEXT), s2);
            s3 = x1.fma(u3.rearrange(NEXT), s3);
            x0 = DoubleVector.broadcast(S, x[xo + p + 2]);
            x1 = DoubleVector.broadcast(S, x[xo + p + 3]);
            u0 = t0.rearrange(PAIRS).blend(t2, ODD_PAIRS);
            u1 = t1.rearrange(PAIRS).blend(t3, ODD_PAIRS);
            u2 = t4.rearrange(PAIRS).blend(t6, ODD_PAIRS);
            u3 = t5.rearrange(PAIRS).blend(t7, ODD_PAIRS);
            s0 = x0.fma(u0, s0);
            s1 = x0.fma(u1, s1);
            s2 = x0.fma(u2, s2);
            s3 = x0.fma(u3, s3);
            s0 = x1.fma(u0.rearrange(NEXT), s0);
            s1 = x1.fma(u1.rearrange(NEXT), s1);
            s2 = x1.fma(u2.rearrange(NEXT), s2);
            s3 = x1.fma(u3.rearrange(NEXT), s3);
        }
        s0.blend(s1.rearrange(NEXT), ODD).intoArray(c, co);
        s2.blend(s3.rearrange(NEXT), ODD).intoArray(c, co + LANES);
    }

    /** Swaps lanes {@code distance} apart. */
    private static VectorShuffle<Double> swap(int distance) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ distance) % S.length());
    }

    /** The second of all lanes {@code distance} apart. */
    private static VectorMask<Double> second(int distance) {
        boolean[] second = new boolean[S.length()];
        for (int lane = 0; lane < second.length; lane++) {
            second[lane] = (lane & distance) != 0;
        }
        return VectorMask.fromArray(S, second, 0);
    }
}
