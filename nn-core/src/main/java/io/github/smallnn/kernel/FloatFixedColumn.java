// Generated from DoubleFixedColumn.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;

/**
 * A planned product of a single column: rows in eights, sums of at most sixteen terms, no old C. A template: see
 * {@link Templates}.
 */
// The sums of ADR 3. All of B stays in registers, and eight rows follow each other without a loop, whose turns would
// move B about. Each row is stored before the next one is begun, so that the rows are not mixed and registers suffice.
final class FloatFixedColumn extends PlannedProduct {
    private static final ProductOperands OF = Templates.data(MethodHandles.lookup(), ProductOperands.class);
    private static final int M = OF.m();
    private static final int K = OF.k();
    // The cast does nothing here and rounds in the float twin.
    private static final float ALPHA = (float) OF.alpha();
    private static final float[] A = data(OF.a());
    private static final int AO = OF.a().offset();
    private static final int AI = OF.transA() ? 1 : OF.a().stride();
    private static final int AP = OF.transA() ? OF.a().stride() : 1;
    private static final float[] B = data(OF.b());
    private static final int BO = OF.b().offset();
    private static final int BP = OF.transB() ? 1 : OF.b().stride();
    private static final float[] C = data(OF.c());
    private static final int CO = OF.c().offset();
    private static final int CI = OF.c().stride();

    FloatFixedColumn() {}

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public void run() {
        float b0 = b(0);
        float b1 = b(1);
        float b2 = b(2);
        float b3 = b(3);
        float b4 = b(4);
        float b5 = b(5);
        float b6 = b(6);
        float b7 = b(7);
        float b8 = b(8);
        float b9 = b(9);
        float b10 = b(10);
        float b11 = b(11);
        float b12 = b(12);
        float b13 = b(13);
        float b14 = b(14);
        float b15 = b(15);
        if (M == 8) {
            // The compiler checks an index that is a number at once, which takes it a tenth of the time.
            four(0, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
            four(4, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
            return;
        }
        for (int i = 0; i < M; i += 8) {
            four(i, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
            four(i + 4, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
        }
    }

    private static float b(int p) {
        return K > p ? B[BO + p * BP] : 0;
    }

    private static void four(
            int i,
            float b0,
            float b1,
            float b2,
            float b3,
            float b4,
            float b5,
            float b6,
            float b7,
            float b8,
            float b9,
            float b10,
            float b11,
            float b12,
            float b13,
            float b14,
            float b15) {
        row(i, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
        row(i + 1, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
        row(i + 2, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
        row(i + 3, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15);
    }

    /** One element of C. The sign of a zero on the way makes no difference, since zero is added at the end. */
    private static void row(
            int i,
            float b0,
            float b1,
            float b2,
            float b3,
            float b4,
            float b5,
            float b6,
            float b7,
            float b8,
            float b9,
            float b10,
            float b11,
            float b12,
            float b13,
            float b14,
            float b15) {
        float even = half(i, 0, b0, b2, b4, b6, b8, b10, b12, b14);
        float sum = K > 1 ? even + half(i, 1, b1, b3, b5, b7, b9, b11, b13, b15) : even;
        C[CO + i * CI] = sum + 0.0f;
    }

    /** Every other term from q on. */
    private static float half(
            int i, int q, float b0, float b2, float b4, float b6, float b8, float b10, float b12, float b14) {
        float sum = quarter(i, q, b0, b4, b8, b12);
        return K > q + 2 ? sum + quarter(i, q + 2, b2, b6, b10, b14) : sum;
    }

    /** Every fourth term from q on. */
    private static float quarter(int i, int q, float b0, float b4, float b8, float b12) {
        float sum = eighth(i, q, b0, b8);
        return K > q + 4 ? sum + eighth(i, q + 4, b4, b12) : sum;
    }

    /** Terms q and q + 8: a partial sum in float, the sum of two in float. */
    private static float eighth(int i, int q, float b0, float b8) {
        int at = AO + i * AI + q * AP;
        float x = ALPHA * A[at] * b0;
        return K > q + 8 ? x + ALPHA * A[at + 8 * AP] * b8 : x;
    }
}
