package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.DoubleMath;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The logarithms in vector registers: {@link DoubleMath} operation by operation in every lane, a branch becoming a choice
 * between lanes. Each function handles as many elements as fill whole vectors and returns their number; as in
 * {@link DoubleVectorExp}, it is one method with the series written out. Stateless, any thread.
 */
final class DoubleVectorLog {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;
    // Reinterpreting to a constant species; the methods that look the species up are not always inlined to the end.
    private static final VectorSpecies<Long> BITS = VectorSpecies.of(long.class, S.vectorShape());
    private static final double LN2_LEADING = 0x1.62e42fefap-1;
    private static final double LN2_REST = 0x1.cf79abc9e3b3ap-40;
    private static final int MANTISSA = 52;
    private static final int HIDDEN = 54;
    private static final double LIFT = 0x1p54;
    private static final double LEAST = Double.MIN_NORMAL;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double TINY = 0x1p-54;
    // Exponents are kept larger by OFFSET, so that they are never negative.
    private static final long OFFSET = 1024;
    private static final long ORIGIN = (OFFSET << MANTISSA) - 0x3FE6A09E667F3BCDL;
    // A whole number below 2^52 becomes a double when it is put behind the leading bit of 2^52.
    private static final long CARRIER_BITS = 0x4330000000000000L;
    private static final double CARRIER = 0x1p52 + OFFSET;
    private static final long BIAS = 1023;

    private DoubleVectorLog() {}

    static int log(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            VectorMask<Double> subnormal = v.compare(VectorOperators.LT, LEAST);
            LongVector bits = (LongVector) v.blend(v.mul(LIFT), subnormal).reinterpretShape(BITS, 0);
            LongVector exponent = bits.add(ORIGIN).lanewise(VectorOperators.LSHR, MANTISSA);
            LongVector ofOne = bits.sub(exponent.sub(OFFSET).lanewise(VectorOperators.LSHL, MANTISSA));
            DoubleVector power = ((DoubleVector) exponent.add(CARRIER_BITS).reinterpretShape(S, 0)).sub(CARRIER);
            power = power.blend(power.sub(HIDDEN), subnormal);
            DoubleVector f = ((DoubleVector) ofOne.reinterpretShape(S, 0)).sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector low = z.fma(2.0 / 9, 2.0 / 7).fma(z2, z.fma(2.0 / 5, 2.0 / 3));
            DoubleVector middle = z.fma(2.0 / 17, 2.0 / 15).fma(z2, z.fma(2.0 / 13, 2.0 / 11));
            DoubleVector high = z.fma(2.0 / 21, 2.0 / 19).fma(z4, middle);
            DoubleVector tail = z.mul(high.fma(z4, low));
            DoubleVector halfSquare = f.mul(0.5).mul(f);
            DoubleVector small = s.fma(halfSquare.add(tail), power.mul(LN2_REST));
            DoubleVector y1 = power.fma(DoubleVector.broadcast(S, LN2_LEADING), f.sub(halfSquare.sub(small)));
            DoubleVector.broadcast(S, NAN)
                    .blend(y1, v.compare(VectorOperators.GT, 0))
                    .blend(-INFINITY, v.compare(VectorOperators.EQ, 0))
                    .blend(INFINITY, v.compare(VectorOperators.EQ, INFINITY))
                    .intoArray(y, yo + i);
        }
        return end;
    }

    static int log1p(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector u = v.add(1);
            DoubleVector back = u.sub(1);
            DoubleVector lost = DoubleVector.broadcast(S, 1).sub(u.sub(back)).add(v.sub(back));
            LongVector bits = (LongVector) u.reinterpretShape(BITS, 0);
            LongVector exponent = bits.add(ORIGIN).lanewise(VectorOperators.LSHR, MANTISSA);
            LongVector ofOne = bits.sub(exponent.sub(OFFSET).lanewise(VectorOperators.LSHL, MANTISSA));
            DoubleVector power = ((DoubleVector) exponent.add(CARRIER_BITS).reinterpretShape(S, 0)).sub(CARRIER);
            DoubleVector scale = (DoubleVector) exponent.neg()
                    .add(BIAS + OFFSET + 1)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretShape(S, 0);
            DoubleVector f = ((DoubleVector) ofOne.reinterpretShape(S, 0)).sub(1);
            f = f.add(lost.mul(0.5).mul(scale));
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector low = z.fma(2.0 / 9, 2.0 / 7).fma(z2, z.fma(2.0 / 5, 2.0 / 3));
            DoubleVector middle = z.fma(2.0 / 17, 2.0 / 15).fma(z2, z.fma(2.0 / 13, 2.0 / 11));
            DoubleVector high = z.fma(2.0 / 21, 2.0 / 19).fma(z4, middle);
            DoubleVector tail = z.mul(high.fma(z4, low));
            DoubleVector halfSquare = f.mul(0.5).mul(f);
            DoubleVector small = s.fma(halfSquare.add(tail), power.mul(LN2_REST));
            DoubleVector y1 = power.fma(DoubleVector.broadcast(S, LN2_LEADING), f.sub(halfSquare.sub(small)));
            DoubleVector.broadcast(S, NAN)
                    .blend(y1, v.compare(VectorOperators.GT, -1))
                    .blend(-INFINITY, v.compare(VectorOperators.EQ, -1))
                    .blend(INFINITY, v.compare(VectorOperators.EQ, INFINITY))
                    .blend(v, v.abs().compare(VectorOperators.LT, TINY))
                    .intoArray(y, yo + i);
        }
        return end;
    }
}
