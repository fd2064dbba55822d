package io.github.smallnn.train;

import io.github.smallnn.graph.Reduction;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.train.TrainingListener.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One call of fit: epochs of batches until they are done or somebody stops it. Confined. */
final class Fit {

    /** What a run needs besides its step; all of it is fixed while it runs. */
    record Plan(
            int batchSize,
            Rates rates,
            Reduction reduction,
            Scoring validation,
            EarlyStopping.Watch earlyStopping,
            TrainingListener[] listeners) {}

    private final TrainingStep step;
    private final Optimizer.State state;
    private final Plan plan;
    private final List<EpochReport> epochs = new ArrayList<>();
    private double lastGoodLoss = Double.NaN;
    private StopReason stop;

    Fit(TrainingStep step, Optimizer.State state, Plan plan) {
        this.step = step;
        this.state = state;
        this.plan = plan;
    }

    /** Why the run has to end, or null. */
    StopReason stop() {
        return stop;
    }

    List<EpochReport> epochs() {
        return epochs;
    }

    /**
     * Runs one epoch.
     *
     * @param epoch epochs completed before
     * @param order rows
     * @return whether it was completed
     */
    boolean epoch(long epoch, int[] order) {
        plan.rates().beginEpoch(epoch);
        LossTotal total = new LossTotal(plan.reduction());
        int batch = 1;
        for (int from = 0; from < order.length; batch++) {
            int to = (int) Math.min((long) from + plan.batchSize(), order.length);
            batch(epoch, batch, order, from, to);
            total.add(step.numerator(), step.denominator(), step.penalty(), to - from);
            from = to;
            if (Thread.currentThread().isInterrupted()) {
                stop = StopReason.INTERRUPTED;
                if (from < order.length) {
                    return false;
                }
            }
        }
        report(epoch, total.loss());
        return true;
    }

    private void batch(long epoch, int batch, int[] order, int from, int to) {
        plan.rates().beginStep();
        double loss = step.evaluate(order, from, to);
        if (!Double.isFinite(loss)) {
            refuse(epoch, batch, loss);
        }
        lastGoodLoss = loss;
        step.apply();
        for (TrainingListener l : plan.listeners()) {
            l.onStep(state.steps(), loss);
        }
    }

    private void refuse(long epoch, int batch, double loss) {
        if (step.denominator() == 0 && plan.reduction() == Reduction.MEAN) {
            throw new IllegalArgumentException("epoch " + (epoch + 1) + ", batch " + batch
                    + ": all weights of this batch are 0, which leaves no mean loss; remove rows of weight 0, use larger"
                    + " batches or reduce by the sum");
        }
        throw new TrainingDivergedException(epoch + 1, batch, loss, lastGoodLoss, state.rate());
    }

    private void report(long epoch, double loss) {
        OptionalDouble validation = plan.validation() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(plan.validation().loss());
        EpochReport report = new EpochReport(epoch + 1, state.steps(), loss, validation, state.rate());
        epochs.add(report);
        for (TrainingListener l : plan.listeners()) {
            if (l.onEpoch(report) == Decision.STOP && stop == null) {
                stop = StopReason.LISTENER;
            }
        }
        boolean noRateLeft = plan.rates().endEpoch(report);
        boolean noBetter = plan.earlyStopping() != null && plan.earlyStopping().stopsAfter(report);
        if ((noRateLeft || noBetter) && stop == null) {
            stop = StopReason.NO_IMPROVEMENT;
        }
    }
}
