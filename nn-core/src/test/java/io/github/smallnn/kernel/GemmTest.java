package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backend gives, bit for bit, the sums that {@link Gemm} defines. */
class GemmTest {

    private static final boolean[] BOTH = {false, true};
    private static final double[] ALPHAS = {1, -0.5};
    private static final double[] BETAS = {0, 1, 0.5};
    private static final long SEED = 20240607;
    private static final int TINY = 18;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    static List<Gemm> backends() {
        Gemm vector = VectorBackend.find().gemm();
        return vector == null
                ? List.of(new DirectGemm(), new PortableGemm())
                : List.of(new DirectGemm(), new PortableGemm(), vector);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void givesTheDefinedBitsForAllTinyShapes(Gemm gemm) {
        Random random = new Random(SEED);
        GemmWorkspace work = new GemmWorkspace();
        for (int m = 0; m < TINY; m++) {
            for (int n = 0; n < TINY; n++) {
                for (int k = 0; k < TINY; k++) {
                    checkOneVariant(gemm, m, n, k, random, work);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void givesTheDefinedBitsForSeededLargerShapes(Gemm gemm) {
        Random random = new Random(SEED);
        GemmWorkspace work = new GemmWorkspace();
        for (int round = 0; round < 25; round++) {
            checkAllVariants(gemm, size(random, 100), size(random, 100), size(random, 100), random, work);
        }
        for (int round = 0; round < 300; round++) {
            checkOneVariant(gemm, size(random, 300), size(random, 300), size(random, 300), random, work);
        }
        // Across the edges of the packed tile, in every direction.
        checkAllVariants(gemm, 3, 2 * DoublePortableGemm.WIDTH + 5, DoublePortableGemm.DEPTH + 7, random, work);
        checkAllVariants(gemm, DoublePortableGemm.WIDTH + 1, 7, 2 * DoublePortableGemm.DEPTH, random, work);
        checkAllVariants(gemm, 40, 1, 333, random, work);
        checkAllVariants(gemm, 37, 1, 64, random, work);
        // And across the depth and the rows of a block for the vector tiles.
        checkAllVariants(gemm, 9, 70, 600, random, work);
        checkOneVariant(gemm, 700, 35, 150, random, work);
        checkAllVariants(gemm, 30, 270, 40, random, work);
        checkOneVariant(gemm, 1, 700, 300, random, work);
        checkAllVariants(gemm, 3, 70, 40, random, work);
        checkAllVariants(gemm, 2, 130, 9, random, work);
        // Many rows over a B that the vector tiles read where it lies, and over one that they copy.
        checkAllVariants(gemm, 66, 64, 40, random, work);
        checkOneVariant(gemm, 66, 64, 300, random, work);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void handlesSpecialValuesLikeTheDefinition(Gemm gemm) {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, 0.0, Double.MIN_VALUE, -1e308, 1e308, 1};
        Random random = new Random(SEED);
        GemmWorkspace work = new GemmWorkspace();
        for (int round = 0; round < 50; round++) {
            GemmCase c = new GemmCase(1 + random.nextInt(40), 1 + random.nextInt(40), 1 + random.nextInt(12));
            c.fill(() -> values[random.nextInt(values.length)]);
            c.check(gemm, work, "special values, round " + round + ", seed " + SEED);
        }
    }

    /** A product of a negative and a positive number that underflows is -0, and sums of zeros have a sign. */
    @ParameterizedTest
    @MethodSource("backends")
    void keepsTheSignOfZerosAndOfWhatUnderflows(Gemm gemm) {
        double[] values = {-1e-200, 1e-200, -1e-30, 1e-30, -0.0, 0.0, 1, -1, Double.MIN_VALUE};
        Random random = new Random(SEED);
        GemmWorkspace work = new GemmWorkspace();
        for (int round = 0; round < 4000; round++) {
            GemmCase c = new GemmCase(1 + random.nextInt(9), 1 + random.nextInt(3), 1 + random.nextInt(19));
            c.ta = random.nextBoolean();
            c.tb = random.nextBoolean();
            c.alpha = ALPHAS[random.nextInt(ALPHAS.length)];
            c.beta = BETAS[random.nextInt(BETAS.length)];
            // Few values per product, so that whole sums are zero.
            double one = values[random.nextInt(values.length)];
            double other = values[random.nextInt(values.length)];
            c.fill(() -> random.nextBoolean() ? one : other);
            c.check(gemm, work, "zeros, round " + round + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aRowAloneHasTheBitsItHasInABatch(Gemm gemm) {
        Random random = new Random(SEED);
        GemmWorkspace work = new GemmWorkspace();
        for (int n : new int[] {1, 2, 5, 24, 70}) {
            int m = 67;
            int k = 131;
            double[] a = random.doubles(m * k, -1, 1).toArray();
            double[] b = random.doubles(k * n, -1, 1).toArray();
            double[] batch = new double[m * n];
            gemm.dgemm(false, false, m, n, k, 1, a, 0, k, b, 0, n, 0, batch, 0, n, work);
            double[] rows = new double[m * n];
            for (int i = 0; i < m; i++) {
                gemm.dgemm(false, false, 1, n, k, 1, a, i * k, k, b, 0, n, 0, rows, i * n, n, work);
            }
            assertThat(rows).as("%s, n = %d", gemm.name(), n).isEqualTo(batch);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void fewRowsHaveTheBitsOfTheDefinitionWithAnyNumberOfColumns(Gemm gemm) {
        Random random = new Random(SEED);
        GemmWorkspace work = new GemmWorkspace();
        for (int n = 15; n <= 50; n++) {
            checkAllVariants(gemm, 1 + n % 3, n, 31 + n % 10, random, work);
        }
        checkAllVariants(gemm, 1, 64, 64, random, work);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aWarmProductAllocatesNothing(Gemm gemm) {
        double[] x = new double[70 * 70];
        float[] y = new float[70 * 70];
        double[] c = new double[70 * 70];
        float[] d = new float[70 * 70];
        GemmWorkspace work = new GemmWorkspace();
        Runnable products = () -> {
            for (boolean t : BOTH) {
                gemm.dgemm(t, !t, 70, 70, 70, 0.5, x, 0, 70, x, 0, 70, 1, c, 0, 70, work);
                gemm.dgemm(t, t, 70, 1, 70, 1, x, 0, 70, x, 0, t ? 70 : 1, 0, c, 0, 1, work);
                gemm.sgemm(t, !t, 70, 70, 70, 0.5, y, 0, 70, y, 0, 70, 1, d, 0, 70, work);
                gemm.sgemm(t, t, 70, 1, 70, 1, y, 0, 70, y, 0, t ? 70 : 1, 0, d, 0, 1, work);
                gemm.dgemm(t, t, 64, 1, 64, 1, x, 0, 64, x, 0, t ? 64 : 1, 0, c, 0, 1, work);
                gemm.sgemm(t, t, 64, 1, 64, 1, y, 0, 64, y, 0, t ? 64 : 1, 0, d, 0, 1, work);
                gemm.dgemm(t, t, 1, 1, 64, 1, x, 0, t ? 1 : 64, x, 0, t ? 64 : 1, 0, c, 0, 1, work);
                gemm.sgemm(t, t, 1, 1, 64, 1, y, 0, t ? 1 : 64, y, 0, t ? 64 : 1, 0, d, 0, 1, work);
                gemm.dgemm(t, !t, 1, 30, 64, 1, x, 0, t ? 1 : 64, x, 0, t ? 30 : 64, 0, c, 0, 30, work);
                gemm.sgemm(t, !t, 1, 30, 64, 1, y, 0, t ? 1 : 64, y, 0, t ? 30 : 64, 0, d, 0, 30, work);
            }
        };
        // Vector code allocates until the compiler has translated it, which takes seconds on a busy machine.
        long end = System.nanoTime() + PATIENCE_NANOS;
        long bytes = AllocationCheck.bytes(200, products);
        while (bytes != 0 && System.nanoTime() < end) {
            bytes = AllocationCheck.bytes(200, products);
        }
        assertThat(bytes).as("%s, bytes of 200 rounds", gemm.name()).isZero();
    }

    private static int size(Random random, int most) {
        return 1 + random.nextInt(random.nextBoolean() ? 24 : most);
    }

    private static void checkOneVariant(Gemm gemm, int m, int n, int k, Random random, GemmWorkspace work) {
        GemmCase c = new GemmCase(m, n, k);
        c.ta = random.nextBoolean();
        c.tb = random.nextBoolean();
        c.alpha = ALPHAS[random.nextInt(ALPHAS.length)];
        c.beta = BETAS[random.nextInt(BETAS.length)];
        c.pad = random.nextInt(3);
        c.fill(random::nextGaussian);
        c.check(gemm, work, "seed " + SEED);
    }

    private static void checkAllVariants(Gemm gemm, int m, int n, int k, Random random, GemmWorkspace work) {
        for (boolean ta : BOTH) {
            for (boolean tb : BOTH) {
                for (double alpha : ALPHAS) {
                    for (double beta : BETAS) {
                        GemmCase c = new GemmCase(m, n, k);
                        c.ta = ta;
                        c.tb = tb;
                        c.alpha = alpha;
                        c.beta = beta;
                        c.pad = random.nextInt(3);
                        c.fill(random::nextGaussian);
                        c.check(gemm, work, "seed " + SEED);
                    }
                }
            }
        }
    }
}
