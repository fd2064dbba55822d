package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The portable and, where they run, the vector loops over arrays, bit by bit against the scalar functions. */
class LoopsTest {

    private static final long SEED = 20240921;
    private static final int DENSE = 1 << 18;
    private static final int LONGEST = 40;
    private static final int GUARD = 3;
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        0.55,
        -0.55,
        709.7,
        710,
        -745.2,
        -746,
        88.8,
        89,
        -103.9,
        -105,
        25,
        -25,
        0x1p-54,
        -0x1p-54,
        0x1p-25,
        -0x1p-25
    };

    /** A form of the loops in both precisions. */
    record Form(String name, DoubleLoops doubles, FloatLoops floats) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        Form portable = new Form("portable", new DoublePortableLoops(), new FloatPortableLoops());
        VectorLoops vector = Backends.LOOPS;
        return vector.reason() == null
                ? Stream.of(portable, new Form("vector", vector.doubles(), vector.floats()))
                : Stream.of(portable);
    }

    static Stream<Arguments> functions() {
        return forms().flatMap(form -> Stream.of(Elementary.values()).map(f -> Arguments.of(form, f)));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyExponentHasTheBitsOfTheScalarForm(Form form, Elementary f) {
        double[] x = samples();
        float[] fx = floatSamples();
        double[] y = new double[x.length];
        float[] fy = new float[fx.length];
        apply(form.doubles(), f, x, 0, y, 0, x.length);
        apply(form.floats(), f, fx, 0, fy, 0, fx.length);
        for (int i = 0; i < x.length; i++) {
            requireBits(form, f, x[i], y[i], f.doubles.applyAsDouble(x[i]));
            requireBits(form, f, fx[i], fy[i], f.floats.apply(fx[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyLengthAndOffsetStaysInItsRun(Form form, Elementary f) {
        for (int n = 0; n <= LONGEST; n++) {
            for (int offset = 0; offset < GUARD; offset++) {
                double[] x = new Random(SEED + n).doubles(n + 2 * GUARD, -3, 3).toArray();
                double[] y = x.clone();
                apply(form.doubles(), f, x, offset, y, GUARD, n);
                float[] fx = floats(x);
                float[] fy = fx.clone();
                // In place: the results go over the arguments.
                apply(form.floats(), f, fy, GUARD, fy, GUARD, n);
                for (int i = 0; i < y.length; i++) {
                    boolean inside = i >= GUARD && i < GUARD + n;
                    requireBits(form, f, n, y[i], inside ? f.doubles.applyAsDouble(x[i - GUARD + offset]) : x[i]);
                    requireBits(form, f, n, fy[i], inside ? f.floats.apply(fx[i]) : fx[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rowsOfEveryWidthHaveTheBitsOfPlainLoops(Form form) {
        for (int cols = 0; cols <= LONGEST; cols++) {
            for (int rows = 0; rows < 5; rows++) {
                checkRows(form, rows, cols, cols + cols % 3);
            }
        }
    }

    private static void checkRows(Form form, int rows, int cols, int stride) {
        Random random = new Random(SEED + 100L * cols + rows);
        int size = rows * stride + cols + 2 * GUARD;
        double[] x = random.doubles(size, -1, 1).toArray();
        double[] b = random.doubles(cols + GUARD, -1, 1).toArray();
        for (int i = 0; i < size; i += 7) {
            x[i] = SPECIAL[i % 7];
        }
        double[] sum = x.clone();
        double[] rectified = x.clone();
        double[] columns = b.clone();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                int i = GUARD + r * stride + c;
                sum[i] = x[i] + b[1 + c];
                rectified[i] = Math.max(sum[i], 0);
                columns[1 + c] += x[i];
            }
        }
        double[] y = x.clone();
        form.doubles().addRow(b, 1, y, GUARD, stride, rows, cols);
        assertThat(y).as("%s addRow %d x %d", form, rows, cols).isEqualTo(sum);
        y = x.clone();
        form.doubles().addRowRelu(b, 1, y, GUARD, stride, rows, cols);
        assertThat(y).as("%s addRowRelu %d x %d", form, rows, cols).isEqualTo(rectified);
        double[] s = b.clone();
        form.doubles().sumRows(x, GUARD, stride, rows, cols, s, 1);
        assertThat(s).as("%s sumRows %d x %d", form, rows, cols).isEqualTo(columns);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rectifiersHaveTheBitsOfPlainLoops(Form form) {
        for (int n = 0; n <= LONGEST; n++) {
            double[] x = new Random(SEED + n).doubles(n + SPECIAL.length, -1, 1).toArray();
            System.arraycopy(SPECIAL, 0, x, n, SPECIAL.length);
            float[] fx = floats(x);
            double[] y = new double[x.length];
            double[] d = new double[x.length];
            float[] fy = new float[x.length];
            float[] fd = new float[x.length];
            form.doubles().relu(x, 0, y, 0, x.length);
            form.doubles().reluBackward(y, 0, x, 0, d, 0, x.length);
            form.floats().relu(fx, 0, fy, 0, x.length);
            form.floats().reluBackward(fy, 0, fx, 0, fd, 0, x.length);
            for (int i = 0; i < x.length; i++) {
                requireBits(form, "relu", x[i], y[i], Math.max(x[i], 0));
                requireBits(form, "slope of relu", x[i], d[i], y[i] > 0 ? x[i] : 0);
                requireBits(form, "relu", fx[i], fy[i], Math.max(fx[i], 0));
                requireBits(form, "slope of relu", fx[i], fd[i], fy[i] > 0 ? fx[i] : 0);
            }
        }
    }

    // A vector that is not kept in registers is an object, and the loop is then many times slower.
    @ParameterizedTest
    @MethodSource("forms")
    void warmLoopsAllocateNothing(Form form) {
        double[] x = new Random(SEED).doubles(1024, 0.1, 4).toArray();
        float[] fx = floats(x);
        double[] y = new double[x.length];
        float[] fy = new float[x.length];
        for (Elementary f : Elementary.values()) {
            AllocationCheck.requireNone(form + " " + f, () -> {
                apply(form.doubles(), f, x, 0, y, 0, x.length);
                apply(form.floats(), f, fx, 0, fy, 0, x.length);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void warmLoopsOverRowsAllocateNothing(Form form) {
        int rows = 32;
        int cols = 64;
        double[] x = new Random(SEED).doubles(rows * cols, -1, 1).toArray();
        float[] fx = floats(x);
        double[] b = new double[cols];
        float[] fb = new float[cols];
        double[] y = new double[x.length];
        float[] fy = new float[x.length];
        AllocationCheck.requireNone(form + " bias", () -> {
            form.doubles().addRow(b, 0, x, 0, cols, rows, cols);
            form.floats().addRow(fb, 0, fx, 0, cols, rows, cols);
        });
        AllocationCheck.requireNone(form + " sums of columns", () -> {
            form.doubles().sumRows(x, 0, cols, rows, cols, y, 0);
            form.floats().sumRows(fx, 0, cols, rows, cols, fy, 0);
        });
        AllocationCheck.requireNone(form + " rectifier", () -> {
            form.doubles().relu(x, 0, y, 0, x.length);
            form.floats().relu(fx, 0, fy, 0, x.length);
        });
        AllocationCheck.requireNone(form + " slope of the rectifier", () -> {
            form.doubles().reluBackward(x, 0, x, 0, y, 0, x.length);
            form.floats().reluBackward(fx, 0, fx, 0, fy, 0, x.length);
        });
        AllocationCheck.requireNone(form + " bias and rectifier", () -> {
            form.doubles().addRowRelu(b, 0, x, 0, cols, rows, cols);
            form.floats().addRowRelu(fb, 0, fx, 0, cols, rows, cols);
        });
    }

    @Test
    void brokenLoopsFallBackAndTheReportSaysWhy() {
        VectorBackend products = new VectorBackend(new PortableGemm(), null, "");
        VectorLoops missing = VectorLoops.find(
                products,
                () -> {
                    throw new NoClassDefFoundError("jdk/incubator/vector/Vector");
                },
                FloatPortableLoops::new);
        assertThat(missing.doubles()).isNull();
        assertThat(missing.line()).contains("functions portable").contains("loading them failed");
        VectorLoops none = VectorLoops.find(
                new VectorBackend(null, "the module is absent", ""),
                () -> {
                    throw new AssertionError("loaded");
                },
                FloatPortableLoops::new);
        assertThat(none.line()).contains("the module is absent").doesNotContain("loaded");
        VectorLoops right = VectorLoops.find(products, DoublePortableLoops::new, FloatPortableLoops::new);
        assertThat(right.line()).isEqualTo("  functions vector");
        assertThat(Backends.report()).contains(Backends.LOOPS.line());
    }

    @Test
    void loopsWithOtherBitsAreRefused() {
        VectorBackend products = new VectorBackend(new PortableGemm(), null, "");
        VectorLoops wrong = VectorLoops.find(products, WrongLoops::create, FloatPortableLoops::new);
        assertThat(wrong.floats()).isNull();
        assertThat(wrong.line()).contains("self-test failed: TANH differs");
    }

    private static double[] samples() {
        Random random = new Random(SEED);
        double[] x = new double[DENSE];
        for (int i = 0; i < DENSE; i++) {
            x[i] = switch (i % 4) {
                case 0, 1 -> Double.longBitsToDouble(random.nextLong());
                case 2 -> 60 * random.nextDouble() - 30;
                default -> 1600 * random.nextDouble() - 800;
            };
        }
        System.arraycopy(SPECIAL, 0, x, 0, SPECIAL.length);
        return x;
    }

    private static float[] floatSamples() {
        Random random = new Random(SEED);
        float[] x = new float[DENSE];
        for (int i = 0; i < DENSE; i++) {
            x[i] = switch (i % 4) {
                case 0, 1 -> Float.intBitsToFloat(random.nextInt());
                case 2 -> 30 * random.nextFloat() - 15;
                default -> 240 * random.nextFloat() - 120;
            };
        }
        for (int i = 0; i < SPECIAL.length; i++) {
            x[i] = (float) SPECIAL[i];
        }
        return x;
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }

    // Not by an assertion for each of millions of elements: building its description takes longer than the function.
    private static void requireBits(Form form, Object f, double at, double got, double expected) {
        if (Double.doubleToLongBits(got) != Double.doubleToLongBits(expected)) {
            assertThat(got).as("%s %s, at %s, seed %d", form, f, at, SEED).isEqualTo(expected);
        }
    }

    private static void apply(DoubleLoops loops, Elementary f, double[] x, int xo, double[] y, int yo, int n) {
        switch (f) {
            case EXP -> loops.exp(x, xo, y, yo, n);
            case EXPM1 -> loops.expm1(x, xo, y, yo, n);
            case LOG -> loops.log(x, xo, y, yo, n);
            case LOG1P -> loops.log1p(x, xo, y, yo, n);
            case TANH -> loops.tanh(x, xo, y, yo, n);
            case SIGMOID -> loops.sigmoid(x, xo, y, yo, n);
            case SOFTPLUS -> DoubleMath.softplus(x, xo, y, yo, n);
            case ERF -> loops.erf(x, xo, y, yo, n);
        }
    }

    private static void apply(FloatLoops loops, Elementary f, float[] x, int xo, float[] y, int yo, int n) {
        switch (f) {
            case EXP -> loops.exp(x, xo, y, yo, n);
            case EXPM1 -> loops.expm1(x, xo, y, yo, n);
            case LOG -> loops.log(x, xo, y, yo, n);
            case LOG1P -> loops.log1p(x, xo, y, yo, n);
            case TANH -> loops.tanh(x, xo, y, yo, n);
            case SIGMOID -> loops.sigmoid(x, xo, y, yo, n);
            case SOFTPLUS -> FloatMath.softplus(x, xo, y, yo, n);
            case ERF -> loops.erf(x, xo, y, yo, n);
        }
    }
}
