package io.github.smallnn.train;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.loss.WeightPenalty;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;

/**
 * One step of training: gradients of a batch, then a step of the optimizer. Everything is made in the constructor; a warm
 * step allocates nothing. Confined.
 */
final class TrainingStep {
    /** Largest session: a larger batch runs in chunks of so many rows, with the same result. */
    static final int MAX_CHUNK = 1024;

    private final Model model;
    private final Optimizer.State state;
    private final Backprop session;
    private final Batch batch;
    private final Clipping clipping;
    private WeightPenalty.Bound[] penalties = {};
    private double penalty;

    /** The clipping may be null. */
    TrainingStep(
            Model model, Loss loss, Optimizer.State state, Clipping clipping, Dataset data, int batchSize, long seed) {
        this.model = model;
        this.state = state;
        this.clipping = clipping;
        this.session = session(model, loss, batchSize, SessionOptions.defaults().seed(seed));
        this.batch = new Batch(data, session.maxBatch());
    }

    private static Backprop session(Model model, Loss loss, int batchSize, SessionOptions options) {
        int chunk = Math.min(batchSize, MAX_CHUNK);
        Backprop chunked = model.network().backprop(model.parameters(), loss, chunk, options);
        // An op such as batch norm has to see the whole batch at once.
        return chunked.couplingPath() == null || chunk == batchSize
                ? chunked
                : model.network().backprop(model.parameters(), loss, batchSize, options);
    }

    /** Adds penalties to the loss and to the gradients of every batch. */
    TrainingStep penalties(WeightPenalty.Bound... added) {
        penalties = added;
        return this;
    }

    /** Loss and gradients of the rows {@code order[from]} to {@code order[to - 1]}; nothing is changed yet. */
    double evaluate(int[] order, int from, int to) {
        double loss = evaluateLoss(order, from, to);
        penalty = 0;
        for (WeightPenalty.Bound p : penalties) {
            penalty += p.value(to - from);
            p.addTo(session.gradients(), to - from);
        }
        return loss + penalty;
    }

    private double evaluateLoss(int[] order, int from, int to) {
        if (to - from <= session.maxBatch()) {
            batch.show(order, from, to - from);
            session.position(state.steps(), 0);
            return session.evaluate(batch.inputs(), batch.targets(), batch.weights());
        }
        session.begin();
        for (int at = from; at < to; at += session.maxBatch()) {
            batch.show(order, at, Math.min(session.maxBatch(), to - at));
            session.position(state.steps(), at - from);
            session.add(batch.inputs(), batch.targets(), batch.weights());
        }
        return session.finish();
    }

    /** Clips the gradients of the last evaluation and steps along them. */
    void apply() {
        if (clipping != null) {
            clipping.apply(session.gradients());
        }
        state.step(model.parameters(), session.gradients());
        session.commit();
    }

    /** Penalties of the last batch. */
    double penalty() {
        return penalty;
    }

    double numerator() {
        return session.numerator();
    }

    double denominator() {
        return session.denominator();
    }
}
