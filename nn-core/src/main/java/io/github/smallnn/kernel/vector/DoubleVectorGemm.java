package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.GemmWorkspace;
import java.util.Arrays;

/**
 * The blocking around the register tiles: a panel of B stays in the first-level cache while the rows of a block of A pass
 * over it, and the block stays in the second level while the panels pass.
 */
final class DoubleVectorGemm {

    private static final int W = DoubleTiles.W;

    /** Elements of a panel of B: 32 KiB. */
    // float: private static final int PANEL = 8192;
    private static final int PANEL = 4096;

    /** Elements of a block of A: 256 KiB. */
    // float: private static final int BLOCK = 65536;
    private static final int BLOCK = 32768;

    /** The longest stretch of a sum that is done at once. */
    private static final int DEPTH = 256;

    /** A block of fewer rows does not pay for a copy of B that could be read in place. */
    private static final int MANY_ROWS = 64;

    /**
     * Nor does a block whose rows times the distance of the rows of B are no more, if the panel with its gaps is no longer
     * either: rows that lie close together stay in the first-level cache as they are.
     */
    // float: private static final int CLOSE = 8192;
    private static final int CLOSE = 4096;

    /** From so many columns on a block of A is read often enough to be worth a copy without gaps. */
    private static final int MANY_COLUMNS = 256;

    /** Room for the start values of a fresh row, and behind it for a tile whose columns are not all real. */
    private static final int ZEROS = 8 * W;

    private static final int TILE = 16 * W;

    /** Width of the widest tile for a single row, in vectors. */
    private static final int WIDEST = 8;

    /** Fewer rows are done one by one, with B where it lies: copying it would cost more than the product. */
    static final int FEW_ROWS = 4;

    private DoubleVectorGemm() {}

