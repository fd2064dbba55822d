// Generated from DoubleDownTiles.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Tiles of products with an A by rows and a transposed B: every index is a constant and the counter, so that no bounds are
 * checked within the loops.
 */
final class FloatDownTiles {

    private FloatDownTiles() {}

    /** Four rows and a multiple of four columns, with the strides of {@link FloatDirectGemm#multiply}. */
    static void fourRows(
            int n,
            int k,
            float[] a,
            int ao,
            int ai,
            float[] b,
            int bo,
            int bj,
            float beta,
            float[] c,
            int co,
            int ldc) {
        for (int j = 0; j < n; j += 4) {
            fourByFour(k, a, ao, ai, b, bo + j * bj, bj, beta, c, co + j, ldc);
        }
    }

    /** One row and a multiple of eight columns. */
    static void row(int n, int k, float[] a, int ao, float[] b, int bo, int bj, float beta, float[] c, int co) {
        int sixteens = n & ~15;
        for (int j = 0; j < sixteens; j += 16) {
            oneBySixteen(k, a, ao, b, bo + j * bj, bj, beta, c, co + j);
        }
        if (sixteens < n) {
            oneByEight(k, a, ao, b, bo + sixteens * bj, bj, beta, c, co + sixteens);
        }
    }

    /** Four rows, four columns, two terms at a time. */
    private static void fourByFour(
            int k, float[] a, int ao, int ai, float[] b, int bo, int bj, float beta, float[] c, int co, int ldc) {
        int co1 = co + ldc;
        int co2 = co + 2 * ldc;
        int co3 = co + 3 * ldc;
        float s0 = FloatDirectGemm.start(beta, c, co);
        float s1 = FloatDirectGemm.start(beta, c, co + 1);
        float s2 = FloatDirectGemm.start(beta, c, co + 2);
        float s3 = FloatDirectGemm.start(beta, c, co + 3);
        float t0 = FloatDirectGemm.start(beta, c, co1);
        float t1 = FloatDirectGemm.start(beta, c, co1 + 1);
        float t2 = FloatDirectGemm.start(beta, c, co1 + 2);
        float t3 = FloatDirectGemm.start(beta, c, co1 + 3);
        float u0 = FloatDirectGemm.start(beta, c, co2);
        float u1 = FloatDirectGemm.start(beta, c, co2 + 1);
        float u2 = FloatDirectGemm.start(beta, c, co2 + 2);
        float u3 = FloatDirectGemm.start(beta, c, co2 + 3);
        float v0 = FloatDirectGemm.start(beta, c, co3);
        float v1 = FloatDirectGemm.start(beta, c, co3 + 1);
        float v2 = FloatDirectGemm.start(beta, c, co3 + 2);
        float v3 = FloatDirectGemm.start(beta, c, co3 + 3);
        int x1 = ao + ai;
        int x2 = ao + 2 * ai;
        int x3 = ao + 3 * ai;
        int y1 = bo + bj;
        int y2 = bo + 2 * bj;
        int y3 = bo + 3 * bj;
        int p = 0;
        for (; p < k - 1; p += 2) {
            float a0 = a[ao + p];
            float e0 = a[ao + p + 1];
            float a1 = a[x1 + p];
            float e1 = a[x1 + p + 1];
            float a2 = a[x2 + p];
            float e2 = a[x2 + p + 1];
            float a3 = a[x3 + p];
            float e3 = a[x3 + p + 1];
            float b0 = b[bo + p];
            float f0 = b[bo + p + 1];
            s0 = Math.fma(e0, f0, Math.fma(a0, b0, s0));
            t0 = Math.fma(e1, f0, Math.fma(a1, b0, t0));
            u0 = Math.fma(e2, f0, Math.fma(a2, b0, u0));
            v0 = Math.fma(e3, f0, Math.fma(a3, b0, v0));
            float b1 = b[y1 + p];
            float f1 = b[y1 + p + 1];
            s1 = Math.fma(e0, f1, Math.fma(a0, b1, s1));
            t1 = Math.fma(e1, f1, Math.fma(a1, b1, t1));
            u1 = Math.fma(e2, f1, Math.fma(a2, b1, u1));
            v1 = Math.fma(e3, f1, Math.fma(a3, b1, v1));
            float b2 = b[y2 + p];
            float f2 = b[y2 + p + 1];
            s2 = Math.fma(e0, f2, Math.fma(a0, b2, s2));
            t2 = Math.fma(e1, f2, Math.fma(a1, b2, t2));
            u2 = Math.fma(e2, f2, Math.fma(a2, b2, u2));
            v2 = Math.fma(e3, f2, Math.fma(a3, b2, v2));
            float b3 = b[y3 + p];
            float f3 = b[y3 + p + 1];
            s3 = Math.fma(e0, f3, Math.fma(a0, b3, s3));
            t3 = Math.fma(e1, f3, Math.fma(a1, b3, t3));
            u3 = Math.fma(e2, f3, Math.fma(a2, b3, u3));
            v3 = Math.fma(e3, f3, Math.fma(a3, b3, v3));
        }
        if (p < k) {
            float a0 = a[ao + p];
            float a1 = a[x1 + p];
            float a2 = a[x2 + p];
            float a3 = a[x3 + p];
            float b0 = b[bo + p];
            s0 = Math.fma(a0, b0, s0);
            t0 = Math.fma(a1, b0, t0);
            u0 = Math.fma(a2, b0, u0);
            v0 = Math.fma(a3, b0, v0);
            float b1 = b[y1 + p];
            s1 = Math.fma(a0, b1, s1);
            t1 = Math.fma(a1, b1, t1);
            u1 = Math.fma(a2, b1, u1);
            v1 = Math.fma(a3, b1, v1);
            float b2 = b[y2 + p];
            s2 = Math.fma(a0, b2, s2);
            t2 = Math.fma(a1, b2, t2);
            u2 = Math.fma(a2, b2, u2);
            v2 = Math.fma(a3, b2, v2);
            float b3 = b[y3 + p];
            s3 = Math.fma(a0, b3, s3);
            t3 = Math.fma(a1, b3, t3);
            u3 = Math.fma(a2, b3, u3);
            v3 = Math.fma(a3, b3, v3);
        }
        c[co] = s0;
        c[co + 1] = s1;
        c[co + 2] = s2;
        c[co + 3] = s3;
        c[co1] = t0;
        c[co1 + 1] = t1;
        c[co1 + 2] = t2;
        c[co1 + 3] = t3;
        c[co2] = u0;
        c[co2 + 1] = u1;
        c[co2 + 2] = u2;
        c[co2 + 3] = u3;
        c[co3] = v0;
        c[co3 + 1] = v1;
        c[co3 + 2] = v2;
        c[co3 + 3] = v3;
    }

