package io.github.smallnn.graph;

import io.github.smallnn.kernel.Chain;
import io.github.smallnn.tensor.Tensor;

/**
 * A session that computes a loss and its gradients. Owns its buffers, allocates nothing once warm, belongs to one thread.
 *
 * <p>{@link #evaluate} handles one batch. A batch larger than the session, or one shared among sessions, goes through
 * {@link #begin}, {@link #add} and {@link #finish}: gradients are added up unscaled and divided once at the end.
 * Evaluating never changes parameters, statistics or the step, so doing it again gives the same result.
 */
public final class Backprop {
    // A chain has to be made and compiled, which takes as long as it saves in tens of thousands of steps. A session
    // that never gets so far goes without; the bits are the same.
    static final int STEPS_BEFORE_CHAIN = 20_000;
    // Code compiled near the switch has seen little of the chain: it calls the links, or keeps registers for the
    // ops. When the trial ends it meets a branch that it has never seen taken, and is thrown away and compiled again.
    static final int STEPS_OF_TRIAL = 100_000;

    private final Engine engine;
    private final LossSum sum;
    private int stepsBeforeChain = STEPS_BEFORE_CHAIN;
    private int stepsOfTrial = STEPS_OF_TRIAL;
    private Chain chain;
    private double seededDivisor = Double.NaN;
    private int seededRows;
    // Of the last chained batch: batches are mostly of one size, and a tiny network feels a division.
    private double chainDivisor = 1;
    private double chainSeed = 1;

    Backprop(Engine engine, Reduction reduction) {
        this.engine = engine;
        this.sum = new LossSum(engine, reduction);
    }

    /**
     * Loss and gradients of one batch.
     *
     * @param input rows x input size, in the parameters' precision. Not modified.
     * @param target rows x target size. Not modified.
     * @param weights sample weights, rows x 1, or null for weights of 1. Not modified.
     * @return the reduced loss; {@link #gradients()} holds its gradients
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     */
    public double evaluate(Tensor input, Tensor target, Tensor weights) {
        sum.clear();
        double divisor = chain != null && weights == null ? chained(input, target) : byOps(input, target, weights);
        return divisor == 1 ? sum.numerator() : sum.numerator() / divisor;
    }

    private double chained(Tensor input, Tensor target) {
        sum.feed(input, target, null);
        int rows = input.rows();
        sum.count(rows);
        double divisor = sum.divisor();
        if (divisor != chainDivisor) {
            chainDivisor = divisor;
            chainSeed = 1 / divisor;
        }
        sum.addNumerator(chain.run(rows, chainSeed));
        if (stepsOfTrial > 0) {
            stepsOfTrial--;
        }
        return divisor;
    }

    private double byOps(Tensor input, Tensor target, Tensor weights) {
        forward(input, target, weights);
        double divisor = sum.divisor();
        backward(divisor, weights, false);
        if (stepsBeforeChain > 0 && --stepsBeforeChain == 0) {
            chain = engine.chain();
        }
        return divisor;
    }

    /** Makes the chain now. Returns whether this session has one. */
    boolean chainNow() {
        stepsBeforeChain = 0;
        chain = engine.chain();
        return chain != null;
    }

    /** Begins a batch that comes in parts. */
    public void begin() {
        sum.clear();
    }

    /**
     * Adds a part of a batch: its share of numerator, denominator and unscaled gradients.
     *
     * @param input rows x input size. Not modified.
     * @param target rows x target size. Not modified.
     * @param weights sample weights, rows x 1, or null. Not modified.
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     * @throws IllegalStateException if an op couples the rows of a batch, which then cannot come in parts
     */
    public void add(Tensor input, Tensor target, Tensor weights) {
        boolean further = sum.rows() > 0;
        if (further && couplingPath() != null) {
            throw new IllegalStateException(couplingPath() + ": this op couples the rows of a batch, so a batch cannot"
                    + " come in parts; make the session as large as the batch");
        }
        forward(input, target, weights);
        backward(1, weights, further);
    }

    /**
     * Ends a batch that came in parts: divides the gradients once.
     *
     * @return the reduced loss
     */
    public double finish() {
        scaleGradients(1 / sum.divisor());
        return sum.loss();
    }

