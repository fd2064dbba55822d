package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Rows of the length that {@link DoubleDotLanes} is made for give the bits of the definition. */
class DotLanesTest {
    private static final int MOST = 70;
    private static final double[] ALPHAS = {1, -0.5};
    private static final double[] BETAS = {0, 1, 0.5};
    private static final long SEED = 11;

    private final GemmWorkspace work = new GemmWorkspace();

    @Test
    void anyNumberOfRows() {
        Random random = new Random(SEED);
        for (int m = 1; m <= MOST; m++) {
            for (double alpha : ALPHAS) {
                for (double beta : BETAS) {
                    check(m, alpha, beta, m % 4, random.nextBoolean(), () -> random.nextDouble() - 0.5);
                }
            }
        }
    }

    @Test
    void specialValues() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, 0.0, Double.MIN_VALUE, -1e308, 1e308, 1};
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            // Mostly ones, so that sums without a NaN are common enough.
            check(
                    8 + random.nextInt(MOST),
                    1,
                    BETAS[round % 3],
                    0,
                    false,
                    () -> values[random.nextInt(40) == 0 ? random.nextInt(values.length) : 7]);
        }
    }

    @Test
    void signsOfZerosAndOfWhatUnderflows() {
        double[] values = {-1e-200, 1e-200, -1e-30, 1e-30, -0.0, 0.0, Double.MIN_VALUE};
        Random random = new Random(SEED);
        for (int round = 0; round < 400; round++) {
            double one = values[random.nextInt(values.length)];
            double other = values[random.nextInt(values.length)];
            double beta = BETAS[random.nextInt(BETAS.length)];
            check(8 + random.nextInt(3), 1, beta, 1, false, () -> random.nextInt(50) == 0 ? one : other);
        }
    }

    @Test
    void aRowAloneHasTheBitsItHasInABatch() {
        Random random = new Random(SEED);
        double[] a = random.doubles(MOST * DoubleDotLanes.TERMS, -1, 1).toArray();
        double[] b = random.doubles(DoubleDotLanes.TERMS, -1, 1).toArray();
        double[] together = new double[MOST];
        double[] alone = new double[MOST];
        multiply(MOST, a, 0, b, together, 0);
        for (int i = 0; i < MOST; i++) {
            multiply(1, a, i * DoubleDotLanes.TERMS, b, alone, i);
        }
        assertThat(together).isEqualTo(alone).doesNotContain(0);
    }

    private void multiply(int m, double[] a, int ao, double[] b, double[] c, int co) {
        int k = DoubleDotLanes.TERMS;
        DoubleDotGemm.multiply(m, k, a, ao, k, 1, b, 0, 1, 0, c, co, 1, work.doubles);
    }

    private void check(int m, double alpha, double beta, int pad, boolean tb, DoubleSupplier values) {
        GemmCase product = new GemmCase(m, 1, DoubleDotLanes.TERMS);
        product.alpha = alpha;
        product.beta = beta;
        product.pad = pad;
        product.tb = tb;
        product.fill(values);
        product.check(new DirectGemm(), work, "seed " + SEED);
    }
}
