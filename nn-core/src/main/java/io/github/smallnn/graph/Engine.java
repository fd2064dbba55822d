package io.github.smallnn.graph;

import io.github.smallnn.kernel.Chain;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.op.Identity;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What all sessions share: a buffer for every node, the steps in order, and the forward and backward sweep. Everything is
 * made in the constructor; a warm sweep allocates nothing. Confined.
 */
final class Engine {
    /** Which way a session goes. */
    enum Mode {
        /** Forward only, ops in their inference form. */
        INFERENCE,
        /** Forward and backward, ops in their training form. */
        TRAINING
    }

    /** Nodes that a session feeds or reads besides the input; -1 where there is none. */
    record Roots(int output, int target, int values, int weights) {
        int[] toCompute() {
            if (values < 0) {
                return new int[] {output};
            }
            return weights < 0 ? new int[] {output, target, values} : new int[] {output, target, values, weights};
        }
    }

    /** A running statistic and its next value. */
    private record Update(Tensor parameter, Tensor next) {}

    private final List<Definition> definitions;
    private final Roots roots;
    private final SessionOptions options;
    private final boolean checked;
    private final int maxBatch;
    private final Kernels kernels;
    private final Tensor[] value;
    private final Tensor input;
    private final Tensor target;
    private final Tensor[] gradient;
    private final StepContext[] steps;
    private final StepContext[] backwardSteps;
    private final Tensor[] rowBuffers;
    private final ParameterSet gradients;
    private final List<Update> updates = new ArrayList<>();
    private int rows;
    private long step;
    private int firstRow;
    private boolean further;

    /** An engine without a loss. */
    static Engine of(Network network, ParameterSet p, int maxBatch, SessionOptions options) {
        List<Definition> all = network.definitions();
        return new Engine(all, new Roots(all.size() - 1, -1, -1, -1), p, maxBatch, options, Mode.INFERENCE);
    }

    /** An engine that ends in a loss. */
    static Engine of(Network network, ParameterSet p, Loss loss, int maxBatch, SessionOptions options, Mode mode) {
        int output = network.definitions().size() - 1;
        Graph graph = Graph.continuing(network.definitions());
        GraphNode target = (GraphNode) graph.input("loss/target", loss.targetShape(network.outputShape()));
        GraphNode values = (GraphNode) loss.build(graph.node(output), target);
        if (!values.belongsTo(graph) || !values.perSample()) {
            throw new IllegalArgumentException(
                    "the loss must return values with a row per sample, made of its prediction"
                            + " and target, but returned '" + values.path() + "' " + values.shape());
        }
        Roots roots = new Roots(output, target.index(), values.index(), graph.weightsOf(values.index()));
        return new Engine(graph.definitions(), roots, p, maxBatch, options, mode);
    }

