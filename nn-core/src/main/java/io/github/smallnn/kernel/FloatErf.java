package io.github.smallnn.kernel;

/** The error function in single precision, built like {@link DoubleErf} with fewer terms; 1 from 4 on. */
// The polynomial is off by 0.013 ulp of the result.
final class FloatErf {

    /** Below it the series of powers of x. */
    static final float SMALL = 0.5f;
    /** From here on the result is 1. */
    static final float HIGHEST = 4;

    private static final float TWO_OVER_SQRT_PI = 0x1.20dd76p0f;
    // 2/sqrt(pi) - 1
    private static final float REST = 0x1.06eba8p-3f;

    private FloatErf() {}

    static float erf(float x) {
        float a = Math.abs(x);
        return a < SMALL ? series(x) : Math.copySign(rest(a), x);
    }

    static float series(float x) {
        float z = -x * x;
        float z2 = z * z;
        float z4 = z2 * z2;
        float t0 = Math.fma(z, 1f / (2 * 5), 1f / 3);
        float t2 = Math.fma(z, 1f / (24 * 9), 1f / (6 * 7));
        float t4 = Math.fma(z, 1f / (720 * 13), 1f / (120 * 11));
        float sum = Math.fma(t4, z4, Math.fma(t2, z2, t0));
        return Math.fma(x, Math.fma(sum * z, TWO_OVER_SQRT_PI, REST), x);
    }

    private static float rest(float a) {
        float c = logRest(a > HIGHEST ? HIGHEST : a);
        float shifted = FloatMath.shifted(c);
        float half = FloatMath.twoTo(FloatMath.power(shifted) - 1);
        return 2 * Math.fma(-half, FloatMath.expm1Reduced(c, FloatMath.whole(shifted)), 0.5f - half);
    }

    /** {@code ln(1 - erf(a))} for {@code 1/2 <= a <= 4}. */
    static float logRest(float a) {
        float h = a - 1;
        float h2 = h * h;
        float h4 = h2 * h2;
        float c0 = Math.fma(h, -0x1.51c9bp1f, -0x1.d97fcp0f);
        float c2 = Math.fma(h, -0x1.547ac2p-5f, -0x1.afabc8p-1f);
        float c4 = Math.fma(h, -0x1.023ddp-9f, 0x1.48d8dp-7f);
        float c6 = Math.fma(h, 0x1.0ecc34p-16f, 0x1.de7b38p-13f);
        float high = Math.fma(-0x1.13800ap-17f, h4, Math.fma(c6, h2, c4));
        return Math.fma(high, h4, Math.fma(c2, h2, c0));
    }
}
