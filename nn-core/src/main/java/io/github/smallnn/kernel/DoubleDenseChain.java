package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;

/** A dense layer of a few units in a chain. A template: see {@link Templates}. */
// All sums are those of ADR 3. The compiler knows every size, so it unrolls the loops and drops the branches.
final class DoubleDenseChain implements Chain {
    private static final DenseLink LINK = Templates.data(MethodHandles.lookup(), DenseLink.class);
    private static final boolean FIRST = LINK.first();
    private static final boolean ONE_ROW = LINK.capacity() == 1;
    private static final int IN = LINK.w().rows();
    private static final int OUT = LINK.w().cols();
    private static final Unary F = LINK.f();
    private static final double P = LINK.p();
    private static final double Q = LINK.q();
    private static final DoubleTensor INPUT = (DoubleTensor) LINK.x();
    private static final double[] X = FIRST ? null : array(LINK.x());
    private static final double[] W = array(LINK.w());
    private static final double[] B = array(LINK.bias());
    private static final double[] Y = array(LINK.y());
    private static final double[] DY = array(LINK.dy());
    private static final double[] DZ = array(LINK.dz());
    private static final double[] DW = array(LINK.dw());
    private static final double[] DB = array(LINK.dbias());
    private static final double[] DX = array(LINK.dx());
    private static final Chain NEXT = LINK.next();
    // float: private static final int LANES = 16;
    private static final int LANES = 8;
    private static final DoubleUnary UNARY = new DoubleUnary(new DoubleLoopChoice());
    private static final double[] SUMS = new double[LANES * IN];

    DoubleDenseChain() {}

    private static double[] array(Tensor t) {
        return t == null ? null : ((DoubleTensor) t).data();
    }

    @Override
    public double run(int count, double seed) {
        int rows = ONE_ROW ? 1 : count;
        double[] x = FIRST ? INPUT.data() : X;
        int xo = FIRST ? INPUT.offset() : 0;
        int xs = FIRST ? INPUT.stride() : IN;
        forward(rows, x, xo, xs);
        double total = NEXT.run(rows, seed);
        backward(rows, x, xo, xs);
        return total;
    }

    private static void forward(int rows, double[] x, int xo, int xs) {
        int at = xo;
        int to = 0;
        for (int r = 0; r < rows; r++) {
            if (OUT == 1) {
                Y[to] = biased(dot(IN, x, at), B, 0);
            } else {
                products(OUT, IN, x, at, 1, W, 0, OUT, 1, B, Y, to);
            }
            at += xs;
            to += OUT;
        }
        if (F != Unary.IDENTITY) {
            UNARY.apply(F, P, Q, Y, 0, Y, 0, rows * OUT);
        }
    }

    private static void backward(int rows, double[] x, int xo, int xs) {
        if (F != Unary.IDENTITY) {
            UNARY.derive(F, P, Q, Y, 0, Y, 0, DY, 0, 0, DZ, 0, rows * OUT);
        }
        if (DX != null) {
            inputGradient(rows);
        }
        if (OUT == 1) {
            columnGradient(rows, x, xo, xs);
        } else {
            for (int i = 0; i < IN; i++) {
                products(OUT, rows, x, xo + i, xs, DZ, 0, OUT, 1, null, DW, i * OUT);
            }
        }
        if (DB != null) {
            biasGradient(rows);
        }
    }

    private static void inputGradient(int rows) {
        for (int r = 0; r < rows; r++) {
            if (IN == 1) {
                DX[r] = dot(OUT, DZ, r * OUT);
            } else {
                products(IN, OUT, DZ, r * OUT, 1, W, 0, 1, OUT, null, DX, r * IN);
            }
        }
    }

