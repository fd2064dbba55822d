package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loops made for one length of rows give the bits of the loops for any length. */
class StridedTest {
    private static final int[] LENGTHS = {32, 48, 64, 128};
    private static final double[] BETAS = {0, 1, -0.5};
    private static final int LONGEST = 70;
    private static final int SEED = 7;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aFewRows(Precision precision) {
        for (int n : LENGTHS) {
            Kernels often = usedOften(precision, n);
            for (int k = 1; k <= LONGEST; k++) {
                Tensor b = numbers(precision, k, n);
                for (int m = 1; m <= 3; m++) {
                    for (double beta : BETAS) {
                        compare(often, false, numbers(precision, m, k), b, beta, m, n);
                        compare(often, true, numbers(precision, k, m), b, beta, m, n);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void oneRowTimesATransposed(Precision precision) {
        for (int k : LENGTHS) {
            Kernels often = usedOften(precision, k);
            for (int n = 2; n <= LONGEST; n++) {
                Tensor a = numbers(precision, 1, k);
                Tensor b = numbers(precision, n, k);
                for (double beta : BETAS) {
                    compare(often, false, true, a, b, beta, 1, n);
                }
            }
        }
    }

    @Test
    void loopsOfOneLengthTakeAMatrixAnywhere() {
        DoubleStrided made = StridedTemplates.forDouble(32);
        DoubleTensor a = (DoubleTensor) numbers(Precision.DOUBLE, 1, 40);
        DoubleTensor b = (DoubleTensor) numbers(Precision.DOUBLE, 33, 32);
        double[] c = new double[40];
        double[] expected = new double[40];
        made.down(32, a.data(), 5, b.data(), 7, 0, c, 3);
        DoubleDirectGemm.multiply(1, 32, 32, a.data(), 5, 32, 1, b.data(), 7, 1, 32, 0, expected, 3, 32);
        assertThat(Arrays.stream(c).mapToLong(Double::doubleToRawLongBits))
                .containsExactly(Arrays.stream(expected)
                        .mapToLong(Double::doubleToRawLongBits)
                        .boxed()
                        .toArray(Long[]::new));
        assertThat(expected[3]).isNotZero();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void oneColumn(Precision precision) {
        for (int m : LENGTHS) {
            Kernels often = usedOften(precision, m);
            for (int k = 1; k <= LONGEST; k++) {
                for (double beta : BETAS) {
                    compare(often, true, numbers(precision, k, m), numbers(precision, k, 1), beta, m, 1);
                }
            }
        }
    }

    @Test
    void loopsAreMadeForLengthsThatComeUpOften() {
        DoubleStrides doubles = new DoubleStrides();
        FloatStrides floats = new FloatStrides();
        for (int call = 0; call < DoubleStrides.OFTEN; call++) {
            assertThat(doubles.of(64, 10)).isNull();
            assertThat(floats.of(64, 10)).isNull();
        }
        assertThat(doubles.of(64, 10)).isNotNull();
        assertThat(floats.of(64, 10)).isNotNull();
        assertThat(doubles.of(64, 10)).isSameAs(doubles.of(64, 20));
    }

    @Test
    void noLoopsAreMadeForShortUnevenOrLargeRows() {
        DoubleStrides strides = new DoubleStrides();
        for (int call = 0; call <= DoubleStrides.OFTEN; call++) {
            assertThat(strides.of(16, 10)).isNull();
            assertThat(strides.of(40, 10)).isNull();
            assertThat(strides.of(64, 1000)).isNull();
        }
    }

    /** Kernels that have had so many products of this length that they have loops of their own for it. */
    private static Kernels usedOften(Precision precision, int length) {
        Kernels kernels = Kernels.of(precision);
        Tensor a = numbers(precision, 1, 4);
        Tensor b = numbers(precision, 4, length);
        Tensor c = Tensor.zeros(precision, 1, length);
        for (int call = 0; call <= DoubleStrides.OFTEN; call++) {
            kernels.gemm(false, false, 1, a, b, 0, c);
        }
        return kernels;
    }

    private static void compare(Kernels often, boolean transA, Tensor a, Tensor b, double beta, int m, int n) {
        compare(often, transA, false, a, b, beta, m, n);
    }

    private static void compare(
            Kernels often, boolean transA, boolean transB, Tensor a, Tensor b, double beta, int m, int n) {
        Tensor expected = old(a.precision(), m, n, beta);
        Tensor c = old(a.precision(), m, n, beta);
        Kernels.of(a.precision()).gemm(transA, transB, 1, a, b, beta, expected);
        often.gemm(transA, transB, 1, a, b, beta, c);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(Double.doubleToRawLongBits(c.get(i, j)))
                        .as(
                                "(%d, %d) of %d x %d, B %d x %d, beta %s, seed %d",
                                i, j, m, n, b.rows(), b.cols(), beta, SEED)
                        .isEqualTo(Double.doubleToRawLongBits(expected.get(i, j)));
            }
        }
    }

    /** Without a factor the old content must not be read. */
    private static Tensor old(Precision precision, int m, int n, double beta) {
        Tensor c = numbers(precision, m, n);
        if (beta == 0) {
            c.set(0, 0, Double.NaN);
        }
        return c;
    }

    /** Of both signs, some of them zeros of either sign. */
    private static Tensor numbers(Precision precision, int rows, int cols) {
        RandomState random = new RandomState(SEED + 31 * rows + cols);
        Tensor t = Tensor.zeros(precision, rows, cols);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                double x = random.uniform(-1, 1);
                t.set(i, j, Math.abs(x) < 0.05 ? Math.copySign(0, x) : x);
            }
        }
        return t;
    }
}
