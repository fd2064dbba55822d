package io.github.smallnn.graph;

import io.github.smallnn.tensor.Tensor;

/** A session that predicts: owns its buffers, allocates nothing once warm, belongs to one thread. */
public final class Inference {
    private final Engine engine;

    Inference(Engine engine) {
        this.engine = engine;
    }

    /**
     * Predicts a batch.
     *
     * @param input rows x input size, at most {@link #maxBatch()} rows, in the parameters' precision. Not modified.
     * @return rows x output size, owned by this session and valid until its next run
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     */
    public Tensor run(Tensor input) {
        return run(input, 0, input.rows());
    }

    /**
     * Predicts some rows of a tensor.
     *
     * @param input tensor with input rows. Not modified.
     * @param from first row
     * @param rows number of rows, at most {@link #maxBatch()}
     * @return rows x output size, owned by this session and valid until its next run
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     */
    public Tensor run(Tensor input, int from, int rows) {
        engine.feed(input, from, rows);
        engine.forward();
        return engine.output();
    }

    /**
     * An inner value of the last run.
     *
     * @param path path of a node
     * @return its value, owned by this session
     * @throws IllegalArgumentException if there is no such node or it was fused away; see {@link SessionOptions#watch}
     */
    public Tensor value(String path) {
        return engine.value(path);
    }

    /**
     * Path of an op whose output for a row depends on the other rows of the batch.
     *
     * @return the first such path, or null if there is none
     */
    public String couplingPath() {
        return engine.couplingPath();
    }

    /**
     * Largest batch of one run.
     *
     * @return the capacity in rows
     */
    public int maxBatch() {
        return engine.maxBatch();
    }
}
