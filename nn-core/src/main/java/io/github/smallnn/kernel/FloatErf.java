package io.github.smallnn.kernel;

/** The error function in single precision, built like {@link DoubleErf} with fewer terms; 1 from 4 on. */
final class FloatErf {

    private static final int LAST = 4 * DoubleErf.STEPS;
    private static final int TERMS = 6;
    private static final float TWO_OVER_SQRT_PI = 0x1.20dd76p0f;
    // 2/sqrt(pi) - 1
    private static final float REST = 0x1.06eba8p-3f;

    private static final float[] VALUES = values();
    private static final float[] SLOPES = slopes();

    private FloatErf() {}

    static float erf(float x) {
        float a = Math.abs(x);
        return a < 0.5f ? nearZero(x) : Math.copySign(nearStep(a), x);
    }

    private static float nearZero(float x) {
        float z = -x * x;
        float sum = 1f / (720 * 13);
        sum = Math.fma(sum, z, 1f / (120 * 11));
        sum = Math.fma(sum, z, 1f / (24 * 9));
        sum = Math.fma(sum, z, 1f / (6 * 7));
        sum = Math.fma(sum, z, 1f / (2 * 5));
        sum = Math.fma(sum, z, 1f / 3);
        return Math.fma(x, Math.fma(sum * z, TWO_OVER_SQRT_PI, REST), x);
    }

    private static float nearStep(float a) {
        float c = a > 4 ? 4 : a;
        int i = (int) (c * DoubleErf.STEPS + 0.5f);
        float h = c - (float) i / DoubleErf.STEPS;
        float sum = 0;
        for (int term = TERMS - 1; term >= 0; term--) {
            sum = Math.fma(sum, h, SLOPES[i * TERMS + term]);
        }
        return Math.fma(sum, h, VALUES[i]);
    }

    private static float[] values() {
        float[] values = new float[LAST + 1];
        for (int i = 0; i <= LAST; i++) {
            values[i] = (float) DoubleErf.value(i);
        }
        return values;
    }

    private static float[] slopes() {
        float[] slopes = new float[(LAST + 1) * TERMS];
        for (int i = 0; i <= LAST; i++) {
            for (int term = 0; term < TERMS; term++) {
                slopes[i * TERMS + term] = (float) DoubleErf.slope(i, term);
            }
        }
        return slopes;
    }
}
