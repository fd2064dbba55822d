package io.github.smallnn.random;

import java.math.BigDecimal;

/**
 * Tables of a ziggurat: 256 layers of equal area under a falling density, from layer 255 at the bottom, which ends at
 * the tail, up to layer 1. A number drawn in a layer lies under the density at once if it lies under the layer above;
 * those numbers are in {@code limits}. Layer 0 stands for the bottom with the tail.
 *
 * <p>Source: G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random Variables", Journal of
 * Statistical Software 5 (2000).
 *
 * @param widths width of each layer per unit of the random number
 * @param heights the density at the layer's edge
 * @param limits the random numbers below which no further test is needed
 */
record Ziggurat(double[] widths, double[] heights, long[] limits) {
    static final int LAYERS = 256;

    /** Where the tail of the normal density begins. */
    static final double NORMAL_TAIL = 3.6541528853610087963519472518;

    /** Where the tail of the exponential density begins. */
    static final double EXPONENTIAL_TAIL = 7.6971174701310497140446280481;

    private static Ziggurat empty() {
        return new Ziggurat(new double[LAYERS], new double[LAYERS], new long[LAYERS]);
    }

    /*
     * NumPy's table of the normal density was made in double precision, each edge from the one below: the area is four
     * units in the last place below its true value, limits are rounded to even, and the exponential of layer 38, whose
     * exact value lies 0.498 of a unit from the one below, was rounded up. All edges above follow from these, so the
     * same is done here.
     */
    static Ziggurat normal() {
        final double area = 0.004928673233974652;
        final double unit = 0x1p-52;
        Ziggurat z = empty();
        double edge = NORMAL_TAIL;
        int last = LAYERS - 1;
        z.widths[last] = edge * unit;
        z.heights[last] = bell(edge);
        z.limits[0] = (long) Math.rint(edge * z.heights[last] / area / unit);
        z.widths[0] = area / z.heights[last] * unit;
        z.heights[0] = 1;
        for (int i = last - 1; i > 0; i--) {
            double next = Math.sqrt(-2 * CarefulLog.log(area / edge + z.heights[i + 1]));
            z.limits[i + 1] = (long) Math.rint(next / edge / unit);
            z.widths[i] = next * unit;
            z.heights[i] = i == 38 ? Math.nextUp(bell(next)) : bell(next);
            edge = next;
        }
        return z;
    }

    /** exp(-x^2 / 2), rounded to nearest. */
    private static double bell(double x) {
        return PreciseMath.exp(new BigDecimal(-0.5 * x * x)).doubleValue();
    }

    /* NumPy's table of the exponential density holds the exact values, its limits in steps of two. */
    static Ziggurat exponential() {
        final BigDecimal units = BigDecimal.valueOf(1L << 53);
        Ziggurat z = empty();
        BigDecimal tail = new BigDecimal("7.69711747013104971404462804811408952334296818528283");
        BigDecimal height = PreciseMath.exp(tail.negate());
        BigDecimal area = tail.add(BigDecimal.ONE).multiply(height, PreciseMath.DIGITS);
        int last = LAYERS - 1;
        z.widths[last] = width(tail, units);
        z.heights[last] = height.doubleValue();
        z.limits[0] = limit(tail.multiply(height), area, units);
        z.widths[0] = width(area.divide(height, PreciseMath.DIGITS), units);
        z.heights[0] = 1;
        BigDecimal edge = tail;
        for (int i = last - 1; i > 0; i--) {
            height = area.divide(edge, PreciseMath.DIGITS).add(height, PreciseMath.DIGITS);
            BigDecimal next = PreciseMath.log(height).negate();
            z.limits[i + 1] = limit(next, edge, units);
            z.widths[i] = width(next, units);
            z.heights[i] = height.doubleValue();
            edge = next;
        }
        return z;
    }

    private static double width(BigDecimal edge, BigDecimal units) {
        return edge.divide(units, PreciseMath.DIGITS).doubleValue();
    }

    private static long limit(BigDecimal above, BigDecimal edge, BigDecimal units) {
        return above.divide(edge, PreciseMath.DIGITS).multiply(units).longValue() & ~1L;
    }
}
