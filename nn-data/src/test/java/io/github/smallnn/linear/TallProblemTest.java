package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Problems of many rows: reduced in passes over blocks, held against the singular value decomposition of the whole. */
class TallProblemTest {

    /** Data in blocks of uneven size, as a reader would give it. */
    private record Blocks(Dataset data, int rows) implements RowSource {
        @Override
        public int features() {
            return data.inputs().cols();
        }

        @Override
        public int targets() {
            return data.targets().cols();
        }

        @Override
        public void read(Consumer<Dataset> sink) {
            for (int from = 0, n = rows; from < data.rows(); from += n, n = n % 7 + rows) {
                n = Math.min(n, data.rows() - from);
                sink.accept(data.range(from, from + n));
            }
        }
    }

    /** Columns of lengths from 1 to 1 / spread, the last but one close to the first, far from zero. */
    private static DoubleTensor inputs(Random random, int n, int p, double spread, double closeness, double shift) {
        DoubleTensor x = Tensors.random(random, n, p);
        for (int r = 0; r < n; r++) {
            if (p > 2) {
                x.set(r, p - 2, x.get(r, 0) + closeness * x.get(r, p - 2));
            }
            for (int c = 0; c < p; c++) {
                x.set(r, c, (x.get(r, c) + shift) * Math.pow(spread, -(double) c / p));
            }
        }
        return x;
    }

    private static LinearFit bySvd(Dataset data, boolean intercept) {
        CentredProblem problem = CentredProblem.of(data, intercept);
        Solution s = SpectralSystem.of(problem.x(), problem.y(), data.rows())
                .solve(new double[data.targets().cols()]);
        return LinearFit.of(
                s, problem.centre(), ColumnNames.numbered(data.inputs().cols()));
    }

    @Test
    void coefficientsAreThoseOfTheSvd() {
        long testSeed = 2024;
        Random random = new Random(testSeed);
        double worst = 0;
        int normal = 0;
        for (int i = 0; i < 60; i++) {
            int p = 1 + random.nextInt(12);
            int n = 600 + random.nextInt(1500);
            double closeness = Math.pow(10, -4 * random.nextDouble());
            double shift = random.nextBoolean() ? 0 : 100 * random.nextGaussian();
            boolean intercept = random.nextBoolean() || shift != 0;
            DoubleTensor x = inputs(random, n, p, 100, closeness, shift);
            DoubleTensor y = Tensors.random(random, n, 1 + random.nextInt(2));
            for (int r = 0; r < n; r++) {
                y.set(r, 0, y.get(r, 0) + 3 * x.get(r, 0) - x.get(r, p - 1));
            }
            Tensor weights = Tensor.zeros(Precision.DOUBLE, n, 1);
            for (int r = 0; r < n; r++) {
                weights.set(r, 0, random.nextInt(10) == 0 ? 0 : random.nextDouble());
            }
            Dataset data = random.nextBoolean() ? new Dataset(x, y) : new Dataset(x, y, weights);
            LinearFit want = bySvd(data, intercept);
            LinearFit got = i % 2 == 0
                    ? new LinearRegression(intercept).fit(data)
                    : new LinearRegression(intercept).fit(new Blocks(data, 1 + random.nextInt(700)));
            String as = String.format(
                    "case %d of seed %d: %d x %d, intercept %s, %s", i, testSeed, n, p, intercept, got.solver());
            assertThat(got.solver()).as(as).isIn(LinearSolver.NORMAL, LinearSolver.QR);
            double off = relative(got.coef(), want.coef());
            assertThat(off).as(as).isLessThan(1e-9);
            assertThat(relative(got.intercept(), want.intercept())).as(as).isLessThan(1e-9);
            assertThat(got.rank()).as(as).isEqualTo(p);
            for (int s = 0; s < p; s++) {
                assertThat(got.singularValues()[s] / want.singularValues()[s])
                        .as(as)
                        .isCloseTo(1, within(1e-9));
            }
            if (got.solver() == LinearSolver.NORMAL) {
                worst = Math.max(worst, off);
                normal++;
            }
        }
        System.out.printf(
                Locale.ROOT, "tall problems: %d of 60 by normal equations, at most %.1e off the SVD%n", normal, worst);
        assertThat(normal).isBetween(20, 55);
    }

    /** Distance of two vectors of coefficients over the length of the second. */
    private static double relative(Tensor a, Tensor b) {
        double distance = 0;
        double length = 0;
        for (int i = 0; i < a.rows() * a.cols(); i++) {
            distance = Math.hypot(distance, a.toArray()[i] - b.toArray()[i]);
            length = Math.hypot(length, b.toArray()[i]);
        }
        return distance == 0 ? 0 : distance / length;
    }

