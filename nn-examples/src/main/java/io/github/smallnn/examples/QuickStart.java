package io.github.smallnn.examples;

import io.github.smallnn.data.MakeRegression;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.linear.LinearRegression;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.split.TrainTestSplit;
import io.github.smallnn.train.Trainer;
import java.util.Map;

/** The fifteen lines of the README, word for word; a test holds the two and their output equal. */
final class QuickStart {
    private QuickStart() {}

    /**
     * Trains a small network and compares it with least squares.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // README begins
        var problem = MakeRegression.defaults().samples(400).features(5).informative(3);
        var split = TrainTestSplit.defaults().split(problem.noise(10).generate().dataset());

        Model model = Model.of(5, Layers.sequential(Layers.dense(32), Layers.tanh(), Layers.dense(1)), 7);
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam(0.01)).epochs(120);
        trainer.onEpoch(e -> {
            if (e.epoch() % 40 == 0) {
                System.out.printf("epoch %3d  loss %8.2f%n", e.epoch(), e.loss());
            }
        });
        trainer.fit(split.train());

        double r2 = new LinearRegression().fit(split.train()).score(split.test());
        System.out.println(model.network() + "\nclosed form r2 = " + r2);
        System.out.println(trainer.evaluate(split.test(), Map.of("r2", Metrics.r2())));
        // README ends
    }
}
