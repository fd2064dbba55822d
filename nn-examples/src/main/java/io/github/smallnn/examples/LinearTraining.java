package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.linear.LinearFit;
import io.github.smallnn.linear.Oracle;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.util.OptionalInt;

/**
 * A single linear unit on some data, always from the same start: full-batch gradient descent, watched by its distance
 * from the optimum.
 */
final class LinearTraining {
    private final Dataset data;
    private final Model start;
    private final Oracle oracle;

    LinearTraining(Dataset data, long seed) {
        this.data = data;
        this.start = Model.of(data.inputs().cols(), Layers.dense(1), seed);
        this.oracle = Oracle.of(start, data);
    }

    /** The comparison before the first step. */
    Oracle oracle() {
        return oracle;
    }

    int rows() {
        return data.rows();
    }

    /** The comparison after some steps. */
    Oracle after(double rate, int steps) {
        Model model = start.copy();
        trainer(model, rate, steps).fit(data);
        return Oracle.of(model, data);
    }

    /**
     * The steps that shrink the distance to a share of what it was.
     *
     * @return empty if the most steps allowed were too few
     */
    OptionalInt stepsTo(double share, double rate, int most) {
        Model model = start.copy();
        double[] optimum = optimum(oracle.optimum());
        double goal = share * distance(model, optimum);
        int taken = trainer(model, rate, most)
                .stopWhen(r -> distance(model, optimum) <= goal)
                .fit(data)
                .epochs()
                .size();
        return distance(model, optimum) <= goal ? OptionalInt.of(taken) : OptionalInt.empty();
    }

    private static Trainer trainer(Model model, double rate, int steps) {
        return Trainer.of(model, Losses.mse(), Optimizers.gd(rate)).fullBatch().epochs(steps);
    }

    private static double[] optimum(LinearFit fit) {
        double[] optimum = new double[fit.coef().cols() + 1];
        for (int c = 0; c < optimum.length - 1; c++) {
            optimum[c] = fit.coef().get(0, c);
        }
        optimum[optimum.length - 1] = fit.intercept().get(0, 0);
        return optimum;
    }

    private static double distance(Model model, double[] optimum) {
        Tensor weight = model.parameters().get("dense/weight");
        int last = optimum.length - 1;
        double distance = model.parameters().get("dense/bias").get(0, 0) - optimum[last];
        for (int c = 0; c < last; c++) {
            distance = Math.hypot(distance, weight.get(c, 0) - optimum[c]);
        }
        return Math.abs(distance);
    }
}
