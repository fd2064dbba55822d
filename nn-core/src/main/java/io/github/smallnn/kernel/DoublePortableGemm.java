package io.github.smallnn.kernel;

import java.util.Arrays;

/**
 * Products over a packed tile of one operand. Rows of the tile lie in arrays of their own, a row of sums in another, and
 * the inner loop uses one index for all of them: a form that HotSpot's compiler turns into vector code without any flag.
 */
final class DoublePortableGemm {

    /*
     * A tile of 32 KiB stays in the first-level cache while all rows of A go over it; with one of 128 KiB every pass waits
     * for the second level. Longer rows gain nothing, and a shallower tile loads and stores C more often.
     * Six rows a pass: with seven or more the loop body passes the unrolling limit of JDK 17's compiler, which then leaves
     * it scalar at half the speed, and five are no faster than four; in float, whose vectors hold twice as much, six pay
     * for long rows only. docs/adr/0003 has the figures.
     */
    // float: private static final int TILE = 8192;
    private static final int TILE = 4096;

    static final int DEPTH = 64;
    // float: static final int WIDTH = 256;
    static final int WIDTH = 128;

    /** Shorter rows are added by fours only. */
    // float: private static final int WIDE = 256;
    private static final int WIDE = 1;

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
        int room = Math.min(DEPTH, TILE / widest);
        int deepest = k <= room ? k : room / 6 * 6;
        double[][] rows = work.rows(deepest + 1, widest);
        double[] sums = rows[deepest];
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            int p = 0;
            do {
                int depth = Math.min(deepest, k - p);
                pack(depth, width, right, b, bo + p * bp + j * bj, bp, bj, rows);
                for (int i = 0; i < m; i++) {
                    int at = co + i * ci + j * cj;
                    load(p == 0 ? beta : 1, c, at, cj, sums, width);
                    addProducts(depth, width, left, a, ao + i * ai + p * ap, ap, rows, sums);
                    store(sums, c, at, cj, width);
                }
                p += deepest;
            } while (p < k);
        }
    }

    /** Copies a tile of {@code factor * B} into the row arrays. */
    private static void pack(int depth, int width, double factor, double[] b, int bo, int bp, int bj, double[][] rows) {
        int p = 0;
        if (bj == 1 && factor == 1) {
            for (; p < depth; p++) {
                System.arraycopy(b, bo + p * bp, rows[p], 0, width);
            }
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

    /** Adds a row of A times the tile to the sums, in ascending order of p. */
    private static void addProducts(
            int depth, int width, double factor, double[] a, int ao, int ap, double[][] rows, double[] sums) {
        int p = 0;
        for (int sixes = width < WIDE ? 0 : sixes(depth); p < sixes; p += 6) {
            int at = ao + p * ap;
            double x0 = factor * a[at];
            double x1 = factor * a[at + ap];
            double x2 = factor * a[at + 2 * ap];
            double x3 = factor * a[at + 3 * ap];
            double x4 = factor * a[at + 4 * ap];
            double x5 = factor * a[at + 5 * ap];
            addSix(
                    x0,
                    rows[p],
                    x1,
                    rows[p + 1],
                    x2,
                    rows[p + 2],
                    x3,
                    rows[p + 3],
                    x4,
                    rows[p + 4],
                    x5,
                    rows[p + 5],
                    sums,
                    width);
        }
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

    /** How many of the rows are added by sixes: one pass less where two passes of four then do for the rest. */
    private static int sixes(int depth) {
        int rest = depth % 6;
        return depth - rest - (depth > 6 && (rest == 2 || rest == 3) ? 6 : 0);
    }

    private static void addSix(
            double x0,
            double[] r0,
            double x1,
            double[] r1,
            double x2,
            double[] r2,
            double x3,
            double[] r3,
            double x4,
            double[] r4,
            double x5,
            double[] r5,
            double[] sums,
            int width) {
        for (int j = 0; j < width; j++) {
            double s = Math.fma(x2, r2[j], Math.fma(x1, r1[j], Math.fma(x0, r0[j], sums[j])));
            sums[j] = Math.fma(x5, r5[j], Math.fma(x4, r4[j], Math.fma(x3, r3[j], s)));
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
