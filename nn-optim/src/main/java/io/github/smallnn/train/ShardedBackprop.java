package io.github.smallnn.train;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.optim.DivisibleState;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.parallel.Workers;
import io.github.smallnn.tensor.Tensor;

/**
 * A session that computes a loss and its gradients on several threads: a batch is cut into shards, each with a
 * {@link Backprop} of its own over the same parameters, and the shards' gradients are added in a fixed order. With one shard
 * it is a {@code Backprop}, bit for bit. Allocates nothing once warm. Belongs to one thread at a time; {@link #close()} ends
 * its threads.
 *
 * <pre>{@code
 * try (ShardedBackprop session = ShardedBackprop.of(network, parameters, loss, 128, Sharding.threads(2))) {
 *     double value = session.evaluate(inputs, targets, null);
 *     session.step(state);
 * }
 * }</pre>
 */
public final class ShardedBackprop implements AutoCloseable {
    /** Largest session: a larger shard runs in chunks of so many rows. */
    static final int MAX_CHUNK = 1024;

    // Multiply-adds of a training step below which threads would make it slower, and elements of the gradients below
    // which
    // one thread adds them. ADR 9 has the measurements.
    static final long LEAST_WORK = 8_000_000;
    private static final long LEAST_ELEMENTS = 20_000;
    // Multiply-adds of a step in those of a prediction: forward, and two products backward for each.
    private static final int PASSES = 3;

    private final ParameterSet parameters;
    private final Reduction rule;
    private final int maxBatch;
    private final Backprop[] sessions;
    // The session of the only shard, or null.
    private final Backprop only;
    private final int chunk;
    // A step of two neurons takes 27 ns and feels every look-up: the session of the only shard if it takes whole
    // batches,
    // else null; and the gradients, which are those of the first shard.
    private final Backprop direct;
    private final ParameterSet gradients;
    private final Workers workers;
    private final TensorRows[] given;
    private final GradientReduction reduction;
    private final Workers.Job shardJob = this::evaluateShard;
    private final Workers.Job reduceJob = this::reducePart;
    private final Workers.Job moveJob = this::movePart;
    private final Workers.Job reduceAndMoveJob = this::reduceAndMovePart;
    private BatchRows[] views;
    private int rows;
    private int used = 1;
    private double factor;
    private double numerator;
    private double denominator;
    private long step;
    private int firstRow;
    // Nobody has seen the gradients yet, so they may wait for the step, which adds them on its way.
    private boolean unseen = true;
    private boolean pending;
    private DivisibleState stepped;

    private ShardedBackprop(
            Network network, ParameterSet parameters, Loss loss, int maxBatch, Backprop[] sessions, Workers workers) {
        this.parameters = parameters;
        this.rule = loss.reduction();
        this.maxBatch = maxBatch;
        this.sessions = sessions;
        this.only = sessions.length == 1 ? sessions[0] : null;
        this.chunk = sessions[0].maxBatch();
        this.direct = chunk >= maxBatch ? only : null;
        this.gradients = sessions[0].gradients();
        this.workers = workers;
        this.given = new TensorRows[sessions.length];
        ParameterSet[] shares = new ParameterSet[sessions.length];
        int inputs = network.inputShape().size();
        int targets = loss.targetShape(network.outputShape()).size();
        for (int k = 0; k < sessions.length; k++) {
            given[k] = new TensorRows(parameters.precision(), inputs, targets);
            shares[k] = sessions[k].gradients();
        }
        this.reduction = new GradientReduction(shares, workers.threads());
    }

    /**
     * A session with the default options.
     *
     * @param network the network
     * @param parameters its parameters; their trainable marks are read now
     * @param loss what is minimised
     * @param maxBatch largest batch it will serve
     * @param sharding how batches are cut and how many threads there may be
     * @return a new session with its threads, to be closed
     * @throws IllegalArgumentException as {@link #of(Network, ParameterSet, Loss, int, Sharding, SessionOptions)} does
     */
    public static ShardedBackprop of(
            Network network, ParameterSet parameters, Loss loss, int maxBatch, Sharding sharding) {
        return of(network, parameters, loss, maxBatch, sharding, SessionOptions.defaults());
    }

