package io.github.smallnn.suite;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.LossRegistry;
import io.github.smallnn.loss.PredictionKind;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/**
 * A loss with what it takes to test it.
 *
 * @param name name of the case
 * @param loss the loss
 * @param prediction what it takes as prediction
 * @param target what it takes as target
 */
public record LossCase(String name, Loss loss, PredictionKind prediction, TargetKind target) {
    /** A width that can be cut into two and into three parts. */
    public static final int WIDTH = 6;

    /**
     * A registered loss with its defaults.
     *
     * @param e the entry
     * @return its case
     */
    public static LossCase of(LossRegistry.Entry e) {
        return new LossCase(e.name(), e.loss().get(), e.prediction(), e.target());
    }

    /**
     * What turns any numbers into predictions that the loss takes: nothing where it takes any numbers, else a dense layer
     * of {@link #WIDTH} outputs and a function.
     *
     * @return a layer on vectors
     */
    public Layer head() {
        Layer dense = Layers.dense(WIDTH);
        return switch (prediction) {
            case NUMBERS -> Layers.identity();
            case PROBABILITIES -> dense.then(Layers.sigmoid());
            case LOG_PROBABILITIES -> dense.then(Layers.logSoftmax());
            case RATES -> dense.then(x -> x.square().plus(0.2));
            case MEANS_AND_VARIANCES ->
                dense.then(x -> x.slice(0, WIDTH / 2)
                        .concat(x.slice(WIDTH / 2, WIDTH).square().plus(0.3)));
            case PAIRS, TRIPLETS -> dense;
        };
    }

    /**
     * Targets that the loss takes.
     *
     * @param rows rows
     * @param of shape of the prediction
     * @param seed seed
     * @return a new tensor in double
     */
    public Tensor targets(int rows, Shape of, long seed) {
        int cols = loss.targetShape(of).size();
        RandomState random = new RandomState(seed);
        double[][] values = new double[rows][cols];
        for (double[] row : values) {
            double sum = 0;
            for (int c = 0; c < cols; c++) {
                row[c] = target(random, of.last());
                sum += row[c];
            }
            for (int c = 0; c < cols; c++) {
                row[c] = switch (target) {
                    case DISTRIBUTION -> row[c] / sum;
                    case LOG_DISTRIBUTION -> Math.log(row[c] / sum);
                    default -> row[c];
                };
            }
        }
        return Tensor.of(values);
    }

    private double target(RandomState random, int classes) {
        return switch (target) {
            case NUMBERS, UNUSED -> random.normal();
            case PROBABILITIES, DISTRIBUTION, LOG_DISTRIBUTION -> random.uniform();
            case CLASS_INDEX -> random.integers(0, classes);
            case COUNTS -> random.integers(0, 5);
            case SIGNS -> random.uniform() < 0.5 ? -1 : 1;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
