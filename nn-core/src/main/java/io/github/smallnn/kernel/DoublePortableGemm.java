package io.github.smallnn.kernel;

import java.util.Arrays;

/**
 * Products over a packed tile of one operand. Rows of the tile lie in arrays of their own, so do two rows of sums, and
 * the inner loop uses one index for all of them: a form that HotSpot's compiler turns into vector code without any flag.
 */
final class DoublePortableGemm {

    /*
     * A tile of 32 KiB stays in the first-level cache while all rows of A go over it; with one of 128 KiB every pass waits
     * for the second level. Longer rows gain nothing, and a shallower tile loads and stores C more often.
     * Two rows of C and four of the tile a pass: eight multiply-adds for six loads. Eight rows of the tile and one of C pass
     * the unrolling limit of JDK 17's compiler, which then leaves the loop scalar. docs/adr/0003 has the figures.
     */
    // float: private static final int TILE = 8192;
    private static final int TILE = 4096;

    static final int DEPTH = 64;
    // In float JDK 17 leaves the loop over two rows scalar if it meets rows of 256 first; later releases do not.
    // float: static final int WIDTH = Runtime.version().feature() > 17 ? 256 : 128;
    static final int WIDTH = 128;

    private DoublePortableGemm() {}

    /**
     * {@code C = (left A) (right B) + beta C} for {@code n != 1}, vectorised along {@code j}. Element {@code (i, p)} of
     * {@code A} lies at {@code ao + i * ai + p * ap}, element {@code (p, j)} of {@code B} at {@code bo + p * bp + j * bj}
     * and element {@code (i, j)} of {@code C} at {@code co + i * ci + j * cj}. Exactly one of the factors {@code left}
     * and {@code right} may differ from 1.
     */
    static void multiply(
            int m,
            int n,
            int k,
            double left,
            double[] a,
            int ao,
            int ai,
            int ap,
            double right,
            double[] b,
            int bo,
            int bp,
            int bj,
            double beta,
            double[] c,
            int co,
            int ci,
            int cj,
            DoubleTile work) {
        int widest = Math.max(1, Math.min(WIDTH, n));
        int deepest = Math.min(k, Math.min(DEPTH, TILE / widest / 4 * 4));
        double[][] rows = work.rows(deepest + 2, widest);
        double[] sums = rows[deepest];
        double[] next = rows[deepest + 1];
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            int p = 0;
            do {
                int depth = Math.min(deepest, k - p);
                pack(depth, width, right, b, bo + p * bp + j * bj, bp, bj, rows);
                double start = p == 0 ? beta : 1;
                int x = ao + p * ap;
                int z = co + j * cj;
                int i = 0;
                for (; i + 2 <= m; i += 2, x += 2 * ai, z += 2 * ci) {
                    load(start, c, z, cj, sums, width);
                    load(start, c, z + ci, cj, next, width);
                    addFoursToTwo(depth, width, left, a, x, x + ai, ap, rows, sums, next);
                    addRestToTwo(depth, width, left, a, x, x + ai, ap, rows, sums, next);
                    store(sums, c, z, cj, width);
                    store(next, c, z + ci, cj, width);
                }
                if (i < m) {
                    load(start, c, z, cj, sums, width);
                    addToOne(depth, width, left, a, x, ap, rows, sums);
                    store(sums, c, z, cj, width);
                }
                p += deepest;
            } while (p < k);
        }
    }

    /** Copies a tile of {@code factor * B} into the row arrays. */
    static void pack(int depth, int width, double factor, double[] b, int bo, int bp, int bj, double[][] rows) {
        int p = 0;
        if (bj == 1 && factor == 1) {
            for (; p < depth; p++) {
                System.arraycopy(b, bo + p * bp, rows[p], 0, width);
            }
        }
        for (; bp == 1 && p + 8 <= depth; p += 8) {
            packEight(
                    width,
                    factor,
                    b,
                    bo + p,
                    bj,
                    rows[p],
                    rows[p + 1],
                    rows[p + 2],
                    rows[p + 3],
                    rows[p + 4],
                    rows[p + 5],
                    rows[p + 6],
                    rows[p + 7]);
        }
        for (; p + 4 <= depth; p += 4) {
            packFour(width, factor, b, bo + p * bp, bp, bj, rows[p], rows[p + 1], rows[p + 2], rows[p + 3]);
        }
        for (; p < depth; p++) {
            double[] row = rows[p];
            for (int j = 0; j < width; j++) {
                row[j] = factor * b[bo + p * bp + j * bj];
            }
        }
    }

    /** Eight rows of a transposed B at once: a whole cache line of it in double. */
    private static void packEight(
            int width,
            double factor,
            double[] b,
            int bo,
            int bj,
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double[] r4,
            double[] r5,
            double[] r6,
            double[] r7) {
        for (int j = 0; j < width; j++) {
            int at = bo + j * bj;
            r0[j] = factor * b[at];
            r1[j] = factor * b[at + 1];
            r2[j] = factor * b[at + 2];
            r3[j] = factor * b[at + 3];
            r4[j] = factor * b[at + 4];
            r5[j] = factor * b[at + 5];
            r6[j] = factor * b[at + 6];
            r7[j] = factor * b[at + 7];
        }
    }

    /** Four rows at once: when B is transposed, they share its cache lines. */
    private static void packFour(
            int width,
            double factor,
            double[] b,
            int bo,
            int bp,
            int bj,
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3) {
        for (int j = 0; j < width; j++) {
            int at = bo + j * bj;
            r0[j] = factor * b[at];
            r1[j] = factor * b[at + bp];
            r2[j] = factor * b[at + 2 * bp];
            r3[j] = factor * b[at + 3 * bp];
        }
    }

    /** {@code sums = beta * C}, without reading C when {@code beta} is zero. */
    private static void load(double beta, double[] c, int co, int cj, double[] sums, int width) {
        if (beta == 0) {
            Arrays.fill(sums, 0, width, 0);
        } else if (beta == 1 && cj == 1) {
            System.arraycopy(c, co, sums, 0, width);
        } else {
            for (int j = 0; j < width; j++) {
                sums[j] = beta * c[co + j * cj];
            }
        }
    }

    private static void store(double[] sums, double[] c, int co, int cj, int width) {
        if (cj == 1) {
            System.arraycopy(sums, 0, c, co, width);
        } else {
            for (int j = 0; j < width; j++) {
                c[co + j * cj] = sums[j];
            }
        }
    }

    /**
     * Adds two rows of A times the tile to the sums of two rows of C, in ascending order of p, but for the last rows that
     * do not make four. Those have a method of their own: compiled together with their loop, JDK 17 leaves this one scalar.
     */
    private static void addFoursToTwo(
            int depth,
            int width,
            double factor,
            double[] a,
            int ao,
            int bo,
            int ap,
            double[][] rows,
            double[] sums,
            double[] next) {
        int p = 0;
        for (; p + 4 <= depth; p += 4) {
            int x = ao + p * ap;
            int y = bo + p * ap;
            addFourToTwo(
                    factor * a[x],
                    factor * a[y],
                    rows[p],
                    factor * a[x + ap],
                    factor * a[y + ap],
                    rows[p + 1],
                    factor * a[x + 2 * ap],
                    factor * a[y + 2 * ap],
                    rows[p + 2],
                    factor * a[x + 3 * ap],
                    factor * a[y + 3 * ap],
                    rows[p + 3],
                    sums,
                    next,
                    width);
        }
    }

    private static void addRestToTwo(
            int depth,
            int width,
            double factor,
            double[] a,
            int ao,
            int bo,
            int ap,
            double[][] rows,
            double[] sums,
            double[] next) {
        for (int p = depth / 4 * 4; p < depth; p++) {
            addOneToTwo(factor * a[ao + p * ap], factor * a[bo + p * ap], rows[p], sums, next, width);
        }
    }

    /** All loads come before the first store: the compiler then knows that the two rows of sums do not depend on each other. */
    private static void addFourToTwo(
            double x0,
            double y0,
            double[] r0,
            double x1,
            double y1,
            double[] r1,
            double x2,
            double y2,
            double[] r2,
            double x3,
            double y3,
            double[] r3,
            double[] sums,
            double[] next,
            int width) {
        for (int j = 0; j < width; j++) {
            double b0 = r0[j];
            double b1 = r1[j];
            double b2 = r2[j];
            double b3 = r3[j];
            double s = Math.fma(x3, b3, Math.fma(x2, b2, Math.fma(x1, b1, Math.fma(x0, b0, sums[j]))));
            double t = Math.fma(y3, b3, Math.fma(y2, b2, Math.fma(y1, b1, Math.fma(y0, b0, next[j]))));
            sums[j] = s;
            next[j] = t;
        }
    }

    private static void addOneToTwo(double x, double y, double[] row, double[] sums, double[] next, int width) {
        for (int j = 0; j < width; j++) {
            double b = row[j];
            double s = Math.fma(x, b, sums[j]);
            double t = Math.fma(y, b, next[j]);
            sums[j] = s;
            next[j] = t;
        }
    }

    /** Adds a row of A times the tile to the sums, in ascending order of p. */
    private static void addToOne(
            int depth, int width, double factor, double[] a, int ao, int ap, double[][] rows, double[] sums) {
        int p = 0;
        for (; p + 4 <= depth; p += 4) {
            int at = ao + p * ap;
            double x0 = factor * a[at];
            double x1 = factor * a[at + ap];
            double x2 = factor * a[at + 2 * ap];
            double x3 = factor * a[at + 3 * ap];
            addFour(x0, rows[p], x1, rows[p + 1], x2, rows[p + 2], x3, rows[p + 3], sums, width);
        }
        for (; p < depth; p++) {
            addOne(factor * a[ao + p * ap], rows[p], sums, width);
        }
    }

    private static void addFour(
            double x0,
            double[] r0,
            double x1,
            double[] r1,
            double x2,
            double[] r2,
            double x3,
            double[] r3,
            double[] sums,
            int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(x3, r3[j], Math.fma(x2, r2[j], Math.fma(x1, r1[j], Math.fma(x0, r0[j], sums[j]))));
        }
    }

    private static void addOne(double x, double[] row, double[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(x, row[j], sums[j]);
        }
    }
}
