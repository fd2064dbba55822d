// Generated from DoubleStridedTemplate.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/** Products over rows of one length. A template: see {@link Templates}; its data is that length. */
/*
 * HotSpot's compiler makes vectors of a loop when it can tell that no load touches what a store of another turn wrote: when
 * all indices differ by constants. With the distance of the rows a constant they do, so several rows of one array can be
 * read where they lie. The sums follow the same index: those before term p are at p * N of the scratch, one row behind the
 * element of the matrix they are added to. docs/adr/0003 has the figures.
 */
final class FloatStridedTemplate implements FloatStrided {
    private static final int N = Templates.data(MethodHandles.lookup(), Integer.class);
    private static final int LANES = FloatDotGemm.PARTIALS;
    private static final int LANE = LANES * N;
    private static final int HALF = LANE / 2;
    private static final int QUARTER = LANE / 4;

    FloatStridedTemplate() {}

    @Override
    public void row(int k, float[] a, int ao, int ap, float[] b, float beta, float[] c, int co, float[] work) {
        start(beta, c, co, work);
        int p = 0;
        int x = ao;
        if (k % 2 > 0) {
            addRow(0, a[x], b, work);
            p++;
            x += ap;
        }
        if (k % 4 > 1) {
            addTwoRows(p * N, a[x], a[x + ap], b, work);
            p += 2;
            x += 2 * ap;
        }
        for (; p < k; p += 4, x += 4 * ap) {
            addFourRows(p * N, a[x], a[x + ap], a[x + 2 * ap], a[x + 3 * ap], b, work);
        }
        System.arraycopy(work, k * N, c, co, N);
    }

    private static void start(float beta, float[] c, int co, float[] sums) {
        if (beta == 0) {
            Arrays.fill(sums, 0, N, 0);
        } else {
            for (int j = 0; j < N; j++) {
                sums[j] = beta * c[co + j];
            }
        }
    }

    private static void addRow(int from, float x, float[] b, float[] sums) {
        for (int j = from; j < from + N; j++) {
            sums[j + N] = Math.fma(x, b[j], sums[j]);
        }
    }

    private static void addTwoRows(int from, float x0, float x1, float[] b, float[] sums) {
        for (int j = from; j < from + N; j++) {
            sums[j + 2 * N] = Math.fma(x1, b[j + N], Math.fma(x0, b[j], sums[j]));
        }
    }

    private static void addFourRows(int from, float x0, float x1, float x2, float x3, float[] b, float[] sums) {
        for (int j = from; j < from + N; j++) {
            float s = Math.fma(x1, b[j + N], Math.fma(x0, b[j], sums[j]));
            sums[j + 4 * N] = Math.fma(x3, b[j + 3 * N], Math.fma(x2, b[j + 2 * N], s));
        }
    }

    // Each partial sum has every LANES-th row of the scratch: it moves LANES rows on with every term.
    @Override
    public void column(int k, float[] a, float[] b, int bo, float beta, float[] c, int co, int ldc, float[] work) {
        if (k == 2 * LANES || k == 4 * LANES) {
            if (k == 2 * LANES) {
                quarters(a, b, bo, work);
            } else {
                halves(a, b, bo, work);
            }
            fold(k / 8, 0, beta == 0 ? 0.0f : -0.0f, work);
            finish(work, 0, beta, c, co, ldc);
            return;
        }
        Arrays.fill(work, 0, LANE, 0);
        for (int lane = 0; lane < Math.min(LANES, k); lane++) {
            lane(lane, k, a, b, bo, work);
        }
        int from = k * N;
        int turned = k % LANES;
        if (turned > 0) {
            // Row k is that of lane k modulo LANES: the lanes from there on belong behind the others.
            System.arraycopy(work, from, work, from + LANE, LANE - turned * N);
            from += LANE - turned * N;
        }
        fold(LANES, from, beta == 0 ? 0.0f : -0.0f, work);
        finish(work, from, beta, c, co, ldc);
    }

