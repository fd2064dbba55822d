package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.OptimizerRegistry;
import io.github.smallnn.random.RandomState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every optimizer in training, with a bias, batches of four and a short last batch, against the textbook formulas written
 * out for a line in two variables.
 */
class OptimizerTrainingTest {
    private static final int ROWS = 10;
    private static final int BATCH = 4;
    private static final int EPOCHS = 3;
    private static final double RATE = 0.02;

    static List<OptimizerRegistry.Entry> optimizers() {
        return OptimizerRegistry.all();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void followsItsFormula(OptimizerRegistry.Entry entry) {
        RandomState random = new RandomState(5);
        double[][] x = new double[ROWS][];
        double[] y = new double[ROWS];
        for (int r = 0; r < ROWS; r++) {
            x[r] = random.randn(2);
            y[r] = 3 * x[r][0] - x[r][1] + 0.5 + 0.1 * random.normal();
        }
        Model model = Model.of(2, Layers.dense(1), 9);
        double[] w = {
            model.parameters().get("dense/weight").get(0, 0),
            model.parameters().get("dense/weight").get(1, 0),
            model.parameters().get("dense/bias").get(0, 0)
        };
        Trainer.of(model, Losses.mse(), entry.optimizer().apply(RATE))
                .epochs(EPOCHS)
                .batchSize(BATCH)
                .inOrder()
                .fit(Dataset.of(x, y));
        double[][] memory = new double[3][3];
        int step = 0;
        for (int e = 0; e < EPOCHS; e++) {
            for (int from = 0; from < ROWS; from += BATCH) {
                double[] g = gradient(w, x, y, from, Math.min(ROWS, from + BATCH));
                step(entry.name(), ++step, w, g, memory);
            }
        }
        double[] got = new double[3];
        model.parameters().copyTo(got);
        for (int i = 0; i < 3; i++) {
            assertThat(got[i]).as("%s, parameter %d", entry.name(), i).isCloseTo(w[i], within(1e-13));
        }
    }

    private static double[] gradient(double[] w, double[][] x, double[] y, int from, int to) {
        double[] g = new double[3];
        for (int r = from; r < to; r++) {
            double error = x[r][0] * w[0] + x[r][1] * w[1] + w[2] - y[r];
            g[0] += 2 * error * x[r][0] / (to - from);
            g[1] += 2 * error * x[r][1] / (to - from);
            g[2] += 2 * error / (to - from);
        }
        return g;
    }

    private static void step(String name, int t, double[] w, double[] g, double[][] memory) {
        for (int i = 0; i < w.length; i++) {
            double[] slot = {memory[0][i], memory[1][i], memory[2][i]};
            w[i] -= RATE * direction(name, t, g[i], slot);
            for (int s = 0; s < slot.length; s++) {
                memory[s][i] = slot[s];
            }
        }
    }

    private static double direction(String name, int t, double g, double[] slot) {
        switch (name) {
            case "sgd", "gd":
                return g;
            case "momentum", "nesterov":
                slot[0] = 0.9 * slot[0] + g;
                return name.equals("momentum") ? slot[0] : g + 0.9 * slot[0];
            case "adam", "amsgrad":
                slot[0] = 0.9 * slot[0] + 0.1 * g;
                slot[1] = 0.999 * slot[1] + 0.001 * g * g;
                slot[2] = Math.max(slot[2], slot[1]);
                double v = (name.equals("adam") ? slot[1] : slot[2]) / (1 - Math.pow(0.999, t));
                return slot[0] / (1 - Math.pow(0.9, t)) / (Math.sqrt(v) + 1e-8);
            default:
                throw new AssertionError("write down the formula of " + name + " here");
        }
    }
}