    /** One row, sixteen columns, two terms at a time. */
    private static void oneBySixteen(
            int k, float[] a, int ao, float[] b, int bo, int bj, float beta, float[] c, int co) {
        int y1 = bo + bj;
        int y2 = bo + 2 * bj;
        int y3 = bo + 3 * bj;
        int y4 = bo + 4 * bj;
        int y5 = bo + 5 * bj;
        int y6 = bo + 6 * bj;
        int y7 = bo + 7 * bj;
        int y8 = bo + 8 * bj;
        int y9 = bo + 9 * bj;
        int y10 = bo + 10 * bj;
        int y11 = bo + 11 * bj;
        int y12 = bo + 12 * bj;
        int y13 = bo + 13 * bj;
        int y14 = bo + 14 * bj;
        int y15 = bo + 15 * bj;
        float s0 = FloatDirectGemm.start(beta, c, co + 0);
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
        int p = 0;
        for (; p < k - 1; p += 2) {
            float a0 = a[ao + p + 0];
            float a1 = a[ao + p + 1];
            s0 = Math.fma(a0, b[bo + p + 0], s0);
            s0 = Math.fma(a1, b[bo + p + 1], s0);
            s1 = Math.fma(a0, b[y1 + p + 0], s1);
            s1 = Math.fma(a1, b[y1 + p + 1], s1);
            s2 = Math.fma(a0, b[y2 + p + 0], s2);
            s2 = Math.fma(a1, b[y2 + p + 1], s2);
            s3 = Math.fma(a0, b[y3 + p + 0], s3);
            s3 = Math.fma(a1, b[y3 + p + 1], s3);
            s4 = Math.fma(a0, b[y4 + p + 0], s4);
            s4 = Math.fma(a1, b[y4 + p + 1], s4);
            s5 = Math.fma(a0, b[y5 + p + 0], s5);
            s5 = Math.fma(a1, b[y5 + p + 1], s5);
            s6 = Math.fma(a0, b[y6 + p + 0], s6);
            s6 = Math.fma(a1, b[y6 + p + 1], s6);
            s7 = Math.fma(a0, b[y7 + p + 0], s7);
            s7 = Math.fma(a1, b[y7 + p + 1], s7);
            s8 = Math.fma(a0, b[y8 + p + 0], s8);
            s8 = Math.fma(a1, b[y8 + p + 1], s8);
            s9 = Math.fma(a0, b[y9 + p + 0], s9);
            s9 = Math.fma(a1, b[y9 + p + 1], s9);
            s10 = Math.fma(a0, b[y10 + p + 0], s10);
            s10 = Math.fma(a1, b[y10 + p + 1], s10);
            s11 = Math.fma(a0, b[y11 + p + 0], s11);
            s11 = Math.fma(a1, b[y11 + p + 1], s11);
            s12 = Math.fma(a0, b[y12 + p + 0], s12);
            s12 = Math.fma(a1, b[y12 + p + 1], s12);
            s13 = Math.fma(a0, b[y13 + p + 0], s13);
            s13 = Math.fma(a1, b[y13 + p + 1], s13);
            s14 = Math.fma(a0, b[y14 + p + 0], s14);
            s14 = Math.fma(a1, b[y14 + p + 1], s14);
            s15 = Math.fma(a0, b[y15 + p + 0], s15);
            s15 = Math.fma(a1, b[y15 + p + 1], s15);
        }
        for (; p < k; p++) {
            float a0 = a[ao + p];
            s0 = Math.fma(a0, b[bo + p], s0);
            s1 = Math.fma(a0, b[y1 + p], s1);
            s2 = Math.fma(a0, b[y2 + p], s2);
            s3 = Math.fma(a0, b[y3 + p], s3);
            s4 = Math.fma(a0, b[y4 + p], s4);
            s5 = Math.fma(a0, b[y5 + p], s5);
            s6 = Math.fma(a0, b[y6 + p], s6);
            s7 = Math.fma(a0, b[y7 + p], s7);
            s8 = Math.fma(a0, b[y8 + p], s8);
            s9 = Math.fma(a0, b[y9 + p], s9);
            s10 = Math.fma(a0, b[y10 + p], s10);
            s11 = Math.fma(a0, b[y11 + p], s11);
            s12 = Math.fma(a0, b[y12 + p], s12);
            s13 = Math.fma(a0, b[y13 + p], s13);
            s14 = Math.fma(a0, b[y14 + p], s14);
            s15 = Math.fma(a0, b[y15 + p], s15);
        }
        c[co + 0] = s0;
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

    /** One row, eight columns. */
    private static void oneByEight(
            int k, float[] a, int ao, float[] b, int bo, int bj, float beta, float[] c, int co) {
        float s0 = FloatDirectGemm.start(beta, c, co);
        float s1 = FloatDirectGemm.start(beta, c, co + 1);
        float s2 = FloatDirectGemm.start(beta, c, co + 2);
        float s3 = FloatDirectGemm.start(beta, c, co + 3);
        float s4 = FloatDirectGemm.start(beta, c, co + 4);
        float s5 = FloatDirectGemm.start(beta, c, co + 5);
        float s6 = FloatDirectGemm.start(beta, c, co + 6);
        float s7 = FloatDirectGemm.start(beta, c, co + 7);
        int y1 = bo + bj;
        int y2 = bo + 2 * bj;
        int y3 = bo + 3 * bj;
        int y4 = bo + 4 * bj;
        int y5 = bo + 5 * bj;
        int y6 = bo + 6 * bj;
        int y7 = bo + 7 * bj;
        for (int p = 0; p < k; p++) {
            float a0 = a[ao + p];
            float b0 = b[bo + p];
            s0 = Math.fma(a0, b0, s0);
            float b1 = b[y1 + p];
            s1 = Math.fma(a0, b1, s1);
            float b2 = b[y2 + p];
            s2 = Math.fma(a0, b2, s2);
            float b3 = b[y3 + p];
            s3 = Math.fma(a0, b3, s3);
            float b4 = b[y4 + p];
            s4 = Math.fma(a0, b4, s4);
            float b5 = b[y5 + p];
            s5 = Math.fma(a0, b5, s5);
            float b6 = b[y6 + p];
            s6 = Math.fma(a0, b6, s6);
            float b7 = b[y7 + p];
            s7 = Math.fma(a0, b7, s7);
        }
        c[co] = s0;
        c[co + 1] = s1;
        c[co + 2] = s2;
        c[co + 3] = s3;
        c[co + 4] = s4;
        c[co + 5] = s5;
        c[co + 6] = s6;
        c[co + 7] = s7;
    }
}
