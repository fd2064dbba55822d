// Generated from DoubleTileChoice.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel.vector;

import java.util.Arrays;

/**
 * Finds the register tile that this JVM compiles best. What the compiler makes of a tile differs between releases and
 * vector widths; the sums are the same, so the choice changes no bit of any result.
 */
final class FloatTileChoice {

    /** The candidates; the last needs many rows to be worth its height. */
    private static final int[] TILES = {2, 3, 4, FloatVectorGemm.TALL};

    private static final int WIDEST = 4;
    private static final int DEPTH = 32;
    private static final int CALLS = 8;
    /** A vector multiply-add that takes longer is not compiled yet. */
    private static final float COMPILED_NANOS = 4;
    /** Taken when the compiler is too slow to be waited for: vectors of 512 bits come with twice as many registers. */
    private static final int UNTIMED = FloatTiles.S.vectorBitSize() < 512 ? 3 : 4;
    /** Rounds that count, from the first in which all tiles were compiled. */
    private static final int ROUNDS = 40;

    /** The compiler needs most of this, and longer on a busy machine. */
    private static final long PATIENCE_NANOS = 300_000_000L;

    private static final int W = FloatTiles.W;

    /** The shortest time of a multiply-add in each tile; empty when the compiler was not waited for. */
    private static final float[] NANOS = times();

    /** The tile for wide products of few rows, found when this class is first used. */
    static final int MAIN = fastest(TILES.length - 1);

    /** The tile for wide products of many rows. */
    static final int MANY_ROWS = fastest(TILES.length);

    private FloatTileChoice() {}

    private static float[] times() {
        float[] a = new float[8 * DEPTH];
        float[] b = new float[DEPTH * WIDEST * W];
        float[] c = new float[8 * WIDEST * W];
        float[] best = new float[TILES.length];
        Arrays.fill(best, Float.MAX_VALUE);
        long start = System.nanoTime();
        int rounds = 0;
        while (rounds < ROUNDS) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                return new float[0];
            }
            float slowest = 0;
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
    private static float nanosPerStep(int tile, float[] a, float[] b, float[] c) {
        int rows = FloatVectorGemm.rows(tile);
        int vectors = FloatVectorGemm.vectors(tile);
        int width = vectors * W;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            FloatVectorGemm.tile(tile, rows, DEPTH, a, 0, DEPTH, 1, b, 0, width, c, 0, width, c, 0, width);
        }
        return (float) (System.nanoTime() - start) / (CALLS * DEPTH * rows * vectors);
    }
}