    private Engine(
            List<Definition> definitions,
            Roots roots,
            ParameterSet parameters,
            int maxBatch,
            SessionOptions options,
            Mode mode) {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("a session needs maxBatch of at least 1, but got " + maxBatch);
        }
        this.definitions = List.copyOf(definitions);
        this.roots = roots;
        this.options = options;
        this.checked = options.checked();
        this.maxBatch = maxBatch;
        this.kernels = Kernels.of(parameters.precision());
        this.value = new Tensor[definitions.size()];
        this.gradient = new Tensor[definitions.size()];
        boolean inference = mode == Mode.INFERENCE;
        boolean[] needed = Pruning.needed(definitions, roots.toCompute());
        List<Tensor> buffers = new ArrayList<>();
        bindLeaves(parameters);
        this.input = value[0];
        this.target = roots.target() < 0 ? null : value[roots.target()];
        this.steps = bindSteps(Planner.plan(definitions, needed, kept(), inference), inference, buffers);
        this.gradients = inference ? null : parameters.zerosLike();
        this.backwardSteps = inference ? new StepContext[0] : bindGradients(parameters, buffers);
        this.rowBuffers = buffers.toArray(new Tensor[0]);
        this.rows = maxBatch;
    }

    private boolean[] kept() {
        boolean[] kept = new boolean[definitions.size()];
        for (int root : new int[] {roots.output(), roots.values(), roots.weights()}) {
            if (root >= 0) {
                kept[root] = true;
            }
        }
        for (String path : options.watched()) {
            kept[find(path)] = true;
        }
        return kept;
    }

    private void bindLeaves(ParameterSet parameters) {
        Precision precision = parameters.precision();
        int next = 0;
        for (int i = 0; i < definitions.size(); i++) {
            Definition d = definitions.get(i);
            if (d.kind() instanceof Definition.Input) {
                value[i] = Tensor.window(precision, d.storageCols());
            } else if (d.kind() instanceof Definition.Parameter) {
                checkParameter(parameters, next, d);
                value[i] = parameters.tensor(next++);
            } else if (d.kind() instanceof Definition.Constant c) {
                value[i] = Tensor.zeros(precision, d.storageRows(), d.storageCols());
                for (int j = 0; j < c.values().size(); j++) {
                    value[i].set(0, j, c.values().get(j));
                }
            }
        }
        if (next != parameters.size()) {
            throw new IllegalArgumentException("the network has " + next + " parameters, but the set has "
                    + parameters.size() + ": " + parameters.paths());
        }
    }

    private static void checkParameter(ParameterSet parameters, int i, Definition d) {
        if (i >= parameters.size()
                || !parameters.path(i).equals(d.path())
                || !parameters.shape(i).equals(d.shape())) {
            String found = i >= parameters.size()
                    ? "has only " + i
                    : "has '" + parameters.path(i) + "' " + parameters.shape(i) + " there";
            throw new IllegalArgumentException("the parameters are not of this network: parameter " + i + " should be '"
                    + d.path() + "' " + d.shape() + ", but the set " + found);
        }
    }

    private StepContext[] bindSteps(List<Planner.Step> planned, boolean inference, List<Tensor> buffers) {
        List<StepContext> bound = new ArrayList<>();
        for (Planner.Step s : planned) {
            if (inference && s.op() instanceof Identity) {
                value[s.node()] = value[s.inputs()[0]];
            } else {
                bound.add(bind(s, buffers));
            }
        }
        return bound.toArray(new StepContext[0]);
    }

    private StepContext bind(Planner.Step s, List<Tensor> buffers) {
        Definition d = definitions.get(s.node());
        value[s.node()] = buffer(d.shape(), d.perSample(), buffers);
        Tensor[] in = new Tensor[s.inputs().length];
        Shape[] shapes = new Shape[in.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = value[s.inputs()[i]];
            shapes[i] = definitions.get(s.inputs()[i]).shape();
        }
        List<Tensor> scratch = new ArrayList<>();
        for (Shape wanted : s.op().scratch(List.of(shapes))) {
            scratch.add(buffer(wanted, d.perSample(), buffers));
        }
        for (Shape wanted : s.op().batchScratch(List.of(shapes))) {
            scratch.add(buffer(wanted, false, buffers));
        }
        return new StepContext(this, s, in, shapes, value[s.node()], scratch.toArray(new Tensor[0]));
    }

    private Tensor buffer(Shape shape, boolean perSample, List<Tensor> buffers) {
        if (!perSample) {
            return Tensor.zeros(kernels.precision(), shape.parameterRows(), shape.parameterCols());
        }
        Tensor t = Tensor.buffer(kernels.precision(), maxBatch, shape.size());
        buffers.add(t);
        return t;
    }

    /** Decides who needs a gradient and who overwrites or adds; returns the steps that run backward, last first. */
    private StepContext[] bindGradients(ParameterSet parameters, List<Tensor> buffers) {
        int next = 0;
        for (int i = 0; i < definitions.size(); i++) {
            if (definitions.get(i).kind() instanceof Definition.Parameter) {
                gradient[i] = parameters.trainable(next) ? gradients.tensor(next) : null;
                next++;
            }
        }
        if (options.inputGradient()) {
            gradient[0] = buffer(definitions.get(0).shape(), true, buffers);
        }
        for (StepContext c : steps) {
            boolean wanted = false;
            for (int in : c.inputNodes) {
                wanted |= gradient[in] != null;
            }
            if (wanted) {
                Definition d = definitions.get(c.node);
                gradient[c.node] = buffer(d.shape(), d.perSample(), buffers);
            }
        }
        boolean[] written = new boolean[definitions.size()];
        List<StepContext> backward = new ArrayList<>();
        for (int i = steps.length - 1; i >= 0; i--) {
            if (gradient[steps[i].node] != null) {
                bindGradients(steps[i], written);
                backward.add(steps[i]);
            }
        }
        return backward.toArray(new StepContext[0]);
    }

    private void bindGradients(StepContext c, boolean[] written) {
        int n = c.inputNodes.length;
        Tensor[] gradIn = new Tensor[n];
        double[] first = new double[n];
        double[] later = new double[n];
        for (int i = 0; i < n; i++) {
            int in = c.inputNodes[i];
            if (gradient[in] != null) {
                gradIn[i] = gradient[in];
                first[i] = written[in] ? 1 : 0;
                later[i] = definitions.get(in).kind() instanceof Definition.Parameter ? 1 : first[i];
                written[in] = true;
            }
        }
        c.bindGradients(gradient[c.node], gradIn, first, later);
    }

    /** Points the input at rows of a batch. */
    void feed(Tensor batch, int from, int count) {
        feed(input, batch, from, count);
        if (count != rows) {
            for (Tensor t : rowBuffers) {
                t.useRows(count);
            }
            rows = count;
        }
    }

    /** Points the target at all rows of a tensor. */
    void feedTarget(Tensor batch) {
        feed(target, batch, 0, batch.rows());
    }

    private void feed(Tensor window, Tensor batch, int from, int count) {
        if (count < 1 || count > maxBatch || !window.tryRebind(batch, from, count)) {
            throw refusal(window, batch, count);
        }
    }

    private IllegalArgumentException refusal(Tensor window, Tensor batch, int count) {
        String what = window == input ? "input" : "target";
        Shape shape = definitions.get(window == input ? 0 : roots.target()).shape();
        if (batch.cols() == window.cols() && batch.precision() == window.precision()) {
            return new IllegalArgumentException(what + " has " + count + " rows, but this session serves 1 to "
                    + maxBatch + "; split the batch or make a session with a larger maxBatch");
        }
        return new IllegalArgumentException(what + " has " + batch.cols() + " columns in " + batch.precision()
                + ", but the network needs " + window.cols() + " (shape "
                + shape + ") in " + window.precision()
                + (batch.precision() != window.precision() ? "; convert it with Tensor.to(Precision)" : ""));
    }

    // The ops are called from here and the handler stands around the loop: one call less per op, which tiny networks
    // feel.
    void forward() {
        int i = 0;
        try {
            for (; i < steps.length; i++) {
                StepContext c = steps[i];
                c.op.forward(c);
                if (checked) {
                    check(c, "forward", c.out());
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(steps[i].path + ": " + e.getMessage(), e);
        }
    }

    /** Backward from the gradient of the values, which the caller has written. */
    void backward(boolean isFurther) {
        if (isFurther != further) {
            further = isFurther;
            for (StepContext c : backwardSteps) {
                c.further(further);
            }
        }
        for (StepContext c : backwardSteps) {
            c.op.backward(c);
            if (checked) {
                checkGradients(c);
            }
        }
    }

    private void checkGradients(StepContext c) {
        for (int i = 0; i < c.inputs(); i++) {
            if (c.wants(i)) {
                check(c, "backward", c.gradIn(i));
            }
        }
    }

    private void check(StepContext c, String phase, Tensor t) {
        long at = kernels.firstNonFinite(t);
        if (at >= 0) {
            int row = (int) (at / t.cols());
            int col = (int) (at % t.cols());
            throw new NonFiniteException(c.path, phase, step, firstRow + row, col, t.get(row, col));
        }
    }

    /** A whole step as one kernel, or null where it has to go op by op. */
    Chain chain() {
        boolean plain = !checked && roots.weights() < 0 && backwardSteps.length == steps.length;
        return plain ? Chaining.of(steps, input, target, maxBatch) : null;
    }

    /** A path whose op couples the rows of a batch, or null. */
    String couplingPath() {
        for (StepContext c : steps) {
            if (c.op.couplesRows()) {
                return c.path;
            }
        }
        return null;
    }

    /** Refuses batches that are too small for an op. */
    void requireRows(int count) {
        for (StepContext c : steps) {
            c.requireRows(count);
        }
    }

    Tensor newUpdate(String path, int input, Tensor parameter) {
        boolean statistic = definitions.get(input).kind() instanceof Definition.Parameter p && !p.trainable();
        if (!statistic) {
            throw new IllegalArgumentException(path + ": update() is for non-trainable parameters, but '"
                    + definitions.get(input).path() + "' is not one; declare it with Node.statistic");
        }
        Tensor next = parameter.copy();
        updates.add(new Update(parameter, next));
        return next;
    }

    void commit() {
        for (int i = 0; i < updates.size(); i++) {
            updates.get(i).parameter().copyFrom(updates.get(i).next());
        }
    }

    /** A node's value by path. */
    Tensor value(String path) {
        Tensor t = value[find(path)];
        if (t == null) {
            throw new IllegalArgumentException("'" + path + "' was fused with its neighbours in this session; make the"
                    + " session with SessionOptions.watch(\"" + path + "\") to read it");
        }
        return t;
    }

    private int find(String path) {
        TreeSet<String> paths = new TreeSet<>();
        for (int i = 0; i < definitions.size(); i++) {
            if (definitions.get(i).path().equals(path)) {
                return i;
            }
            paths.add(definitions.get(i).path());
        }
        throw new IllegalArgumentException("no node '" + path + "'; there are " + paths);
    }

    Definition definition(int node) {
        return definitions.get(node);
    }

    Kernels kernels() {
        return kernels;
    }

    int maxBatch() {
        return maxBatch;
    }

    Tensor output() {
        return value[roots.output()];
    }

    Tensor values() {
        return value[roots.values()];
    }

    /** Weights of the values for the denominator, or null. */
    Tensor valueWeights() {
        return roots.weights() < 0 ? null : value[roots.weights()];
    }

    /** Where the gradient of the values goes, or null if nobody needs it. */
    Tensor valuesGradient() {
        return gradient[roots.values()];
    }

    Tensor inputGradient() {
        return gradient[0];
    }

    ParameterSet gradients() {
        return gradients;
    }

    long seed() {
        return options.seed();
    }

    long step() {
        return step;
    }

    int firstRow() {
        return firstRow;
    }

    void position(long newStep, int newFirstRow) {
        step = newStep;
        firstRow = newFirstRow;
    }
}
