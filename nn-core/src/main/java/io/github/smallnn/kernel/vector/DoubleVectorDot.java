package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.GemmWorkspace;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Products with one output column: the partial sums of a dot product lie in the lanes of vectors. */
final class DoubleVectorDot {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    // float: private static final int PARTIALS = 16;
    private static final int PARTIALS = 8;

    /** The partial sums of every {@code PITCH}-th place are done at once. */
    private static final int PITCH = PARTIALS / 8;

    /** Whether a vector holds all partial sums of a row, so that they are summed up in registers. */
    private static final boolean WHOLE = W == PARTIALS;

    /** The lanes in pairs at a distance of a half, a quarter and an eighth of the partial sums, and next to each other. */
    private static final VectorShuffle<Double> HALF = swap(PARTIALS / 2);

    private static final VectorShuffle<Double> QUARTER = swap(PARTIALS / 4);
    private static final VectorShuffle<Double> EIGHTH = swap(PARTIALS / 8);
    private static final VectorShuffle<Double> NEXT = swap(1);

    private static final VectorMask<Double> UPPER_HALF = upper(PARTIALS / 2);
    private static final VectorMask<Double> UPPER_QUARTER = upper(PARTIALS / 4);
    private static final VectorMask<Double> UPPER_EIGHTH = upper(PARTIALS / 8);

    /** Adding it changes no number, whereas {@code 0.0} makes a zero positive, as adding {@code 0 * c} does. */
    private static final double NOTHING = -0.0;

    /** Shorter rows have no whole vector. */
    static final int SHORT = PARTIALS;

    /** Rows of A that are multiplied at once. */
    private static final int ROWS = 8;

    /** Room for the partial sums of as many rows as are done at once. */
    private static final int SUMS = Math.max(ROWS, W) * PARTIALS;

    private DoubleVectorDot() {}

    /**
     * {@code c[i] = alpha op(A)[i, :] b + beta c[i]}, with the strides of {@link DoubleVectorGemm#multiply}; element
     * {@code p} of {@code b} lies at {@code bo + p * bp}.
     */
    static void multiply(
            int m,
            int k,
            double alpha,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace workspace) {
        double[] work = workspace.doubles(SUMS + k + k * W + (alpha == 1 ? 0 : m * k));
        double[] x = b;
        int xo = bo;
        if (bp != 1) {
            x = work;
            xo = SUMS;
            for (int p = 0; p < k; p++) {
                work[SUMS + p] = b[bo + p * bp];
            }
        }
        int scaled = SUMS + k + k * W;
        if (ap == 1) {
            if (alpha == 1) {
                rows(m, k, a, ao, ai, x, xo, beta, c, co, ldc, work);
            } else {
                DoublePanels.scaledRows(alpha, m, k, a, ao, ai, work, scaled, k);
                rows(m, k, work, scaled, k, x, xo, beta, c, co, ldc, work);
            }
        } else if (alpha == 1) {
            columns(m, k, a, ao, ap, x, xo, beta, c, co, ldc, work);
        } else {
            DoublePanels.scaledRows(alpha, k, m, a, ao, ap, work, scaled, m);
            columns(m, k, work, scaled, m, x, xo, beta, c, co, ldc, work);
        }
    }

