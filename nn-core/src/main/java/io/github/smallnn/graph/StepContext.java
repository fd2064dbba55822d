package io.github.smallnn.graph;

import io.github.smallnn.kernel.CounterRandom;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.op.Op;
import io.github.smallnn.op.OpContext;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/** One step of an engine: the op with everything it reads and writes, bound once when the session is planned. */
final class StepContext implements OpContext {
    final Op op;
    final int node;
    final String path;
    final int[] inputNodes;
    private final Engine engine;
    private final Kernels kernels;
    private final Tensor[] in;
    private final Shape[] inShapes;
    private final Tensor out;
    private final Shape outShape;
    private final Tensor[] scratch;
    private final Tensor[] updates;
    // Set by bindGradients in sessions that go backward.
    private Tensor gradOut;
    private Tensor[] gradIn;
    private double[] betaFirst;
    private double[] betaFurther;
    private double[] beta;

    StepContext(Engine engine, Planner.Step step, Tensor[] in, Shape[] inShapes, Tensor out, Tensor[] scratch) {
        this.engine = engine;
        this.kernels = engine.kernels();
        this.op = step.op();
        this.node = step.node();
        this.inputNodes = step.inputs();
        this.path = engine.definition(node).path();
        this.in = in;
        this.inShapes = inShapes;
        this.out = out;
        this.outShape = engine.definition(node).shape();
        this.scratch = scratch;
        this.updates = new Tensor[in.length];
    }

    /** Binds gradients; the betas are for the first part of a batch and for further parts. */
    void bindGradients(Tensor ofOut, Tensor[] ofIn, double[] first, double[] further) {
        gradOut = ofOut;
        gradIn = ofIn;
        betaFirst = first;
        betaFurther = further;
        beta = first;
    }

    /** Chooses between a first part, which overwrites gradients of parameters, and a further one, which adds to them. */
    void further(boolean isFurther) {
        beta = isFurther ? betaFurther : betaFirst;
    }

    /** Refuses batches of fewer rows than the op can do with. */
    void requireRows(int rows) {
        int least = op.leastRows(List.of(inShapes));
        if (rows < least) {
            throw new IllegalArgumentException(path + ": this op needs batches of at least " + least
                    + " rows to train, but one would have " + rows);
        }
    }

    @Override
    public Kernels kernels() {
        return kernels;
    }

    @Override
    public int inputs() {
        return in.length;
    }

    @Override
    public Tensor in(int i) {
        return in[i];
    }

    @Override
    public Shape inShape(int i) {
        return inShapes[i];
    }

    @Override
    public Tensor out() {
        return out;
    }

    @Override
    public Shape outShape() {
        return outShape;
    }

    @Override
    public Tensor gradOut() {
        return gradOut;
    }

    @Override
    public boolean wants(int i) {
        return gradIn != null && gradIn[i] != null;
    }

    @Override
    public Tensor gradIn(int i) {
        return gradIn[i];
    }

    @Override
    public double beta(int i) {
        return beta[i];
    }

    /** The beta of a first or only part. */
    double firstBeta(int i) {
        return betaFirst[i];
    }

    @Override
    public Tensor scratch(int i) {
        return scratch[i];
    }

    @Override
    public double uniform(int row, int col) {
        return CounterRandom.uniform(CounterRandom.rowKey(randomKey(), firstRow() + row), col);
    }

    @Override
    public long randomKey() {
        return CounterRandom.key(engine.seed(), engine.step(), node);
    }

    @Override
    public int firstRow() {
        return engine.firstRow();
    }

    @Override
    public Tensor update(int i) {
        if (updates[i] == null) {
            updates[i] = engine.newUpdate(path, inputNodes[i], in[i]);
        }
        return updates[i];
    }
}
