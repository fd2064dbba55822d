package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.Activations;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.Dense;
import io.github.smallnn.layer.LayerNorm;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.suite.GoldenOptimizers;
import io.github.smallnn.suite.GoldenSchedules;
import io.github.smallnn.suite.Later;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenAssert;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole training runs against PyTorch's, through the trainer: every step's loss, every epoch's, and the weights. */
class TrainingGoldenTest {
    private static final Golden GOLDEN = Golden.read("training");
    private static final GoldenCount COUNT = new GoldenCount(GOLDEN, Later.of("training"));

    static List<GoldenCase> cases() {
        return GOLDEN.cases().stream().filter(COUNT::wanted).toList();
    }

    @AfterAll
    static void allCasesRan() {
        COUNT.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsPyTorch(GoldenCase c) {
        Run run = new Run(c);
        List<Double> steps = new ArrayList<>();
        Trainer trainer = Trainer.of(
                        run.model,
                        loss(c),
                        GoldenOptimizers.of(c.get("optimizer").asText(), c.get("config")))
                .epochs(c.get("epochs").asInt())
                .batchSize(c.get("batch_size").asInt())
                .inOrder()
                .validation(run.data)
                .listener(new TrainingListener() {
                    @Override
                    public Decision onEpoch(EpochReport report) {
                        run.checkpoint(report.epoch());
                        return Decision.GO_ON;
                    }

                    @Override
                    public void onStep(long step, double loss) {
                        steps.add(loss);
                    }
                });
        if (c.has("schedule")) {
            GoldenValue schedule = c.get("schedule");
            trainer.schedule(GoldenSchedules.of(
                    schedule.get("scheduler").asText(),
                    schedule.get("config"),
                    c.get("config").get("lr").asDouble()));
        }
        if (c.has("clip_norm")) {
            trainer.clip(Clipping.globalNorm(c.get("clip_norm").asDouble()));
        }
        if (c.has("order")) {
            long[] flat = c.get("order").get("permutations").array().longs();
            int n = run.data.rows();
            int[][] orders = new int[flat.length / n][n];
            for (int i = 0; i < flat.length; i++) {
                orders[i / n][i % n] = (int) flat[i];
            }
            trainer.order(BatchOrder.given(orders));
        }
        History history = trainer.fit(run.data);
        run.close(c.get("loss_per_step"), steps.stream().mapToDouble(v -> v).toArray());
        run.close(c.get("loss_after_epoch"), history.validationLosses());
        run.weights(c.get("final_weights"));
        run.close(c.get("final_output"), run.model.predict(run.data.inputs()).toArray());
        if (c.has("final_buffers")) {
            for (String name : c.get("final_buffers").names()) {
                String kind = name.substring(name.indexOf('.') + 1);
                run.close(
                        c.get("final_buffers").get(name),
                        run.model.parameters().get("batch_norm/" + kind).toArray());
            }
        }
        if (c.has("final_accuracy")) {
            Scores scores = trainer.evaluate(run.data, Map.of("accuracy", TrainingGoldenTest::accuracy));
            assertThat(scores.metric("accuracy"))
                    .isEqualTo(c.get("final_accuracy").asDouble());
        }
        assertThat(run.checkpoints).isEqualTo(c.get("checkpoints").names().size());
        if (c.has("schedule")) {
            double[] rates =
                    history.epochs().stream().mapToDouble(EpochReport::rate).toArray();
            run.close(c.get("schedule").get("lr_per_epoch"), rates);
        }
        COUNT.ran(c);
    }

    /** One case: the model with its start weights, the data, and the comparisons within its tolerance. */
    private static final class Run {
        private final GoldenCase c;
        private final Model model;
        private final Dataset data;
        private final double tolerance;
        private int checkpoints;

        Run(GoldenCase c) {
            this.c = c;
            GoldenArray x = c.get("X").array();
            int[] dims = x.dims();
            Shape input = Shape.of(Arrays.copyOfRange(dims, 1, dims.length));
            this.model = Model.of(Network.of(input, network(c)), Precision.DOUBLE, 1);
            this.data = new Dataset(tensor(x), tensor(c.get("y").array()));
            this.tolerance = Math.max(1e-10, 1000 * c.get("one_ulp_sensitivity").asDouble());
            GoldenValue start = c.get("initial_weights");
            List<Tensor> own = trained();
            assertThat(start.names()).hasSize(own.size());
            for (int i = 0; i < own.size(); i++) {
                Tensor t = own.get(i);
                t.copyFrom(Tensor.of(
                        t.rows(), t.cols(), ours(start.get(start.names().get(i)))));
            }
        }

        /** The parameters without the running statistics, in PyTorch's order. */
        private List<Tensor> trained() {
            ParameterSet p = model.parameters();
            List<Tensor> list = new ArrayList<>();
            for (int i = 0; i < p.size(); i++) {
                if (!p.isStatistic(i)) {
                    list.add(p.tensor(i));
                }
            }
            return list;
        }

        void checkpoint(long epoch) {
            if (c.get("checkpoints").has(String.valueOf(epoch))) {
                weights(c.get("checkpoints").get(String.valueOf(epoch)));
                checkpoints++;
            }
        }

        void weights(GoldenValue want) {
            List<Tensor> own = trained();
            for (int i = 0; i < own.size(); i++) {
                GoldenValue w = want.get(want.names().get(i));
                close(w.place(), own.get(i).toArray(), ours(w));
            }
        }

        void close(GoldenValue want, double[] got) {
            close(want.place(), got, want.array().doubles());
        }

        /** Relative to max(1, |value|), as the file asks for. */
        private void close(String place, double[] got, double[] want) {
            double[] difference = new double[want.length];
            assertThat(got).as(place).hasSameSizeAs(want);
            for (int i = 0; i < want.length; i++) {
                difference[i] = (got[i] - want[i]) / Math.max(1, Math.abs(want[i]));
            }
            GoldenAssert.assertClose(place, difference, new double[want.length], 0, tolerance);
        }
    }

    /** Share of rows whose class is right: the largest of several logits, or the sign of one. */
    private static double accuracy(Tensor prediction, Tensor target) {
        int right = 0;
        for (int r = 0; r < prediction.rows(); r++) {
            double decided = prediction.cols() > 1 ? prediction.argmax(r) : prediction.get(r, 0) > 0 ? 1 : 0;
            right += decided == target.get(r, 0) ? 1 : 0;
        }
        return (double) right / prediction.rows();
    }

    /** A torch weight of a dense layer is out x in, ours in x out; all others are the same in both. */
    private static double[] ours(GoldenValue torch) {
        GoldenArray a = torch.array();
        if (a.shape().size() != 2) {
            return a.doubles();
        }
        double[][] rows = a.doubleRows();
        double[] turned = new double[a.size()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = rows[i % rows.length][i / rows.length];
        }
        return turned;
    }

    private static Tensor tensor(GoldenArray a) {
        return Tensor.of(a.rows(), a.columns(), a.doubles());
    }

    private static Layer network(GoldenCase c) {
        List<Layer> layers = new ArrayList<>();
        for (GoldenValue spec : c.get("layers").items()) {
            GoldenValue config = spec.get("config");
            layers.add(
                    switch (spec.get("type").asText()) {
                        case "Linear" -> {
                            Dense dense =
                                    Layers.dense(config.get("out_features").asInt());
                            boolean bias =
                                    !config.has("bias") || config.get("bias").asBoolean();
                            yield bias ? dense : dense.withoutBias();
                        }
                        case "ReLU" -> Layers.relu();
                        case "Tanh" -> Layers.tanh();
                        case "Sigmoid" -> Layers.sigmoid();
                        case "ELU" -> Activations.elu(1);
                        case "GELU" -> Activations.gelu();
                        case "LayerNorm" -> new LayerNorm();
                        case "BatchNorm1d" -> new BatchNorm();
                        case "Flatten" -> Layers.flatten();
                        case "MaxPool2d" ->
                            Layers.maxPool2d(config.get("kernel_size").asInt());
                        case "Conv2d" ->
                            Layers.conv2d(
                                            config.get("out_channels").asInt(),
                                            config.get("kernel_size").asInt())
                                    .padding(config.get("padding").asInt());
                        default -> throw new AssertionError("no layer for " + spec.get("type"));
                    });
        }
        return Layers.sequential(layers.toArray(new Layer[0]));
    }

    private static Loss loss(GoldenCase c) {
        GoldenValue config = c.get("loss_config");
        assertThat(config.names()).hasSize(c.get("loss").asText().equals("HuberLoss") ? 1 : 0);
        return switch (c.get("loss").asText()) {
            case "MSELoss" -> Losses.mse();
            case "HuberLoss" -> Losses.huber(config.get("delta").asDouble());
            case "CrossEntropyLoss" -> Losses.crossEntropy();
            case "BCEWithLogitsLoss" -> Losses.bceWithLogits();
            default -> throw new AssertionError("no loss for " + c.get("loss"));
        };
    }
}
