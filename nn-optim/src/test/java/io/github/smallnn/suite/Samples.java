package io.github.smallnn.suite;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.PredictionKind;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** Random inputs and targets for the registries. */
public final class Samples {
    private Samples() {}

    /**
     * Inputs between 0.05 and 2 in size, of either sign: away from the kinks at 0.
     *
     * @param rows rows
     * @param cols columns
     * @param seed seed
     * @return a new tensor in double
     */
    public static Tensor inputs(int rows, int cols, long seed) {
        RandomState random = new RandomState(seed);
        double[] values = new double[rows * cols];
        for (int i = 0; i < values.length; i++) {
            double size = 0.05 + 1.95 * random.uniform();
            values[i] = random.uniform() < 0.5 ? -size : size;
        }
        return Tensor.of(rows, cols, values);
    }

    /**
     * Targets of a kind.
     *
     * @param kind what the loss expects
     * @param rows rows
     * @param outputs width of the prediction
     * @param seed seed
     * @return a new tensor in double
     */
    public static Tensor targets(TargetKind kind, int rows, int outputs, long seed) {
        Loss shape = kind == TargetKind.CLASS_INDEX ? Losses.crossEntropy() : Losses.mse();
        return new LossCase(kind.name(), shape, PredictionKind.NUMBERS, kind).targets(rows, Shape.of(outputs), seed);
    }

    /**
     * Sample weights between 0.5 and 1.5.
     *
     * @param rows rows
     * @param seed seed
     * @return rows x 1
     */
    public static Tensor weights(int rows, long seed) {
        RandomState random = new RandomState(seed);
        double[] values = new double[rows];
        for (int r = 0; r < rows; r++) {
            values[r] = 0.5 + random.uniform();
        }
        return Tensor.column(values);
    }
}
