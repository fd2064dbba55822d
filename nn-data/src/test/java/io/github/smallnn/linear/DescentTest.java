package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.util.Locale;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class DescentTest {

    /** Inputs whose design (with a column of ones if asked for) has the given condition number. */
    private static DoubleTensor inputs(Random random, int n, int p, double condition, boolean ones) {
        DoubleTensor raw = Tensors.random(random, n, p);
        DMatrixRMaj centred =
                ones ? CentredProblem.of(new Dataset(raw, raw), true).x() : raw.matrix();
        ThinSvd svd = ThinSvd.of(centred);
        DMatrixRMaj scaled = new DMatrixRMaj(p, p);
        for (int i = 0; i < p; i++) {
            double share = p == 1 ? 0 : (double) i / (p - 1);
            for (int j = 0; j < p; j++) {
                scaled.set(
                        i,
                        j,
                        Math.sqrt(n) * Math.pow(condition, -share) * svd.v().get(j, i));
            }
        }
        DMatrixRMaj x = new DMatrixRMaj(n, p);
        CommonOps_DDRM.mult(svd.u(), scaled, x);
        return DoubleTensor.wrap(x);
    }

    @Test
    void gradientDescentTakesThePredictedNumberOfSteps() {
        long testSeed = 77;
        Random random = new Random(testSeed);
        double largestShare = 0;
        for (int i = 0; i < 20; i++) {
            double condition = Math.pow(30, i / 19.0);
            boolean bias = i % 2 == 0;
            int p = 2 + random.nextInt(5);
            int outputs = 1 + i % 3 / 2;
            DoubleTensor x = inputs(random, 30 + random.nextInt(30), p, condition, bias);
            Dataset data = new Dataset(x, Tensors.random(random, x.rows(), outputs));
            Layer layer = bias ? Layers.dense(outputs) : Layers.dense(outputs).withoutBias();
            Model model = Model.of(p, layer, i);
            Oracle oracle = Oracle.of(model, data);
            Descent descent = oracle.descent().orElseThrow();
            String as = String.format(Locale.ROOT, "case %d of seed %d, condition %.3f", i, testSeed, condition);
            assertThat(Math.sqrt(descent.conditionNumber())).as(as).isCloseTo(condition, within(1e-6 * condition));
            long predicted = descent.steps(1e-10);
            long taken = stepsTaken(model, data, oracle.optimum(), descent.bestRate(), 1e-10);
            assertThat((double) Math.abs(taken - predicted))
                    .as(as + ": %d predicted, %d taken", predicted, taken)
                    .isLessThanOrEqualTo(Math.max(2, 0.2 * predicted));
            largestShare = Math.max(largestShare, Math.abs((double) taken / predicted - 1));
            System.out.printf(Locale.ROOT, "%s: %d steps predicted, %d taken%n", as, predicted, taken);
        }
        System.out.printf(Locale.ROOT, "steps: at most %.2g %% off the prediction%n", 100 * largestShare);
    }

    private static long stepsTaken(Model model, Dataset data, LinearFit optimum, double rate, double gap) {
        double start = distance(model, optimum);
        Trainer trainer =
                Trainer.of(model, Losses.mse(), Optimizers.gd(rate)).fullBatch().epochs(100_000);
        return trainer.stopWhen(report -> distance(model, optimum) <= gap * start)
                .fit(data)
                .epochs()
                .size();
    }

    private static double distance(Model model, LinearFit optimum) {
        Tensor weight = model.parameters().tensor(0);
        double distance = 0;
        for (int r = 0; r < weight.rows(); r++) {
            for (int c = 0; c < weight.cols(); c++) {
                distance =
                        Math.hypot(distance, weight.get(r, c) - optimum.coef().get(c, r));
            }
        }
        for (int c = 0; c < weight.cols() && model.parameters().size() > 1; c++) {
            double bias = model.parameters().tensor(1).get(0, c);
            distance = Math.hypot(distance, bias - optimum.intercept().get(0, c));
        }
        return distance;
    }

    @Test
    void ratesOfAProblemDoneByHand() {
        // D'D = diag(4 * 9, 4), one output: H = 2 / 4 * that = diag(18, 2).
        Tensor x = Tensor.of(4, 2, 3, 1, -3, 1, 3, -1, -3, -1);
        Model model = Model.of(2, Layers.dense(1).withoutBias(), 1);
        model.parameters().set("dense/weight", 1, 1);
        Oracle oracle = Oracle.of(model, new Dataset(x, Tensor.column(0, 0, 0, 0)));
        Descent d = oracle.descent().orElseThrow();
        assertThat(d.largestStableRate()).isCloseTo(2 / 18.0, within(1e-15));
        assertThat(d.bestRate()).isCloseTo(0.1, within(1e-15));
        assertThat(d.conditionNumber()).isCloseTo(9, within(1e-13));
        assertThat(d.bestContraction()).isCloseTo(0.8, within(1e-14));
        assertThat(d.contraction(0.1)).isCloseTo(0.8, within(1e-14));
        assertThat(d.contraction(0.2)).isCloseTo(2.6, within(1e-14));
        assertThat(d.steps(0.1, 0.5)).hasValue(4); // 0.8^3 = 0.512, 0.8^4 = 0.4096
        assertThat(d.steps(0.05, 0.5)).hasValue(4); // both directions: 0.1^t and 0.9^t, 0.9^4 / sqrt(2) = 0.46
        assertThat(d.steps(0.2, 0.5)).isEmpty();
        assertThat(d.steps(2)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> d.steps(0)).withMessageContaining("must be positive");
        // Two outputs halve the curvature of each.
        Model two = Model.of(2, Layers.dense(2).withoutBias(), 1);
        Dataset twice = new Dataset(x, Tensor.zeros(Precision.DOUBLE, 4, 2));
        assertThat(Oracle.of(two, twice).descent().orElseThrow().bestRate()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void aStepAboveTheStableRateGrowsAndOneBelowShrinks() {
        Random random = new Random(3);
        DoubleTensor x = Tensors.random(random, 40, 3);
        Dataset data = new Dataset(x, Tensors.random(random, 40, 1), weights(random, 40));
        Model model = Model.of(3, Layers.dense(1), 5);
        double stable = Oracle.of(model, data).descent().orElseThrow().largestStableRate();
        for (double factor : new double[] {0.98, 1.02}) {
            Model m = model.copy();
            Trainer.of(m, Losses.mse(), Optimizers.gd(factor * stable))
                    .fullBatch()
                    .epochs(2000)
                    .fit(data);
            double ratio = Oracle.of(m, data).lossGap() / Oracle.of(model, data).lossGap();
            assertThat(ratio)
                    .as("at %s of the largest stable rate", factor)
                    .satisfies(r -> assertThat(r > 1).isEqualTo(factor > 1));
        }
    }

    private static Tensor weights(Random random, int n) {
        Tensor weights = Tensor.zeros(Precision.DOUBLE, n, 1);
        for (int r = 0; r < n; r++) {
            weights.set(r, 0, 3 * random.nextDouble());
        }
        return weights;
    }

    @Test
    void directionsWithoutCurvatureDoNotCount() {
        Random random = new Random(4);
        DoubleTensor x = Tensors.random(random, 20, 3);
        for (int r = 0; r < 20; r++) {
            x.set(r, 2, x.get(r, 0) + x.get(r, 1));
        }
        Dataset data = new Dataset(x, Tensors.random(random, 20, 1));
        Model model = Model.of(3, Layers.dense(1), 6);
        Descent d = Oracle.of(model, data).descent().orElseThrow();
        assertThat(d.conditionNumber()).isLessThan(100);
        Trainer.of(model, Losses.mse(), Optimizers.gd(d.bestRate()))
                .fullBatch()
                .epochs((int) d.steps(1e-9))
                .fit(data);
        Oracle after = Oracle.of(model, data);
        assertThat(after.lossGap()).isLessThan(1e-16);
        assertThat(after.limit(d.bestRate(), 20).cause()).isEqualTo(Limit.Cause.CONVERGED);
        // No input says anything: no step is needed, whatever the rate.
        Dataset empty = new Dataset(Tensor.zeros(Precision.DOUBLE, 20, 3), data.targets());
        Model bare = Model.of(3, Layers.dense(1).withoutBias(), 7);
        Descent nothing = Oracle.of(bare, empty).descent().orElseThrow();
        assertThat(nothing.steps(1e-10)).isZero();
        assertThat(nothing.largestStableRate()).isInfinite();
        assertThat(nothing.conditionNumber()).isEqualTo(1);
    }
}
