// Generated from DoubleAcrossTiles.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Tiles of products with a B by rows: elements of B that are used together are adjacent, so that they share bounds checks. */
final class FloatAcrossTiles {

    private FloatAcrossTiles() {}

    /** One row and a multiple of eight columns, with the strides of {@link FloatDirectGemm#multiply}. */
    static void row(
            int n, int k, float[] a, int ao, int ap, float[] b, int bo, int bp, float beta, float[] c, int co) {
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
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            float beta,
            float[] c,
            int co,
            int ldc) {
        int co1 = co + ldc;
        float s0 = FloatDirectGemm.start(beta, c, co);
        float s1 = FloatDirectGemm.start(beta, c, co + 1);
        float s2 = FloatDirectGemm.start(beta, c, co + 2);
        float s3 = FloatDirectGemm.start(beta, c, co + 3);
        float s4 = FloatDirectGemm.start(beta, c, co + 4);
        float s5 = FloatDirectGemm.start(beta, c, co + 5);
        float s6 = FloatDirectGemm.start(beta, c, co + 6);
        float s7 = FloatDirectGemm.start(beta, c, co + 7);
        float t0 = FloatDirectGemm.start(beta, c, co1);
        float t1 = FloatDirectGemm.start(beta, c, co1 + 1);
        float t2 = FloatDirectGemm.start(beta, c, co1 + 2);
        float t3 = FloatDirectGemm.start(beta, c, co1 + 3);
        float t4 = FloatDirectGemm.start(beta, c, co1 + 4);
        float t5 = FloatDirectGemm.start(beta, c, co1 + 5);
        float t6 = FloatDirectGemm.start(beta, c, co1 + 6);
        float t7 = FloatDirectGemm.start(beta, c, co1 + 7);
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            float a0 = a[x];
            float a1 = a[x + ai];
            float b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            t0 = Math.fma(a1, b0, t0);
            float b1 = b[y + 1];
            s1 = Math.fma(a0, b1, s1);
            t1 = Math.fma(a1, b1, t1);
            float b2 = b[y + 2];
            s2 = Math.fma(a0, b2, s2);
            t2 = Math.fma(a1, b2, t2);
            float b3 = b[y + 3];
            s3 = Math.fma(a0, b3, s3);
            t3 = Math.fma(a1, b3, t3);
            float b4 = b[y + 4];
            s4 = Math.fma(a0, b4, s4);
            t4 = Math.fma(a1, b4, t4);
            float b5 = b[y + 5];
            s5 = Math.fma(a0, b5, s5);
            t5 = Math.fma(a1, b5, t5);
            float b6 = b[y + 6];
            s6 = Math.fma(a0, b6, s6);
            t6 = Math.fma(a1, b6, t6);
            float b7 = b[y + 7];
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
            int k, float[] a, int ao, int ap, float[] b, int bo, int bp, float beta, float[] c, int co) {
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
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            float a0 = a[x];
            float b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            float b1 = b[y + 1];
            s1 = Math.fma(a0, b1, s1);
            float b2 = b[y + 2];
            s2 = Math.fma(a0, b2, s2);
            float b3 = b[y + 3];
            s3 = Math.fma(a0, b3, s3);
            float b4 = b[y + 4];
            s4 = Math.fma(a0, b4, s4);
            float b5 = b[y + 5];
            s5 = Math.fma(a0, b5, s5);
            float b6 = b[y + 6];
            s6 = Math.fma(a0, b6, s6);
            float b7 = b[y + 7];
            s7 = Math.fma(a0, b7, s7);
            float b8 = b[y + 8];
            s8 = Math.fma(a0, b8, s8);
            float b9 = b[y + 9];
            s9 = Math.fma(a0, b9, s9);
            float b10 = b[y + 10];
            s10 = Math.fma(a0, b10, s10);
            float b11 = b[y + 11];
            s11 = Math.fma(a0, b11, s11);
            float b12 = b[y + 12];
            s12 = Math.fma(a0, b12, s12);
            float b13 = b[y + 13];
            s13 = Math.fma(a0, b13, s13);
            float b14 = b[y + 14];
            s14 = Math.fma(a0, b14, s14);
            float b15 = b[y + 15];
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
            int k, float[] a, int ao, int ap, float[] b, int bo, int bp, float beta, float[] c, int co) {
        float s0 = FloatDirectGemm.start(beta, c, co);
        float s1 = FloatDirectGemm.start(beta, c, co + 1);
        float s2 = FloatDirectGemm.start(beta, c, co + 2);
        float s3 = FloatDirectGemm.start(beta, c, co + 3);
        float s4 = FloatDirectGemm.start(beta, c, co + 4);
        float s5 = FloatDirectGemm.start(beta, c, co + 5);
        float s6 = FloatDirectGemm.start(beta, c, co + 6);
        float s7 = FloatDirectGemm.start(beta, c, co + 7);
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            float a0 = a[x];
            float b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            float b1 = b[y + 1];
            s1 = Math.fma(a0, b1, s1);
            float b2 = b[y + 2];
            s2 = Math.fma(a0, b2, s2);
            float b3 = b[y + 3];
            s3 = Math.fma(a0, b3, s3);
            float b4 = b[y + 4];
            s4 = Math.fma(a0, b4, s4);
            float b5 = b[y + 5];
            s5 = Math.fma(a0, b5, s5);
            float b6 = b[y + 6];
            s6 = Math.fma(a0, b6, s6);
            float b7 = b[y + 7];
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
