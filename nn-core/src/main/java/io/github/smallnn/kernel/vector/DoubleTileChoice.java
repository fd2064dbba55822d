package io.github.smallnn.kernel.vector;

import java.util.Arrays;

/**
 * Finds the register tile that this JVM compiles best. What the compiler makes of a tile differs between releases and
 * vector widths; the sums are the same, so the choice changes no bit of any result.
 */
final class DoubleTileChoice {

    /** The candidates; the last needs many rows to be worth its height. */
    private static final int[] TILES = {2, 3, 4, DoubleVectorGemm.TALL};

    private static final int WIDEST = 4;
    private static final int DEPTH = 32;
    private static final int CALLS = 8;
    /** A vector multiply-add that takes longer is not compiled yet. */
    private static final double COMPILED_NANOS = 4;
    /** Taken when the compiler is too slow to be waited for: vectors of 512 bits come with twice as many registers. */
    private static final int UNTIMED = DoubleTiles.S.vectorBitSize() < 512 ? 3 : 4;
    /** Rounds that count, from the first in which all tiles were compiled. */
    private static final int ROUNDS = 40;

    /** The compiler needs most of this, and longer on a busy machine. */
    private static final long PATIENCE_NANOS = 300_000_000L;

    private static final int W = DoubleTiles.W;

    /** The shortest time of a multiply-add in each tile; empty when the compiler was not waited for. */
    private static final double[] NANOS = times();

    /** The tile for wide products of few rows, found when this class is first used. */
    static final int MAIN = fastest(TILES.length - 1);

    /** The tile for wide products of many rows. */
    static final int MANY_ROWS = fastest(TILES.length);

    private DoubleTileChoice() {}

    private static double[] times() {
        double[] a = new double[8 * DEPTH];
        double[] b = new double[DEPTH * WIDEST * W];
        double[] c = new double[8 * WIDEST * W];
        double[] best = new double[TILES.length];
        Arrays.fill(best, Double.MAX_VALUE);
        long start = System.nanoTime();
        int rounds = 0;
        while (rounds < ROUNDS) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                return new double[0];
            }
            double slowest = 0;
            for (int t = 0; t < TILES.length; t++) {
                best[t] = Math.min(best[t], nanosPerStep(TILES[t], a, b, c));
                slowest = Math.max(slowest, best[t]);
            }
            if (slowest < COMPILED_NANOS) {
                rounds++;
            }
        }
        return best;
    }

    /** The fastest of the first {@code candidates}. */
    private static int fastest(int candidates) {
        if (NANOS.length == 0) {
            return UNTIMED;
        }
        int choice = 0;
        for (int t = 1; t < candidates; t++) {
            choice = NANOS[t] < NANOS[choice] ? t : choice;
        }
        return TILES[choice];
    }

    /** Time of one vector multiply-add within the tile. */
    private static double nanosPerStep(int tile, double[] a, double[] b, double[] c) {
        int rows = DoubleVectorGemm.rows(tile);
        int vectors = DoubleVectorGemm.vectors(tile);
        int width = vectors * W;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            DoubleVectorGemm.tile(tile, rows, DEPTH, a, 0, DEPTH, 1, b, 0, width, c, 0, width, c, 0, width);
        }
        return (double) (System.nanoTime() - start) / (CALLS * DEPTH * rows * vectors);
    }
}