    /**
     * {@code C = alpha op(A) op(B) + beta C} for {@code n != 1}. Element {@code (i, p)} of {@code op(A)} lies at
     * {@code ao + i * ai + p * ap} and one of {@code ai}, {@code ap} is 1; element {@code (p, j)} of {@code op(B)} lies at
     * {@code bo + p * bp + j * bj}.
     */
    static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace workspace) {
        if (m < FEW_ROWS && bj == 1 && n >= W) {
            singly(m, n, k, alpha, a, ao, ai, ap, b, bo, bp, beta, c, co, ldc, workspace);
            return;
        }
        int vectors = DoubleTileChoice.VECTORS;
        int depth = even(k, Math.min(DEPTH, PANEL / (vectors * W)));
        int height = even(m, BLOCK / depth);
        boolean copies = alpha != 1 || n >= MANY_COLUMNS;
        int block = ZEROS + TILE + depth * vectors * W;
        double[] work = workspace.doubles(block + (copies ? height * depth : 0));
        Arrays.fill(work, 0, ZEROS, 0);
        if (beta != 0 && beta != 1) {
            DoublePanels.scaledRows(beta, m, n, c, co, ldc, c, co, ldc);
        }
        int p = 0;
        do {
            int d = Math.min(depth, k - p);
            boolean fresh = p == 0 && beta == 0;
            for (int i = 0; i < m; i += height) {
                int h = Math.min(height, m - i);
                int from = ao + i * ai + p * ap;
                int row = bo + p * bp;
                int to = co + i * ldc;
                if (!copies) {
                    panels(vectors, h, n, d, a, from, ai, ap, b, row, bp, bj, fresh, c, to, ldc, work);
                } else if (ap == 1) {
                    DoublePanels.scaledRows(alpha, h, d, a, from, ai, work, block, d);
                    panels(vectors, h, n, d, work, block, d, 1, b, row, bp, bj, fresh, c, to, ldc, work);
                } else {
                    DoublePanels.scaledRows(alpha, d, h, a, from, ap, work, block, h);
                    panels(vectors, h, n, d, work, block, 1, h, b, row, bp, bj, fresh, c, to, ldc, work);
                }
            }
            p += depth;
        } while (p < k);
    }

    /** Row by row, with B as it lies. */
    private static void singly(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace workspace) {
        double[] work = workspace.doubles(ZEROS + k);
        Arrays.fill(work, 0, ZEROS, 0);
        if (beta != 0 && beta != 1) {
            DoublePanels.scaledRows(beta, m, n, c, co, ldc, c, co, ldc);
        }
        for (int i = 0; i < m; i++) {
            int from = ao + i * ai;
            int to = co + i * ldc;
            if (alpha == 1) {
                row(n, k, a, from, ap, b, bo, bp, beta == 0, c, to, work);
            } else {
                for (int p = 0; p < k; p++) {
                    work[ZEROS + p] = alpha * a[from + p * ap];
                }
                row(n, k, work, ZEROS, 1, b, bo, bp, beta == 0, c, to, work);
            }
        }
    }

    private static void row(
            int n,
            int depth,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            boolean fresh,
            double[] c,
            int co,
            double[] work) {
        for (int j = 0; j < n; ) {
            int left = n - j;
            // No tile is narrower than a vector.
            int cols = left <= WIDEST * W ? left : Math.min(WIDEST * W, (left - W) / W * W);
            double[] s = fresh ? work : c;
            int so = fresh ? 0 : co + j;
            if (cols == DoubleRowTile.COLS && bp == DoubleRowTile.COLS) {
                DoubleRowTile.multiply(depth, a, ao, ap, b, bo + j, s, so, c, co + j);
            } else if (cols <= 2 * W) {
                DoubleTiles.tile1x2(cols, depth, a, ao, ap, b, bo + j, bp, s, so, c, co + j);
            } else if (cols <= 4 * W) {
                DoubleTiles.tile1x4(cols, depth, a, ao, ap, b, bo + j, bp, s, so, c, co + j);
            } else {
                DoubleTiles.tile1x8(cols, depth, a, ao, ap, b, bo + j, bp, s, so, c, co + j);
            }
            j += cols;
        }
    }

    /** The length of the blocks when {@code total} is cut into as few equal ones as {@code most} allows; at least 1. */
    private static int even(int total, int most) {
        int blocks = (total + most - 1) / most;
        return blocks <= 1 ? Math.max(total, 1) : (total + blocks - 1) / blocks;
    }

    /** Vectors in the next panel when {@code cols} columns are left. */
    private static int width(int vectors, int cols) {
        return Math.min(vectors, (cols + W - 1) / W);
    }

    /** Whether a panel without padding is read where it lies, rather than copied, by a block of {@code m} rows. */
    private static boolean inPlace(int m, int depth, int bp) {
        return m < MANY_ROWS || bp <= CLOSE / Math.max(m, depth);
    }

    /** All panels of {@code B} over one block of rows. */
    private static void panels(
            int vectors,
            int m,
            int n,
            int depth,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            boolean fresh,
            double[] c,
            int co,
            int ldc,
            double[] work) {
        for (int j = 0; j < n; ) {
            int v = width(vectors, n - j);
            int cols = Math.min(v * W, n - j);
            int from = bo + j * bj;
            // Whole tiles have code of their own.
            int full = v == DoublePanelTiles.VECTORS && cols == v * W ? m - m % DoublePanelTiles.ROWS : 0;
            int rest = ao + full * ai;
            int to = co + full * ldc + j;
            if (bj == 1 && cols == v * W && inPlace(m, depth, bp)) {
                openTiles(full, depth, a, ao, ai, ap, b, from, bp, fresh, c, co + j, ldc, work);
                tiles(v, m - full, cols, depth, a, rest, ai, ap, b, from, bp, fresh, c, to, ldc, work);
            } else {
                int panel = ZEROS + TILE;
                DoublePanels.panel(depth, cols, v * W, b, from, bp, bj, work, panel);
                panelTiles(full, depth, a, ao, ai, ap, work, panel, fresh, c, co + j, ldc);
                tiles(v, m - full, cols, depth, a, rest, ai, ap, work, panel, v * W, fresh, c, to, ldc, work);
            }
            j += cols;
        }
    }

    /** The rows of one block that make whole tiles, over a copied panel without padding in {@code work}. */
    private static void panelTiles(
            int m,
            int depth,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] work,
            int panel,
            boolean fresh,
            double[] c,
            int co,
            int ldc) {
        double[] s = fresh ? work : c;
        int si = fresh ? 0 : ldc;
        for (int i = 0; i < m; i += DoublePanelTiles.ROWS) {
            int row = ao + i * ai;
            int to = co + i * ldc;
            int so = fresh ? 0 : to;
            if (ap == 1) {
                DoublePanelTiles.rows(depth, a, row, ai, work, panel, s, so, si, c, to, ldc);
            } else {
                DoublePanelTiles.columns(depth, a, row, ap, work, panel, s, so, si, c, to, ldc);
            }
        }
    }

    /** The rows of one block that make whole tiles, over B where it lies. */
    private static void openTiles(
            int m,
            int depth,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            boolean fresh,
            double[] c,
            int co,
            int ldc,
            double[] work) {
        double[] s = fresh ? work : c;
        int si = fresh ? 0 : ldc;
        for (int i = 0; i < m; i += DoublePanelTiles.ROWS) {
            int row = ao + i * ai;
            int to = co + i * ldc;
            int so = fresh ? 0 : to;
            if (ap == 1) {
                DoubleOpenTiles.rows(depth, a, row, ai, b, bo, bp, s, so, si, c, to, ldc);
            } else {
                DoubleOpenTiles.columns(depth, a, row, ap, b, bo, bp, s, so, si, c, to, ldc);
            }
        }
    }

    /** All rows of one block over one panel. */
    private static void tiles(
            int v,
            int m,
            int cols,
            int depth,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            boolean fresh,
            double[] c,
            int co,
            int ldc,
            double[] work) {
        int step = rows(v);
        for (int i = 0; i < m; i += step) {
            int rows = Math.min(step, m - i);
            int row = ao + i * ai;
            int to = co + i * ldc;
            if (cols == v * W) {
                if (fresh) {
                    tile(v, rows, depth, a, row, ai, ap, b, bo, bp, work, 0, 0, c, to, ldc);
                } else {
                    tile(v, rows, depth, a, row, ai, ap, b, bo, bp, c, to, ldc, c, to, ldc);
                }
            } else {
                if (fresh) {
                    tile(v, rows, depth, a, row, ai, ap, b, bo, bp, work, 0, 0, work, ZEROS, v * W);
                } else {
                    DoublePanels.rows(rows, cols, c, to, ldc, work, ZEROS, v * W);
                    tile(v, rows, depth, a, row, ai, ap, b, bo, bp, work, ZEROS, v * W, work, ZEROS, v * W);
                }
                DoublePanels.rows(rows, cols, work, ZEROS, v * W, c, to, ldc);
            }
        }
    }

    /** Rows of the tile that is {@code main} vectors wide, 2 to 4. */
    static int rows(int vectors) {
        return switch (vectors) {
            case 1 -> 8;
            case 2 -> 6;
            default -> 4;
        };
    }

    static void tile(
            int vectors,
            int rows,
            int depth,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] s,
            int so,
            int si,
            double[] c,
            int co,
            int ci) {
        switch (vectors) {
            case 1 -> DoubleTiles.tile8x1(rows, depth, a, ao, ai, ap, b, bo, bp, s, so, si, c, co, ci);
            case 2 -> DoubleTiles.tile6x2(rows, depth, a, ao, ai, ap, b, bo, bp, s, so, si, c, co, ci);
            case 3 -> DoubleTiles.tile4x3(rows, depth, a, ao, ai, ap, b, bo, bp, s, so, si, c, co, ci);
            default -> DoubleTiles.tile4x4(rows, depth, a, ao, ai, ap, b, bo, bp, s, so, si, c, co, ci);
        }
    }
}