    // Eight terms a loop, which is as many as the compiler makes vectors of. With two terms a partial sum these are
    // four
    // sums, one of each quarter, which are added up where they are made.
    private static void quarters(float[] a, float[] b, int bo, float[] sums) {
        for (int lane = 0; lane < LANES / 4; lane++) {
            int x = bo + lane;
            int y = x + LANES / 4;
            int z = y + LANES / 4;
            int w = z + LANES / 4;
            quarter(lane * N, b[x], b[x + LANES], b[y], b[y + LANES], b[z], b[z + LANES], b[w], b[w + LANES], a, sums);
        }
    }

    private static void quarter(
            int from,
            float x0,
            float x1,
            float y0,
            float y1,
            float z0,
            float z1,
            float w0,
            float w1,
            float[] a,
            float[] sums) {
        for (int i = from; i < from + N; i++) {
            float s = Math.fma(a[i + LANE], x1, Math.fma(a[i], x0, 0));
            float t = Math.fma(a[i + QUARTER + LANE], y1, Math.fma(a[i + QUARTER], y0, 0));
            float u = Math.fma(a[i + HALF + LANE], z1, Math.fma(a[i + HALF], z0, 0));
            float v = Math.fma(a[i + HALF + QUARTER + LANE], w1, Math.fma(a[i + HALF + QUARTER], w0, 0));
            sums[i] = (s + u) + (t + v);
        }
    }

    // With four terms these are two sums, one of each half.
    private static void halves(float[] a, float[] b, int bo, float[] sums) {
        for (int lane = 0; lane < LANES / 2; lane++) {
            int y = bo + lane;
            int z = y + LANES / 2;
            float y0 = b[y];
            float y1 = b[y + LANES];
            float y2 = b[y + 2 * LANES];
            float y3 = b[y + 3 * LANES];
            half(lane * N, y0, y1, y2, y3, b[z], b[z + LANES], b[z + 2 * LANES], b[z + 3 * LANES], a, sums);
        }
    }

    private static void half(
            int from,
            float y0,
            float y1,
            float y2,
            float y3,
            float z0,
            float z1,
            float z2,
            float z3,
            float[] a,
            float[] sums) {
        for (int i = from; i < from + N; i++) {
            float s = Math.fma(a[i + LANE], y1, Math.fma(a[i], y0, 0));
            float t = Math.fma(a[i + HALF + LANE], z1, Math.fma(a[i + HALF], z0, 0));
            s = Math.fma(a[i + 3 * LANE], y3, Math.fma(a[i + 2 * LANE], y2, s));
            t = Math.fma(a[i + HALF + 3 * LANE], z3, Math.fma(a[i + HALF + 2 * LANE], z2, t));
            sums[i] = s + t;
        }
    }

    private static void lane(int lane, int k, float[] a, float[] b, int bo, float[] sums) {
        int terms = (k - lane + LANES - 1) / LANES;
        int p = lane;
        if (terms % 2 > 0) {
            addTerm(p * N, b[bo + p], a, sums);
            p += LANES;
        }
        if (terms % 4 > 1) {
            addTwoTerms(p * N, b[bo + p], b[bo + p + LANES], a, sums);
            p += 2 * LANES;
        }
        for (; p < k; p += 4 * LANES) {
            int y = bo + p;
            addFourTerms(p * N, b[y], b[y + LANES], b[y + 2 * LANES], b[y + 3 * LANES], a, sums);
        }
    }

    private static void addTerm(int from, float y, float[] a, float[] sums) {
        for (int i = from; i < from + N; i++) {
            sums[i + LANE] = Math.fma(a[i], y, sums[i]);
        }
    }

    private static void addTwoTerms(int from, float y0, float y1, float[] a, float[] sums) {
        for (int i = from; i < from + N; i++) {
            sums[i + 2 * LANE] = Math.fma(a[i + LANE], y1, Math.fma(a[i], y0, sums[i]));
        }
    }

    private static void addFourTerms(int from, float y0, float y1, float y2, float y3, float[] a, float[] sums) {
        for (int i = from; i < from + N; i++) {
            float s = Math.fma(a[i + LANE], y1, Math.fma(a[i], y0, sums[i]));
            sums[i + 4 * LANE] = Math.fma(a[i + 3 * LANE], y3, Math.fma(a[i + 2 * LANE], y2, s));
        }
    }