    /**
     * A session. Shards larger than 1024 rows run in chunks, unless an op couples the rows of a batch.
     *
     * @param network the network
     * @param parameters its parameters; their trainable marks are read now
     * @param loss what is minimised
     * @param maxBatch largest batch it will serve
     * @param sharding how batches are cut and how many threads there may be
     * @param options seed of random ops and checks; an input gradient and watched values are for a {@link Backprop}
     * @return a new session with its threads, to be closed
     * @throws IllegalArgumentException if the parameters are not of this network, maxBatch is below 1, or batches would be
     *     cut although an op couples their rows, naming its path
     */
    public static ShardedBackprop of(
            Network network,
            ParameterSet parameters,
            Loss loss,
            int maxBatch,
            Sharding sharding,
            SessionOptions options) {
        boolean pays = PASSES * network.multiplyAdds() * maxBatch >= LEAST_WORK;
        int shards = sharding.shards() > 0 ? sharding.shards() : pays ? Math.min(sharding.threads(), maxBatch) : 1;
        int threads = pays ? Math.min(sharding.threads(), shards) : 1;
        ShardedBackprop made = of(network, parameters, loss, maxBatch, shards, threads, options);
        String path = made.sessions[0].couplingPath();
        if (sharding.wanted() && path != null) {
            made.close();
            throw new IllegalArgumentException(path + ": this op couples the rows of a batch, which therefore cannot be"
                    + " shared among threads; train with one thread and one shard");
        }
        return made;
    }

    /** A session of exactly so many shards and threads. */
    static ShardedBackprop of(
            Network network,
            ParameterSet parameters,
            Loss loss,
            int maxBatch,
            int shards,
            int threads,
            SessionOptions options) {
        Backprop[] sessions = new Backprop[shards];
        for (int k = 0; k < shards; k++) {
            sessions[k] = session(network, parameters, loss, maxBatch, shards, options);
        }
        Workers workers = new Workers("smallnn-train", threads);
        return new ShardedBackprop(network, parameters, loss, maxBatch, sessions, workers);
    }

    private static Backprop session(
            Network network, ParameterSet parameters, Loss loss, int maxBatch, int shards, SessionOptions options) {
        // A batch without rows is refused by the session, so a bad size comes through unchanged.
        int share = maxBatch < 1 ? maxBatch : (maxBatch - 1) / shards + 1;
        int chunk = Math.min(share, MAX_CHUNK);
        Backprop chunked = network.backprop(parameters, loss, chunk, options);
        // An op such as batch norm has to see the whole batch at once.
        return chunked.couplingPath() == null || chunk == share
                ? chunked
                : network.backprop(parameters, loss, share, options);
    }

    /**
     * Loss and gradients of one batch.
     *
     * @param input rows x input size, in the parameters' precision. Not modified.
     * @param target rows x target size. Not modified.
     * @param weights sample weights, rows x 1, or null for weights of 1. Not modified.
     * @return the reduced loss; {@link #gradients()} holds its gradients
     * @throws IllegalArgumentException if columns, rows or precision do not fit
     * @throws ShardException if one of several shards fails; the gradients are of no use then
     */
    public double evaluate(Tensor input, Tensor target, Tensor weights) {
        if (direct != null) {
            return direct.evaluate(input, target, weights);
        }
        check(input, target, weights);
        for (TensorRows view : given) {
            view.take(input, target, weights);
        }
        return evaluate(given, input.rows());
    }

    private void check(Tensor input, Tensor target, Tensor weights) {
        if (input.rows() < 1 || input.rows() > maxBatch) {
            throw new IllegalArgumentException("input has " + input.rows() + " rows, but this session serves 1 to "
                    + maxBatch + "; split the batch or make a session with a larger maxBatch");
        }
        if (target.rows() != input.rows() || weights != null && weights.rows() != input.rows()) {
            throw new IllegalArgumentException("input has " + input.rows() + " rows, but target has " + target.rows()
                    + (weights == null ? "" : " and sample weights have " + weights.rows()));
        }
    }

    /** Loss and gradients of a batch of which every shard has a view. */
    double evaluate(BatchRows[] shown, int count) {
        views = shown;
        rows = count;
        return only != null ? evaluateWhole(shown[0]) : evaluateShards();
    }

    private double evaluateWhole(BatchRows shown) {
        if (rows > chunk) {
            evaluateRows(only, shown, 0, rows);
            only.position(step, firstRow);
            return only.finish();
        }
        shown.show(0, rows);
        return only.evaluate(shown.inputs(), shown.targets(), shown.weights());
    }

