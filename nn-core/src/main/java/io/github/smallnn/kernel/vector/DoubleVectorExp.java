package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.DoubleMath;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential and its relatives in vector registers: {@link DoubleMath} operation by operation in every lane, a branch
 * becoming a choice between lanes. Each function handles as many elements as fill whole vectors and returns their number.
 *
 * <p>Every function is one method with the series written out, because a method that takes or returns vectors makes
 * objects of them wherever the compiler does not inline it. Stateless, any thread.
 */
final class DoubleVectorExp {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;
    // Reinterpreting to a constant species; the methods that look the species up are not always inlined to the end.
    private static final VectorSpecies<Long> BITS = VectorSpecies.of(long.class, S.vectorShape());
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    private static final double ROUNDER = 0x1.8p52;
    private static final int MANTISSA = 52;
    // Of bits + SHIFT the low twelve are the exponent of 2^n, n the whole number in the low bits of ROUNDER + n.
    private static final long SHIFT = 1023;
    private static final double EXP_HIGHEST = 710;
    private static final double EXP_LOWEST = -746;
    private static final double EXPM1_LOWEST = -50;
    private static final double TANH_LOWEST = -50;
    private static final double SMALL_TANH = 0.55;
    private static final double TINY = 0x1p-54;
    // Enough to make any n positive before it is halved by a shift without sign.
    private static final long EVEN = 2048;
    private static final long ROUNDER_BITS = 0x4338000000000000L;

    private DoubleVectorExp() {}

