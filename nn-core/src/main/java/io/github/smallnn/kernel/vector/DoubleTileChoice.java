package io.github.smallnn.kernel.vector;

import java.util.Arrays;

/**
 * Finds the register tile that this JVM compiles best. What the compiler makes of a tile differs between releases and
 * vector widths; the sums are the same, so the choice changes no bit of any result.
 */
final class DoubleTileChoice {

    private static final int NARROWEST = 2;
    private static final int WIDEST = 4;
    private static final int DEPTH = 32;
    private static final int CALLS = 8;
    /** A vector multiply-add that takes longer is not compiled yet. */
    private static final double COMPILED_NANOS = 4;
    /** Taken when the compiler is too slow to be waited for, and mostly: vectors of 512 bits come with twice as many registers. */
    private static final int UNTIMED = DoubleTiles.S.vectorBitSize() < 512 ? 3 : 4;
    /** Another tile has to take less than this part of its time: the compiler may translate any of them again later. */
    private static final double FASTER = 0.85;
    /** Rounds that count, from the first in which all tiles were compiled. */
    private static final int ROUNDS = 40;

    /** The compiler needs most of this, and longer on a busy machine. */
    private static final long PATIENCE_NANOS = 300_000_000L;

    private static final int W = DoubleTiles.W;

    /** The width in vectors of the tile for wide products, found when this class is first used. */
    static final int VECTORS = fastest();

    private DoubleTileChoice() {}

    private static int fastest() {
        double[] a = new double[8 * DEPTH];
        double[] b = new double[DEPTH * WIDEST * W];
        double[] c = new double[8 * WIDEST * W];
        double[] best = new double[WIDEST + 1];
        Arrays.fill(best, Double.MAX_VALUE);
        long start = System.nanoTime();
        int rounds = 0;
        while (rounds < ROUNDS) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                return UNTIMED;
            }
            double slowest = 0;
            for (int vectors = NARROWEST; vectors <= WIDEST; vectors++) {
                best[vectors] = Math.min(best[vectors], nanosPerStep(vectors, a, b, c));
                slowest = Math.max(slowest, best[vectors]);
            }
            if (slowest < COMPILED_NANOS) {
                rounds++;
            }
        }
        int choice = NARROWEST;
        for (int vectors = NARROWEST + 1; vectors <= WIDEST; vectors++) {
            choice = best[vectors] < best[choice] ? vectors : choice;
        }
        return best[choice] < FASTER * best[UNTIMED] ? choice : UNTIMED;
    }

    /** Time of one vector multiply-add within the tile. */
    private static double nanosPerStep(int vectors, double[] a, double[] b, double[] c) {
        int rows = DoubleVectorGemm.rows(vectors);
        int width = vectors * W;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            DoubleVectorGemm.tile(vectors, rows, DEPTH, a, 0, DEPTH, 1, b, 0, width, c, 0, width, c, 0, width);
        }
        return (double) (System.nanoTime() - start) / (CALLS * DEPTH * rows * vectors);
    }
}
