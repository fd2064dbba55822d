package io.github.smallnn.solve;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.DataCheck;

/**
 * The loss of a network over all rows of a dataset, as one batch. Random ops keep the masks of step 0 and running statistics
 * are neither used nor changed, so that the same parameters always give the same value. Warm evaluations allocate nothing.
 * Confined.
 */
public final class ModelObjective implements Objective {
    /** Rows of one chunk: a larger dataset runs in chunks, with the result of the whole. */
    private static final int CHUNK = 1024;

    private final ParameterSet bound;
    private final Backprop session;
    private final Dataset data;
    private final Tensor inputs;
    private final Tensor targets;
    private final Tensor weights;

    private ModelObjective(Model model, Loss loss, Dataset data) {
        this.bound = model.parameters().copy();
        this.data = data;
        this.session = session(model, bound, loss, data.rows());
        this.inputs = window(data.inputs());
        this.targets = window(data.targets());
        this.weights = data.weights() == null ? null : window(data.weights());
    }

    private static Tensor window(Tensor of) {
        return Tensor.window(of.precision(), of.cols());
    }

    private static Backprop session(Model model, ParameterSet bound, Loss loss, int rows) {
        Backprop chunked = model.network().backprop(bound, loss, Math.min(rows, CHUNK));
        return chunked.couplingPath() == null || rows <= CHUNK
                ? chunked
                : model.network().backprop(bound, loss, rows);
    }

    /**
     * The loss of a model's network.
     *
     * @param model network and layout of the parameters; frozen parameters have a gradient of 0. Not modified.
     * @param loss what to minimise
     * @param data all rows; converted to the precision of the parameters. Not modified.
     * @return the objective
     * @throws IllegalArgumentException if the data does not fit the network or the loss, or has a NaN or infinity
     */
    public static ModelObjective of(Model model, Loss loss, Dataset data) {
        Dataset checked = DataCheck.prepared(
                "training data", data, model.network(), loss, model.parameters().precision());
        return new ModelObjective(model, loss, checked);
    }

    @Override
    public double evaluate(ParameterSet at, ParameterSet gradient) {
        double value = sweep(at, null);
        gradient.assign(session.gradients());
        return value;
    }

    /** The loss; predictions minus targets are written if an array is given, row after row. */
    double sweep(ParameterSet at, double[] errors) {
        bound.assign(at);
        session.begin();
        for (int from = 0; from < data.rows(); from += session.maxBatch()) {
            int rows = Math.min(session.maxBatch(), data.rows() - from);
            inputs.rebind(data.inputs(), from, rows);
            targets.rebind(data.targets(), from, rows);
            if (weights != null) {
                weights.rebind(data.weights(), from, rows);
            }
            session.position(0, from);
            session.add(inputs, targets, weights);
            if (errors != null) {
                difference(session.output(), targets, errors, from * targets.cols());
            }
        }
        return session.finish();
    }

    private static void difference(Tensor prediction, Tensor target, double[] errors, int at) {
        int cols = target.cols();
        for (int r = 0; r < target.rows(); r++) {
            for (int c = 0; c < cols; c++) {
                errors[at + r * cols + c] = prediction.get(r, c) - target.get(r, c);
            }
        }
    }

    Backprop session() {
        return session;
    }

    Dataset data() {
        return data;
    }
}
