package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Precision;
import java.lang.invoke.MethodHandles;

/**
 * Makes planned products of a few elements, each a class of its own with its sizes and arrays as constants. Where the
 * virtual machine refuses hidden classes there are none. docs/adr/0007 has the figures. Any thread.
 */
final class FixedProducts {
    /** Multiply-adds up to which code made for the product wins over portable loops. */
    private static final int MOST = 512;

    /** Likewise where both sides are whole tiles, and too short for loops that the compiler makes vectors of. */
    private static final int MOST_IN_TILES = 16_384;

    private static final int TILE = 4;
    private static final int LONGEST_SIDE = 16;

    /** Likewise over vectors. */
    private static final int MOST_BESIDE_VECTORS = 256;

    /** Single columns whose rows are a multiple of this have a template of their own, for as many terms. */
    private static final int COLUMN_ROWS = 8;

    private static final int COLUMN_TERMS = 16;

    private FixedProducts() {}

    /** Whether a product of this size is worth a class: not where one kernel is forced for all products. */
    static boolean suit(int m, int n, int k) {
        if (Gemms.NAME != null || k == 0) {
            return false;
        }
        // The least comes first, so that tiny products never wait for the vector backend to load.
        long work = (long) m * n * k;
        return work <= MOST_BESIDE_VECTORS
                || work <= (isWholeTiles(m, n) ? MOST_IN_TILES : MOST) && Backends.FASTEST == null;
    }

    private static boolean isWholeTiles(int m, int n) {
        return m % TILE == 0 && n % TILE == 0 && m <= LONGEST_SIDE && n <= LONGEST_SIDE;
    }

    /** The product, or null if no class can be made for it. */
    static PlannedProduct make(ProductOperands of) {
        return Templates.instanceOrNull(
                MethodHandles.lookup(),
                template(of),
                of,
                PlannedProduct.class,
                "a product of " + of.m() + " x " + of.n() + " x " + of.k());
    }

    private static String template(ProductOperands of) {
        boolean column = of.n() == 1 && of.m() % COLUMN_ROWS == 0 && of.k() <= COLUMN_TERMS && of.beta() == 0;
        return (of.c().precision() == Precision.DOUBLE ? "DoubleFixed" : "FloatFixed")
                + (column ? "Column" : "Product");
    }
}