    private static void rows(
            int m,
            int k,
            double[] a,
            int ao,
            int ai,
            double[] b,
            int bo,
            double beta,
            double[] c,
            int co,
            int ldc,
            double[] work) {
        boolean inPlace = PITCH == 1 && beta == 0 && ldc == 1;
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            int from = ao + i * ai;
            int to = co + i * ldc;
            if (!WHOLE || k % PARTIALS != 0) {
                for (int lane = 0; lane < PARTIALS; lane += W) {
                    dotRows(lane, rows, k, a, from, ai, b, bo, work);
                }
                rest(rows, k, a, from, ai, b, bo, work);
                for (int r = 0; r < rows; r++) {
                    store(foldRow(work, r * PARTIALS), beta, c, to + r * ldc);
                }
            } else if (inPlace && rows == ROWS) {
                dotWholeRows(rows, k, a, from, ai, b, bo, 0.0, c, to);
            } else {
                dotWholeRows(rows, k, a, from, ai, b, bo, NOTHING, work, 0);
                for (int r = 0; r < rows; r++) {
                    store(work[r * PITCH], beta, c, to + r * ldc);
                }
            }
        }
    }

    /** A is transposed: a vector holds one partial sum of as many rows as it has lanes. */
    private static void columns(
            int m,
            int k,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            double beta,
            double[] c,
            int co,
            int ldc,
            double[] work) {
        if (m < W) {
            fewColumns(m, k, a, ao, ap, b, bo, work);
            for (int r = 0; r < m; r++) {
                store(work[r], beta, c, co + r * ldc);
            }
            return;
        }
        boolean inPlace = beta == 0 && ldc == 1;
        for (int i = 0; i < m; i += W) {
            // The last vector ends with the last row, so it may overlap the one before it.
            int first = Math.min(i, m - W);
            if (inPlace) {
                columns(k, a, ao + first, ap, b, bo, 0.0, c, co + first);
            } else {
                columns(k, a, ao + first, ap, b, bo, NOTHING, work, 0);
                for (int r = i - first; r < W; r++) {
                    store(work[r], beta, c, co + (first + r) * ldc);
                }
            }
        }
    }

    /**
     * Fewer rows than lanes: the lanes behind them take what lies there, and nobody asks for their sums. Where the array
     * ends too early the rows are copied, all at once when they lie without gaps.
     */
    private static void fewColumns(int m, int k, double[] a, int ao, int ap, double[] b, int bo, double[] work) {
        int panel = SUMS + k;
        if (ao + (k - 1) * ap + W <= a.length) {
            columns(k, a, ao, ap, b, bo, NOTHING, work, 0);
        } else if (ap == m) {
            System.arraycopy(a, ao, work, panel, k * m);
            columns(k, work, panel, m, b, bo, NOTHING, work, 0);
        } else {
            DoublePanels.panel(k, m, W, a, ao, ap, 1, work, panel);
            columns(k, work, panel, W, b, bo, NOTHING, work, 0);
        }
    }

    /** The dot products of {@code W} adjacent rows and {@code more}, from {@code at} of {@code out} on. */
    private static void columns(
            int k, double[] a, int ao, int ap, double[] b, int bo, double more, double[] out, int at) {
        for (int first = 0; first < PITCH; first++) {
            dotColumns(first, k, a, ao, ap, b, bo, more, out, at);
        }
    }

    /**
     * The partial sums {@code lane .. lane + W - 1} of up to eight rows, row after row, at the start of {@code sums},
     * without the terms after the last whole {@code PARTIALS}. Fewer rows repeat the last.
     */
    private static void dotRows(
            int lane, int rows, int k, double[] a, int ao, int ai, double[] b, int bo, double[] sums) {
        int last = rows - 1;
        int a1 = ao + Math.min(1, last) * ai;
        int a2 = ao + Math.min(2, last) * ai;
        int a3 = ao + Math.min(3, last) * ai;
        int a4 = ao + Math.min(4, last) * ai;
        int a5 = ao + Math.min(5, last) * ai;
        int a6 = ao + Math.min(6, last) * ai;
        int a7 = ao + Math.min(7, last) * ai;
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        int whole = k - k % PARTIALS;
        for (int p = lane; p < whole; p += PARTIALS) {
            DoubleVector y = DoubleVector.fromArray(S, b, bo + p);
            s0 = DoubleVector.fromArray(S, a, ao + p).fma(y, s0);
            s1 = DoubleVector.fromArray(S, a, a1 + p).fma(y, s1);
            s2 = DoubleVector.fromArray(S, a, a2 + p).fma(y, s2);
            s3 = DoubleVector.fromArray(S, a, a3 + p).fma(y, s3);
            s4 = DoubleVector.fromArray(S, a, a4 + p).fma(y, s4);
            s5 = DoubleVector.fromArray(S, a, a5 + p).fma(y, s5);
            s6 = DoubleVector.fromArray(S, a, a6 + p).fma(y, s6);
            s7 = DoubleVector.fromArray(S, a, a7 + p).fma(y, s7);
        }
        s0.intoArray(sums, lane);
        s1.intoArray(sums, PARTIALS + lane);
        s2.intoArray(sums, 2 * PARTIALS + lane);
        s3.intoArray(sums, 3 * PARTIALS + lane);
        s4.intoArray(sums, 4 * PARTIALS + lane);
        s5.intoArray(sums, 5 * PARTIALS + lane);
        s6.intoArray(sums, 6 * PARTIALS + lane);
        s7.intoArray(sums, 7 * PARTIALS + lane);
    }

    /**
     * The dot products of up to eight rows, {@code PITCH} apart from {@code at} of {@code out} on; {@code k} is a multiple
     * of the partial sums and {@code more} a zero of either sign. Every stage adds the halves of two vectors into one.
     */
    private static void dotWholeRows(
            int rows, int k, double[] a, int ao, int ai, double[] b, int bo, double more, double[] out, int at) {
        int last = rows - 1;
        int a1 = ao + Math.min(1, last) * ai;
        int a2 = ao + Math.min(2, last) * ai;
        int a3 = ao + Math.min(3, last) * ai;
        int a4 = ao + Math.min(4, last) * ai;
        int a5 = ao + Math.min(5, last) * ai;
        int a6 = ao + Math.min(6, last) * ai;
        int a7 = ao + Math.min(7, last) * ai;
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        for (int p = 0; p < k; p += PARTIALS) {
            DoubleVector y = DoubleVector.fromArray(S, b, bo + p);
            s0 = DoubleVector.fromArray(S, a, ao + p).fma(y, s0);
            s1 = DoubleVector.fromArray(S, a, a1 + p).fma(y, s1);
            s2 = DoubleVector.fromArray(S, a, a2 + p).fma(y, s2);
            s3 = DoubleVector.fromArray(S, a, a3 + p).fma(y, s3);
            s4 = DoubleVector.fromArray(S, a, a4 + p).fma(y, s4);
            s5 = DoubleVector.fromArray(S, a, a5 + p).fma(y, s5);
            s6 = DoubleVector.fromArray(S, a, a6 + p).fma(y, s6);
            s7 = DoubleVector.fromArray(S, a, a7 + p).fma(y, s7);
        }
        DoubleVector t0 =
                s0.blend(s4.rearrange(HALF), UPPER_HALF).add(s0.rearrange(HALF).blend(s4, UPPER_HALF));
        DoubleVector t1 =
                s1.blend(s5.rearrange(HALF), UPPER_HALF).add(s1.rearrange(HALF).blend(s5, UPPER_HALF));
        DoubleVector t2 =
                s2.blend(s6.rearrange(HALF), UPPER_HALF).add(s2.rearrange(HALF).blend(s6, UPPER_HALF));
        DoubleVector t3 =
                s3.blend(s7.rearrange(HALF), UPPER_HALF).add(s3.rearrange(HALF).blend(s7, UPPER_HALF));
        DoubleVector u0 = t0.blend(t2.rearrange(QUARTER), UPPER_QUARTER)
                .add(t0.rearrange(QUARTER).blend(t2, UPPER_QUARTER));
        DoubleVector u1 = t1.blend(t3.rearrange(QUARTER), UPPER_QUARTER)
                .add(t1.rearrange(QUARTER).blend(t3, UPPER_QUARTER));
        DoubleVector v = u0.blend(u1.rearrange(EIGHTH), UPPER_EIGHTH)
                .add(u0.rearrange(EIGHTH).blend(u1, UPPER_EIGHTH));
        if (PITCH > 1) {
            v = v.add(v.rearrange(NEXT));
        }
        v.add(DoubleVector.broadcast(S, more)).intoArray(out, at);
    }

    /** Adds the terms after the last whole {@code PARTIALS} to the partial sums of the rows. */
    private static void rest(int rows, int k, double[] a, int ao, int ai, double[] b, int bo, double[] sums) {
        int whole = k - k % PARTIALS;
        for (int r = 0; r < rows; r++) {
            int row = ao + r * ai;
            int at = r * PARTIALS - whole;
            for (int p = whole; p < k; p++) {
                sums[at + p] = Math.fma(a[row + p], b[bo + p], sums[at + p]);
            }
        }
    }

    /**
     * Adds the partial sums {@code first}, {@code first + PITCH}, and so on, of {@code W} rows, in halves. The results lie
     * from {@code at} of {@code out} on, added there to those of {@code first - 1}; {@code more} is a zero of either sign.
     */
    private static void dotColumns(
            int first, int k, double[] a, int ao, int ap, double[] b, int bo, double more, double[] out, int at) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        int end = k - 7 * PITCH;
        int p = first;
        for (; p < end; p += PARTIALS) {
            int x = ao + p * ap;
            int y = bo + p;
            s0 = DoubleVector.fromArray(S, a, x).fma(DoubleVector.broadcast(S, b[y]), s0);
            s1 = DoubleVector.fromArray(S, a, x + PITCH * ap).fma(DoubleVector.broadcast(S, b[y + PITCH]), s1);
            s2 = DoubleVector.fromArray(S, a, x + 2 * PITCH * ap).fma(DoubleVector.broadcast(S, b[y + 2 * PITCH]), s2);
            s3 = DoubleVector.fromArray(S, a, x + 3 * PITCH * ap).fma(DoubleVector.broadcast(S, b[y + 3 * PITCH]), s3);
            s4 = DoubleVector.fromArray(S, a, x + 4 * PITCH * ap).fma(DoubleVector.broadcast(S, b[y + 4 * PITCH]), s4);
            s5 = DoubleVector.fromArray(S, a, x + 5 * PITCH * ap).fma(DoubleVector.broadcast(S, b[y + 5 * PITCH]), s5);
            s6 = DoubleVector.fromArray(S, a, x + 6 * PITCH * ap).fma(DoubleVector.broadcast(S, b[y + 6 * PITCH]), s6);
            s7 = DoubleVector.fromArray(S, a, x + 7 * PITCH * ap).fma(DoubleVector.broadcast(S, b[y + 7 * PITCH]), s7);
        }
        if (p < k) {
            s0 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s0);
            p += PITCH;
        }
        if (p < k) {
            s1 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s1);
            p += PITCH;
        }
        if (p < k) {
            s2 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s2);
            p += PITCH;
        }
        if (p < k) {
            s3 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s3);
            p += PITCH;
        }
        if (p < k) {
            s4 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s4);
            p += PITCH;
        }
        if (p < k) {
            s5 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s5);
            p += PITCH;
        }
        if (p < k) {
            s6 = DoubleVector.fromArray(S, a, ao + p * ap).fma(DoubleVector.broadcast(S, b[bo + p]), s6);
            p += PITCH;
        }
        DoubleVector even = s0.add(s4).add(s2.add(s6));
        DoubleVector odd = s1.add(s5).add(s3.add(s7));
        DoubleVector sum = even.add(odd);
        if (first > 0) {
            sum = DoubleVector.fromArray(S, out, at).add(sum);
        }
        sum.add(DoubleVector.broadcast(S, more)).intoArray(out, at);
    }

    /** The sum of one row's partial sums, in halves; the last eight in registers. */
    private static double foldRow(double[] sums, int at) {
        for (int half = PARTIALS / 2; half >= 8; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[at + q] += sums[at + q + half];
            }
        }
        double even = (sums[at] + sums[at + 4]) + (sums[at + 2] + sums[at + 6]);
        double odd = (sums[at + 1] + sums[at + 5]) + (sums[at + 3] + sums[at + 7]);
        return even + odd;
    }

    /** Swaps lanes {@code distance} apart. */
    private static VectorShuffle<Double> swap(int distance) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ distance) % W);
    }

    /** The second of all lanes {@code distance} apart. */
    private static VectorMask<Double> upper(int distance) {
        boolean[] upper = new boolean[W];
        for (int lane = 0; lane < W; lane++) {
            upper[lane] = (lane & distance) != 0;
        }
        return VectorMask.fromArray(S, upper, 0);
    }

    private static void store(double sum, double beta, double[] c, int at) {
        double start = beta == 0 ? 0 : beta * c[at];
        c[at] = sum + start;
    }
}
