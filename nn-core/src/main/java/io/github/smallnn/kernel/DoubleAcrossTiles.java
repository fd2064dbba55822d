package io.github.smallnn.kernel;

/** Tiles of products with a B by rows: elements of B that are used together are adjacent, so that they share bounds checks. */
final class DoubleAcrossTiles {

    private DoubleAcrossTiles() {}

    /** One row and a multiple of eight columns, with the strides of {@link DoubleDirectGemm#multiply}. */
    static void row(
            int n, int k, double[] a, int ao, int ap, double[] b, int bo, int bp, double beta, double[] c, int co) {
        int sixteens = n & ~15;
        for (int j = 0; j < sixteens; j += 16) {
            oneBySixteen(k, a, ao, ap, b, bo + j, bp, beta, c, co + j);
        }
        if (sixteens < n) {
            oneByEight(k, a, ao, ap, b, bo + sixteens, bp, beta, c, co + sixteens);
        }
    }

    /** Two rows, eight columns. */
    static void twoByEight(
            int k,
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
            int ldc) {
        int co1 = co + ldc;
        double s0 = DoubleDirectGemm.start(beta, c, co);
        double s1 = DoubleDirectGemm.start(beta, c, co + 1);
        double s2 = DoubleDirectGemm.start(beta, c, co + 2);
        double s3 = DoubleDirectGemm.start(beta, c, co + 3);
        double s4 = DoubleDirectGemm.start(beta, c, co + 4);
        double s5 = DoubleDirectGemm.start(beta, c, co + 5);
        double s6 = DoubleDirectGemm.start(beta, c, co + 6);
        double s7 = DoubleDirectGemm.start(beta, c, co + 7);
        double t0 = DoubleDirectGemm.start(beta, c, co1);
        double t1 = DoubleDirectGemm.start(beta, c, co1 + 1);
        double t2 = DoubleDirectGemm.start(beta, c, co1 + 2);
        double t3 = DoubleDirectGemm.start(beta, c, co1 + 3);
        double t4 = DoubleDirectGemm.start(beta, c, co1 + 4);
        double t5 = DoubleDirectGemm.start(beta, c, co1 + 5);
        double t6 = DoubleDirectGemm.start(beta, c, co1 + 6);
        double t7 = DoubleDirectGemm.start(beta, c, co1 + 7);
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            double a0 = a[x];
            double a1 = a[x + ai];
            double b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            t0 = Math.fma(a1, b0, t0);
            double b1 = b[y + 1];
            s1 = Math.fma(a0, b1, s1);
            t1 = Math.fma(a1, b1, t1);
            double b2 = b[y + 2];
            s2 = Math.fma(a0, b2, s2);
            t2 = Math.fma(a1, b2, t2);
            double b3 = b[y + 3];
            s3 = Math.fma(a0, b3, s3);
            t3 = Math.fma(a1, b3, t3);
            double b4 = b[y + 4];
            s4 = Math.fma(a0, b4, s4);
            t4 = Math.fma(a1, b4, t4);
            double b5 = b[y + 5];
            s5 = Math.fma(a0, b5, s5);
            t5 = Math.fma(a1, b5, t5);
            double b6 = b[y + 6];
            s6 = Math.fma(a0, b6, s6);
            t6 = Math.fma(a1, b6, t6);
            double b7 = b[y + 7];
            s7 = Math.fma(a0, b7, s7);
            t7 = Math.fma(a1, b7, t7);
            x += ap;
            y += bp;
        }
        c[co] = s0;
        c[co + 1] = s1;
        c[co + 2] = s2;
        c[co + 3] = s3;
        c[co + 4] = s4;
        c[co + 5] = s5;
        c[co + 6] = s6;
        c[co + 7] = s7;
        c[co1] = t0;
        c[co1 + 1] = t1;
        c[co1 + 2] = t2;
        c[co1 + 3] = t3;
        c[co1 + 4] = t4;
        c[co1 + 5] = t5;
        c[co1 + 6] = t6;
        c[co1 + 7] = t7;
    }

    /** One row, sixteen columns. */
    private static void oneBySixteen(
            int k, double[] a, int ao, int ap, double[] b, int bo, int bp, double beta, double[] c, int co) {
        double s0 = DoubleDirectGemm.start(beta, c, co);
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
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            double a0 = a[x];
            double b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            double b1 = b[y + 1];
            s1 = Math.fma(a0, b1, s1);
            double b2 = b[y + 2];
            s2 = Math.fma(a0, b2, s2);
            double b3 = b[y + 3];
            s3 = Math.fma(a0, b3, s3);
            double b4 = b[y + 4];
            s4 = Math.fma(a0, b4, s4);
            double b5 = b[y + 5];
            s5 = Math.fma(a0, b5, s5);
            double b6 = b[y + 6];
            s6 = Math.fma(a0, b6, s6);
            double b7 = b[y + 7];
            s7 = Math.fma(a0, b7, s7);
            double b8 = b[y + 8];
            s8 = Math.fma(a0, b8, s8);
            double b9 = b[y + 9];
            s9 = Math.fma(a0, b9, s9);
            double b10 = b[y + 10];
            s10 = Math.fma(a0, b10, s10);
            double b11 = b[y + 11];
            s11 = Math.fma(a0, b11, s11);
            double b12 = b[y + 12];
            s12 = Math.fma(a0, b12, s12);
            double b13 = b[y + 13];
            s13 = Math.fma(a0, b13, s13);
            double b14 = b[y + 14];
            s14 = Math.fma(a0, b14, s14);
            double b15 = b[y + 15];
            s15 = Math.fma(a0, b15, s15);
            x += ap;
            y += bp;
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

    /** One row, eight columns. */
    private static void oneByEight(
            int k, double[] a, int ao, int ap, double[] b, int bo, int bp, double beta, double[] c, int co) {
        double s0 = DoubleDirectGemm.start(beta, c, co);
        double s1 = DoubleDirectGemm.start(beta, c, co + 1);
        double s2 = DoubleDirectGemm.start(beta, c, co + 2);
        double s3 = DoubleDirectGemm.start(beta, c, co + 3);
        double s4 = DoubleDirectGemm.start(beta, c, co + 4);
        double s5 = DoubleDirectGemm.start(beta, c, co + 5);
        double s6 = DoubleDirectGemm.start(beta, c, co + 6);
        double s7 = DoubleDirectGemm.start(beta, c, co + 7);
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            double a0 = a[x];
            double b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            double b1 = b[y + 1];
            s1 = Math.fma(a0, b1, s1);
            double b2 = b[y + 2];
            s2 = Math.fma(a0, b2, s2);
            double b3 = b[y + 3];
            s3 = Math.fma(a0, b3, s3);
            double b4 = b[y + 4];
            s4 = Math.fma(a0, b4, s4);
            double b5 = b[y + 5];
            s5 = Math.fma(a0, b5, s5);
            double b6 = b[y + 6];
            s6 = Math.fma(a0, b6, s6);
            double b7 = b[y + 7];
            s7 = Math.fma(a0, b7, s7);
            x += ap;
            y += bp;
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
