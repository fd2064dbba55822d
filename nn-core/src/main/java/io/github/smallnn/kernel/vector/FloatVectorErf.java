package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The error function in vector registers: {@code FloatErf} operation by operation in every lane, both formulas and a choice
 * between them. Handles as many elements as fill whole vectors and returns their number. Stateless, any thread.
 */
final class FloatVectorErf {

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;
    private static final VectorSpecies<Integer> BITS = VectorSpecies.of(int.class, S.vectorShape());
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN2_HIGH = 0x1.62e43p-1f;
    private static final float LN2_LOW = -0x1.05c61p-29f;
    private static final float ROUNDER = 0x1.8p23f;
    private static final int MANTISSA = 23;
    // Of bits + SHIFT the low nine are the exponent of 2^n, n the whole number in the low bits of ROUNDER + n.
    private static final int SHIFT = 127;
    private static final float SMALL = 0.5f;
    private static final float HIGHEST = 4;
    private static final float TWO_OVER_SQRT_PI = 0x1.20dd76p0f;
    private static final float REST = 0x1.06eba8p-3f;

    private FloatVectorErf() {}

    static int erf(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector a = v.abs();
            a = a.blend(HIGHEST, a.compare(VectorOperators.GT, HIGHEST));
            FloatVector z = a.mul(a).neg();
            FloatVector z2 = z.mul(z);
            FloatVector z4 = z2.mul(z2);
            FloatVector t0 = z.fma(1f / (2 * 5), 1f / 3);
            FloatVector t2 = z.fma(1f / (24 * 9), 1f / (6 * 7));
            FloatVector t4 = z.fma(1f / (720 * 13), 1f / (120 * 11));
            FloatVector near = t4.fma(z4, t2.fma(z2, t0));
            FloatVector small = a.fma(near.mul(z).fma(TWO_OVER_SQRT_PI, REST), a);
            FloatVector h = a.sub(1);
            FloatVector h2 = h.mul(h);
            FloatVector h4 = h2.mul(h2);
            FloatVector c0 = h.fma(-0x1.51c9bp1f, -0x1.d97fcp0f);
            FloatVector c2 = h.fma(-0x1.547ac2p-5f, -0x1.afabc8p-1f);
            FloatVector c4 = h.fma(-0x1.023ddp-9f, 0x1.48d8dp-7f);
            FloatVector c6 = h.fma(0x1.0ecc34p-16f, 0x1.de7b38p-13f);
            FloatVector last = h4.fma(FloatVector.broadcast(S, -0x1.13800ap-17f), c6.fma(h2, c4));
            FloatVector c = last.fma(h4, c2.fma(h2, c0));
            FloatVector shifted = c.fma(LOG2_E, ROUNDER);
            FloatVector whole = shifted.sub(ROUNDER);
            FloatVector leading = whole.fma(FloatVector.broadcast(S, -LN2_HIGH), c);
            FloatVector rest = whole.mul(LN2_LOW);
            FloatVector r = leading.sub(rest);
            FloatVector lost = leading.sub(r).sub(rest);
            FloatVector r2 = r.mul(r);
            FloatVector low = r.fma(1f / 6, 1f / 2);
            FloatVector middle = r.fma(1f / 120, 1f / 24);
            FloatVector high = r2.fma(FloatVector.broadcast(S, 1f / 40320), r.fma(1f / 5040, 1f / 720));
            FloatVector series = r.add(high.fma(r2, middle).fma(r2, low).fma(r2, lost));
            IntVector power = (IntVector) shifted.reinterpretShape(BITS, 0);
            FloatVector scale = ((FloatVector) power.add(SHIFT - 1).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0))
                    .neg();
            FloatVector half = scale.fma(series, scale.add(0.5f));
            VectorMask<Float> isSmall = a.compare(VectorOperators.LT, SMALL);
            FloatVector t = half.add(half).blend(small, isSmall);
            IntVector sign = ((IntVector) v.reinterpretShape(BITS, 0)).and(Integer.MIN_VALUE);
            ((FloatVector) ((IntVector) t.reinterpretShape(BITS, 0)).or(sign).reinterpretShape(S, 0)).intoArray(y, yo + i);
        }
        return end;
    }
}