    /** The gradient of a weight of one column: partial sums over the rows, added in halves. */
    private static void columnGradient(int rows, double[] x, int xo, int xs) {
        if (rows == 1) {
            for (int i = 0; i < IN; i++) {
                DW[i] = Math.fma(x[xo + i], DZ[0], 0.0) + 0.0;
            }
            return;
        }
        int at = xo;
        for (int r = 0; r < rows; r++) {
            double g = DZ[r];
            int lane = (r & (LANES - 1)) * IN;
            for (int i = 0; i < IN; i++) {
                SUMS[lane + i] = Math.fma(x[at + i], g, r < LANES ? 0.0 : SUMS[lane + i]);
            }
            at += xs;
        }
        int lanes = Math.min(rows, LANES);
        for (int i = 0; i < IN; i++) {
            double even = lanes > 2 ? pair(lanes, i, 0) + pair(lanes, i, 2) : pair(lanes, i, 0);
            double odd = lanes > 3 ? pair(lanes, i, 1) + pair(lanes, i, 3) : pair(lanes, i, 1);
            DW[i] = even + odd + 0.0;
        }
    }

    private static double pair(int lanes, int i, int q) {
        return lanes > q + 4 ? sumOf(lanes, i, q) + sumOf(lanes, i, q + 4) : sumOf(lanes, i, q);
    }

    private static double sumOf(int lanes, int i, int q) {
        // float: return lanes > q + 8 ? SUMS[q * IN + i] + SUMS[(q + 8) * IN + i] : SUMS[q * IN + i];
        return SUMS[q * IN + i];
    }

    private static void biasGradient(int rows) {
        int j = 0;
        for (; j + 4 <= OUT; j += 4) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int at = j;
            for (int r = 0; r < rows; r++) {
                s0 += DZ[at];
                s1 += DZ[at + 1];
                s2 += DZ[at + 2];
                s3 += DZ[at + 3];
                at += OUT;
            }
            DB[j] = s0;
            DB[j + 1] = s1;
            DB[j + 2] = s2;
            DB[j + 3] = s3;
        }
        for (; j < OUT; j++) {
            double s = 0;
            for (int r = 0; r < rows; r++) {
                s += DZ[r * OUT + j];
            }
            DB[j] = s;
        }
    }

    /** Sums of k products and a bias, each an ascending chain from zero, n of them next to each other. */
    private static void products(
            int n,
            int k,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double[] bias,
            double[] c,
            int co) {
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            four(j, k, a, ao, ap, b, bo + j * bj, bp, bj, bias, c, co + j);
        }
        for (; j < n; j++) {
            double s = 0;
            for (int p = 0; p < k; p++) {
                s = Math.fma(a[ao + p * ap], b[bo + j * bj + p * bp], s);
            }
            c[co + j] = biased(s, bias, j);
        }
    }

    private static void four(
            int j,
            int k,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double[] bias,
            double[] c,
            int co) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int p = 0; p < k; p++) {
            double v = a[ao + p * ap];
            int at = bo + p * bp;
            s0 = Math.fma(v, b[at], s0);
            s1 = Math.fma(v, b[at + bj], s1);
            s2 = Math.fma(v, b[at + 2 * bj], s2);
            s3 = Math.fma(v, b[at + 3 * bj], s3);
        }
        c[co] = biased(s0, bias, j);
        c[co + 1] = biased(s1, bias, j + 1);
        c[co + 2] = biased(s2, bias, j + 2);
        c[co + 3] = biased(s3, bias, j + 3);
    }

    private static double biased(double s, double[] bias, int j) {
        return bias == null ? s : s + bias[j];
    }

    /** The product of n numbers with the only column or row of W: partial sums, added in halves. */
    private static double dot(int n, double[] a, int at) {
        // Partial sums without terms are left out; the zero added in the end makes up for them, even where all are -0.
        double even = n > 2 ? quarter(n, a, at, 0) + quarter(n, a, at, 2) : quarter(n, a, at, 0);
        if (n == 1) {
            return even + 0.0;
        }
        double odd = n > 3 ? quarter(n, a, at, 1) + quarter(n, a, at, 3) : quarter(n, a, at, 1);
        return even + odd + 0.0;
    }

    private static double quarter(int n, double[] a, int at, int q) {
        return n > q + 4 ? lane(n, a, at, q) + lane(n, a, at, q + 4) : lane(n, a, at, q);
    }

    private static double lane(int n, double[] a, int at, int q) {
        double s = Math.fma(a[at + q], W[q], 0.0);
        // float: return n > q + 8 ? s + Math.fma(a[at + q + 8], W[q + 8], 0.0f) : s;
        return n > q + 8 ? Math.fma(a[at + q + 8], W[q + 8], s) : s;
    }
}
