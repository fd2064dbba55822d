package io.github.smallnn.graph;

import io.github.smallnn.tensor.Tensor;

/**
 * A session that computes the loss the way predictions are made: no dropout, running statistics. Owns its buffers,
 * allocates nothing once warm, belongs to one thread.
 */
public final class Evaluation {
    private final Engine engine;
    private final LossSum sum;

    Evaluation(Engine engine, Reduction reduction) {
        this.engine = engine;
        this.sum = new LossSum(engine, reduction);
    }

    /**
     * Loss of one batch.
     *
     * @param input rows x input size. Not modified.
     * @param target rows x target size. Not modified.
     * @param weights rows x 1, or null. Not modified.
     * @return the reduced loss
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     */
    public double evaluate(Tensor input, Tensor target, Tensor weights) {
        begin();
        add(input, target, weights);
        return loss();
    }

    /** Begins a loss over several batches. */
    public void begin() {
        sum.clear();
    }

    /**
     * Adds a batch to the loss begun.
     *
     * @param input rows x input size. Not modified.
     * @param target rows x target size. Not modified.
     * @param weights rows x 1, or null. Not modified.
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     */
    public void add(Tensor input, Tensor target, Tensor weights) {
        sum.feed(input, target, weights);
        engine.forward();
        sum.add(weights);
    }

    /**
     * The loss of all batches since {@link #begin()}.
     *
     * @return the reduced loss
     */
    public double loss() {
        return sum.loss();
    }

    /**
     * Predictions of the last batch.
     *
     * @return rows x output size, owned by this session
     */
    public Tensor output() {
        return engine.output();
    }

    /**
     * Largest batch.
     *
     * @return the capacity in rows
     */
    public int maxBatch() {
        return engine.maxBatch();
    }
}
