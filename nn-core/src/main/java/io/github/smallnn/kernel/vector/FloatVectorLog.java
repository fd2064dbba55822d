package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The logarithms in vector registers: {@link FloatMath} operation by operation in every lane, a branch becoming a choice
 * between lanes. Each function handles as many elements as fill whole vectors and returns their number; as in
 * {@link FloatVectorExp}, it is one method with the series written out. Stateless, any thread.
 */
final class FloatVectorLog {

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;
    // Reinterpreting to a constant species; the methods that look the species up are not always inlined to the end.
    private static final VectorSpecies<Integer> BITS = VectorSpecies.of(int.class, S.vectorShape());
    private static final float LN2_LEADING = 0x1.62e4p-1f;
    private static final float LN2_REST = 0x1.7f7d1cp-20f;
    private static final int MANTISSA = 23;
    private static final int HIDDEN = 24;
    private static final float LIFT = 0x1p24f;
    private static final float LEAST = Float.MIN_NORMAL;
    private static final float INFINITY = Float.POSITIVE_INFINITY;
    private static final float NAN = Float.NaN;
    private static final float TINY = 0x1p-25f;
    // Exponents are kept larger by OFFSET, so that they are never negative.
    private static final int OFFSET = 128;
    private static final int ORIGIN = (OFFSET << MANTISSA) - 0x3F3504F3;
    // A whole number below 2^23 becomes a float when it is put behind the leading bit of 2^23.
    private static final int CARRIER_BITS = 0x4B000000;
    private static final float CARRIER = 0x1p23f + OFFSET;
    private static final int BIAS = 127;

    private FloatVectorLog() {}

    static int log(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            VectorMask<Float> subnormal = v.compare(VectorOperators.LT, LEAST);
            IntVector bits = (IntVector) v.blend(v.mul(LIFT), subnormal).reinterpretShape(BITS, 0);
            IntVector exponent = bits.add(ORIGIN).lanewise(VectorOperators.LSHR, MANTISSA);
            IntVector ofOne = bits.sub(exponent.sub(OFFSET).lanewise(VectorOperators.LSHL, MANTISSA));
            FloatVector power = ((FloatVector) exponent.add(CARRIER_BITS).reinterpretShape(S, 0)).sub(CARRIER);
            power = power.blend(power.sub(HIDDEN), subnormal);
            FloatVector f = ((FloatVector) ofOne.reinterpretShape(S, 0)).sub(1);
            FloatVector s = f.div(f.add(2));
            FloatVector z = s.mul(s);
            FloatVector low = z.fma(2f / 5, 2f / 3);
            FloatVector high = z.fma(2f / 9, 2f / 7);
            FloatVector tail = z.mul(high.fma(z.mul(z), low));
            FloatVector halfSquare = f.mul(0.5f).mul(f);
            FloatVector small = s.fma(halfSquare.add(tail), power.mul(LN2_REST));
            FloatVector y1 = power.fma(FloatVector.broadcast(S, LN2_LEADING), f.sub(halfSquare.sub(small)));
            FloatVector.broadcast(S, NAN)
                    .blend(y1, v.compare(VectorOperators.GT, 0))
                    .blend(-INFINITY, v.compare(VectorOperators.EQ, 0))
                    .blend(INFINITY, v.compare(VectorOperators.EQ, INFINITY))
                    .intoArray(y, yo + i);
        }
        return end;
    }

    static int log1p(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector u = v.add(1);
            FloatVector back = u.sub(1);
            FloatVector lost = FloatVector.broadcast(S, 1).sub(u.sub(back)).add(v.sub(back));
            IntVector bits = (IntVector) u.reinterpretShape(BITS, 0);
            IntVector exponent = bits.add(ORIGIN).lanewise(VectorOperators.LSHR, MANTISSA);
            IntVector ofOne = bits.sub(exponent.sub(OFFSET).lanewise(VectorOperators.LSHL, MANTISSA));
            FloatVector power = ((FloatVector) exponent.add(CARRIER_BITS).reinterpretShape(S, 0)).sub(CARRIER);
            FloatVector scale = (FloatVector) exponent.neg().add(BIAS + OFFSET + 1).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretShape(S, 0);
            FloatVector f = ((FloatVector) ofOne.reinterpretShape(S, 0)).sub(1);
            f = f.add(lost.mul(0.5f).mul(scale));
            FloatVector s = f.div(f.add(2));
            FloatVector z = s.mul(s);
            FloatVector low = z.fma(2f / 5, 2f / 3);
            FloatVector high = z.fma(2f / 9, 2f / 7);
            FloatVector tail = z.mul(high.fma(z.mul(z), low));
            FloatVector halfSquare = f.mul(0.5f).mul(f);
            FloatVector small = s.fma(halfSquare.add(tail), power.mul(LN2_REST));
            FloatVector y1 = power.fma(FloatVector.broadcast(S, LN2_LEADING), f.sub(halfSquare.sub(small)));
            FloatVector.broadcast(S, NAN)
                    .blend(y1, v.compare(VectorOperators.GT, -1))
                    .blend(-INFINITY, v.compare(VectorOperators.EQ, -1))
                    .blend(INFINITY, v.compare(VectorOperators.EQ, INFINITY))
                    .blend(v, v.abs().compare(VectorOperators.LT, TINY))
                    .intoArray(y, yo + i);
        }
        return end;
    }
}
