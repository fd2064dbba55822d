package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.Activations;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.Embedding;
import io.github.smallnn.layer.LayerNorm;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.OptimizerRegistry;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.schedule.Schedules;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import io.github.smallnn.testing.Bits;
import java.util.ArrayList;
import java.util.List;

/**
 * A training run of 32 steps whose every bit is committed.
 *
 * @param name what it is
 * @param input shape of a sample
 * @param indices number of indices that inputs are drawn from, 0 for numbers
 * @param body the network
 * @param loss the loss
 * @param kind what the loss takes as target
 * @param optimizer the update rule
 * @param coupled whether a layer mixes the rows of a batch, so that a batch cannot be cut into shards
 */
record FingerprintJob(
        String name,
        Shape input,
        int indices,
        Layer body,
        Loss loss,
        TargetKind kind,
        Optimizer optimizer,
        boolean coupled) {

    /** Rows of a batch. */
    static final int BATCH = 24;

    private static final int ROWS = 83;
    private static final int EPOCHS = 8;

    /** The runs, one of them with each registered optimizer. */
    static List<FingerprintJob> all() {
        List<FingerprintJob> jobs = new ArrayList<>(networks());
        Layer small = Layers.dense(20).then(Layers.tanh()).then(Layers.dense(3));
        for (OptimizerRegistry.Entry e : OptimizerRegistry.all()) {
            Optimizer optimizer = e.optimizer().apply(0.01);
            jobs.add(numbers("optimizer " + e.name(), 7, small, Losses.mse(), optimizer));
        }
        return jobs;
    }

    /** The runs of different networks. */
    static List<FingerprintJob> networks() {
        Layer wide = Layers.dense(65).then(Layers.relu()).then(Layers.dense(33)).then(Layers.relu());
        Layer deep =
                Layers.dense(40).then(Activations.gelu()).then(new LayerNorm()).then(Layers.dense(20));
        Layer image = Layers.conv2d(5, 3, 3).padding(1, 1).then(new BatchNorm()).then(Layers.relu());
        return List.of(
                numbers("1-1 identity, MSE, SGD", 1, Layers.dense(1), Losses.mse(), Optimizers.sgd(0.01)),
                numbers("7-20-3 tanh, MSE, SGD", 7, hidden(20, Layers.tanh(), 3), Losses.mse(), Optimizers.sgd(0.05)),
                numbers("7-20-1 sigmoid, Huber, Adam", 7, hidden(20, Layers.sigmoid(), 1), Losses.huber(), adam()),
                classes(
                        "30-65-33-10 ReLU, cross-entropy, momentum",
                        Shape.of(30),
                        wide.then(Layers.dense(10)),
                        Optimizers.sgd(0.05).withMomentum(0.9).withNesterov(),
                        false),
                // Large enough for a second thread to be used where there is one.
                numbers("64-900-8 tanh, MSE, Adam", 64, hidden(900, Layers.tanh(), 8), Losses.mse(), adam()),
                numbers("10-64-64-1 ReLU, MSE, Adam", 10, twice(64).then(Layers.dense(1)), Losses.mse(), adam()),
                numbers(
                        "12-40-20-4 GELU, layer norm, softmax, MSE, AdamW",
                        12,
                        deep.then(Layers.softmax()).then(Layers.dense(4)),
                        Losses.mse(),
                        Optimizers.adamW(0.01)),
                numbers(
                        "9-30-5 dropout, ELU, softplus, quantile loss, RMSprop",
                        9,
                        hidden(30, Activations.elu(), 12)
                                .then(Layers.dropout(0.3))
                                .then(Layers.softplus())
                                .then(Layers.dense(5)),
                        Losses.quantile(0.3),
                        Optimizers.rmsProp(0.01)),
                classes(
                        "2x6x7 convolution, batch norm, pooling, cross-entropy, Adam",
                        Shape.of(2, 6, 7),
                        image.then(Layers.maxPool2d(2, 2))
                                .then(Layers.flatten())
                                .then(Layers.dense(4)),
                        adam(),
                        true),
                classes("6x5 LSTM, cross-entropy, Adam", Shape.of(6, 5), last(Layers.lstm(17), 3), adam(), false),
                classes("6x5 GRU, cross-entropy, Adam", Shape.of(6, 5), last(Layers.gru(17), 3), adam(), false),
                new FingerprintJob(
                        "5 words, embedding, mish, MSE, NAdam",
                        Shape.of(5),
                        11,
                        new Embedding(11, 6).then(Layers.flatten()).then(hidden(24, Activations.mish(), 2)),
                        Losses.mse(),
                        TargetKind.NUMBERS,
                        Optimizers.nadam(0.01),
                        false));
    }

    /** The fingerprint of the run: every epoch's loss, all parameters, and predictions. */
    String run(Precision precision, Dataset data) {
        return run(trainer(precision), data);
    }

    /** As {@link #run(Precision, Dataset)}, by a trainer made by {@link #trainer} and changed. */
    String run(Trainer trainer, Dataset data) {
        History history = trainer.fit(data);
        return new Bits()
                .add(history.losses())
                .add(trainer.model().parameters().fingerprint())
                .add(trainer.model().predict(data.inputs()))
                .hex();
    }

    /** The trainer, with a schedule, clipping and a shuffle, before its first step. */
    Trainer trainer(Precision precision) {
        Model model = Model.of(Network.of(input, body), precision, 3);
        return Trainer.of(model, loss, optimizer)
                .batchSize(BATCH)
                .epochs(EPOCHS)
                .shuffle(5)
                .seed(6)
                .schedule(Schedules.exponential(0.9))
                .clip(Clipping.globalNorm(5));
    }

    /** Weighted rows; the last batch of an epoch is a short one. */
    Dataset data(Precision precision) {
        int outputs = Network.of(input, body).outputShape().size();
        Tensor x =
                indices == 0 ? Samples.inputs(ROWS, input.size(), 1) : Batches.indices(1, ROWS, input.size(), indices);
        return new Dataset(x, Samples.targets(kind, ROWS, outputs, 2), Samples.weights(ROWS, 4)).to(precision);
    }

    @Override
    public String toString() {
        return name;
    }

    private static FingerprintJob numbers(String name, int inputs, Layer body, Loss loss, Optimizer optimizer) {
        return new FingerprintJob(name, Shape.of(inputs), 0, body, loss, TargetKind.NUMBERS, optimizer, false);
    }

    private static FingerprintJob classes(String name, Shape in, Layer body, Optimizer optimizer, boolean coupled) {
        Loss loss = Losses.crossEntropy();
        return new FingerprintJob(name, in, 0, body, loss, TargetKind.CLASS_INDEX, optimizer, coupled);
    }

    private static Layer hidden(int units, Layer activation, int outputs) {
        return Layers.dense(units).then(activation).then(Layers.dense(outputs));
    }

    private static Layer twice(int units) {
        return hidden(units, Layers.relu(), units).then(Layers.relu());
    }

    private static Layer last(Layer recurrent, int classes) {
        return recurrent.then(Layers.flatten()).then(Layers.dense(classes));
    }

    private static Optimizer adam() {
        return Optimizers.adam(0.01);
    }
}
