package io.github.smallnn.random;

/** Normal and exponential numbers from the tables of a {@link Ziggurat}, word for word as NumPy draws them. */
final class ZigguratDraws {
    private static final double NORMAL_TAIL_INVERSE = 0.27366123732975827203338247596;

    private ZigguratDraws() {}

    /* Made when the first number is asked for: the exponential table takes some milliseconds. */
    private static final class Normal {
        static final Ziggurat TABLES = Ziggurat.normal();
    }

    private static final class Exponential {
        static final Ziggurat TABLES = Ziggurat.exponential();
    }

    static double uniform(Words words) {
        return (words.next64() >>> 11) * 0x1p-53;
    }

    static double normal(Words words) {
        Ziggurat z = Normal.TABLES;
        while (true) {
            long word = words.next64();
            int layer = (int) word & 0xff;
            boolean negative = (word >>> 8 & 1) != 0;
            long number = word >>> 9 & 0xfffffffffffffL;
            double x = number * z.widths()[layer];
            if (number < z.limits()[layer]) {
                return negative ? -x : x;
            }
            if (layer == 0) {
                x = normalTail(words);
                return (number >>> 8 & 1) != 0 ? -x : x;
            }
            if (underEdge(z, layer, words) < StrictMath.exp(-0.5 * x * x)) {
                return negative ? -x : x;
            }
        }
    }

    /* G. Marsaglia, "Generating a Variable from the Tail of the Normal Distribution", Technometrics 6 (1964). */
    private static double normalTail(Words words) {
        while (true) {
            double x = -NORMAL_TAIL_INVERSE * CarefulLog.log(1 - uniform(words));
            double y = -CarefulLog.log(1 - uniform(words));
            if (y + y > x * x) {
                return Ziggurat.NORMAL_TAIL + x;
            }
        }
    }

    static double exponential(Words words) {
        Ziggurat z = Exponential.TABLES;
        while (true) {
            long word = words.next64() >>> 3;
            int layer = (int) word & 0xff;
            long number = word >>> 8;
            double x = number * z.widths()[layer];
            if (number < z.limits()[layer]) {
                return x;
            }
            if (layer == 0) {
                return Ziggurat.EXPONENTIAL_TAIL - CarefulLog.log(1 - uniform(words));
            }
            if (underEdge(z, layer, words) < StrictMath.exp(-x)) {
                return x;
            }
        }
    }

    /* A height drawn between the layer's own and the one above. */
    private static double underEdge(Ziggurat z, int layer, Words words) {
        double top = z.heights()[layer - 1];
        double bottom = z.heights()[layer];
        return (top - bottom) * uniform(words) + bottom;
    }
}