    @Test
    void aFirstRowFarFromTheRestCostsNoDigits() {
        Random random = new Random(6);
        DoubleTensor x = Tensors.random(random, 1000, 3);
        x.set(0, 1, 1e6);
        DoubleTensor sorted = Tensors.random(random, 1000, 1);
        for (int r = 0; r < 1000; r++) {
            x.set(r, 2, r + 1e7);
        }
        Dataset data = new Dataset(x, sorted);
        LinearFit got = new LinearRegression().fit(data);
        assertThat(got.solver()).isEqualTo(LinearSolver.NORMAL);
        assertThat(got.coef().toArray())
                .containsExactly(bySvd(data, true).coef().toArray(), within(1e-12));
    }

    @Test
    void dependentColumnsGetTheLeastNormAndAreNamed() {
        Random random = new Random(7);
        DoubleTensor x = Tensors.random(random, 5000, 4);
        for (int r = 0; r < x.rows(); r++) {
            x.set(r, 3, x.get(r, 0) + x.get(r, 1));
            x.set(r, 2, 0.1);
        }
        Dataset data = new Dataset(x, Tensors.random(random, 5000, 1));
        LinearFit got = new LinearRegression().fit(new Blocks(data, 300), List.of("a", "b", "c", "sum"));
        assertThat(got.solver()).isEqualTo(LinearSolver.SVD);
        assertThat(got.rank()).isEqualTo(2);
        assertThat(got.coef().toArray())
                .containsExactly(bySvd(data, true).coef().toArray(), within(1e-13));
        assertThat(got.coef().get(0, 2)).isZero();
        assertThat(got.dependences())
                .extracting(Dependence::toString)
                .containsExactly("c is constant", "sum = 1 a + 1 b + constant");
        assertThat(Ridge.of(0).fit(data).coef().toArray())
                .containsExactly(got.coef().toArray(), within(1e-12));
    }

    /** A million rows that are never in memory at once: the same thousand again and again. */
    @Test
    void memoryDoesNotGrowWithTheRows() {
        Random random = new Random(8);
        Dataset block = new Dataset(Tensors.random(random, 1000, 10), Tensors.random(random, 1000, 1));
        RowSource million = source(10, sink -> {
            for (int i = 0; i < 1000; i++) {
                sink.accept(block);
            }
        });
        new LinearRegression().fit(block);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        LinearFit got = new LinearRegression().fit(million);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        System.out.printf(Locale.ROOT, "1,000,000 x 10 in blocks: %,d bytes allocated%n", allocated);
        assertThat(allocated).isLessThan(4_000_000);
        LinearFit want = new LinearRegression().fit(block);
        assertThat(relative(got.coef(), want.coef())).isLessThan(1e-12);
        assertThat(got.solver()).isEqualTo(LinearSolver.NORMAL);
    }

    @Test
    void ridgeIsTheSameInBlocks() {
        Random random = new Random(9);
        DoubleTensor x = inputs(random, 900, 5, 10, 0.01, 3);
        Dataset data = new Dataset(x, Tensors.random(random, 900, 2));
        CentredProblem problem = CentredProblem.of(data, true);
        SpectralSystem whole = SpectralSystem.of(problem.x(), problem.y(), 900);
        List<LinearFit> each = Ridge.of(0, 2, 1e4).fitEach(data);
        double[] alphas = {0, 2, 1e4};
        for (int i = 0; i < 3; i++) {
            LinearFit want = LinearFit.of(
                    whole.solve(new double[] {alphas[i], alphas[i]}), problem.centre(), ColumnNames.numbered(5));
            assertThat(relative(each.get(i).coef(), want.coef())).isLessThan(1e-11);
            LinearFit one = Ridge.of(alphas[i]).fit(new Blocks(data, 100), ColumnNames.numbered(5));
            assertThat(relative(one.coef(), want.coef())).isLessThan(1e-11);
        }
    }

    @Test
    void fewRowsInBlocksAreSolvedToo() {
        Random random = new Random(10);
        for (int n : new int[] {1, 2, 4, 7}) {
            Dataset data = new Dataset(Tensors.random(random, n, 4), Tensors.random(random, n, 1));
            for (boolean intercept : new boolean[] {true, false}) {
                LinearFit got = new LinearRegression(intercept).fit(new Blocks(data, 2));
                LinearFit want = new LinearRegression(intercept).fit(data);
                assertThat(got.coef().toArray())
                        .as("%d rows", n)
                        .containsExactly(want.coef().toArray(), within(1e-10));
                assertThat(got.rank()).isEqualTo(want.rank());
            }
        }
    }