    /** Adds {@code rows} rows of sums in halves; {@code more} is a zero of either sign. */
    private static void fold(int rows, int from, float more, float[] sums) {
        if (rows > 8) {
            for (int i = from; i < from + 8 * N; i++) {
                sums[i] += sums[i + 8 * N];
            }
        }
        if (rows > 4) {
            for (int i = from; i < from + 4 * N; i++) {
                sums[i] += sums[i + 4 * N];
            }
        }
        if (rows > 2) {
            for (int i = from; i < from + 2 * N; i++) {
                sums[i] += sums[i + 2 * N];
            }
        }
        for (int i = from; i < from + N; i++) {
            sums[i] = sums[i] + sums[i + N] + more;
        }
    }

    private static void finish(float[] sums, int from, float beta, float[] c, int co, int ldc) {
        if (beta == 0 && ldc == 1) {
            System.arraycopy(sums, from, c, co, N);
            return;
        }
        for (int i = 0; i < N; i++) {
            int at = co + i * ldc;
            c[at] = beta == 0 ? sums[from + i] : sums[from + i] + beta * c[at];
        }
    }

    // The distance of the rows as a constant leaves one index and its bounds for all of them.
    @Override
    public void down(int n, float[] a, int ao, float[] b, int bo, float beta, float[] c, int co) {
        for (int j = 0; j < n; j += COLUMNS) {
            sixteen(a, ao, b, bo + j * N, beta, c, co + j);
        }
    }

    private static void sixteen(float[] a, int ao, float[] b, int bo, float beta, float[] c, int co) {
        float s0 = FloatDirectGemm.start(beta, c, co);
        float s1 = FloatDirectGemm.start(beta, c, co + 1);
        float s2 = FloatDirectGemm.start(beta, c, co + 2);
        float s3 = FloatDirectGemm.start(beta, c, co + 3);
        float s4 = FloatDirectGemm.start(beta, c, co + 4);
        float s5 = FloatDirectGemm.start(beta, c, co + 5);
        float s6 = FloatDirectGemm.start(beta, c, co + 6);
        float s7 = FloatDirectGemm.start(beta, c, co + 7);
        float s8 = FloatDirectGemm.start(beta, c, co + 8);
        float s9 = FloatDirectGemm.start(beta, c, co + 9);
        float s10 = FloatDirectGemm.start(beta, c, co + 10);
        float s11 = FloatDirectGemm.start(beta, c, co + 11);
        float s12 = FloatDirectGemm.start(beta, c, co + 12);
        float s13 = FloatDirectGemm.start(beta, c, co + 13);
        float s14 = FloatDirectGemm.start(beta, c, co + 14);
        float s15 = FloatDirectGemm.start(beta, c, co + 15);
        for (int p = 0; p < N; p++) {
            float x = a[ao + p];
            int y = bo + p;
            s0 = Math.fma(x, b[y], s0);
            s1 = Math.fma(x, b[y + N], s1);
            s2 = Math.fma(x, b[y + 2 * N], s2);
            s3 = Math.fma(x, b[y + 3 * N], s3);
            s4 = Math.fma(x, b[y + 4 * N], s4);
            s5 = Math.fma(x, b[y + 5 * N], s5);
            s6 = Math.fma(x, b[y + 6 * N], s6);
            s7 = Math.fma(x, b[y + 7 * N], s7);
            s8 = Math.fma(x, b[y + 8 * N], s8);
            s9 = Math.fma(x, b[y + 9 * N], s9);
            s10 = Math.fma(x, b[y + 10 * N], s10);
            s11 = Math.fma(x, b[y + 11 * N], s11);
            s12 = Math.fma(x, b[y + 12 * N], s12);
            s13 = Math.fma(x, b[y + 13 * N], s13);
            s14 = Math.fma(x, b[y + 14 * N], s14);
            s15 = Math.fma(x, b[y + 15 * N], s15);
        }
        c[co] = s0;
        c[co + 1] = s1;
        c[co + 2] = s2;
        c[co + 3] = s3;
        c[co + 4] = s4;
        c[co + 5] = s5;
        c[co + 6] = s6;
        c[co + 7] = s7;
        c[co + 8] = s8;
        c[co + 9] = s9;
        c[co + 10] = s10;
        c[co + 11] = s11;
        c[co + 12] = s12;
        c[co + 13] = s13;
        c[co + 14] = s14;
        c[co + 15] = s15;
    }
}
