package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.suite.Samples;

/** A small regression problem and a network with dropout, for tests of the trainer. */
final class Fixtures {
    static final int INPUTS = 3;
    static final int OUTPUTS = 2;

    private Fixtures() {}

    static Dataset data(int rows) {
        return new Dataset(Samples.inputs(rows, INPUTS, 1), Samples.targets(TargetKind.NUMBERS, rows, OUTPUTS, 2));
    }

    static Dataset weightedData(int rows) {
        Dataset d = data(rows);
        return new Dataset(d.inputs(), d.targets(), Samples.weights(rows, 3));
    }

    static Layer body() {
        return Layers.dense(8).then(Layers.tanh()).then(Layers.dropout(0.3)).then(Layers.dense(OUTPUTS));
    }

    static Model model() {
        return Model.of(INPUTS, body(), 11);
    }

    /** A step on one thread, whose session has no threads to end. */
    static TrainingStep step(
            Model model, Loss loss, Optimizer.State state, Clipping clipping, Dataset data, int batch, long seed) {
        SessionOptions options = SessionOptions.defaults().seed(seed);
        ShardedBackprop session =
                ShardedBackprop.of(model.network(), model.parameters(), loss, batch, Sharding.none(), options);
        return new TrainingStep(session, state, clipping, data);
    }

    static Trainer trainer(Model model) {
        return Trainer.of(model, Losses.mse(), Optimizers.adam(0.01))
                .batchSize(4)
                .shuffle(5)
                .seed(6);
    }
}