    static int exp(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector c = v.blend(EXP_HIGHEST, v.compare(VectorOperators.GT, EXP_HIGHEST));
            // A maximum here, where two choices would do: with them C2 of JDK 17 makes objects of the vectors of this
            // method.
            c = c.max(EXP_LOWEST);
            DoubleVector shifted = c.fma(LOG2_E, ROUNDER);
            DoubleVector whole = shifted.sub(ROUNDER);
            DoubleVector leading = whole.fma(DoubleVector.broadcast(S, -LN2_HIGH), c);
            DoubleVector rest = whole.mul(LN2_LOW);
            DoubleVector r = leading.sub(rest);
            DoubleVector lost = leading.sub(r).sub(rest);
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector low = r.fma(1.0 / 120, 1.0 / 24).fma(r2, r.fma(1.0 / 6, 1.0 / 2));
            DoubleVector middle = r.fma(1.0 / 362880, 1.0 / 40320).fma(r2, r.fma(1.0 / 5040, 1.0 / 720));
            DoubleVector high =
                    r.fma(1.0 / 6227020800.0, 1.0 / 479001600).fma(r2, r.fma(1.0 / 39916800, 1.0 / 3628800));
            DoubleVector series = r.add(high.fma(r4, middle).fma(r4, low).fma(r2, lost));
            LongVector power = (LongVector) shifted.reinterpretShape(BITS, 0);
            LongVector n1 = power.add(EVEN - ROUNDER_BITS).lanewise(VectorOperators.LSHR, 1);
            LongVector n2 = power.sub(n1);
            DoubleVector first = (DoubleVector) n1.add(SHIFT - EVEN / 2)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector second = (DoubleVector) n2.add(SHIFT + EVEN / 2)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector e = series.add(1).mul(first).mul(second);
            e.intoArray(y, yo + i);
        }
        return end;
    }

    static int expm1(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector c = v.blend(EXP_HIGHEST, v.compare(VectorOperators.GT, EXP_HIGHEST));
            c = c.blend(EXPM1_LOWEST, c.compare(VectorOperators.LT, EXPM1_LOWEST));
            DoubleVector shifted = c.fma(LOG2_E, ROUNDER);
            DoubleVector whole = shifted.sub(ROUNDER);
            DoubleVector leading = whole.fma(DoubleVector.broadcast(S, -LN2_HIGH), c);
            DoubleVector rest = whole.mul(LN2_LOW);
            DoubleVector r = leading.sub(rest);
            DoubleVector lost = leading.sub(r).sub(rest);
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector low = r.fma(1.0 / 120, 1.0 / 24).fma(r2, r.fma(1.0 / 6, 1.0 / 2));
            DoubleVector middle = r.fma(1.0 / 362880, 1.0 / 40320).fma(r2, r.fma(1.0 / 5040, 1.0 / 720));
            DoubleVector high =
                    r.fma(1.0 / 6227020800.0, 1.0 / 479001600).fma(r2, r.fma(1.0 / 39916800, 1.0 / 3628800));
            DoubleVector series = r.add(high.fma(r4, middle).fma(r4, low).fma(r2, lost));
            LongVector power = (LongVector) shifted.reinterpretShape(BITS, 0);
            DoubleVector scale = (DoubleVector) power.add(SHIFT - 1)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector half = scale.fma(series, scale.sub(0.5));
            half.add(half).blend(v, v.abs().compare(VectorOperators.LT, TINY)).intoArray(y, yo + i);
        }
        return end;
    }

    static int tanh(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector a = v.abs();
            DoubleVector c = a.mul(-2);
            c = c.blend(TANH_LOWEST, c.compare(VectorOperators.LT, TANH_LOWEST));
            DoubleVector shifted = c.fma(LOG2_E, ROUNDER);
            DoubleVector whole = shifted.sub(ROUNDER);
            DoubleVector leading = whole.fma(DoubleVector.broadcast(S, -LN2_HIGH), c);
            DoubleVector rest = whole.mul(LN2_LOW);
            DoubleVector r = leading.sub(rest);
            DoubleVector lost = leading.sub(r).sub(rest);
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector low = r.fma(1.0 / 120, 1.0 / 24).fma(r2, r.fma(1.0 / 6, 1.0 / 2));
            DoubleVector middle = r.fma(1.0 / 362880, 1.0 / 40320).fma(r2, r.fma(1.0 / 5040, 1.0 / 720));
            DoubleVector high =
                    r.fma(1.0 / 6227020800.0, 1.0 / 479001600).fma(r2, r.fma(1.0 / 39916800, 1.0 / 3628800));
            DoubleVector series = r.add(high.fma(r4, middle).fma(r4, low).fma(r2, lost));
            LongVector power = (LongVector) shifted.reinterpretShape(BITS, 0);
            DoubleVector scale = (DoubleVector) power.add(SHIFT - 1)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector halfE = scale.fma(series, scale);
            DoubleVector e = halfE.add(halfE);
            DoubleVector halfLess = scale.fma(series, scale.sub(0.5));
            DoubleVector less = halfLess.add(halfLess);
            VectorMask<Double> small = a.compare(VectorOperators.LT, SMALL_TANH);
            DoubleVector over = e.add(e).blend(less.neg(), small);
            DoubleVector under = e.add(1).blend(less.add(2), small);
            DoubleVector left = less.sub(under.sub(2));
            DoubleVector q = over.div(under);
            DoubleVector error = q.neg().fma(under, over).sub(q.mul(left));
            q = error.fma(under.fma(-0.5, 1.5), q);
            DoubleVector t = DoubleVector.broadcast(S, 1).sub(q).blend(q, small);
            LongVector sign = ((LongVector) v.reinterpretShape(BITS, 0)).and(Long.MIN_VALUE);
            ((DoubleVector) ((LongVector) t.reinterpretShape(BITS, 0)).or(sign).reinterpretShape(S, 0))
                    .intoArray(y, yo + i);
        }
        return end;
    }

    static int sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector c = v.abs().neg();
            c = c.blend(EXP_LOWEST, c.compare(VectorOperators.LT, EXP_LOWEST));
            DoubleVector shifted = c.fma(LOG2_E, ROUNDER);
            DoubleVector whole = shifted.sub(ROUNDER);
            DoubleVector leading = whole.fma(DoubleVector.broadcast(S, -LN2_HIGH), c);
            DoubleVector rest = whole.mul(LN2_LOW);
            DoubleVector r = leading.sub(rest);
            DoubleVector lost = leading.sub(r).sub(rest);
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector low = r.fma(1.0 / 120, 1.0 / 24).fma(r2, r.fma(1.0 / 6, 1.0 / 2));
            DoubleVector middle = r.fma(1.0 / 362880, 1.0 / 40320).fma(r2, r.fma(1.0 / 5040, 1.0 / 720));
            DoubleVector high =
                    r.fma(1.0 / 6227020800.0, 1.0 / 479001600).fma(r2, r.fma(1.0 / 39916800, 1.0 / 3628800));
            DoubleVector series = r.add(high.fma(r4, middle).fma(r4, low).fma(r2, lost));
            LongVector power = (LongVector) shifted.reinterpretShape(BITS, 0);
            LongVector n1 = power.add(EVEN - ROUNDER_BITS).lanewise(VectorOperators.LSHR, 1);
            LongVector n2 = power.sub(n1);
            DoubleVector first = (DoubleVector) n1.add(SHIFT - EVEN / 2)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector second = (DoubleVector) n2.add(SHIFT + EVEN / 2)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector e = series.add(1).mul(first).mul(second);
            DoubleVector under = e.add(1);
            DoubleVector over = DoubleVector.broadcast(S, 1).blend(e, v.compare(VectorOperators.LT, 0));
            DoubleVector left = e.sub(under.sub(1));
            DoubleVector q = over.div(under);
            DoubleVector error = q.neg().fma(under, over).sub(q.mul(left));
            q = error.fma(under.fma(-0.5, 1.5), q);
            q.intoArray(y, yo + i);
        }
        return end;
    }
}