    private double evaluateShards() {
        used = Math.min(sessions.length, rows);
        pending = false;
        workers.run(shardJob, used);
        numerator = 0;
        denominator = 0;
        for (int k = 0; k < used; k++) {
            numerator += sessions[k].numerator();
            denominator += sessions[k].denominator();
        }
        double divisor = rule.divisor(denominator, rows);
        factor = 1 / divisor;
        pending = true;
        if (!unseen) {
            reduce();
        }
        return numerator / divisor;
    }

    private void reduce() {
        if (pending) {
            pending = false;
            runOnAll(reduceJob);
        }
    }

    // Every part is done, by all threads or by this one.
    private void runOnAll(Workers.Job job) {
        if (reduction.size() >= LEAST_ELEMENTS) {
            workers.run(job, workers.threads());
            return;
        }
        for (int part = 0; part < workers.threads(); part++) {
            job.run(part);
        }
    }

    private void evaluateShard(int shard) {
        int from = firstRowOf(shard);
        int to = firstRowOf(shard + 1);
        try {
            evaluateRows(sessions[shard], views[shard], from, to);
        } catch (RuntimeException | Error e) {
            throw new ShardException(shard, sessions.length, from, to, e);
        }
    }

    // The first shards are the larger ones, so that those without rows are the last.
    private int firstRowOf(int shard) {
        int n = sessions.length;
        return shard * (rows / n) + Math.min(shard, rows % n);
    }

    private void evaluateRows(Backprop session, BatchRows shown, int from, int to) {
        session.begin();
        for (int at = from; at < to; at += chunk) {
            shown.show(at, Math.min(chunk, to - at));
            session.position(step, firstRow + at);
            session.add(shown.inputs(), shown.targets(), shown.weights());
        }
    }

    private void reducePart(int part) {
        reduction.reduce(part, used, factor);
    }

    private void movePart(int part) {
        reduction.move(part, stepped);
    }

    private void reduceAndMovePart(int part) {
        reduction.reduceAndMove(part, used, factor, stepped);
    }

    /**
     * Moves the parameters along the gradients of the last evaluation.
     *
     * @param state state of an optimizer for these parameters. Modified.
     */
    public void step(Optimizer.State state) {
        if (only == null && state instanceof DivisibleState divisible && divisible.divisible()) {
            stepInParts(divisible);
            return;
        }
        reduce();
        state.step(parameters, gradients);
    }

    private void stepInParts(DivisibleState state) {
        state.begin(parameters, gradients);
        stepped = state;
        runOnAll(pending ? reduceAndMoveJob : moveJob);
        pending = false;
        stepped = null;
    }

    /**
     * Gradients of the last evaluation, in the layout of the parameters; those of non-trainable ones stay 0.
     *
     * @return the set itself, overwritten by the next evaluation
     */
    public ParameterSet gradients() {
        unseen = false;
        reduce();
        return gradients;
    }

    /**
     * Sum of sample weight times value over the batch.
     *
     * @return the numerator N
     */
    public double numerator() {
        return only != null ? only.numerator() : numerator;
    }

    /**
     * Sum of sample weight times weight of the value over the batch.
     *
     * @return the denominator D
     */
    public double denominator() {
        return only != null ? only.denominator() : denominator;
    }

    /**
     * Says where in training and in its batch the next evaluation is: random ops draw accordingly.
     *
     * @param newStep training step
     * @param newFirstRow row of the batch that row 0 of the next evaluation is
     */
    public void position(long newStep, int newFirstRow) {
        step = newStep;
        firstRow = newFirstRow;
        if (only != null) {
            only.position(newStep, newFirstRow);
        }
    }

    /** Writes the running statistics of the last evaluation to the parameters, those of its last rows. */
    public void commit() {
        sessions[used - 1].commit();
    }

    /**
     * Checks beforehand that no op needs larger batches than those to come, as batch norm does of a single row.
     *
     * @param count rows of the smallest batch
     * @throws IllegalArgumentException if an op does, naming its path
     */
    public void requireRows(int count) {
        sessions[0].requireRows(count);
    }

    /**
     * Shards of a batch, of which those without rows are left out.
     *
     * @return the number
     */
    public int shards() {
        return sessions.length;
    }

    /**
     * Threads at work, the calling one included.
     *
     * @return 1 where the work is too small to be shared
     */
    public int threads() {
        return workers.threads();
    }

    /** Rows that a shard's session sees at once. */
    int chunk() {
        return chunk;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
