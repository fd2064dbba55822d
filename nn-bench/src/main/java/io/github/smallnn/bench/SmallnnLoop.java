package io.github.smallnn.bench;

import static io.github.smallnn.layer.Layers.dense;
import static io.github.smallnn.layer.Layers.relu;
import static io.github.smallnn.layer.Layers.tanh;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.Dense;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** A job by the library as a user would run it: network, session, optimizer. */
final class SmallnnLoop implements Contestant {
    private final Tensor[] inputs;
    private final Tensor[] targets;
    private final ParameterSet parameters;
    private final Backprop session;
    private final Optimizer.State optimizer;
    private int next;

    SmallnnLoop(Problem problem, Precision precision) {
        Job job = problem.job();
        Network network = network(job);
        this.inputs = batches(problem.inputs(), job.batch(), precision);
        this.targets = batches(problem.targets(), job.batch(), precision);
        this.parameters = parameters(network, problem, precision);
        this.session = network.backprop(parameters, loss(job), job.batch());
        this.optimizer = optimizer(job).init(parameters);
    }

    /** The network of a job. */
    static Network network(Job job) {
        return Network.of(job.inputs(), layers(job));
    }

    /** The first parameters of a problem. */
    static ParameterSet parameters(Network network, Problem problem, Precision precision) {
        ParameterSet parameters = network.blank(precision);
        for (int i = 0; i < parameters.size(); i++) {
            parameters.set(parameters.path(i), problem.parameters()[i]);
        }
        return parameters;
    }

    private static Layer layers(Job job) {
        Layer all = Layers.identity();
        for (int l = 1; l <= job.layers(); l++) {
            Dense layer = dense(job.width(l));
            all = all.then(job.bias() ? layer : layer.withoutBias());
            if (l < job.layers()) {
                all = all.then(activation(job));
            }
        }
        return all;
    }

    private static Layer activation(Job job) {
        return switch (job.hidden()) {
            case LINEAR -> Layers.identity();
            case TANH -> tanh();
            case RELU -> relu();
        };
    }

    static Loss loss(Job job) {
        return job.classes() ? Losses.crossEntropy() : Losses.mse();
    }

    static Optimizer optimizer(Job job) {
        return switch (job.rule()) {
            case SGD -> Optimizers.sgd(job.rate());
            case MOMENTUM -> Optimizers.sgd(job.rate()).withMomentum(Job.MOMENTUM);
            case ADAM -> Optimizers.adam(job.rate());
        };
    }

    /** Batches as ranges of rows of one tensor, as those of a dataset are. */
    static Tensor[] batches(double[][] values, int rows, Precision precision) {
        Tensor whole = Tensor.zeros(precision, values.length * rows, values[0].length / rows);
        Tensor[] all = new Tensor[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = whole.rowRange(i * rows, (i + 1) * rows);
            all[i].copyFrom(tensor(values[i], rows, precision));
        }
        return all;
    }

    /** One whole tensor per batch. */
    static Tensor[] tensors(double[][] values, int rows, Precision precision) {
        Tensor[] all = new Tensor[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = tensor(values[i], rows, precision);
        }
        return all;
    }

    /** A whole tensor with a copy of some values. */
    static Tensor tensor(double[] values, int rows, Precision precision) {
        Tensor t = Tensor.zeros(precision, rows, values.length / rows);
        for (int i = 0; i < values.length; i++) {
            t.set(i / t.cols(), i % t.cols(), values[i]);
        }
        return t;
    }

    @Override
    public double step() {
        int batch = next;
        next = batch + 1 == inputs.length ? 0 : batch + 1;
        double loss = session.evaluate(inputs[batch], targets[batch], null);
        optimizer.step(parameters, session.gradients());
        return loss;
    }
}
