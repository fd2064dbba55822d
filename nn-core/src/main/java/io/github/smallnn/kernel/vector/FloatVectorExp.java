package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential and its relatives in vector registers: {@link FloatMath} operation by operation in every lane, a branch
 * becoming a choice between lanes. Each function handles as many elements as fill whole vectors and returns their number.
 *
 * <p>Every function is one method with the series written out, because a method that takes or returns vectors makes
 * objects of them wherever the compiler does not inline it. Stateless, any thread.
 */
final class FloatVectorExp {

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;
    // Reinterpreting to a constant species; the methods that look the species up are not always inlined to the end.
    private static final VectorSpecies<Integer> BITS = VectorSpecies.of(int.class, S.vectorShape());
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN2_HIGH = 0x1.62e43p-1f;
    private static final float LN2_LOW = -0x1.05c61p-29f;
    private static final float ROUNDER = 0x1.8p23f;
    private static final int MANTISSA = 23;
    // Of bits + SHIFT the low nine are the exponent of 2^n, n the whole number in the low bits of ROUNDER + n.
    private static final int SHIFT = 127;
    private static final float EXP_HIGHEST = 89;
    private static final float EXP_LOWEST = -105;
    private static final float EXPM1_LOWEST = -20;
    private static final float TANH_LOWEST = -20;
    private static final float SMALL_TANH = 0.55f;
    private static final float TINY = 0x1p-25f;
    // Enough to make any n positive before it is halved by a shift without sign.
    private static final int EVEN = 256;
    private static final int ROUNDER_BITS = 0x4B400000;

    private FloatVectorExp() {}

    static int exp(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector c = v.blend(EXP_HIGHEST, v.compare(VectorOperators.GT, EXP_HIGHEST));
            // A maximum here, where two choices would do: with them C2 of JDK 17 makes objects of the vectors of this method.
            c = c.max(EXP_LOWEST);
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
            IntVector n1 = power.add(EVEN - ROUNDER_BITS).lanewise(VectorOperators.LSHR, 1);
            IntVector n2 = power.sub(n1);
            FloatVector first = (FloatVector) n1.add(SHIFT - EVEN / 2).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector second = (FloatVector) n2.add(SHIFT + EVEN / 2).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector e = series.add(1).mul(first).mul(second);
            e.intoArray(y, yo + i);
        }
        return end;
    }

    static int expm1(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector c = v.blend(EXP_HIGHEST, v.compare(VectorOperators.GT, EXP_HIGHEST));
            c = c.blend(EXPM1_LOWEST, c.compare(VectorOperators.LT, EXPM1_LOWEST));
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
            FloatVector scale =
                    (FloatVector) power.add(SHIFT - 1).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector half = scale.fma(series, scale.sub(0.5f));
            half.add(half)
                    .blend(v, v.abs().compare(VectorOperators.LT, TINY))
                    .intoArray(y, yo + i);
        }
        return end;
    }

    static int tanh(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector a = v.abs();
            FloatVector c = a.mul(-2);
            c = c.blend(TANH_LOWEST, c.compare(VectorOperators.LT, TANH_LOWEST));
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
            FloatVector scale =
                    (FloatVector) power.add(SHIFT - 1).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector halfE = scale.fma(series, scale);
            FloatVector e = halfE.add(halfE);
            FloatVector halfLess = scale.fma(series, scale.sub(0.5f));
            FloatVector less = halfLess.add(halfLess);
            VectorMask<Float> small = a.compare(VectorOperators.LT, SMALL_TANH);
            FloatVector over = e.add(e).blend(less.neg(), small);
            FloatVector under = e.add(1).blend(less.add(2), small);
            FloatVector left = less.sub(under.sub(2));
            FloatVector q = over.div(under);
            FloatVector error = q.neg().fma(under, over).sub(q.mul(left));
            q = error.fma(under.fma(-0.5f, 1.5f), q);
            FloatVector t = FloatVector.broadcast(S, 1).sub(q).blend(q, small);
            IntVector sign = ((IntVector) v.reinterpretShape(BITS, 0)).and(Integer.MIN_VALUE);
            ((FloatVector) ((IntVector) t.reinterpretShape(BITS, 0)).or(sign).reinterpretShape(S, 0)).intoArray(y, yo + i);
        }
        return end;
    }

    static int sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector c = v.abs().neg();
            c = c.blend(EXP_LOWEST, c.compare(VectorOperators.LT, EXP_LOWEST));
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
            IntVector n1 = power.add(EVEN - ROUNDER_BITS).lanewise(VectorOperators.LSHR, 1);
            IntVector n2 = power.sub(n1);
            FloatVector first = (FloatVector) n1.add(SHIFT - EVEN / 2).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector second = (FloatVector) n2.add(SHIFT + EVEN / 2).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector e = series.add(1).mul(first).mul(second);
            FloatVector under = e.add(1);
            FloatVector over = FloatVector.broadcast(S, 1).blend(e, v.compare(VectorOperators.LT, 0));
            FloatVector left = e.sub(under.sub(1));
            FloatVector q = over.div(under);
            FloatVector error = q.neg().fma(under, over).sub(q.mul(left));
            q = error.fma(under.fma(-0.5f, 1.5f), q);
            q.intoArray(y, yo + i);
        }
        return end;
    }
}