    @Test
    void hugeAndTinyNumbersAreLeftToQr() {
        Random random = new Random(11);
        for (double unit : new double[] {1e-170, 1, 1e170}) {
            DoubleTensor x = Tensors.random(random, 800, 2);
            DoubleTensor y = Tensors.random(random, 800, 1);
            double[] want = new LinearRegression().fit(x, y).coef().toArray();
            for (int i = 0; i < x.data().length; i++) {
                x.data()[i] *= unit;
            }
            LinearFit got = new LinearRegression().fit(x, y);
            assertThat(got.solver()).isEqualTo(unit == 1 ? LinearSolver.NORMAL : LinearSolver.QR);
            assertThat(Arrays.stream(got.coef().toArray()).map(v -> v * unit).toArray())
                    .containsExactly(want, within(1e-13));
        }
    }

    @Test
    void floatRowsAreSolvedInDouble() {
        Random random = new Random(16);
        Dataset single =
                new Dataset(Tensors.random(random, 900, 3), Tensors.random(random, 900, 2)).to(Precision.FLOAT);
        LinearFit got = new LinearRegression().fit(single);
        assertThat(got.solver()).isEqualTo(LinearSolver.NORMAL);
        assertThat(got.coef().toArray())
                .containsExactly(new LinearRegression()
                        .fit(single.to(Precision.DOUBLE))
                        .coef()
                        .toArray());
    }

    @Test
    void badRowsAreNamed() {
        Random random = new Random(12);
        DoubleTensor x = Tensors.random(random, 3000, 3);
        Dataset data = new Dataset(x, Tensors.random(random, 3000, 1), null);
        LinearRegression ols = new LinearRegression();
        x.set(2345, 1, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(new Blocks(data, 100), List.of("age", "height", "weight")))
                .withMessageContaining("input row 2345, column 1 ('height') is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(data))
                .withMessageContaining("input row 2345, column 1 ('x1') is NaN");
        x.set(2345, 1, 0);
        x.set(0, 0, Double.NEGATIVE_INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(data))
                .withMessageContaining("input row 0, column 0 ('x0') is -Infinity");
        x.set(0, 0, 0);
        data.targets().set(700, 0, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(new Blocks(data, 100)))
                .withMessageContaining("target row 700, column 0 is NaN");
        data.targets().set(700, 0, 1);
        Dataset weightless = new Dataset(x, data.targets(), Tensor.zeros(Precision.DOUBLE, 3000, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(weightless))
                .withMessageContaining("all sample weights are 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(data, List.of("a", "b")))
                .withMessageContaining("3 input columns, but 2 names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ols.fit(data, List.of("a", "b", "a")))
                .withMessageContaining("must differ");
    }

    @Test
    void sumsBeyondTheRangeOfNumbersAreAnError() {
        DoubleTensor x = Tensors.random(new Random(14), 600, 1);
        for (int r = 0; r < 600; r++) {
            x.set(r, 0, r == 0 ? -1.5e308 : 1.5e308);
        }
        assertThatThrownBy(() -> new LinearRegression().fit(x, Tensors.random(new Random(15), 600, 1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("scale the columns down");
    }

    @Test
    void sourcesThatChangeTheirMindAreRefused() {
        Random random = new Random(13);
        DoubleTensor x = inputs(random, 1000, 3, 1, 1e-6, 0);
        Dataset data = new Dataset(x, Tensors.random(random, 1000, 1));
        int[] passes = {0};
        RowSource shrinking = source(3, sink -> sink.accept(data.range(0, 1000 - passes[0]++)));
        assertThatThrownBy(() -> new LinearRegression().fit(shrinking))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1000 rows in one pass and 999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearRegression().fit(source(3, sink -> {})))
                .withMessageContaining("gave no row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearRegression().fit(source(4, sink -> sink.accept(data))))
                .withMessageContaining("block that begins at row 0 has 3 inputs")
                .withMessageContaining("promised 4 and 1");
    }

    private static RowSource source(int features, Consumer<Consumer<Dataset>> rows) {
        return new RowSource() {
            @Override
            public int features() {
                return features;
            }

            @Override
            public int targets() {
                return 1;
            }

            @Override
            public void read(Consumer<Dataset> sink) {
                rows.accept(sink);
            }
        };
    }
}
