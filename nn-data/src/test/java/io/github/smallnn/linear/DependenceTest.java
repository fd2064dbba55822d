package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DependenceTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    @Test
    void aColumnThatIsTheSumOfTwoOthers() {
        Random random = new Random(50);
        DoubleTensor x = Tensors.random(random, 50, 4);
        for (int r = 0; r < 50; r++) {
            x.set(r, 3, x.get(r, 0) + x.get(r, 2));
        }
        Dataset data = new Dataset(x, Tensors.random(random, 50, 1));
        LinearFit ols = new LinearRegression().fit(data, NAMES);
        LinearFit ridge = Ridge.of(0).fit(data, NAMES);
        for (LinearFit fit : List.of(ols, ridge)) {
            assertThat(fit.rank()).isEqualTo(3);
            assertThat(fit.solver()).isEqualTo(LinearSolver.SVD);
            // Least norm: no part along the direction that changes nothing, (1, 0, 1, -1).
            double along =
                    fit.coef().get(0, 0) + fit.coef().get(0, 2) - fit.coef().get(0, 3);
            assertThat(along).isCloseTo(0, within(1e-14));
            assertThat(fit.dependences()).extracting(Dependence::toString).containsExactly("d = 1 a + 1 c + constant");
            assertThat(fit.toString()).contains("solved by SVD, rank 3 of 4", "d = 1 a + 1 c");
        }
        assertThat(ridge.coef().toArray()).containsExactly(ols.coef().toArray(), within(1e-13));
        // The optimum is that of the three independent columns.
        Dataset three = new Dataset(x.columnRange(0, 3), data.targets());
        assertThat(ols.score(data)).isCloseTo(new LinearRegression().fit(three).score(three), within(1e-14));
    }

    @Test
    void unitsDoNotHideADependence() {
        Random random = new Random(51);
        DoubleTensor x = Tensors.random(random, 30, 4);
        for (int r = 0; r < 30; r++) {
            x.set(r, 1, 1e-6 * x.get(r, 1));
            x.set(r, 2, 1e6 * x.get(r, 1) - 2 * x.get(r, 0));
        }
        LinearFit fit = new LinearRegression(false).fit(new Dataset(x, Tensors.random(random, 30, 1)), NAMES);
        assertThat(fit.dependences()).hasSize(1);
        Dependence d = fit.dependences().get(0);
        assertThat(d.column()).isEqualTo("c");
        assertThat(d.terms()).extracting(Dependence.Term::column).containsExactly("a", "b");
        assertThat(d.terms().get(0).factor()).isCloseTo(-2, within(1e-9));
        assertThat(d.terms().get(1).factor()).isCloseTo(1e6, within(1.0));
        assertThat(d).hasToString("c = - 2 a + 1000000 b");
    }

    @Test
    void severalDependencesAreToldApart() {
        Random random = new Random(52);
        DoubleTensor x = Tensors.random(random, 20, 6);
        for (int r = 0; r < 20; r++) {
            x.set(r, 1, 7);
            x.set(r, 4, 3 * x.get(r, 0));
            x.set(r, 5, x.get(r, 2) - x.get(r, 3) + 5);
        }
        LinearFit fit = new LinearRegression().fit(x, Tensors.random(random, 20, 1));
        assertThat(fit.dependences())
                .extracting(Dependence::toString)
                .containsExactly("x1 is constant", "x4 = 3 x0 + constant", "x5 = 1 x2 - 1 x3 + constant");
    }

    @Test
    void moreColumnsThanRowsDependOnTheFirst() {
        Random random = new Random(53);
        DoubleTensor x = Tensors.random(random, 3, 5);
        LinearFit fit = new LinearRegression(false).fit(x, Tensors.random(random, 3, 1));
        assertThat(fit.dependences()).extracting(Dependence::column).containsExactly("x3", "x4");
        for (Dependence d : fit.dependences()) {
            int column = d.column().charAt(1) - '0';
            for (int r = 0; r < 3; r++) {
                double sum = 0;
                for (Dependence.Term t : d.terms()) {
                    sum += t.factor() * x.get(r, t.column().charAt(1) - '0');
                }
                assertThat(sum).as("%s in row %d", d, r).isCloseTo(x.get(r, column), within(1e-12));
            }
        }
    }

    @Test
    void oneRowMakesEveryColumnConstant() {
        LinearFit fit = new LinearRegression().fit(Tensor.of(1, 2, 3, 4), Tensor.column(9));
        assertThat(fit.dependences())
                .extracting(Dependence::toString)
                .containsExactly("x0 is constant", "x1 is constant");
        assertThat(fit.conditionNumber()).isInfinite();
    }

    @Test
    void independentColumnsHaveNone() {
        LinearFit fit = new LinearRegression().fit(Tensor.column(1, 2, 4), Tensor.column(1, 2, 3));
        assertThat(fit.dependences()).isEmpty();
        assertThat(fit.names()).containsExactly("x0");
        assertThat(fit.toString()).contains("y = ", "x0", "solved by QR, rank 1 of 1");
    }
}
