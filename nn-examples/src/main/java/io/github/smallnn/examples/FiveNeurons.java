package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.train.Trainer;
import io.github.smallnn.train.TrainingDivergedException;

/** The network of {@link SixWeights} built with the library, and the library's stochastic gradient descent on it. */
final class FiveNeurons {
    private static final String HIDDEN = "hidden/dense/weight";
    private static final String OUTPUT = "output/dense/weight";

    private FiveNeurons() {}

    static Model model(SixWeights w) {
        Network network = Network.of(
                2,
                Layers.sequential(
                        Layers.named("hidden", Layers.dense(2).withoutBias()),
                        Layers.named("output", Layers.dense(1).withoutBias())));
        Model model = new Model(network, network.blank(Precision.DOUBLE));
        model.parameters().set(HIDDEN, w.w1(), w.w2(), w.w3(), w.w4()).set(OUTPUT, w.w5(), w.w6());
        return model;
    }

    private static SixWeights weights(Model model) {
        double[] hidden = model.parameters().get(HIDDEN).toArray();
        double[] output = model.parameters().get(OUTPUT).toArray();
        return new SixWeights(hidden[0], hidden[1], hidden[2], hidden[3], output[0], output[1]);
    }

    /**
     * One sample at a time in the order of the data, every weight by the gradient of the squared error at the old
     * weights. The gradient has the factor 2 that the document leaves out: half its rate makes steps of its size.
     *
     * @return the weights at the end, all NaN if the training diverged
     */
    static SixWeights sgd(Dataset data, SixWeights start, double rate, int epochs) {
        Model model = model(start);
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.sgd(rate))
                .batchSize(1)
                .inOrder()
                .epochs(epochs);
        try {
            trainer.fit(data);
        } catch (TrainingDivergedException e) {
            return new SixWeights(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return weights(model);
    }
}
