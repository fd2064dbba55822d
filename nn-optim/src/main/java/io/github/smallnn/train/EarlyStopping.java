package io.github.smallnn.train;

import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Ends a run when a figure that should fall has not fallen for a while; each {@code fit} counts anew. The figure is the
 * validation loss, or the training loss where there is no validation data; for a score that should rise, watch its
 * negative. The rules differ between libraries:
 *
 * <ul>
 *   <li>KERAS: an epoch is better if it is more than {@code minDelta} below the best of the better ones; the run ends with
 *       the {@code patience}-th epoch in a row that is not, never with the first epoch of the run.
 *   <li>SKLEARN: an epoch is better unless it is above best - minDelta, the best being the lowest of all; the run ends when
 *       more than {@code patience} epochs in a row are not.
 * </ul>
 *
 * Immutable, any thread.
 *
 * @param rule how epochs are counted
 * @param patience epochs without improvement, at least 0
 * @param minDelta least improvement, at least 0
 * @param restoresBest whether the parameters of the best epoch are put back at the end of the run
 * @param watched the figure
 */
public record EarlyStopping(
        Rule rule, int patience, double minDelta, boolean restoresBest, ToDoubleFunction<EpochReport> watched) {

    /** How epochs are counted. */
    public enum Rule {
        /** Keras's {@code EarlyStopping}. */
        KERAS,
        /** scikit-learn's MLP. */
        SKLEARN
    }

    /**
     * Checks the settings.
     *
     * @param rule how epochs are counted
     * @param patience epochs without improvement
     * @param minDelta least improvement
     * @param restoresBest whether the best parameters are put back
     * @param watched the figure
     * @throws IllegalArgumentException if patience or minDelta is out of range
     */
    public EarlyStopping {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(watched, "watched");
        if (patience < 0) {
            throw new IllegalArgumentException("early stopping needs a patience of at least 0, but got " + patience);
        }
        if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "early stopping needs a finite minDelta of at least 0, but got " + minDelta);
        }
    }

    /**
     * Keras's rule with its other defaults: minDelta 0, best parameters not put back. Keras's default patience is 0.
     *
     * @param patience at least 0
     * @return the rule
     * @throws IllegalArgumentException if it is negative
     */
    public static EarlyStopping keras(int patience) {
        return new EarlyStopping(Rule.KERAS, patience, 0, false, EarlyStopping::loss);
    }

    /**
     * scikit-learn's rule with its defaults for {@code early_stopping=True}: patience 10, minDelta 1e-4, best parameters
     * put back. scikit-learn watches the score (R2 or accuracy) of a held-back tenth; here it is the validation loss.
     *
     * @return the rule
     */
    public static EarlyStopping sklearn() {
        return new EarlyStopping(Rule.SKLEARN, 10, 1e-4, true, EarlyStopping::loss);
    }

    /**
     * With another patience.
     *
     * @param epochs at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is negative
     */
    public EarlyStopping withPatience(int epochs) {
        return new EarlyStopping(rule, epochs, minDelta, restoresBest, watched);
    }

    /**
     * With another least improvement.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public EarlyStopping withMinDelta(double value) {
        return new EarlyStopping(rule, patience, value, restoresBest, watched);
    }

    /**
     * With or without putting the best parameters back.
     *
     * @param restores whether to
     * @return a changed copy
     */
    public EarlyStopping restoringBest(boolean restores) {
        return new EarlyStopping(rule, patience, minDelta, restores, watched);
    }

    /**
     * Watching another figure.
     *
     * @param figure smaller is better
     * @return a changed copy
     */
    public EarlyStopping watching(ToDoubleFunction<EpochReport> figure) {
        return new EarlyStopping(rule, patience, minDelta, restoresBest, figure);
    }

    static double loss(EpochReport report) {
        return report.validationLoss().orElse(report.loss());
    }

    Watch start(Model model) {
        return new Watch(model);
    }

    /** The count of one run. Mutable, confined. */
    final class Watch {
        private final Model model;
        private ParameterSet bestParameters;
        private double best = Double.POSITIVE_INFINITY;
        private int waited;
        private int epochs;

        Watch(Model model) {
            this.model = model;
        }

        /** Takes note of an epoch; true if the run is to end. */
        boolean stopsAfter(EpochReport report) {
            double figure = watched.applyAsDouble(report);
            epochs++;
            return rule == Rule.KERAS ? keras(figure) : sklearn(figure);
        }

        private boolean keras(double figure) {
            if (figure + minDelta < best) {
                keep(figure);
                waited = 0;
                return false;
            }
            waited++;
            return waited >= patience && epochs > 1;
        }

        private boolean sklearn(double figure) {
            waited = figure > best - minDelta ? waited + 1 : 0;
            if (figure < best) {
                keep(figure);
            }
            return waited > patience;
        }

        private void keep(double figure) {
            best = figure;
            if (restoresBest && bestParameters == null) {
                bestParameters = model.parameters().copy();
            } else if (restoresBest) {
                bestParameters.assign(model.parameters());
            }
        }

        /** Ends the run. */
        void finish() {
            if (bestParameters != null) {
                model.parameters().assign(bestParameters);
            }
        }
    }
}
