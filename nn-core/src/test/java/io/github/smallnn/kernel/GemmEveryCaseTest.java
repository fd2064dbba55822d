package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every backend, for every transposition and beta, inside larger arrays and with NaN in whatever must not be read: the
 * error is within k eps |A| |B|, and the bits are the defined ones but for those of the native backend.
 */
class GemmEveryCaseTest {
    private static final boolean[] BOTH = {false, true};
    private static final double[] BETAS = {0, 1, 0.5};
    private static final double[] ALPHAS = {1, -0.5};
    private static final long SEED = 20241122;
    private static final int TINY = 17;
    private static final int SHAPES = 300;
    private static final int LARGEST = 300;

    private final GemmWorkspace work = new GemmWorkspace();
    private final List<Gemm> backends = backends();

    private static List<Gemm> backends() {
        List<Gemm> all = new ArrayList<>(GemmTest.backends());
        NativeBackend ofSystem = NativeBackend.find(false);
        if (ofSystem.gemm() == null) {
            System.out.println("products of the native backend were not tested: " + ofSystem.reason());
        } else {
            all.add(ofSystem.gemm());
        }
        return all;
    }

    @Test
    void everyTinyShape() {
        Random random = new Random(SEED);
        double worst = 0;
        for (int m = 0; m <= TINY; m++) {
            for (int n = 0; n <= TINY; n++) {
                for (int k = 0; k <= TINY; k++) {
                    worst = Math.max(worst, check(m, n, k, random));
                }
            }
        }
        report("5832 shapes up to 17", worst);
    }

    @Test
    void seededShapes() {
        Random random = new Random(SEED);
        double worst = 0;
        for (int i = 0; i < SHAPES; i++) {
            worst = Math.max(worst, check(size(random), size(random), size(random), random));
        }
        report(SHAPES + " seeded shapes up to " + LARGEST, worst);
    }

    private void report(String shapes, double worst) {
        String names = backends.stream().map(Gemm::name).collect(Collectors.joining(", "));
        System.out.printf("products by %s, %s: largest error %.2f of k eps |A||B|%n", names, shapes, worst);
        assertThat(worst).as("part of k eps |A||B|, seed %d", SEED).isLessThanOrEqualTo(1);
    }

    // Half of the sizes are small, where edges of tiles and narrow forms are.
    private static int size(Random random) {
        return 1 + random.nextInt(random.nextBoolean() ? 24 : LARGEST);
    }

    /** All betas, transpositions and backends of a shape; the largest error. */
    private double check(int m, int n, int k, Random random) {
        double worst = 0;
        for (double beta : BETAS) {
            GemmTruth truth = new GemmTruth(m, n, k, ALPHAS[random.nextInt(ALPHAS.length)], beta, random);
            worst = Math.max(worst, Math.max(truth.error(truth.doubles), truth.error(truth.floats)));
            for (Gemm gemm : backends) {
                worst = Math.max(worst, check(gemm, truth, random));
            }
        }
        return worst;
    }

    private double check(Gemm gemm, GemmTruth truth, Random random) {
        double worst = 0;
        for (boolean ta : BOTH) {
            for (boolean tb : BOTH) {
                int pad = random.nextInt(3);
                double[] doubles = inDouble(gemm, truth, ta, tb, pad);
                float[] floats = inFloat(gemm, truth, ta, tb, pad);
                if (gemm.name().equals(Gemms.NATIVE)) {
                    worst = Math.max(worst, Math.max(truth.error(doubles), truth.error(floats)));
                } else if (!Arrays.equals(doubles, truth.doubles) || !Arrays.equals(floats, truth.floats)) {
                    throw new AssertionError(String.format(
                            "%s %dx%dx%d ta=%s tb=%s alpha=%s beta=%s pad=%d, seed %d: not the defined bits",
                            gemm.name(), truth.m, truth.n, truth.k, ta, tb, truth.alpha, truth.beta, pad, SEED));
                }
            }
        }
        return worst;
    }

    private double[] inDouble(Gemm gemm, GemmTruth t, boolean ta, boolean tb, int pad) {
        double[] a = stored(t.a, t.m, t.k, ta, pad);
        double[] b = stored(t.b, t.k, t.n, tb, pad);
        double[] c = stored(t.c, t.m, t.n, false, pad);
        if (t.beta == 0) {
            Arrays.fill(c, Double.NaN);
        }
        int lda = (ta ? t.m : t.k) + pad;
        int ldb = (tb ? t.k : t.n) + pad;
        int ldc = t.n + pad;
        gemm.dgemm(ta, tb, t.m, t.n, t.k, t.alpha, a, pad, lda, b, pad, ldb, t.beta, c, pad, ldc, work);
        double[] got = new double[t.m * t.n];
        for (int at = 0; at < got.length; at++) {
            int place = pad + at / t.n * ldc + at % t.n;
            got[at] = c[place];
            c[place] = Double.NaN;
        }
        assertThat(Arrays.stream(c).allMatch(Double::isNaN))
                .as("nothing written around C")
                .isTrue();
        return got;
    }

    private float[] inFloat(Gemm gemm, GemmTruth t, boolean ta, boolean tb, int pad) {
        float[] a = floats(stored(t.a, t.m, t.k, ta, pad));
        float[] b = floats(stored(t.b, t.k, t.n, tb, pad));
        float[] c = floats(stored(t.c, t.m, t.n, false, pad));
        if (t.beta == 0) {
            Arrays.fill(c, Float.NaN);
        }
        int lda = (ta ? t.m : t.k) + pad;
        int ldb = (tb ? t.k : t.n) + pad;
        int ldc = t.n + pad;
        gemm.sgemm(ta, tb, t.m, t.n, t.k, t.alpha, a, pad, lda, b, pad, ldb, t.beta, c, pad, ldc, work);
        float[] got = new float[t.m * t.n];
        for (int at = 0; at < got.length; at++) {
            got[at] = c[pad + at / t.n * ldc + at % t.n];
        }
        return got;
    }

    /** The matrix as it is stored, {@code pad} NaN before it and after each row. */
    private static double[] stored(double[] matrix, int rows, int cols, boolean transposed, int pad) {
        int height = transposed ? cols : rows;
        int width = transposed ? rows : cols;
        double[] stored = new double[pad + height * (width + pad)];
        Arrays.fill(stored, Double.NaN);
        for (int r = 0; r < height; r++) {
            for (int q = 0; q < width; q++) {
                stored[pad + r * (width + pad) + q] = matrix[transposed ? q * cols + r : r * cols + q];
            }
        }
        return stored;
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