    /**
     * Multiplies all gradients, for a reduction over several sessions.
     *
     * @param factor factor
     */
    public void scaleGradients(double factor) {
        ParameterSet g = engine.gradients();
        for (int i = 0; i < g.size(); i++) {
            if (g.trainable(i)) {
                engine.kernels().scale(factor, g.tensor(i));
            }
        }
    }

    private void forward(Tensor input, Tensor target, Tensor weights) {
        sum.feed(input, target, weights);
        engine.forward();
        sum.add(weights);
    }

    private void backward(double divisor, Tensor weights, boolean further) {
        Tensor seed = engine.valuesGradient();
        if (seed != null) {
            seed(divisor, weights, seed);
            engine.backward(further);
        }
    }

    // Without weights the gradient of the values is 1 / divisor everywhere, mostly the same as for the last batch.
    private void seed(double divisor, Tensor weights, Tensor seed) {
        if (weights != null || divisor != seededDivisor || seed.rows() > seededRows) {
            engine.kernels().spread(1 / divisor, weights, seed);
            seededDivisor = weights == null ? divisor : Double.NaN;
            seededRows = seed.rows();
        }
    }

    /**
     * Gradients of the last evaluation, in the layout of the parameters; those of non-trainable ones stay 0.
     *
     * @return the set itself, overwritten by the next evaluation
     */
    public ParameterSet gradients() {
        return engine.gradients();
    }

    /**
     * Gradient of the input, if the session was made {@link SessionOptions#withInputGradient() with it}. In a batch that
     * comes in parts it is that of the last part, unscaled.
     *
     * @return rows x input size, owned by this session
     * @throws IllegalStateException if it was not asked for
     */
    public Tensor inputGradient() {
        if (engine.inputGradient() == null) {
            throw new IllegalStateException(
                    "the input gradient was not asked for; make the session with SessionOptions.withInputGradient()");
        }
        return engine.inputGradient();
    }

    /**
     * Values of the loss for the last batch, before reduction and without sample weights.
     *
     * @return one row per sample, owned by this session
     */
    public Tensor values() {
        return engine.values();
    }

    /**
     * Predictions for the last batch, as in training (with dropout).
     *
     * @return rows x output size, owned by this session
     */
    public Tensor output() {
        return engine.output();
    }

    /**
     * An inner value of the last batch.
     *
     * @param path path of a node; nodes of the loss are below {@code loss/}
     * @return its value, owned by this session
     * @throws IllegalArgumentException if there is no such node or it was fused away; see {@link SessionOptions#watch}
     */
    public Tensor value(String path) {
        return engine.value(path);
    }

    /**
     * Sum of sample weight times value since the batch began.
     *
     * @return the numerator N
     */
    public double numerator() {
        return sum.numerator();
    }

    /**
     * Sum of sample weight times weight of the value since the batch began.
     *
     * @return the denominator D
     */
    public double denominator() {
        return sum.denominator();
    }

    /**
     * Rows since the batch began.
     *
     * @return the number of rows
     */
    public long rows() {
        return sum.rows();
    }

    /**
     * Says where in training and in its batch the next evaluation is: random ops draw accordingly.
     *
     * @param step training step
     * @param firstRow row of the batch that the session's row 0 is
     */
    public void position(long step, int firstRow) {
        engine.position(step, firstRow);
    }

    /** Writes the running statistics of the last evaluation to the parameters; the trainer does so once per step. */
    public void commit() {
        engine.commit();
    }

    /**
     * Path of an op that couples the rows of a batch, which then cannot be split.
     *
     * @return the first such path, or null if there is none
     */
    public String couplingPath() {
        return engine.couplingPath();
    }

    /**
     * Checks beforehand that no op needs larger batches than those to come, as batch norm does of a single row.
     *
     * @param count rows of the smallest batch
     * @throws IllegalArgumentException if an op does, naming its path
     */
    public void requireRows(int count) {
        engine.requireRows(count);
    }

    /**
     * Largest batch of one evaluation.
     *
     * @return the capacity in rows
     */
    public int maxBatch() {
        return engine.maxBatch();
    }
}
