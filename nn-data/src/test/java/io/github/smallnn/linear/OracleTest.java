package io.github.smallnn.linear;

import static io.github.smallnn.layer.Layers.dense;
import static io.github.smallnn.layer.Layers.relu;
import static io.github.smallnn.layer.Layers.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.linear.Limit.Cause;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final List<String> NAMES = List.of("age", "income", "height");

    private static Dataset data(long seed, int n, int outputs) {
        Random random = new Random(seed);
        DoubleTensor x = Tensors.random(random, n, 3);
        DoubleTensor y = Tensors.random(random, n, outputs);
        for (int r = 0; r < n; r++) {
            for (int t = 0; t < outputs; t++) {
                y.set(r, t, 0.3 * y.get(r, t) + 1 + t + 2 * x.get(r, 0) - x.get(r, 2));
            }
        }
        return new Dataset(x, y);
    }

    private static double evaluated(Model model, Dataset data) {
        return Trainer.of(model, Losses.mse(), Optimizers.gd(0.1))
                .evaluate(data)
                .loss();
    }

    @Test
    void lossesAreThoseOfTheTrainer() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Dataset plain = data(i, 15 + i, 1 + i % 2);
            Tensor weights = Tensor.zeros(Precision.DOUBLE, plain.rows(), 1);
            for (int r = 0; r < plain.rows(); r++) {
                weights.set(r, 0, random.nextDouble());
            }
            Dataset data = i % 3 == 0 ? plain : new Dataset(plain.inputs(), plain.targets(), weights);
            int outputs = data.targets().cols();
            Model model = Model.of(3, i % 4 < 2 ? dense(outputs) : sequential(dense(4), dense(outputs)), i);
            Oracle oracle = Oracle.of(model, data);
            assertThat(oracle.loss()).as("case %d", i).isCloseTo(evaluated(model, data), within(1e-12));
            assertThat(oracle.optimalLoss()).isLessThan(oracle.loss());
            assertThat(oracle.descent().isPresent()).isEqualTo(i % 4 < 2);
            double[] gap = oracle.coefGap().toArray();
            assertThat(gap[0])
                    .isEqualTo(oracle.coef().get(0, 0) - oracle.optimum().coef().get(0, 0));
            // A network that has the optimum's coefficients has its loss.
            Model best = Model.of(3, dense(outputs), i);
            for (int t = 0; t < outputs; t++) {
                for (int c = 0; c < 3; c++) {
                    best.parameters()
                            .get("dense/weight")
                            .set(c, t, oracle.optimum().coef().get(t, c));
                }
            }
            best.parameters().set("dense/bias", oracle.optimum().intercept().toArray());
            assertThat(evaluated(best, data)).isCloseTo(oracle.optimalLoss(), within(1e-13));
            assertThat(Oracle.of(best, data).lossGap()).isZero();
        }
    }

    @Test
    void anUntrainableConstantIsTakenOffFirst() {
        Dataset data = data(4, 30, 1);
        Model model = Model.of(3, dense(1), 2);
        model.parameters().set("dense/bias", 0.9);
        Model frozen = new Model(model.network(), model.parameters().freeze("*bias"));
        Oracle oracle = Oracle.of(frozen, data);
        assertThat(oracle.loss()).isCloseTo(evaluated(frozen, data), within(1e-12));
        Trainer.of(frozen, Losses.mse(), Optimizers.gd(0.3))
                .fullBatch()
                .epochs(500)
                .fit(data);
        Oracle after = Oracle.of(frozen, data);
        assertThat(after.lossGap()).isLessThan(1e-20);
        assertThat(after.intercept().get(0, 0)).isEqualTo(0.9);
        assertThat(after.optimalLoss()).isCloseTo(evaluated(frozen, data), within(1e-13));
        assertThat(after.toString()).contains("constant").doesNotContain("intercept  ");
    }

    @Test
    void aDeepLinearNetworkReachesTheOptimum() {
        Dataset data = data(5, 60, 1);
        Model model = Model.of(3, sequential(dense(8), dense(1)), 3);
        Limit before = Oracle.of(model, data).limit(0.05, 60);
        assertThat(before.cause()).isEqualTo(Cause.TOO_FEW_STEPS);
        assertThat(before.sentence()).contains("not a single linear layer");
        Trainer.of(model, Losses.mse(), Optimizers.gd(0.05))
                .fullBatch()
                .epochs(4000)
                .fit(data);
        Oracle after = Oracle.of(model, data);
        assertThat(after.limit(0.05, 60).cause()).isEqualTo(Cause.CONVERGED);
        assertThat(after.coefGap().toArray()).containsExactly(new double[3], within(1e-9));
    }

    @Test
    void floatNetworksAreComparedInDouble() {
        Dataset data = data(6, 40, 1);
        Model model = Model.of(Network.of(3, dense(1)), Precision.FLOAT, 4);
        Trainer.of(model, Losses.mse(), Optimizers.gd(0.3))
                .fullBatch()
                .epochs(300)
                .fit(data);
        Oracle oracle = Oracle.of(model, data);
        assertThat(oracle.lossGap()).isBetween(0.0, 1e-11);
        assertThat(oracle.coef().precision()).isEqualTo(Precision.DOUBLE);
        assertThat(oracle.coefGap().toArray()).containsExactly(new double[3], within(1e-5));
    }

    @Test
    void theReasonIsFound() {
        Dataset data = data(7, 64, 1);
        Model model = Model.of(3, dense(1), 5);
        Oracle fresh = Oracle.of(model, data, NAMES);
        Descent d = fresh.descent().orElseThrow();
        Limit high = fresh.limit(3 * d.largestStableRate(), 64);
        assertThat(high.cause()).isEqualTo(Cause.RATE_TOO_HIGH);
        assertThat(high.sentence()).contains("above the largest stable one", "the best constant rate is");
        Limit few = fresh.limit(d.bestRate(), 64);
        assertThat(few.cause()).isEqualTo(Cause.TOO_FEW_STEPS);
        assertThat(few.toString()).contains(d.steps(1e-10) + " more full-batch steps");
        Trainer.of(model, Losses.mse(), Optimizers.sgd(0.05))
                .batchSize(4)
                .shuffle(3)
                .epochs(400)
                .fit(data);
        Limit noise = Oracle.of(model, data, NAMES).limit(0.05, 4);
        assertThat(noise.cause()).isEqualTo(Cause.BATCH_NOISE);
        assertThat(noise.sentence()).contains("batches of 4 rows at rate 0.05");
        Trainer.of(model, Losses.mse(), Optimizers.gd(d.bestRate()))
                .fullBatch()
                .epochs(200)
                .fit(data);
        Limit none = Oracle.of(model, data, NAMES).limit(d.bestRate(), 64);
        assertThat(none.cause()).isEqualTo(Cause.CONVERGED);
    }

    @Test
    void badlyConditionedColumnsAreNamed() {
        Dataset close = data(8, 100, 1);
        for (int r = 0; r < 100; r++) {
            close.inputs()
                    .set(r, 2, close.inputs().get(r, 0) + 0.01 * close.inputs().get(r, 2));
        }
        Model model = Model.of(3, dense(1), 6);
        Limit dependent = Oracle.of(model, close, NAMES).limit(0.1, 100);
        assertThat(dependent.cause()).isEqualTo(Cause.BAD_CONDITION);
        assertThat(dependent.sentence()).contains("columns 'age' and 'height' nearly depend on each other");
        Dataset unlike = data(9, 100, 1);
        for (int r = 0; r < 100; r++) {
            unlike.inputs().set(r, 1, 30000 + 5000 * unlike.inputs().get(r, 1));
            unlike.inputs().set(r, 2, 0.2 * unlike.inputs().get(r, 2));
        }
        Oracle oracle = Oracle.of(model, unlike, NAMES);
        Limit scale = oracle.limit(oracle.descent().orElseThrow().bestRate(), 100);
        assertThat(scale.cause()).isEqualTo(Cause.BAD_CONDITION);
        assertThat(scale.sentence())
                .contains(
                        "column 'income' (mean 29913.1, deviation 4712.42)",
                        "column 'height' (mean",
                        "unlike size",
                        "standardised");
        Dataset far = new Dataset(Tensor.column(1000, 1001, 1002, 1004), Tensor.column(1, 2, 3, 4));
        Limit shifted = Oracle.of(Model.of(1, dense(1), 1), far).limit(1e-7, 4);
        assertThat(shifted.sentence()).contains("column 'x0' (mean 1001.75", "is not standardised");
    }

    /** Descent along independent random batches, whose mean excess loss the floor foretells. */
    @Test
    void theNoiseFloorIsWhereIndependentBatchesStay() {
        long testSeed = 12;
        Random random = new Random(testSeed);
        Dataset data = data(10, 50, 1);
        Model model = Model.of(3, dense(1), 7);
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.sgd(0.01)).fullBatch();
        double mean = 0;
        int steps = 40_000;
        for (int i = -2000; i < steps; i++) {
            int[] rows = random.ints(0, 50).distinct().limit(5).toArray();
            trainer.fit(data.select(rows));
            if (i >= 0 && i % 40 == 0) {
                mean += Oracle.of(model, data).lossGap() / (steps / 40);
            }
        }
        double floor = Oracle.of(model, data).noiseFloor(0.01, 5);
        assertThat(mean / floor)
                .as("mean excess %s, floor %s, seed %d", mean, floor, testSeed)
                .isBetween(0.8, 1.25);
        assertThat(Oracle.of(model, data).noiseFloor(0.01, 50)).isZero();
    }

    @Test
    void theViewIsATable() {
        Dataset data = Dataset.of(new double[][] {{-1}, {1}}, new double[] {-1, 3});
        Model model = Model.of(1, dense(1), 1);
        model.parameters().set("dense/weight", 1).set("dense/bias", 1.5);
        Oracle oracle = Oracle.of(model, data, List.of("dose"));
        assertThat(oracle.toString().lines())
                .containsExactly(
                        "                 network        optimum         gap",
                        "intercept      1.5000000      1.0000000    5.00e-01",
                        "dose           1.0000000      2.0000000   -1.00e+00",
                        "mean squared error 1.25000, optimum 0.00000, gap 1.25",
                        "rates: stable below 1.00000, best 0.500000; condition number 1.000, "
                                + "contraction 0.00000 a step, steps to a gap of 1e-10: 1",
                        "least squares by QR, rank 1 of 1");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Dataset data = data(11, 10, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oracle.of(Model.of(3, sequential(dense(2), relu(), dense(1)), 1), data))
                .withMessageContaining("node 'relu' (relu) is not linear");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oracle.of(Model.of(2, dense(1), 1), data))
                .withMessageContaining("the network takes [2] and gives [1], but the data has inputs of 10 x 3");
        Model diverged = Model.of(3, dense(1), 1);
        diverged.parameters().set("dense/bias", Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oracle.of(diverged, data))
                .withMessageContaining("training has diverged");
        Oracle oracle = Oracle.of(Model.of(3, dense(1), 1), data);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oracle.limit(0, 1))
                .withMessageContaining("rate must be positive");
        data.inputs().set(4, 1, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oracle.of(Model.of(3, dense(1), 1), data, NAMES))
                .withMessageContaining("input row 4, column 1 ('income') is NaN");
    }
}
