package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private static Dataset data(long seed, int n, int p) {
        Random random = new Random(seed);
        DoubleTensor x = Tensors.random(random, n, p);
        Tensor y = Tensor.zeros(Precision.DOUBLE, n, 1);
        for (int r = 0; r < n; r++) {
            y.set(r, 0, 2 + 3 * x.get(r, 0) + random.nextGaussian());
        }
        return new Dataset(x, y);
    }

    private static Dataset without(Dataset d, int row) {
        int[] rows = new int[d.rows() - 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < row ? i : i + 1;
        }
        return d.select(rows);
    }

    @Test
    void pressAndCooksDistanceAreThoseOfLeavingRowsOut() {
        Dataset data = data(1, 15, 3);
        Diagnostics d = Diagnostics.of(data);
        double press = 0;
        for (int r = 0; r < 15; r++) {
            LinearFit left = new LinearRegression().fit(without(data, r));
            double error = data.targets().get(r, 0)
                    - left.predict(data.inputs().rowRange(r, r + 1)).get(0, 0);
            press += error * error;
            double moved = 0;
            Tensor before = d.fit().predict(data.inputs());
            Tensor after = left.predict(data.inputs());
            for (int i = 0; i < 15; i++) {
                moved += Math.pow(before.get(i, 0) - after.get(i, 0), 2);
            }
            assertThat(d.rows().cooksDistance()[r])
                    .as("row %d", r)
                    .isCloseTo(moved / (4 * d.quality().residualVariance()), within(1e-12));
        }
        assertThat(d.quality().press()).isCloseTo(press, within(1e-11));
        assertThat(Arrays.stream(d.rows().leverage()).sum()).isCloseTo(4, within(1e-12));
    }

    @Test
    void inflationIsThatOfRegressingAColumnOnTheOthers() {
        Dataset data = data(2, 40, 3);
        for (int r = 0; r < 40; r++) {
            data.inputs()
                    .set(r, 2, data.inputs().get(r, 0) + 0.3 * data.inputs().get(r, 2));
        }
        Diagnostics d = Diagnostics.of(data);
        for (int c = 0; c < 3; c++) {
            Tensor others = Tensor.zeros(Precision.DOUBLE, 40, 2);
            for (int r = 0; r < 40; r++) {
                others.set(r, 0, data.inputs().get(r, c == 0 ? 1 : 0));
                others.set(r, 1, data.inputs().get(r, c == 2 ? 1 : 2));
            }
            Dataset column = new Dataset(others, data.inputs().columnRange(c, c + 1));
            double r2 = new LinearRegression().fit(column).score(column);
            assertThat(d.coefficients().get(c + 1).vif()).isCloseTo(1 / (1 - r2), within(1e-10));
        }
        assertThat(d.coefficients().get(0).vif()).isNaN();
    }

    @Test
    void wholeWeightsAreWorthRepetitionsForTheCoefficientsAndScaledRowsForTheRest() {
        Dataset plain = data(3, 12, 2);
        double[] weights = {1, 2, 0, 3, 1, 1, 0.5, 2, 1, 4, 1, 1};
        Dataset weighted = new Dataset(plain.inputs(), plain.targets(), Tensor.column(weights));
        Diagnostics d = Diagnostics.of(weighted);
        // The same problem by hand: rows times the root of the weight, the column of ones as well.
        Tensor x = Tensor.zeros(Precision.DOUBLE, 11, 3);
        Tensor y = Tensor.zeros(Precision.DOUBLE, 11, 1);
        for (int r = 0, to = 0; r < 12; r++) {
            double root = Math.sqrt(weights[r]);
            if (root > 0) {
                x.set(to, 0, root);
                x.set(to, 1, root * plain.inputs().get(r, 0));
                x.set(to, 2, root * plain.inputs().get(r, 1));
                y.set(to++, 0, root * plain.targets().get(r, 0));
            }
        }
        List<String> names = List.of("one", "a", "b");
        Diagnostics hand = Diagnostics.of(new LinearRegression(false), new Dataset(x, y), names, 0.95);
        for (int i = 0; i < 3; i++) {
            CoefficientFigures got = d.coefficients().get(i);
            CoefficientFigures want = hand.coefficients().get(i);
            assertThat(got.value()).isCloseTo(want.value(), within(1e-13));
            assertThat(got.standardError()).isCloseTo(want.standardError(), within(1e-13));
            assertThat(got.p()).isCloseTo(want.p(), within(1e-12));
        }
        assertThat(d.quality().observations()).isEqualTo(11);
        assertThat(d.quality().rss()).isCloseTo(hand.quality().rss(), within(1e-12));
        double logs = Arrays.stream(weights).filter(w -> w > 0).map(Math::log).sum();
        assertThat(d.quality().logLikelihood()).isCloseTo(hand.quality().logLikelihood() + logs / 2, within(1e-11));
        assertThat(d.quality().conditionNumber()).isCloseTo(hand.quality().conditionNumber(), within(1e-11));
        assertThat(d.designSingularValues()).containsExactly(hand.designSingularValues(), within(1e-12));
    }

    @Test
    void aTallProblemHasTheFiguresOfASmallOne() {
        Dataset data = data(4, 2000, 4);
        Diagnostics tall = Diagnostics.of(data);
        CentredProblem problem = CentredProblem.of(data, true);
        LinearFit qr =
                LinearFit.of(LeastSquares.solve(problem.x(), problem.y()), problem.centre(), ColumnNames.numbered(4));
        Diagnostics small = new FitAnalysis(qr, data).report(0.95);
        assertThat(tall.fit().solver()).isEqualTo(LinearSolver.NORMAL);
        assertThat(tall.covariance().toArray())
                .containsExactly(small.covariance().toArray(), within(1e-14));
        assertThat(tall.rows().leverage()).containsExactly(small.rows().leverage(), within(1e-14));
        assertThat(tall.quality().f()).isCloseTo(small.quality().f(), within(1e-8));
    }

    @Test
    void dependentColumnsAreReportedWithTheLeastNorm() {
        Dataset data = data(5, 30, 3);
        for (int r = 0; r < 30; r++) {
            data.inputs().set(r, 2, 2 * data.inputs().get(r, 0));
        }
        List<String> names = List.of("size", "age", "double size");
        Diagnostics d = Diagnostics.of(new LinearRegression(), data, names, 0.9);
        assertThat(d.quality().modelDegrees()).isEqualTo(2);
        assertThat(d.quality().residualDegrees()).isEqualTo(27);
        assertThat(d.quality().conditionNumber()).isInfinite();
        assertThat(d.coefficients()).extracting(CoefficientFigures::vif).satisfies(v -> {
            assertThat(v.get(1)).isInfinite();
            assertThat(v.get(2)).isBetween(1.0, 2.0);
            assertThat(v.get(3)).isInfinite();
        });
        assertThat(d.toString()).contains("Dependent column: double size = 2 size + constant", "[0.05", "0.95]");
        Dataset two = new Dataset(data.inputs().columnRange(0, 2), data.targets());
        assertThat(d.quality().f()).isCloseTo(Diagnostics.of(two).quality().f(), within(1e-9));
    }

    @Test
    void theTableReadsAsPeopleKnowIt() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}, {4}, {5}}, new double[] {2.1, 3.9, 6.2, 7.8, 10.1});
        Diagnostics d = Diagnostics.of(new LinearRegression(), data, List.of("dose"), 0.95);
        assertThat(d.toString().lines().map(String::stripTrailing).toList())
                .containsExactly(
                        "                            Least squares, solved by QR",
                        "===================================================================================",
                        "No. observations                       5  R-squared                          0.9973",
                        "Df residuals                           3  Adj. R-squared                     0.9964",
                        "Df model                               1  F-statistic                          1110",
                        "Residual std. dev.                0.1889  Prob (F)                         5.94e-05",
                        "Log-likelihood                     2.516  AIC                                 -1.03",
                        "PRESS                             0.2601  BIC                                 -1.81",
                        "===================================================================================",
                        "                   coef    std err         t   P>|t|     [0.025     0.975]      VIF",
                        "-----------------------------------------------------------------------------------",
                        "intercept       0.05000      0.198     0.252   0.817    -0.5804     0.6804",
                        "dose              1.990     0.0597    33.321   0.000      1.800      2.180     1.00",
                        "===================================================================================",
                        "Durbin-Watson                      3.555  Cond. no.                            8.37");
    }

    @Test
    void exactFitsAndConstantTargets() {
        Tensor x = Tensor.column(1, 2, 3, 4);
        Diagnostics constant = Diagnostics.of(new Dataset(x, Tensor.column(0.1, 0.1, 0.1, 0.1)));
        assertThat(constant.quality().tss()).isZero();
        assertThat(constant.quality().r2()).isEqualTo(1);
        assertThat(constant.fit().score(new Dataset(x, Tensor.column(0.1, 0.1, 0.1, 0.1))))
                .isEqualTo(1);
        Diagnostics none = Diagnostics.of(new Dataset(Tensor.column(7, 7, 7, 7), Tensor.column(1, 2, 3, 5)));
        assertThat(none.quality().modelDegrees()).isZero();
        assertThat(none.quality().f()).isNaN();
        assertThat(none.quality().r2()).isZero();
        assertThat(none.toString()).contains("Dependent column: x0 is constant");
        // A row that alone determines a coefficient has leverage 1 and cannot be predicted from the others.
        Tensor alone = Tensor.of(4, 2, 1, 0, 2, 0, 4, 0, 3, 1);
        Diagnostics free = Diagnostics.of(
                new LinearRegression(false), new Dataset(alone, Tensor.column(1, 2, 3, 9)), List.of("a", "b"), 0.95);
        assertThat(free.rows().leverage()[3]).isCloseTo(1, within(1e-14));
        assertThat(free.quality().press()).isNaN();
        assertThat(free.rows().cooksDistance()[3]).isNaN();
    }

    @Test
    void whatCannotBeReportedIsRefused() {
        Dataset data = data(6, 4, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnostics.of(data))
                .withMessageContaining("4 rows have positive weight and 4 coefficients are independent");
        Dataset two = new Dataset(data.inputs(), Tensor.zeros(Precision.DOUBLE, 4, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnostics.of(two))
                .withMessageContaining("about one target, but there are 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnostics.of(new LinearRegression(), data, List.of("a", "b", "c"), 1))
                .withMessageContaining("confidence must be between 0 and 1");
        RowFigures rows = Diagnostics.of(data(7, 9, 1)).rows();
        rows.leverage()[0] = 99;
        assertThat(rows.leverage()[0]).isLessThan(1);
    }
}
