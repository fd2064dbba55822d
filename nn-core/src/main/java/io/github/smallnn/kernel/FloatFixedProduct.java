// Generated from DoubleFixedProduct.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;

/** A planned product of a few elements. A template: see {@link Templates}. */
// The sums of ADR 3. The compiler knows sizes, strides and arrays, so it unrolls the loops and checks no index.
final class FloatFixedProduct extends PlannedProduct {
    private static final ProductOperands OF = Templates.data(MethodHandles.lookup(), ProductOperands.class);
    private static final int M = OF.m();
    private static final int N = OF.n();
    private static final int K = OF.k();
    // The cast does nothing here and rounds in the float twin.
    private static final float ALPHA = (float) OF.alpha();
    private static final float BETA = (float) OF.beta();
    private static final float[] A = data(OF.a());
    private static final int AO = OF.a().offset();
    private static final int AI = OF.transA() ? 1 : OF.a().stride();
    private static final int AP = OF.transA() ? OF.a().stride() : 1;
    private static final float[] B = data(OF.b());
    private static final int BO = OF.b().offset();
    private static final int BP = OF.transB() ? 1 : OF.b().stride();
    private static final int BJ = OF.transB() ? OF.b().stride() : 1;
    private static final float[] C = data(OF.c());
    private static final int CO = OF.c().offset();
    private static final int CI = OF.c().stride();
    private static final int LANES = 16;
    /** More partial sums of four rows than these would not stay in registers. */
    private static final boolean FOUR_ROWS = Math.min(K, LANES) <= 8;

    FloatFixedProduct() {}

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public void run() {
        if (N == 1) {
            column();
        } else {
            int i = 0;
            for (; i + 4 <= M; i += 4) {
                fourRows(i);
            }
            for (; i < M; i++) {
                row(i);
            }
        }
    }

    private static void fourRows(int i) {
        int j = 0;
        for (; j + 4 <= N; j += 4) {
            tile(i, j);
        }
        for (; j < N; j++) {
            down(i, j);
        }
    }

    /** Four rows by four columns: eight loads for sixteen multiply-adds, of which none waits for another. */
    // Two terms a turn: JDK 17 makes worse code of a loop with one.
    private static void tile(int i, int j) {
        int c0 = CO + i * CI + j;
        int c1 = c0 + CI;
        int c2 = c1 + CI;
        int c3 = c2 + CI;
        float s00 = start(c0);
        float s01 = start(c0 + 1);
        float s02 = start(c0 + 2);
        float s03 = start(c0 + 3);
        float s10 = start(c1);
        float s11 = start(c1 + 1);
        float s12 = start(c1 + 2);
        float s13 = start(c1 + 3);
        float s20 = start(c2);
        float s21 = start(c2 + 1);
        float s22 = start(c2 + 2);
        float s23 = start(c2 + 3);
        float s30 = start(c3);
        float s31 = start(c3 + 1);
        float s32 = start(c3 + 2);
        float s33 = start(c3 + 3);
        int p = 0;
        for (; p + 2 <= K; p += 2) {
            float y0 = b(p, j);
            float y1 = b(p, j + 1);
            float y2 = b(p, j + 2);
            float y3 = b(p, j + 3);
            float x0 = a(i, p);
            s00 = Math.fma(x0, y0, s00);
            s01 = Math.fma(x0, y1, s01);
            s02 = Math.fma(x0, y2, s02);
            s03 = Math.fma(x0, y3, s03);
            float x1 = a(i + 1, p);
            s10 = Math.fma(x1, y0, s10);
            s11 = Math.fma(x1, y1, s11);
            s12 = Math.fma(x1, y2, s12);
            s13 = Math.fma(x1, y3, s13);
            float x2 = a(i + 2, p);
            s20 = Math.fma(x2, y0, s20);
            s21 = Math.fma(x2, y1, s21);
            s22 = Math.fma(x2, y2, s22);
            s23 = Math.fma(x2, y3, s23);
            float x3 = a(i + 3, p);
            s30 = Math.fma(x3, y0, s30);
            s31 = Math.fma(x3, y1, s31);
            s32 = Math.fma(x3, y2, s32);
            s33 = Math.fma(x3, y3, s33);
            float z0 = b(p + 1, j);
            float z1 = b(p + 1, j + 1);
            float z2 = b(p + 1, j + 2);
            float z3 = b(p + 1, j + 3);
            float w0 = a(i, p + 1);
            s00 = Math.fma(w0, z0, s00);
            s01 = Math.fma(w0, z1, s01);
            s02 = Math.fma(w0, z2, s02);
            s03 = Math.fma(w0, z3, s03);
            float w1 = a(i + 1, p + 1);
            s10 = Math.fma(w1, z0, s10);
            s11 = Math.fma(w1, z1, s11);
            s12 = Math.fma(w1, z2, s12);
            s13 = Math.fma(w1, z3, s13);
            float w2 = a(i + 2, p + 1);
            s20 = Math.fma(w2, z0, s20);
            s21 = Math.fma(w2, z1, s21);
            s22 = Math.fma(w2, z2, s22);
            s23 = Math.fma(w2, z3, s23);
            float w3 = a(i + 3, p + 1);
            s30 = Math.fma(w3, z0, s30);
            s31 = Math.fma(w3, z1, s31);
            s32 = Math.fma(w3, z2, s32);
            s33 = Math.fma(w3, z3, s33);
        }
        if (p < K) {
            float y0 = b(p, j);
            float y1 = b(p, j + 1);
            float y2 = b(p, j + 2);
            float y3 = b(p, j + 3);
            float x0 = a(i, p);
            s00 = Math.fma(x0, y0, s00);
            s01 = Math.fma(x0, y1, s01);
            s02 = Math.fma(x0, y2, s02);
            s03 = Math.fma(x0, y3, s03);
            float x1 = a(i + 1, p);
            s10 = Math.fma(x1, y0, s10);
            s11 = Math.fma(x1, y1, s11);
            s12 = Math.fma(x1, y2, s12);
            s13 = Math.fma(x1, y3, s13);
            float x2 = a(i + 2, p);
            s20 = Math.fma(x2, y0, s20);
            s21 = Math.fma(x2, y1, s21);
            s22 = Math.fma(x2, y2, s22);
            s23 = Math.fma(x2, y3, s23);
            float x3 = a(i + 3, p);
            s30 = Math.fma(x3, y0, s30);
            s31 = Math.fma(x3, y1, s31);
            s32 = Math.fma(x3, y2, s32);
            s33 = Math.fma(x3, y3, s33);
        }
        C[c0] = s00;
        C[c0 + 1] = s01;
        C[c0 + 2] = s02;
        C[c0 + 3] = s03;
        C[c1] = s10;
        C[c1 + 1] = s11;
        C[c1 + 2] = s12;
        C[c1 + 3] = s13;
        C[c2] = s20;
        C[c2 + 1] = s21;
        C[c2 + 2] = s22;
        C[c2 + 3] = s23;
        C[c3] = s30;
        C[c3 + 1] = s31;
        C[c3 + 2] = s32;
        C[c3 + 3] = s33;
    }

