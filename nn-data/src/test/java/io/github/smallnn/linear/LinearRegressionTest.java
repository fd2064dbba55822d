package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearRegressionTest {

    @Test
    void randomShapesMeetTheNormalEquationsWithTheLeastNorm() {
        long testSeed = 4711;
        Random random = new Random(testSeed);
        for (int i = 0; i < 300; i++) {
            int n = 1 + random.nextInt(12);
            int p = 1 + random.nextInt(9);
            int inner = 1 + random.nextInt(9);
            DoubleTensor x = Tensors.random(random, n, p);
            if (random.nextBoolean()) { // a product of low rank
                DMatrixRMaj low = new DMatrixRMaj(n, p);
                CommonOps_DDRM.mult(
                        Tensors.random(random, n, inner).matrix(),
                        Tensors.random(random, inner, p).matrix(),
                        low);
                x = DoubleTensor.wrap(low);
            }
            DoubleTensor y = Tensors.random(random, n, 1 + random.nextInt(3));
            boolean intercept = random.nextBoolean();
            LinearFit fit = new LinearRegression(intercept).fit(x, y);
            String as = String.format("case %d of seed %d: %d x %d, intercept %s", i, testSeed, n, p, intercept);
            CentredProblem problem = CentredProblem.of(new Dataset(x, y), intercept);
            assertThat(worstGradient(problem, fit)).as(as).isLessThan(1e-10);
            assertThat(distanceFromRowSpace(problem, fit)).as(as).isLessThan(1e-10);
            assertThat(fit.rank()).as(as).isLessThanOrEqualTo(Math.min(p, intercept ? n - 1 : n));
            assertThat(fit.singularValues())
                    .as(as)
                    .hasSize(Math.min(n, p))
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    /** Largest entry of X' (X b - y), relative to the data. */
    private static double worstGradient(CentredProblem problem, LinearFit fit) {
        DMatrixRMaj coef = ((DoubleTensor) fit.coef()).matrix();
        DMatrixRMaj e = new DMatrixRMaj(problem.y().numRows, problem.y().numCols);
        CommonOps_DDRM.multTransB(problem.x(), coef, e);
        CommonOps_DDRM.subtractEquals(e, problem.y());
        DMatrixRMaj gradient = new DMatrixRMaj(problem.x().numCols, e.numCols);
        CommonOps_DDRM.multTransA(problem.x(), e, gradient);
        return CommonOps_DDRM.elementMaxAbs(gradient) / (1 + CommonOps_DDRM.elementMaxAbs(coef));
    }

    /** How far b is from being a combination of the rows of X; 0 for the solution of least norm. */
    private static double distanceFromRowSpace(CentredProblem problem, LinearFit fit) {
        DMatrixRMaj x = problem.x();
        DMatrixRMaj inverse = new DMatrixRMaj(x.numCols, x.numRows);
        ThinSvd svd = ThinSvd.of(x);
        for (int k = 0; k < fit.rank(); k++) {
            for (int c = 0; c < x.numCols; c++) {
                for (int r = 0; r < x.numRows; r++) {
                    inverse.add(c, r, svd.v().get(c, k) * svd.u().get(r, k) / svd.s()[k]);
                }
            }
        }
        DMatrixRMaj projector = new DMatrixRMaj(x.numCols, x.numCols);
        CommonOps_DDRM.mult(inverse, x, projector);
        DMatrixRMaj coef = ((DoubleTensor) fit.coef()).matrix();
        DMatrixRMaj projected = new DMatrixRMaj(coef.numRows, coef.numCols);
        CommonOps_DDRM.multTransB(coef, projector, projected);
        CommonOps_DDRM.subtractEquals(projected, coef);
        return CommonOps_DDRM.elementMaxAbs(projected) / (1 + CommonOps_DDRM.elementMaxAbs(coef));
    }

    @Test
    void collinearColumnsShareTheCoefficient() {
        Tensor x = Tensor.of(new double[][] {{1, 1, 2}, {2, 2, 4}, {3, 3, 6}, {5, 5, 10}});
        LinearFit fit = new LinearRegression().fit(x, Tensor.column(6, 12, 18, 30));
        assertThat(fit.coef().toArray()).containsExactly(new double[] {1, 1, 2}, within(1e-14));
        assertThat(fit.rank()).isEqualTo(1);
        assertThat(fit.solver()).isEqualTo(LinearSolver.SVD);
        assertThat(fit.conditionNumber()).isInfinite();
    }

    @Test
    void columnsThatSayNothing() {
        Tensor y = Tensor.column(1, 2, 6);
        LinearFit constant = new LinearRegression().fit(Tensor.column(5, 5, 5), y);
        assertThat(constant.rank()).isZero();
        assertThat(constant.coef().toArray()).containsExactly(0.0);
        assertThat(constant.intercept().toArray()).containsExactly(3.0);
        LinearFit zeros = new LinearRegression(false).fit(Tensor.zeros(Precision.DOUBLE, 3, 2), y);
        assertThat(zeros.rank()).isZero();
        assertThat(zeros.predict(Tensor.of(1, 2, 7, 8)).toArray()).containsExactly(0.0);
        LinearFit oneRow = new LinearRegression().fit(Tensor.of(1, 2, 3, 4), Tensor.column(9));
        assertThat(oneRow.predict(Tensor.of(1, 2, 3, 4)).toArray()).containsExactly(9.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-30, 1, 1e30, 1e150})
    void unitsDoNotMatter(double unit) {
        Random random = new Random(8);
        DoubleTensor x = Tensors.random(random, 20, 3);
        DoubleTensor y = Tensors.random(random, 20, 1);
        double[] want = new LinearRegression().fit(x, y).coef().toArray();
        DMatrixRMaj scaled = x.matrix().copy();
        CommonOps_DDRM.scale(unit, scaled);
        LinearFit fit = new LinearRegression().fit(DoubleTensor.wrap(scaled), y);
        for (int c = 0; c < 3; c++) {
            assertThat(fit.coef().get(0, c) * unit).isCloseTo(want[c], within(1e-12));
        }
        assertThat(fit.rank()).isEqualTo(3);
    }

    @Test
    void weightsCountRowsSeveralTimes() {
        Random random = new Random(21);
        DoubleTensor x = Tensors.random(random, 6, 2);
        DoubleTensor y = Tensors.random(random, 6, 2);
        Dataset weighted = new Dataset(x, y, Tensor.column(1, 2, 0, 1, 3, 1));
        Dataset repeated = new Dataset(x, y).select(new int[] {0, 1, 1, 3, 4, 4, 4, 5});
        for (boolean intercept : new boolean[] {true, false}) {
            LinearFit a = new LinearRegression(intercept).fit(weighted);
            LinearFit b = new LinearRegression(intercept).fit(repeated);
            assertThat(a.coef().toArray()).containsExactly(b.coef().toArray(), within(1e-13));
            assertThat(a.intercept().toArray()).containsExactly(b.intercept().toArray(), within(1e-13));
            assertThat(a.singularValues()).containsExactly(b.singularValues(), within(1e-13));
            assertThat(a.score(weighted)).isCloseTo(b.score(repeated), within(1e-13));
        }
    }

    @Test
    void floatInputsAreSolvedInDouble() {
        Tensor x = Tensor.of(4, 1, 1, 2, 3, 5).to(Precision.FLOAT);
        LinearFit fit = new LinearRegression().fit(x, Tensor.column(3, 5, 7, 11));
        assertThat(fit.coef().get(0, 0)).isCloseTo(2, within(1e-14));
        assertThat(fit.predict(x).precision()).isEqualTo(Precision.DOUBLE);
    }

    @Test
    void aSolutionBeyondTheRangeOfNumbersIsAnError() {
        Tensor x = Tensor.column(1e-200, 2e-200, 3e-200);
        assertThatThrownBy(() -> new LinearRegression()
                        .fit(new Dataset(x, Tensor.column(1e200, 2e200, 4e200)), List.of("charge")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the coefficient of 'charge' came out as")
                .hasMessageContaining("similar size");
    }

    @Test
    void inputsAreNotModifiedAndFiguresAreCopies() {
        Tensor x = Tensor.of(4, 1, 1, 2, 3, 5);
        Tensor y = Tensor.column(3, 5, 7, 12);
        LinearFit fit = new LinearRegression().fit(x, y);
        assertThat(x.toArray()).containsExactly(1, 2, 3, 5);
        assertThat(y.toArray()).containsExactly(3, 5, 7, 12);
        double before = fit.coef().get(0, 0);
        fit.coef().fill(99);
        fit.intercept().fill(99);
        fit.singularValues()[0] = 99;
        assertThat(fit.coef().get(0, 0)).isEqualTo(before);
        assertThat(fit.intercept().get(0, 0)).isNotEqualTo(99);
        assertThat(fit.singularValues()[0]).isNotEqualTo(99);
    }

    static Stream<Arguments> wrong() {
        LinearRegression ols = new LinearRegression();
        Tensor x = Tensor.of(3, 2, 1, 2, 3, 4, 5, 7);
        Tensor y = Tensor.column(1, 2, 3);
        Tensor nan = Tensor.of(3, 2, 1, 2, 3, Double.NaN, 5, 7);
        Tensor none = Tensor.zeros(Precision.DOUBLE, 0, 2);
        return Stream.of(
                wrong(() -> ols.fit(x, Tensor.column(1, 2)), "inputs have 3 rows, but targets have 2"),
                wrong(() -> ols.fit(none, none), "at least one row"),
                wrong(() -> ols.fit(nan, y), "input row 1, column 1 ('x1') is NaN"),
                wrong(
                        () -> ols.fit(x, Tensor.column(1, 2, Double.POSITIVE_INFINITY)),
                        "target row 2, column 0 is Infinity"),
                wrong(() -> ols.fit(new Dataset(x, y, Tensor.column(1, -1, 1))), "sample weight of row 1 is -1.0"),
                wrong(
                        () -> ols.fit(new Dataset(x, y, Tensor.column(1, 1, Double.NaN))),
                        "sample weight of row 2 is NaN"),
                wrong(() -> ols.fit(new Dataset(x, y, Tensor.column(0, 0, 0))), "all sample weights are 0"),
                wrong(() -> ols.fit(x, y).predict(y), "fitted on 2 features, but was given 3 x 1"),
                wrong(() -> ols.fit(x, y).score(new Dataset(x, x)), "predictions are 3 x 1, but targets are 3 x 2"),
                wrong(() -> Ridge.of(-1), "alpha number 0 is -1.0"),
                wrong(() -> Ridge.of(1, Double.NaN), "alpha number 1 is NaN"),
                wrong(() -> Ridge.of(), "needs an alpha"),
                wrong(() -> Ridge.of(1, 2, 3).fit(x, y), "3 alphas, but there are 1 targets"),
                wrong(() -> Ridge.of(1).fit(nan, y), "input row 1, column 1 ('x1') is NaN"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongInputIsNamed(Supplier<?> call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::get).withMessageContaining(message);
    }

    private static Arguments wrong(Supplier<?> call, String message) {
        return Arguments.of(call, message);
    }
}
