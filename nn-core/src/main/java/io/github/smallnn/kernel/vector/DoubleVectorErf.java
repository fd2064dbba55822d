package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The error function in vector registers: {@code DoubleErf} operation by operation in every lane, both formulas and a choice
 * between them. Handles as many elements as fill whole vectors and returns their number. Stateless, any thread.
 */
final class DoubleVectorErf {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;
    private static final VectorSpecies<Long> BITS = VectorSpecies.of(long.class, S.vectorShape());
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    private static final double ROUNDER = 0x1.8p52;
    private static final int MANTISSA = 52;
    // Of bits + SHIFT the low twelve are the exponent of 2^n, n the whole number in the low bits of ROUNDER + n.
    private static final long SHIFT = 1023;
    private static final double SMALL = 0.5;
    private static final double HIGHEST = 6;
    private static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;
    private static final double REST = 0x1.06eba8214db69p-3;

    private DoubleVectorErf() {}

    static int erf(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector a = v.abs();
            a = a.blend(HIGHEST, a.compare(VectorOperators.GT, HIGHEST));
            DoubleVector z = a.mul(a).neg();
            DoubleVector near = z.fma(1.0 / (479001600.0 * 25), 1.0 / (39916800.0 * 23));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (3628800.0 * 21)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (362880.0 * 19)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (40320.0 * 17)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (5040.0 * 15)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (720.0 * 13)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (120.0 * 11)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (24.0 * 9)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (6.0 * 7)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / (2.0 * 5)));
            near = near.fma(z, DoubleVector.broadcast(S, 1.0 / 3));
            DoubleVector small = a.fma(near.mul(z).fma(TWO_OVER_SQRT_PI, REST), a);
            DoubleVector h = a.sub(1);
            DoubleVector h2 = h.mul(h);
            DoubleVector h4 = h2.mul(h2);
            DoubleVector c0 = h.fma(-0x1.51c9b0006c24p1, -0x1.d97fbf27aa2a1p0);
            DoubleVector c2 = h.fma(-0x1.5477f09ca5d2ap-5, -0x1.afabc11a28f35p-1);
            DoubleVector c4 = h.fma(-0x1.033f69994839ap-9, 0x1.48c9d40c0c061p-7);
            DoubleVector c6 = h.fma(0x1.b8be76b95b001p-16, 0x1.f1b4bb912c98bp-13);
            DoubleVector c8 = h.fma(0x1.415bf58b1fa3fp-17, -0x1.c75a319c4e6d7p-16);
            DoubleVector c10 = h.fma(0x1.bcb2f8a5d6cd4p-24, -0x1.0ef199e5a21dcp-19);
            DoubleVector c12 = h.fma(-0x1.195bb686f6ddbp-24, 0x1.0c6221c7a1937p-23);
            DoubleVector c14 = h.fma(-0x1.dc444ec0280e6p-29, 0x1.4979a0ce4a2bep-26);
            DoubleVector c16 = h.fma(0x1.0dfb3e8e8dd8p-34, 0x1.026c3f4ea198fp-32);
            DoubleVector c18 = h.fma(0x1.5d720c5310278p-39, -0x1.61d1c6b1886c9p-36);
            DoubleVector last = h4.fma(DoubleVector.broadcast(S, -0x1.10d6626f1005bp-43), c18.fma(h2, c16));
            DoubleVector upper = last.fma(h4, c14.fma(h2, c12)).fma(h4, c10.fma(h2, c8));
            DoubleVector c = upper.fma(h4, c6.fma(h2, c4)).fma(h4, c2.fma(h2, c0));
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
            DoubleVector scale = ((DoubleVector) power.add(SHIFT - 1)
                            .lanewise(VectorOperators.LSHL, MANTISSA)
                            .reinterpretShape(S, 0))
                    .neg();
            DoubleVector half = scale.fma(series, scale.add(0.5));
            VectorMask<Double> isSmall = a.compare(VectorOperators.LT, SMALL);
            DoubleVector t = half.add(half).blend(small, isSmall);
            LongVector sign = ((LongVector) v.reinterpretShape(BITS, 0)).and(Long.MIN_VALUE);
            ((DoubleVector) ((LongVector) t.reinterpretShape(BITS, 0)).or(sign).reinterpretShape(S, 0))
                    .intoArray(y, yo + i);
        }
        return end;
    }
}
