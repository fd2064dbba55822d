package io.github.smallnn.examples;

import io.github.smallnn.train.EpochReport;
import io.github.smallnn.train.TrainingListener;
import java.util.Arrays;

/** Keeps the loss of every epoch, also of a run that breaks off, and prints about ten of them. */
final class Progress implements TrainingListener {
    private static final int LINES = 10;

    private final Report report;
    private final double[] losses;

    Progress(Report report, int epochs) {
        this.report = report;
        this.losses = new double[epochs];
        Arrays.fill(losses, Double.NaN);
    }

    @Override
    public Decision onEpoch(EpochReport r) {
        int epoch = (int) r.epoch();
        losses[epoch - 1] = r.loss();
        int every = Math.max(1, losses.length / LINES);
        if (epoch == 1 || epoch % every == 0 || epoch == losses.length) {
            report.line("epoch %4d  loss %.6g", epoch, r.loss());
        }
        return Decision.GO_ON;
    }

    /** Loss of each epoch, NaN where it was not reached. */
    double[] losses() {
        return losses.clone();
    }
}
