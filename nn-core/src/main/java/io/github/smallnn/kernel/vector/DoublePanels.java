package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of blocks of the operands, laid out as the register tiles read them. */
final class DoublePanels {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    private DoublePanels() {}

    /**
     * A panel of B: row {@code p} at {@code to + p * width}, its columns from {@code cols} on zero. Element {@code (p, j)}
     * of B lies at {@code bo + p * bp + j * bj}; {@code bj} or {@code bp} is 1.
     */
    static void panel(int depth, int cols, int width, double[] b, int bo, int bp, int bj, double[] panel, int to) {
        if (cols < width) {
            for (int p = 0; p < depth; p++) {
                for (int j = cols; j < width; j++) {
                    panel[to + p * width + j] = 0;
                }
            }
        }
        if (bj == 1) {
            rows(depth, cols, b, bo, bp, panel, to, width);
        } else {
            transposed(depth, cols, b, bo, bj, panel, to, width);
        }
    }

    /** Rows of {@code cols} adjacent elements. */
    static void rows(int rows, int cols, double[] from, int fo, int fs, double[] to, int at, int ts) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, fo + r * fs, to, at + r * ts, cols);
        }
    }

    /** Rows of {@code factor} times {@code cols} adjacent elements. */
    static void scaledRows(
            double factor, int rows, int cols, double[] from, int fo, int fs, double[] to, int at, int ts) {
        if (factor == 1) {
            rows(rows, cols, from, fo, fs, to, at, ts);
            return;
        }
        for (int r = 0; r < rows; r++) {
            int x = fo + r * fs;
            int y = at + r * ts;
            int j = 0;
            for (; j + W <= cols; j += W) {
                DoubleVector.fromArray(S, from, x + j).mul(factor).intoArray(to, y + j);
            }
            for (; j < cols; j++) {
                to[y + j] = factor * from[x + j];
            }
        }
    }

    /**
     * The panel of a transposed B, whose columns are adjacent in memory: four of them at once, so that the panel's cache
     * lines are shared.
     */
    private static void transposed(int depth, int cols, double[] b, int bo, int bj, double[] panel, int to, int width) {
        int j = 0;
        for (; j + 4 <= cols; j += 4) {
            int c0 = bo + j * bj;
            int c1 = c0 + bj;
            int c2 = c1 + bj;
            int c3 = c2 + bj;
            for (int p = 0; p < depth; p++) {
                int y = to + p * width + j;
                panel[y] = b[c0 + p];
                panel[y + 1] = b[c1 + p];
                panel[y + 2] = b[c2 + p];
                panel[y + 3] = b[c3 + p];
            }
        }
        for (; j < cols; j++) {
            int x = bo + j * bj;
            for (int p = 0; p < depth; p++) {
                panel[to + p * width + j] = b[x + p];
            }
        }
    }
}
