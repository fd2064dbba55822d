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
            assertThat(got[i]).as("%s, parameter %d", entry.name(), i).isCloseTo(w[i], within(1e-12));
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
            w[i] -= name.equals("adamw") ? RATE * 0.01 * w[i] : 0;
            w[i] -= movement(name, t, g[i], memory[i]);
        }
    }

    /** What a rule subtracts from one weight; {@code a} and {@code b} are the two numbers it remembers of it. */
    private static double movement(String name, int t, double g, double[] slot) {
        double c1 = 1 - Math.pow(0.9, t);
        double c2 = 1 - Math.pow(0.999, t);
        double a = slot[0];
        double b = slot[1];
        switch (name) {
            case "sgd", "gd":
                return RATE * g;
            case "momentum", "nesterov":
                slot[0] = 0.9 * a + g;
                return RATE * (name.equals("momentum") ? slot[0] : g + 0.9 * slot[0]);
            case "keras-momentum", "sklearn-sgd":
                slot[0] = 0.9 * a + RATE * g;
                return name.equals("keras-momentum") ? slot[0] : RATE * g + 0.9 * slot[0];
            case "lion":
                slot[0] = 0.99 * a + 0.01 * g;
                return RATE * Math.signum(0.9 * a + 0.1 * g);
            case "rmsprop":
                slot[0] = 0.99 * a + 0.01 * g * g;
                return RATE * g / (Math.sqrt(slot[0]) + 1e-8);
            case "rmsprop-centered":
                slot[0] = 0.99 * a + 0.01 * g * g;
                slot[1] = 0.99 * b + 0.01 * g;
                slot[2] = 0.9 * slot[2] + g / (Math.sqrt(slot[0] - slot[1] * slot[1]) + 1e-8);
                return RATE * slot[2];
            case "keras-rmsprop":
                slot[0] = 0.9 * a + 0.1 * g * g;
                return RATE * g / Math.sqrt(slot[0] + 1e-7);
            case "adagrad":
                slot[0] = a + g * g;
                return RATE * g / (Math.sqrt(slot[0]) + 1e-10);
            case "keras-adagrad":
                slot[0] = (t == 1 ? 0.1 : a) + g * g;
                return RATE * g / Math.sqrt(slot[0] + 1e-7);
            case "adadelta":
                slot[0] = 0.9 * a + 0.1 * g * g;
                double d = Math.sqrt(b + 1e-6) / Math.sqrt(slot[0] + 1e-6) * g;
                slot[1] = 0.9 * b + 0.1 * d * d;
                return RATE * d;
            case "rprop":
                double size = t == 1 ? RATE : b;
                slot[1] = g * a > 0 ? Math.min(1.2 * size, 50) : g * a < 0 ? Math.max(0.5 * size, 1e-6) : size;
                slot[0] = g * a < 0 ? 0 : g;
                return Math.signum(slot[0]) * slot[1];
            case "adamax", "keras-adamax":
                boolean torch = name.equals("adamax");
                slot[0] = 0.9 * a + 0.1 * g;
                slot[1] = Math.max(0.999 * b, Math.abs(g) + (torch ? 1e-8 : 0));
                return RATE / c1 * slot[0] / (slot[1] + (torch ? 0 : 1e-7));
            default:
                return adamKin(name, t, g, slot, c1, c2);
        }
    }

    private static double adamKin(String name, int t, double g, double[] slot, double c1, double c2) {
        slot[0] = 0.9 * slot[0] + 0.1 * g;
        slot[1] = 0.999 * slot[1] + 0.001 * g * g;
        slot[2] = Math.max(slot[2], slot[1]);
        double m = slot[0];
        double v = slot[1];
        switch (name) {
            case "adam", "adamw":
                return RATE * (m / c1) / (Math.sqrt(v / c2) + 1e-8);
            case "amsgrad":
                return RATE * (m / c1) / (Math.sqrt(slot[2] / c2) + 1e-8);
            case "keras-adam":
                return RATE * Math.sqrt(c2) / c1 * m / (Math.sqrt(v) + 1e-7);
            case "sklearn-adam":
                return RATE * Math.sqrt(c2) / c1 * m / (Math.sqrt(v) + 1e-8);
            case "nadam":
                return RATE * nesterov(t, 0.004, g, m) / (Math.sqrt(v / c2) + 1e-8);
            case "keras-nadam":
                return RATE * nesterov(t, 1, g, m) / (Math.sqrt(v / c2) + 1e-7);
            case "radam":
                double longest = 2 / (1 - 0.999) - 1;
                double length = longest - 2 * t * (1 - c2) / c2;
                double c = Math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
                return RATE * m / c1 * (length > 5 ? c * Math.sqrt(c2) / (Math.sqrt(v) + 1e-8) : 1);
            default:
                throw new AssertionError("write down the formula of " + name + " here");
        }
    }

    private static double nesterov(int t, double decay, double g, double m) {
        double product = 1;
        for (int s = 1; s <= t; s++) {
            product *= 0.9 * (1 - 0.5 * Math.pow(0.96, s * decay));
        }
        double mu = 0.9 * (1 - 0.5 * Math.pow(0.96, t * decay));
        double next = 0.9 * (1 - 0.5 * Math.pow(0.96, (t + 1) * decay));
        return (1 - mu) / (1 - product) * g + next / (1 - product * next) * m;
    }
}
