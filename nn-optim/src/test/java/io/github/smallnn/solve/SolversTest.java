package io.github.smallnn.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.solve.Solution.Reason;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What solvers promise besides PyTorch's figures: the right Jacobian, the least-squares solution, ends and refusals. */
class SolversTest {

    private static Dataset random(int rows, int inputs, int outputs, boolean weighted, long seed) {
        RandomState r = new RandomState(seed);
        Tensor x = Tensor.of(rows, inputs, r.randn(rows * inputs));
        Tensor y = Tensor.of(rows, outputs, r.randn(rows * outputs));
        if (!weighted) {
            return new Dataset(x, y);
        }
        double[] w = new double[rows];
        r.fillUniform(w, 0.2, 2);
        return new Dataset(x, y, Tensor.column(w));
    }

    private static Layer body(int outputs) {
        return Layers.dense(5).then(Layers.tanh()).then(Layers.dense(outputs));
    }

    private static double loss(Model model, Dataset data) {
        return Trainer.of(model, Losses.mse(), Optimizers.sgd(0)).evaluate(data).loss();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theJacobianIsThatOfTheResiduals(boolean weighted) {
        Model model = Model.of(3, body(2), 4);
        Dataset data = random(7, 3, 2, weighted, 5);
        ModelSquares squares = ModelSquares.of(model, data);
        ParameterSet p = model.parameters();
        int n = p.count();
        int m = squares.count();
        assertThat(m).isEqualTo(14);
        double[] rows = new double[m * n];
        squares.jacobian(p, 0, m, rows);
        double[] x = new double[n];
        p.copyTo(x);
        double h = 1e-6;
        for (int k = 0; k < n; k++) {
            double[] up = residuals(squares, p, x, k, h);
            double[] down = residuals(squares, p, x, k, -h);
            for (int i = 0; i < m; i++) {
                double slope = (up[i] - down[i]) / (2 * h);
                assertThat(rows[i * n + k])
                        .as("residual %d by parameter %d", i, k)
                        .isCloseTo(slope, within(1e-8));
            }
        }
        // A block from the middle has the same rows, and 2 J'r is the gradient.
        double[] some = new double[3 * n];
        squares.jacobian(p, 4, 3, some);
        assertThat(some).containsExactly(Arrays.copyOfRange(rows, 4 * n, 7 * n));
        ParameterSet g = p.zerosLike();
        double value = squares.evaluate(p, g);
        double[] r = new double[m];
        assertThat(squares.residuals(p, r)).isCloseTo(value, within(1e-13));
        double[] gradient = new double[n];
        g.copyTo(gradient);
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < m; i++) {
                sum += 2 * rows[i * n + k] * r[i];
            }
            assertThat(gradient[k]).isCloseTo(sum, within(1e-13));
        }
    }

    private static double[] residuals(ModelSquares squares, ParameterSet p, double[] x, int k, double h) {
        double[] moved = x.clone();
        moved[k] += h;
        p.copyFrom(moved);
        double[] r = new double[squares.count()];
        squares.residuals(p, r);
        p.copyFrom(x);
        return r;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothFindTheLeastSquaresSolutionOfALine(boolean weighted) {
        Dataset data = random(2500, 4, 3, weighted, 8);
        Model one = Model.of(4, Layers.dense(3), 1);
        Model two = one.copy();
        Solution lm = new LevenbergMarquardt(20, 1e-9, 1e-12, 1e-12).fit(one, data);
        Solution bfgs = Lbfgs.strongWolfe(100).withTolerances(1e-11, 1e-16).fit(two, Losses.mse(), data);
        assertThat(lm.iterations()).isLessThanOrEqualTo(4);
        assertThat(bfgs.value()).isCloseTo(lm.value(), within(1e-14));
        assertThat(loss(one, data)).isCloseTo(lm.value(), within(1e-14));
        for (String path : one.parameters().paths()) {
            double[] want = one.parameters().get(path).toArray();
            assertThat(two.parameters().get(path).toArray()).as(path).containsExactly(want, within(1e-7));
        }
        assertThat(lm.values()).hasSize(lm.iterations() + 1).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void frozenParametersStay(Precision precision) {
        Dataset data = random(60, 3, 1, false, 2);
        for (Solver solver : List.of(new LevenbergMarquardt(8), Lbfgs.strongWolfe(8))) {
            Model whole = Model.of(Network.of(3, body(1)), precision, 4);
            Model model = new Model(whole.network(), whole.parameters().freeze("dense/*"));
            double[] before = model.parameters().get("dense/weight").toArray();
            double start = loss(model, data);
            Solution s = solver.minimize(ModelSquares.of(model, data), model.parameters());
            assertThat(model.parameters().get("dense/weight").toArray()).containsExactly(before);
            assertThat(s.value()).as("%s", solver).isLessThan(0.95 * start);
        }
    }

    @Test
    void endsAreNamed() {
        Dataset data = random(40, 3, 1, false, 2);
        Model model = Model.of(3, Layers.dense(1), 4);
        assertThat(Lbfgs.strongWolfe(2).fit(model.copy(), Losses.mse(), data).reason())
                .isEqualTo(Reason.ITERATIONS);
        Lbfgs few = new Lbfgs(1, 50, 3, 0, 0, 10, true);
        assertThat(few.fit(model.copy(), Losses.mse(), data).reason()).isEqualTo(Reason.EVALUATIONS);
        Model solved = model.copy();
        assertThat(Lbfgs.strongWolfe(100).fit(solved, Losses.mse(), data).reason())
                .isIn(Reason.GRADIENT, Reason.NO_PROGRESS);
        Solution again = Lbfgs.strongWolfe(100).withTolerances(1e-3, 0).fit(solved, Losses.mse(), data);
        assertThat(again.reason()).isEqualTo(Reason.GRADIENT);
        assertThat(again.iterations()).isZero();
        assertThat(new LevenbergMarquardt(1).fit(model.copy(), data).reason()).isEqualTo(Reason.ITERATIONS);
        assertThat(new LevenbergMarquardt(50).fit(solved, data).reason()).isIn(Reason.GRADIENT, Reason.NO_PROGRESS);
    }

    @Test
    void aStepBeyondAllNumbersIsTakenBack() {
        ParameterSet p = ParameterSet.zeros(Precision.DOUBLE, Map.of("x", Shape.of(1)));
        Objective edge = (at, g) -> {
            double x = at.get("x").get(0, 0);
            g.set("x", -1);
            return x > 1.5 ? Double.NaN : -x;
        };
        Solution s = new Lbfgs(1, 20, 25, 0, 0, 5, false).minimize(edge, p);
        assertThat(s.reason()).isEqualTo(Reason.NOT_FINITE);
        assertThat(p.get("x").get(0, 0)).isEqualTo(1);
        assertThat(s.value()).isEqualTo(-1);
        // The line search steps back from what is not finite and comes as close as it can.
        ParameterSet q = p.zerosLike();
        Solution searched = Lbfgs.strongWolfe(3).minimize(edge, q);
        assertThat(q.get("x").get(0, 0)).isBetween(1.0, 1.5);
        assertThat(searched.value()).isEqualTo(-q.get("x").get(0, 0));
    }

    @Test
    void withoutLineSearchTheValueIsThatOfTheEnd() {
        Dataset data = random(40, 3, 1, false, 2);
        Model model = Model.of(3, body(1), 4);
        Solution s = new Lbfgs(0.3, 7, 100, 0, 0, 5, false).fit(model, Losses.mse(), data);
        assertThat(s.iterations()).isEqualTo(7);
        assertThat(s.value()).isCloseTo(loss(model, data), within(1e-14));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Dataset data = random(40, 3, 1, false, 2);
        Model model = Model.of(3, body(1), 4);
        assertThatThrownBy(() -> new LevenbergMarquardt(5).minimize((at, g) -> 0, model.parameters()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SquaresObjective")
                .hasMessageContaining("L-BFGS");
        Model norm = Model.of(3, Layers.dense(4).then(new BatchNorm()).then(Layers.dense(1)), 4);
        assertThatThrownBy(() -> new LevenbergMarquardt(5).fit(norm, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch_norm")
                .hasMessageContaining("couples the rows");
        assertThatThrownBy(() -> Lbfgs.strongWolfe(5).fit(model, Losses.mse(), random(40, 2, 1, false, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training data: inputs have 2 columns");
        Model big = Model.of(3, Layers.dense(2100).then(Layers.dense(1)), 4);
        assertThatThrownBy(() -> new LevenbergMarquardt(5).fit(big, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000 parameters")
                .hasMessageContaining("10501");
        ParameterSet p = model.parameters();
        assertThatThrownBy(() -> Lbfgs.strongWolfe(5).minimize((at, g) -> Double.NaN, p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN at the start");
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> new Lbfgs().withHistory(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("history")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> new Lbfgs(0, 1, 1, 0, 0, 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
        assertThatThrownBy(() -> Lbfgs.strongWolfe(3).withTolerances(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gradient tolerance");
        assertThatThrownBy(() -> new LevenbergMarquardt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("iterations");
        assertThatThrownBy(() -> new LevenbergMarquardt(5).withDamping(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damping")
                .hasMessageContaining("NaN");
    }

    @Test
    void evaluationsOfAModelAllocateNothing() {
        Dataset data = random(1500, 3, 1, true, 2);
        Model model = Model.of(3, body(1), 4);
        ModelObjective objective = ModelObjective.of(model, Losses.mse(), data);
        ParameterSet g = model.parameters().zerosLike();
        AllocationCheck.requireNone("an evaluation in chunks", () -> objective.evaluate(model.parameters(), g));
        ModelSquares squares = ModelSquares.of(model, random(20, 3, 1, true, 2));
        double[] block = new double[20 * model.parameters().count()];
        AllocationCheck.requireNone("a Jacobian", () -> squares.jacobian(model.parameters(), 0, 20, block));
    }
}
