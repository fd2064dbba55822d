package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planned products, whatever computes them, have the bits of {@link Kernels#gemm}. */
class PlannedProductTest {
    private static final boolean[] BOTH = {false, true};
    private static final double[] ALPHAS = {1, -0.7};
    private static final double[] BETAS = {0, 1, -0.6};
    private static final long SEED = 20241122;
    private static final int TINY = 8;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** Signed zeros, numbers whose products underflow or overflow, and what is not a number. */
    private static final double[] ODD = {
        0.0, -0.0, 1, -1, 0.5, 1e-30, -1e-30, 1e-200, -1e-200, 1e200, Double.POSITIVE_INFINITY, Double.NaN
    };

    /** One product with operands inside larger arrays, in the way that plans and {@code gemm} take it. */
    private record Case(boolean ta, boolean tb, double alpha, Tensor a, Tensor b, double beta, Tensor c) {
        static Case of(Precision precision, int m, int n, int k, boolean ta, boolean tb, Random random, boolean odd) {
            double alpha = ALPHAS[random.nextInt(ALPHAS.length)];
            double beta = BETAS[random.nextInt(BETAS.length)];
            Tensor a = matrix(precision, ta ? k : m, ta ? m : k, random, odd);
            Tensor b = matrix(precision, tb ? n : k, tb ? k : n, random, odd);
            Tensor c = matrix(precision, m, n, random, odd);
            return new Case(ta, tb, alpha, a, b, beta, c);
        }

        Case with(double newBeta) {
            return new Case(ta, tb, alpha, a, b, newBeta, c);
        }

        PlannedProduct plan(Kernels kernels) {
            return kernels.plan(ta, tb, alpha, a, b, beta, c);
        }

        ProductOperands operands() {
            return new ProductOperands(ta, tb, alpha, a, b, beta, c);
        }

        @Override
        public String toString() {
            return a.precision() + " " + a.describe() + (ta ? "'" : "") + " by " + b.describe() + (tb ? "'" : "")
                    + ", alpha " + alpha + ", beta " + beta + ", seed " + SEED;
        }
    }

    private static Tensor matrix(Precision precision, int rows, int cols, Random random, boolean odd) {
        int before = random.nextInt(3);
        Tensor whole = Tensor.zeros(precision, rows + 1, before + cols + random.nextInt(2));
        whole.fill(Double.NaN);
        Tensor t = whole.rowRange(1, rows + 1).columnRange(before, before + cols);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                t.set(r, c, odd ? ODD[random.nextInt(ODD.length)] : random.nextDouble() * 2 - 1);
            }
        }
        return t;
    }

    /** Runs a plan twice, each time from the same C, against {@code gemm} on a copy of it. */
    private static void check(PlannedProduct plan, Kernels kernels, Case of, String how) {
        Tensor old = of.c().copy();
        Tensor expected = old.copy();
        kernels.gemm(of.ta(), of.tb(), of.alpha(), of.a(), of.b(), of.beta(), expected);
        for (int run = 0; run < 2; run++) {
            if (of.beta() == 0) {
                of.c().fill(Double.NaN);
            } else {
                of.c().copyFrom(old);
            }
            plan.run();
            assertSameBits(of.c(), expected, of + ", " + how);
        }
        of.c().copyFrom(old);
    }

    private static void assertSameBits(Tensor got, Tensor expected, String what) {
        double[] x = got.toArray();
        double[] y = expected.toArray();
        for (int i = 0; i < x.length; i++) {
            if (Double.doubleToLongBits(x[i]) != Double.doubleToLongBits(y[i])) {
                throw new AssertionError(what + ": element " + i + " is " + x[i] + " instead of " + y[i]);
            }
        }
    }

    private static PlannedProduct bound(Case of) {
        return of.c().precision() == Precision.DOUBLE
                ? new DoubleBoundProduct(of.operands(), new GemmWorkspace())
                : new FloatBoundProduct(of.operands(), new GemmWorkspace());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void givesTheBitsOfGemmForAllTinyShapes(Precision precision) {
        Random random = new Random(SEED);
        Kernels kernels = Kernels.of(precision);
        for (int m = 1; m <= TINY; m++) {
            for (int n = 1; n <= TINY; n++) {
                for (int k = 1; k <= TINY; k++) {
                    for (boolean ta : BOTH) {
                        for (boolean tb : BOTH) {
                            Case of = Case.of(precision, m, n, k, ta, tb, random, false);
                            for (double beta : BETAS) {
                                checkAll(of.with(beta), kernels);
                            }
                        }
                    }
                }
            }
        }
    }

    private static void checkAll(Case of, Kernels kernels) {
        check(of.plan(kernels), kernels, of, "as planned");
        check(FixedProducts.make(of.operands()), kernels, of, "by a class of its own");
        check(bound(of), kernels, of, "by a backend");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void givesTheBitsOfGemmForSignedZerosAndNumbersThatUnderflow(Precision precision) {
        Random random = new Random(SEED);
        Kernels kernels = Kernels.of(precision);
        for (int round = 0; round < 2000; round++) {
            int n = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
            int m = 1 + random.nextInt(6);
            int k = 1 + random.nextInt(40);
            checkAll(Case.of(precision, m, n, k, random.nextBoolean(), random.nextBoolean(), random, true), kernels);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void givesTheBitsOfGemmForSingleColumnsOfAnyNumbers(Precision precision) {
        Random random = new Random(SEED);
        Kernels kernels = Kernels.of(precision);
        for (int m = 7; m <= 25; m++) {
            for (int k = 1; k <= 17; k++) {
                for (boolean ta : BOTH) {
                    for (boolean odd : BOTH) {
                        Case of = Case.of(precision, m, 1, k, ta, random.nextBoolean(), random, odd);
                        checkAll(of.with(0), kernels);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void givesTheBitsOfGemmForWholeTiles(Precision precision) {
        Random random = new Random(SEED);
        Kernels kernels = Kernels.of(precision);
        for (int m = 4; m <= 16; m += 4) {
            for (int n = 4; n <= 16; n += 4) {
                for (int k : new int[] {1, 2, 7, 64, 65}) {
                    Case of = Case.of(precision, m, n, k, random.nextBoolean(), random.nextBoolean(), random, true);
                    for (double beta : BETAS) {
                        checkAll(of.with(beta), kernels);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void givesTheBitsOfGemmForLargerShapesAndEmptyOnes(Precision precision) {
        Random random = new Random(SEED);
        Kernels kernels = Kernels.of(precision);
        for (int round = 0; round < 200; round++) {
            int most = round % 2 == 0 ? 20 : 90;
            int m = 1 + random.nextInt(most);
            int n = round % 5 == 0 ? 1 : 1 + random.nextInt(most);
            int k = 1 + random.nextInt(most);
            Case of = Case.of(precision, m, n, k, random.nextBoolean(), random.nextBoolean(), random, false);
            check(of.plan(kernels), kernels, of, "as planned");
            if (most == 20) {
                check(FixedProducts.make(of.operands()), kernels, of, "by a class of its own");
            }
        }
        Case noRows = Case.of(precision, 0, 3, 2, false, false, random, false);
        check(noRows.plan(kernels), kernels, noRows, "as planned");
        Case noTerms = Case.of(precision, 2, 3, 0, true, false, random, false).with(0.5);
        check(noTerms.plan(kernels), kernels, noTerms, "as planned");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void allocatesNothing(Precision precision) {
        Random random = new Random(SEED);
        Kernels kernels = Kernels.of(precision);
        List<PlannedProduct> plans = List.of(
                Case.of(precision, 2, 2, 1, true, false, random, false).plan(kernels),
                Case.of(precision, 8, 1, 16, true, false, random, false).plan(kernels),
                Case.of(precision, 1, 64, 64, false, true, random, false).plan(kernels),
                Case.of(precision, 32, 32, 32, false, false, random, false).plan(kernels));
        Runnable all = () -> {
            for (int i = 0; i < plans.size(); i++) {
                plans.get(i).run();
            }
        };
        // Vector code allocates until the compiler has translated it, which takes seconds on a busy machine.
        long end = System.nanoTime() + PATIENCE_NANOS;
        long bytes = AllocationCheck.bytes(200, all);
        while (bytes != 0 && System.nanoTime() < end) {
            bytes = AllocationCheck.bytes(200, all);
        }
        assertThat(bytes).as("bytes of 200 rounds").isZero();
    }

    @Test
    void aProductOfAFewElementsHasAClassOfItsOwn() {
        Kernels kernels = Kernels.of(Precision.DOUBLE);
        Random random = new Random(SEED);
        Case tiny = Case.of(Precision.DOUBLE, 2, 2, 2, false, false, random, false);
        Case large = Case.of(Precision.DOUBLE, 20, 20, 20, false, false, random, false);
        assertThat(tiny.plan(kernels).getClass().isHidden()).isEqualTo(Gemms.NAME == null);
        assertThat(tiny.plan(kernels).name())
                .isEqualTo(Gemms.NAME == null ? "fixed" : Gemms.select(2, 2, 2).name());
        assertThat(large.plan(kernels)).isInstanceOf(DoubleBoundProduct.class);
        assertThat(large.plan(kernels).name())
                .isEqualTo(Gemms.select(20, 20, 20).name());
    }

    @Test
    void seesWhatItsOperandsHoldWhenItRuns() {
        Tensor a = Tensor.row(2, 3);
        Tensor b = Tensor.column(5, 7);
        Tensor c = Tensor.zeros(Precision.DOUBLE, 1, 1);
        PlannedProduct plan = Kernels.of(Precision.DOUBLE).plan(false, false, 1, a, b, 0, c);
        plan.run();
        assertThat(c.get(0, 0)).isEqualTo(31);
        a.set(0, 0, 4);
        plan.run();
        assertThat(c.get(0, 0)).isEqualTo(41);
    }

    @Test
    void refusesSizesThatDoNotFit() {
        Kernels kernels = Kernels.of(Precision.DOUBLE);
        Tensor a = Tensor.zeros(Precision.DOUBLE, 2, 3);
        Tensor b = Tensor.zeros(Precision.DOUBLE, 2, 4);
        Tensor c = Tensor.zeros(Precision.DOUBLE, 3, 5);
        assertThatThrownBy(() -> kernels.plan(false, false, 1, a, b, 0, c))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A is 2 x 3 and B is 2 x 4");
        assertThatThrownBy(() -> kernels.plan(true, false, 1, a, b, 0, c))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A, 2 x 3 transposed, and B, 2 x 4, is 3 x 4, but C is 3 x 5");
    }

    @Test
    void refusesTensorsOfAnotherPrecision() {
        Tensor a = Tensor.zeros(Precision.DOUBLE, 1, 1);
        Tensor b = Tensor.zeros(Precision.FLOAT, 1, 1);
        Kernels kernels = Kernels.of(Precision.DOUBLE);
        assertThatThrownBy(() -> kernels.plan(false, false, 1, a, b, 0, a.copy()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("B is FLOAT");
    }
}
