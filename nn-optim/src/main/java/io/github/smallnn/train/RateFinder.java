package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.kernel.DoubleMath;
import io.github.smallnn.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The range test for learning rates: trains a copy of a model while the rate grows from step to step, by one factor, and
 * watches the loss. It ends where the smoothed loss is more than four times the smallest or a loss is not finite. The model
 * is not changed. Source: Smith, "Cyclical learning rates for training neural networks", 2017. Immutable, any thread.
 *
 * <pre>{@code
 * double rate = new RateFinder().find(model, Losses.mse(), Optimizers.adam(), data).suggestion();
 * }</pre>
 *
 * @param lowest first rate, above 0
 * @param highest last rate, above the lowest
 * @param steps steps between them, at least 10
 * @param batchSize rows of a step, at least 1
 * @param seed of the order of the rows, from 0 to 2^32 - 1
 */
public record RateFinder(double lowest, double highest, int steps, int batchSize, long seed) {
    private static final double TOO_HIGH = 4;

    /**
     * Checks the settings.
     *
     * @param lowest first rate
     * @param highest last rate
     * @param steps steps between them
     * @param batchSize rows of a step
     * @param seed of the order of the rows
     * @throws IllegalArgumentException if a setting is out of range
     */
    public RateFinder {
        if (!(lowest > 0 && lowest < highest && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a rate finder needs 0 < lowest < highest, but got " + lowest + " and " + highest);
        }
        if (steps < 10) {
            throw new IllegalArgumentException("a rate finder needs at least 10 steps, but got " + steps);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("a rate finder needs a batch size of at least 1, but got " + batchSize);
        }
    }

    /** From 1e-6 to 10 in 100 steps of 32 rows, seed 0. */
    public RateFinder() {
        this(1e-6, 10, 100, 32, 0);
    }

    /**
     * Runs the test.
     *
     * @param model where training would begin. Not modified.
     * @param loss what would be minimised
     * @param optimizer how; its own rate is not used
     * @param data training data. Not modified.
     * @return the rates and losses
     * @throws IllegalArgumentException if the data does not fit the network or the loss
     */
    public Curve find(Model model, Loss loss, Optimizer optimizer, Dataset data) {
        Objects.requireNonNull(optimizer, "optimizer");
        Model copy = model.copy();
        Dataset rows = DataCheck.prepared(
                "training data", data, copy.network(), loss, copy.parameters().precision());
        int size = Math.min(batchSize, rows.rows());
        Optimizer.State state = optimizer.init(copy.parameters());
        SessionOptions options = SessionOptions.defaults().seed(seed);
        try (ShardedBackprop session =
                ShardedBackprop.of(copy.network(), copy.parameters(), loss, size, Sharding.none(), options)) {
            return find(new TrainingStep(session, state, null, rows), state, rows.rows(), size);
        }
    }

    private Curve find(TrainingStep step, Optimizer.State state, int rows, int size) {
        RowOrder order = new RowOrder();
        order.fit(rows);
        BatchOrder shuffle = BatchOrder.shuffled(seed);
        List<Point> points = new ArrayList<>();
        Smoothed smoothed = new Smoothed();
        int[] arranged = null;
        int from = rows;
        for (int i = 0; i < steps; i++) {
            if (from == rows) {
                arranged = order.arrange(shuffle, i);
                from = 0;
            }
            int to = (int) Math.min((long) from + size, rows);
            state.rate(rate(i));
            double value = step.evaluate(arranged, from, to);
            if (!Double.isFinite(value) || smoothed.isTooHighWith(value)) {
                break;
            }
            points.add(new Point(rate(i), value, smoothed.now()));
            step.apply();
            from = to;
        }
        return new Curve(points);
    }

    private double rate(int i) {
        return lowest * DoubleMath.exp(DoubleMath.log(highest / lowest) * i / (steps - 1));
    }

    /** A mean of the losses that forgets. */
    private static final class Smoothed {
        private static final double KEPT = 0.9;
        private double sum;
        private double weight;
        private double best = Double.POSITIVE_INFINITY;

        boolean isTooHighWith(double loss) {
            sum = KEPT * sum + (1 - KEPT) * loss;
            weight = KEPT * weight + (1 - KEPT);
            best = Math.min(best, now());
            return now() > TOO_HIGH * best && loss > TOO_HIGH * best;
        }

        double now() {
            return sum / weight;
        }
    }

    /**
     * One step of the test. Immutable, any thread.
     *
     * @param rate learning rate
     * @param loss loss of its batch before the step
     * @param smoothed mean of the losses so far, the latest counting most
     */
    public record Point(double rate, double loss, double smoothed) {}

    /**
     * What the test saw. Immutable, any thread.
     *
     * @param points the steps before the loss was too high, in ascending order of the rate
     */
    public record Curve(List<Point> points) {

        /**
         * Copies the list.
         *
         * @param points the steps
         */
        public Curve {
            points = List.copyOf(points);
        }

        /**
         * A tenth of the rate with the smallest smoothed loss: a good rate to begin with, well below the one at which
         * training breaks. (Where the loss falls fastest is no better a guide and is easily fooled by the noise of small
         * batches.)
         *
         * @return the rate
         * @throws IllegalStateException if the loss never fell, so that no rate can be told
         */
        public double suggestion() {
            int best = 0;
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).smoothed() < points.get(best).smoothed()) {
                    best = i;
                }
            }
            if (best == 0) {
                throw new IllegalStateException("the loss never fell in " + points.size()
                        + " steps; try lower rates, or scale the inputs and targets");
            }
            return points.get(best).rate() / 10;
        }
    }
}
