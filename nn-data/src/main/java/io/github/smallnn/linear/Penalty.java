package io.github.smallnn.linear;

/**
 * The conventions by which libraries penalise weights, and the {@link Ridge} alpha that each comes to: training on the
 * mean squared error with the penalty ends where {@code Ridge} with that alpha is.
 *
 * <p>In all cases the bias must be kept free of the penalty, as Ridge keeps the intercept. With sample weights use the
 * sum of the weights as the number of rows. Immutable, any thread.
 */
public enum Penalty {
    /**
     * PyTorch's coupled {@code weight_decay}: {@code setting * w} is added to the gradient of the mean squared error
     * over all rows and outputs; {@code alpha = setting rows outputs / 2}. PyTorch decays biases too, unless they are
     * put in a parameter group of their own.
     */
    PYTORCH {
        @Override
        double perSetting(double rows, int outputs, double batch) {
            return rows * outputs / 2;
        }
    },
    /**
     * Keras's L2 regulariser: {@code setting * sum(w^2)} is added to the mean squared error over all rows and outputs;
     * {@code alpha = setting rows outputs}.
     */
    KERAS {
        @Override
        double perSetting(double rows, int outputs, double batch) {
            return rows * outputs;
        }
    },
    /**
     * The alpha of scikit-learn's {@code MLPRegressor}: half the squared error of the batch and {@code setting / 2 *
     * sum(w^2)}, together divided by the rows of the batch; {@code alpha = setting rows / batch}, so the setting itself
     * for full batches.
     */
    SCIKIT_LEARN {
        @Override
        double perSetting(double rows, int outputs, double batch) {
            return rows / batch;
        }
    };

    abstract double perSetting(double rows, int outputs, double batch);

    /**
     * The Ridge alpha of a penalty, for full batches.
     *
     * @param setting the penalty in this convention, finite and not negative
     * @param rows number of training rows, or sum of the sample weights; positive
     * @param outputs number of outputs of the network, at least 1
     * @return alpha for {@link Ridge#of}
     * @throws IllegalArgumentException if a number is out of range
     */
    public double ridgeAlpha(double setting, double rows, int outputs) {
        return ridgeAlpha(setting, rows, outputs, rows);
    }

    /**
     * The Ridge alpha of a penalty. The size of the batches matters to scikit-learn's convention alone.
     *
     * @param setting the penalty in this convention, finite and not negative
     * @param rows number of training rows, or sum of the sample weights; positive
     * @param outputs number of outputs of the network, at least 1
     * @param batch rows of a batch, positive and at most the rows
     * @return alpha for {@link Ridge#of}
     * @throws IllegalArgumentException if a number is out of range
     */
    public double ridgeAlpha(double setting, double rows, int outputs, double batch) {
        requireFinite("penalty", setting, 0, Double.MAX_VALUE);
        return setting * factor(rows, outputs, batch);
    }

    /**
     * The reverse: the setting that comes to a Ridge alpha, for full batches.
     *
     * @param alpha penalty of {@link Ridge}, finite and not negative
     * @param rows number of training rows, or sum of the sample weights; positive
     * @param outputs number of outputs of the network, at least 1
     * @return the setting in this convention
     * @throws IllegalArgumentException if a number is out of range
     */
    public double setting(double alpha, double rows, int outputs) {
        requireFinite("alpha", alpha, 0, Double.MAX_VALUE);
        return alpha / factor(rows, outputs, rows);
    }

    private double factor(double rows, int outputs, double batch) {
        requireFinite("the number of rows", rows, Double.MIN_NORMAL, Double.MAX_VALUE);
        requireFinite("the number of outputs", outputs, 1, Integer.MAX_VALUE);
        requireFinite("the batch size", batch, Double.MIN_NORMAL, rows);
        return perSetting(rows, outputs, batch);
    }

    private static void requireFinite(String what, double v, double low, double high) {
        if (!(v >= low && v <= high)) {
            String range = low == 0 ? "not negative" : low == 1 ? "at least 1" : "positive";
            String limit = high == Double.MAX_VALUE ? " and finite" : low == 1 ? "" : " and at most " + high;
            throw new IllegalArgumentException(what + " must be " + range + limit + ", but is " + v);
        }
    }
}
