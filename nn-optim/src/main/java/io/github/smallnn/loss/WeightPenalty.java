package io.github.smallnn.loss;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Gradients;
import io.github.smallnn.optim.kernel.Slopes;

/**
 * A penalty on the size of parameters: l1 sum|w| + l2 sum(w^2), by choice divided by the rows of the batch. It is added
 * to the loss of a batch once per step, whatever the parts the batch comes in, and its gradient l1 sign(w) + 2 l2 w to
 * that of the loss; the sign of 0 is 0.
 *
 * <p>It is on the weights (paths that end in {@code weight}) unless {@link #on} says otherwise; frozen parameters are
 * left out. PyTorch has no penalty but {@code weight_decay} d of its optimizers, which steps as l2 = d / 2 does and is
 * not part of the reported loss. Immutable, any thread.
 *
 * @param l1 factor of the absolute values, 0 or more
 * @param l2 factor of the squares, 0 or more
 * @param overRows whether both are divided by the rows of the batch
 * @param pattern paths of the parameters, in which {@code *} stands for anything
 */
public record WeightPenalty(double l1, double l2, boolean overRows, String pattern) {
    private static final String WEIGHTS = "*weight";

    /**
     * Checks the settings.
     *
     * @param l1 factor of the absolute values
     * @param l2 factor of the squares
     * @param overRows whether to divide by rows
     * @param pattern paths
     * @throws IllegalArgumentException if a factor is negative or not finite
     */
    public WeightPenalty {
        Settings.notNegative("penalty l1", l1);
        Settings.notNegative("penalty l2", l2);
    }

    /**
     * l sum|w|: Keras's {@code regularizers.L1}.
     *
     * @param l factor, 0 or more
     * @return the penalty on all weights
     * @throws IllegalArgumentException if l is negative or not finite
     */
    public static WeightPenalty l1(double l) {
        return l1l2(l, 0);
    }

    /**
     * l sum(w^2): Keras's {@code regularizers.L2}, without a half.
     *
     * @param l factor, 0 or more
     * @return the penalty on all weights
     * @throws IllegalArgumentException if l is negative or not finite
     */
    public static WeightPenalty l2(double l) {
        return l1l2(0, l);
    }

    /**
     * l1 sum|w| + l2 sum(w^2): Keras's {@code regularizers.L1L2}.
     *
     * @param l1 factor of the absolute values, 0 or more
     * @param l2 factor of the squares, 0 or more
     * @return the penalty on all weights
     * @throws IllegalArgumentException if a factor is negative or not finite
     */
    public static WeightPenalty l1l2(double l1, double l2) {
        return new WeightPenalty(l1, l2, false, WEIGHTS);
    }

    /**
     * alpha sum(w^2) / (2 rows), rows being those of the batch: the {@code alpha} of scikit-learn's
     * {@code MLPRegressor} and {@code MLPClassifier}. The regressor's loss is {@link Losses#halfMse()}.
     *
     * @param alpha factor, 0 or more; scikit-learn's default is 1e-4
     * @return the penalty on all weights
     * @throws IllegalArgumentException if alpha is negative or not finite
     */
    public static WeightPenalty scikitLearn(double alpha) {
        return new WeightPenalty(0, Settings.notNegative("penalty alpha", alpha) / 2, true, WEIGHTS);
    }

    /**
     * This penalty on other parameters.
     *
     * @param paths paths, in which {@code *} stands for anything, such as {@code encoder/*}
     * @return a new penalty
     */
    public WeightPenalty on(String paths) {
        return new WeightPenalty(l1, l2, overRows, paths);
    }

    /**
     * This penalty for the parameters of one model.
     *
     * @param parameters the parameters; their trainable marks are read now
     * @return what computes it
     * @throws IllegalArgumentException if no path matches
     */
    public Bound bind(ParameterSet parameters) {
        return new Bound(this, parameters);
    }

    /** A penalty with the parameters it is on. Reads them when asked; belongs to the thread that changes them. */
    public static final class Bound {
        private final WeightPenalty penalty;
        private final ParameterSet parameters;
        private final int[] places;
        private final Gradients sums;
        private final Slopes slopes;

        private Bound(WeightPenalty penalty, ParameterSet parameters) {
            this.penalty = penalty;
            this.parameters = parameters;
            this.places = parameters.matching(penalty.pattern());
            this.sums = Gradients.of(parameters.precision());
            this.slopes = Slopes.of(parameters.precision());
        }

        /**
         * The penalty now.
         *
         * @param rows rows of the batch
         * @return its value
         */
        public double value(int rows) {
            double absolute = 0;
            double squared = 0;
            for (int i : places) {
                if (parameters.trainable(i)) {
                    absolute += penalty.l1() == 0 ? 0 : sums.powers(1, parameters.tensor(i));
                    squared += penalty.l2() == 0 ? 0 : sums.powers(2, parameters.tensor(i));
                }
            }
            return share(rows) * (penalty.l1() * absolute + penalty.l2() * squared);
        }

        /**
         * Adds the gradient of the penalty.
         *
         * @param rows rows of the batch
         * @param gradients gradients of the loss, in the layout of the parameters. Modified.
         */
        public void addTo(ParameterSet gradients, int rows) {
            double linear = 2 * penalty.l2() * share(rows);
            double constant = penalty.l1() * share(rows);
            for (int i : places) {
                if (parameters.trainable(i)) {
                    slopes.add(linear, constant, parameters.tensor(i), gradients.tensor(i));
                }
            }
        }

        private double share(int rows) {
            return penalty.overRows() ? 1.0 / rows : 1;
        }
    }
}
