package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.loss.WeightPenalty;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;

/**
 * One step of training: gradients of a batch, then a step of the optimizer. Everything is made in the constructor; a warm
 * step allocates nothing. Confined.
 */
final class TrainingStep {
    private final ShardedBackprop session;
    private final Optimizer.State state;
    private final Batch[] shards;
    private final Clipping clipping;
    private WeightPenalty.Bound[] penalties = {};
    private double penalty;

    /** The session is the caller's to close; the clipping may be null. */
    TrainingStep(ShardedBackprop session, Optimizer.State state, Clipping clipping, Dataset data) {
        this.session = session;
        this.state = state;
        this.clipping = clipping;
        this.shards = new Batch[session.shards()];
        for (int k = 0; k < shards.length; k++) {
            shards[k] = new Batch(data, session.chunk());
        }
    }

    /** Adds penalties to the loss and to the gradients of every batch. */
    TrainingStep penalties(WeightPenalty.Bound... added) {
        penalties = added;
        return this;
    }

    /** Loss and gradients of the rows {@code order[from]} to {@code order[to - 1]}; nothing is changed yet. */
    double evaluate(int[] order, int from, int to) {
        for (Batch shard : shards) {
            shard.take(order, from);
        }
        session.position(state.steps(), 0);
        double loss = session.evaluate(shards, to - from);
        penalty = 0;
        for (WeightPenalty.Bound p : penalties) {
            penalty += p.value(to - from);
            p.addTo(session.gradients(), to - from);
        }
        return loss + penalty;
    }

    /** Clips the gradients of the last evaluation and steps along them. */
    void apply() {
        if (clipping != null) {
            clipping.apply(session.gradients());
        }
        session.step(state);
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
