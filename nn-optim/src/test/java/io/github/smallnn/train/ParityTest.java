package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Presets;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.WeightPenalty;
import io.github.smallnn.optim.Adam;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Sgd;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.random.TorchRandom;
import io.github.smallnn.schedule.AdaptiveRate;
import io.github.smallnn.schedule.Schedules;
import io.github.smallnn.suite.GoldenOptimizers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a seed alone, the loss curves of PyTorch and scikit-learn: start weights, order of the rows, steps and ends agree. */
class ParityTest {
    private static final Golden GOLDEN = Golden.read("parity");
    private static final GoldenCount COUNT = new GoldenCount(GOLDEN, Set.of());
    private static final double TOLERANCE = 1e-12;

    static List<GoldenCase> cases() {
        return GOLDEN.cases();
    }

    @AfterAll
    static void allCasesRan() {
        COUNT.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCurveIsTheOther(GoldenCase c) {
        boolean torch = c.id().startsWith("torch/");
        double[] got = torch ? torch(c) : sklearn(c);
        double[] want =
                c.get(torch ? "loss_per_step" : "loss_per_epoch").array().doubles();
        assertThat(got).hasSameSizeAs(want).hasSizeGreaterThanOrEqualTo(torch ? 200 : 20);
        double worst = 0;
        for (int i = 0; i < want.length; i++) {
            double difference = Math.abs(got[i] - want[i]) / Math.abs(want[i]);
            assertThat(difference)
                    .as("%s at %d: %s, not %s", c, i, got[i], want[i])
                    .isLessThanOrEqualTo(TOLERANCE);
            worst = Math.max(worst, difference);
        }
        System.out.printf(
                "parity %s (%s), seed %d: %d losses, largest relative difference %.1e%n",
                c.id(), c.get("library").asText(), c.get("seed").asLong(), want.length, worst);
        COUNT.ran(c);
    }

    private static double[] torch(GoldenCase c) {
        TorchRandom random = new TorchRandom(c.get("seed").asLong());
        Network network = Network.of(4, mlp(Layers::tanh, 1));
        Model model = new Model(network, network.initialize(Precision.DOUBLE, random));
        Optimizer optimizer = GoldenOptimizers.of(c.get("optimizer").asText(), c.get("config"));
        List<Double> steps = new ArrayList<>();
        Trainer.of(model, Losses.mse(), optimizer)
                .batchSize(c.get("batch_size").asInt())
                .order(BatchOrder.dataLoader(random))
                .epochs(34)
                .listener(new TrainingListener() {
                    @Override
                    public Decision onEpoch(EpochReport report) {
                        return Decision.GO_ON;
                    }

                    @Override
                    public void onStep(long step, double loss) {
                        steps.add(loss);
                    }
                })
                .fit(data(c, "y"));
        return steps.stream().mapToDouble(v -> v).limit(200).toArray();
    }

    private static double[] sklearn(GoldenCase c) {
        GoldenValue config = c.get("config");
        boolean classifier = c.get("estimator").asText().equals("MLPClassifier");
        RandomState random = new RandomState(c.get("seed").asLong());
        Network network = Network.of(4, mlp(activation(config), classifier ? 3 : 1));
        Model model = new Model(network, network.initialize(Precision.DOUBLE, random, Presets.sklearn()));
        double rate = config.get("learning_rate_init").asDouble();
        Optimizer optimizer = config.get("solver").asText().equals("adam") ? Adam.sklearn(rate) : Sgd.sklearn(rate);
        Loss half = (p, t) -> p.minus(t).square().times(0.5);
        Dataset data = data(c, classifier ? "label" : "y");
        Trainer trainer = Trainer.of(model, classifier ? Losses.crossEntropy() : half, optimizer)
                .batchSize(c.get("batch_size").asInt())
                .order(BatchOrder.shuffled(random))
                .penalty(WeightPenalty.scikitLearn(config.get("alpha").asDouble()))
                .epochs(200);
        int patience = config.get("n_iter_no_change").asInt();
        double tolerance = config.has("tol") ? config.get("tol").asDouble() : 1e-4;
        if (patience >= 50) {
            trainer.epochs(50);
        }
        switch (config.has("learning_rate") ? config.get("learning_rate").asText() : "constant") {
            case "invscaling" -> trainer.schedule(Schedules.inverseScaling(data.rows(), 0.5));
            case "adaptive" -> trainer.rateControl(new AdaptiveRate(patience, tolerance));
            case "constant" ->
                trainer.earlyStopping(EarlyStopping.sklearn()
                        .withPatience(patience)
                        .withMinDelta(tolerance)
                        .restoringBest(false));
            default -> throw new AssertionError(config.get("learning_rate"));
        }
        return trainer.fit(data).losses();
    }

    private static Supplier<Layer> activation(GoldenValue config) {
        return switch (config.get("activation").asText()) {
            case "relu" -> Layers::relu;
            case "tanh" -> Layers::tanh;
            case "logistic" -> Layers::sigmoid;
            default -> throw new AssertionError(config.get("activation"));
        };
    }

    private static Layer mlp(Supplier<Layer> activation, int outputs) {
        return Layers.sequential(
                Layers.dense(8), activation.get(), Layers.dense(6), activation.get(), Layers.dense(outputs));
    }

    private static Dataset data(GoldenCase c, String target) {
        return Dataset.of(c.get("X").array().doubleRows(), c.get(target).array().doubles());
    }
}
