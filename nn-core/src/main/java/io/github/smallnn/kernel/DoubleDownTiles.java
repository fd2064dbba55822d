package io.github.smallnn.kernel;

/**
 * Tiles of products with an A by rows and a transposed B: every index is a constant and the counter, so that no bounds are
 * checked within the loops.
 */
final class DoubleDownTiles {

    private DoubleDownTiles() {}

    /** Four rows and a multiple of four columns, with the strides of {@link DoubleDirectGemm#multiply}. */
    static void fourRows(
            int n,
            int k,
            double[] a,
            int ao,
            int ai,
            double[] b,
            int bo,
            int bj,
            double beta,
            double[] c,
            int co,
            int ldc) {
        for (int j = 0; j < n; j += 4) {
            fourByFour(k, a, ao, ai, b, bo + j * bj, bj, beta, c, co + j, ldc);
        }
    }

    /** One row and a multiple of eight columns. */
    static void row(int n, int k, double[] a, int ao, double[] b, int bo, int bj, double beta, double[] c, int co) {
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
            int k, double[] a, int ao, int ai, double[] b, int bo, int bj, double beta, double[] c, int co, int ldc) {
        int co1 = co + ldc;
        int co2 = co + 2 * ldc;
        int co3 = co + 3 * ldc;
        double s0 = DoubleDirectGemm.start(beta, c, co);
        double s1 = DoubleDirectGemm.start(beta, c, co + 1);
        double s2 = DoubleDirectGemm.start(beta, c, co + 2);
        double s3 = DoubleDirectGemm.start(beta, c, co + 3);
        double t0 = DoubleDirectGemm.start(beta, c, co1);
        double t1 = DoubleDirectGemm.start(beta, c, co1 + 1);
        double t2 = DoubleDirectGemm.start(beta, c, co1 + 2);
        double t3 = DoubleDirectGemm.start(beta, c, co1 + 3);
        double u0 = DoubleDirectGemm.start(beta, c, co2);
        double u1 = DoubleDirectGemm.start(beta, c, co2 + 1);
        double u2 = DoubleDirectGemm.start(beta, c, co2 + 2);
        double u3 = DoubleDirectGemm.start(beta, c, co2 + 3);
        double v0 = DoubleDirectGemm.start(beta, c, co3);
        double v1 = DoubleDirectGemm.start(beta, c, co3 + 1);
        double v2 = DoubleDirectGemm.start(beta, c, co3 + 2);
        double v3 = DoubleDirectGemm.start(beta, c, co3 + 3);
        int x1 = ao + ai;
        int x2 = ao + 2 * ai;
        int x3 = ao + 3 * ai;
        int y1 = bo + bj;
        int y2 = bo + 2 * bj;
        int y3 = bo + 3 * bj;
        int p = 0;
        for (; p < k - 1; p += 2) {
            double a0 = a[ao + p];
            double e0 = a[ao + p + 1];
            double a1 = a[x1 + p];
            double e1 = a[x1 + p + 1];
            double a2 = a[x2 + p];
            double e2 = a[x2 + p + 1];
            double a3 = a[x3 + p];
            double e3 = a[x3 + p + 1];
            double b0 = b[bo + p];
            double f0 = b[bo + p + 1];
            s0 = Math.fma(e0, f0, Math.fma(a0, b0, s0));
            t0 = Math.fma(e1, f0, Math.fma(a1, b0, t0));
            u0 = Math.fma(e2, f0, Math.fma(a2, b0, u0));
            v0 = Math.fma(e3, f0, Math.fma(a3, b0, v0));
            double b1 = b[y1 + p];
            double f1 = b[y1 + p + 1];
            s1 = Math.fma(e0, f1, Math.fma(a0, b1, s1));
            t1 = Math.fma(e1, f1, Math.fma(a1, b1, t1));
            u1 = Math.fma(e2, f1, Math.fma(a2, b1, u1));
            v1 = Math.fma(e3, f1, Math.fma(a3, b1, v1));
            double b2 = b[y2 + p];
            double f2 = b[y2 + p + 1];
            s2 = Math.fma(e0, f2, Math.fma(a0, b2, s2));
            t2 = Math.fma(e1, f2, Math.fma(a1, b2, t2));
            u2 = Math.fma(e2, f2, Math.fma(a2, b2, u2));
            v2 = Math.fma(e3, f2, Math.fma(a3, b2, v2));
            double b3 = b[y3 + p];
            double f3 = b[y3 + p + 1];
            s3 = Math.fma(e0, f3, Math.fma(a0, b3, s3));
            t3 = Math.fma(e1, f3, Math.fma(a1, b3, t3));
            u3 = Math.fma(e2, f3, Math.fma(a2, b3, u3));
            v3 = Math.fma(e3, f3, Math.fma(a3, b3, v3));
        }
        if (p < k) {
            double a0 = a[ao + p];
            double a1 = a[x1 + p];
            double a2 = a[x2 + p];
            double a3 = a[x3 + p];
            double b0 = b[bo + p];
            s0 = Math.fma(a0, b0, s0);
            t0 = Math.fma(a1, b0, t0);
            u0 = Math.fma(a2, b0, u0);
            v0 = Math.fma(a3, b0, v0);
            double b1 = b[y1 + p];
            s1 = Math.fma(a0, b1, s1);
            t1 = Math.fma(a1, b1, t1);
            u1 = Math.fma(a2, b1, u1);
            v1 = Math.fma(a3, b1, v1);
            double b2 = b[y2 + p];
            s2 = Math.fma(a0, b2, s2);
            t2 = Math.fma(a1, b2, t2);
            u2 = Math.fma(a2, b2, u2);
            v2 = Math.fma(a3, b2, v2);
            double b3 = b[y3 + p];
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
            int k, double[] a, int ao, double[] b, int bo, int bj, double beta, double[] c, int co) {
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
        double s0 = DoubleDirectGemm.start(beta, c, co + 0);
        double s1 = DoubleDirectGemm.start(beta, c, co + 1);
        double s2 = DoubleDirectGemm.start(beta, c, co + 2);
        double s3 = DoubleDirectGemm.start(beta, c, co + 3);
        double s4 = DoubleDirectGemm.start(beta, c, co + 4);
        double s5 = DoubleDirectGemm.start(beta, c, co + 5);
        double s6 = DoubleDirectGemm.start(beta, c, co + 6);
        double s7 = DoubleDirectGemm.start(beta, c, co + 7);
        double s8 = DoubleDirectGemm.start(beta, c, co + 8);
        double s9 = DoubleDirectGemm.start(beta, c, co + 9);
        double s10 = DoubleDirectGemm.start(beta, c, co + 10);
        double s11 = DoubleDirectGemm.start(beta, c, co + 11);
        double s12 = DoubleDirectGemm.start(beta, c, co + 12);
        double s13 = DoubleDirectGemm.start(beta, c, co + 13);
        double s14 = DoubleDirectGemm.start(beta, c, co + 14);
        double s15 = DoubleDirectGemm.start(beta, c, co + 15);
        int p = 0;
        for (; p < k - 1; p += 2) {
            double a0 = a[ao + p + 0];
            double a1 = a[ao + p + 1];
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
            double a0 = a[ao + p];
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
            int k, double[] a, int ao, double[] b, int bo, int bj, double beta, double[] c, int co) {
        double s0 = DoubleDirectGemm.start(beta, c, co);
        double s1 = DoubleDirectGemm.start(beta, c, co + 1);
        double s2 = DoubleDirectGemm.start(beta, c, co + 2);
        double s3 = DoubleDirectGemm.start(beta, c, co + 3);
        double s4 = DoubleDirectGemm.start(beta, c, co + 4);
        double s5 = DoubleDirectGemm.start(beta, c, co + 5);
        double s6 = DoubleDirectGemm.start(beta, c, co + 6);
        double s7 = DoubleDirectGemm.start(beta, c, co + 7);
        int y1 = bo + bj;
        int y2 = bo + 2 * bj;
        int y3 = bo + 3 * bj;
        int y4 = bo + 4 * bj;
        int y5 = bo + 5 * bj;
        int y6 = bo + 6 * bj;
        int y7 = bo + 7 * bj;
        for (int p = 0; p < k; p++) {
            double a0 = a[ao + p];
            double b0 = b[bo + p];
            s0 = Math.fma(a0, b0, s0);
            double b1 = b[y1 + p];
            s1 = Math.fma(a0, b1, s1);
            double b2 = b[y2 + p];
            s2 = Math.fma(a0, b2, s2);
            double b3 = b[y3 + p];
            s3 = Math.fma(a0, b3, s3);
            double b4 = b[y4 + p];
            s4 = Math.fma(a0, b4, s4);
            double b5 = b[y5 + p];
            s5 = Math.fma(a0, b5, s5);
            double b6 = b[y6 + p];
            s6 = Math.fma(a0, b6, s6);
            double b7 = b[y7 + p];
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