    /** Four rows of one column. */
    private static void down(int i, int j) {
        int at = CO + i * CI + j;
        float s0 = start(at);
        float s1 = start(at + CI);
        float s2 = start(at + 2 * CI);
        float s3 = start(at + 3 * CI);
        for (int p = 0; p < K; p++) {
            float y = b(p, j);
            s0 = Math.fma(a(i, p), y, s0);
            s1 = Math.fma(a(i + 1, p), y, s1);
            s2 = Math.fma(a(i + 2, p), y, s2);
            s3 = Math.fma(a(i + 3, p), y, s3);
        }
        C[at] = s0;
        C[at + CI] = s1;
        C[at + 2 * CI] = s2;
        C[at + 3 * CI] = s3;
    }

    private static void row(int i) {
        int j = 0;
        for (; j + 4 <= N; j += 4) {
            four(i, j);
        }
        for (; j < N; j++) {
            int at = CO + i * CI + j;
            float s = start(at);
            for (int p = 0; p < K; p++) {
                s = Math.fma(a(i, p), b(p, j), s);
            }
            C[at] = s;
        }
    }

    private static void four(int i, int j) {
        int at = CO + i * CI + j;
        float s0 = start(at);
        float s1 = start(at + 1);
        float s2 = start(at + 2);
        float s3 = start(at + 3);
        for (int p = 0; p < K; p++) {
            float x = a(i, p);
            s0 = Math.fma(x, b(p, j), s0);
            s1 = Math.fma(x, b(p, j + 1), s1);
            s2 = Math.fma(x, b(p, j + 2), s2);
            s3 = Math.fma(x, b(p, j + 3), s3);
        }
        C[at] = s0;
        C[at + 1] = s1;
        C[at + 2] = s2;
        C[at + 3] = s3;
    }

    private static float a(int i, int p) {
        return ALPHA * A[AO + i * AI + p * AP];
    }

    private static float b(int p, int j) {
        return B[BO + p * BP + j * BJ];
    }

    private static float start(int at) {
        return BETA == 0 ? 0 : BETA * C[at];
    }

    /** Several rows at a time, so that B is loaded once for all of them. */
    private static void column() {
        int i = 0;
        for (; FOUR_ROWS && i + 4 <= M; i += 4) {
            float s0 = sum(i);
            float s1 = sum(i + 1);
            float s2 = sum(i + 2);
            float s3 = sum(i + 3);
            put(i, s0);
            put(i + 1, s1);
            put(i + 2, s2);
            put(i + 3, s3);
        }
        for (; i + 2 <= M; i += 2) {
            float s0 = sum(i);
            float s1 = sum(i + 1);
            put(i, s0);
            put(i + 1, s1);
        }
        if (i < M) {
            put(i, sum(i));
        }
    }

    private static void put(int i, float sum) {
        int at = CO + i * CI;
        C[at] = BETA == 0 ? sum + 0.0f : sum + BETA * C[at];
    }

    /** The partial sums of a row, added in halves. */
    private static float sum(int i) {
        float sum = K > 1 ? half(i, 0) + half(i, 1) : lane(i, 0);
        // Partial sums without terms are left out. With them a sum of -0 would be +0, hence the zero.
        return K < LANES ? sum + 0.0f : sum;
    }

    private static float half(int i, int q) {
        return K > q + 2 ? quarter(i, q) + quarter(i, q + 2) : lane(i, q);
    }

    private static float quarter(int i, int q) {
        return K > q + 4 ? eighth(i, q) + eighth(i, q + 4) : lane(i, q);
    }

    private static float eighth(int i, int q) {
        return K > q + 8 ? lane(i, q) + lane(i, q + 8) : lane(i, q);
    }

    /** One partial sum. */
    private static float lane(int i, int q) {
        // A product that is -0 where adding zero to it would give +0 makes no difference to a sum to which put adds
        // zero.
        float s = BETA == 0 ? a(i, q) * b(q, 0) : Math.fma(a(i, q), b(q, 0), 0.0f);
        if (K > q + LANES) {
            s = Math.fma(a(i, q + LANES), b(q + LANES, 0), s);
        }
        for (int p = q + 2 * LANES; p < K; p += LANES) {
            s = Math.fma(a(i, p), b(p, 0), s);
        }
        return s;
    }
}
