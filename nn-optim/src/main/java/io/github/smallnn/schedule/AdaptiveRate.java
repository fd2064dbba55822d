package io.github.smallnn.schedule;

/**
 * scikit-learn's {@code learning_rate="adaptive"}: the rate is divided by 5 when the loss has not fallen by {@code
 * tolerance} below its best for more than {@code patience} epochs, and the run ends where the rate is 1e-6 or less. As
 * scikit-learn's code does it; the text of its documentation speaks of two epochs. Immutable, any thread.
 *
 * @param patience scikit-learn's {@code n_iter_no_change}, at least 0
 * @param tolerance scikit-learn's {@code tol}, at least 0
 */
public record AdaptiveRate(int patience, double tolerance) implements RateControl {
    private static final double LEAST = 1e-6;

    /**
     * Checks the settings.
     *
     * @param patience epochs without improvement that are borne
     * @param tolerance least improvement
     * @throws IllegalArgumentException if a setting is out of range
     */
    public AdaptiveRate {
        Checks.count("adaptive", "patience", patience, 0);
        Checks.factor("adaptive", "tolerance", tolerance);
    }

    /** With scikit-learn's defaults: patience 10, tolerance 1e-4. */
    public AdaptiveRate() {
        this(10, 1e-4);
    }

    @Override
    public Tracker start(double rate) {
        return new Watch(rate);
    }

    private final class Watch implements Tracker {
        private double rate;
        private double best = Double.POSITIVE_INFINITY;
        private int bad;
        private boolean over;

        Watch(double rate) {
            this.rate = rate;
        }

        @Override
        public double rate() {
            return rate;
        }

        @Override
        public void after(double metric) {
            bad = metric > best - tolerance ? bad + 1 : 0;
            best = Math.min(best, metric);
            if (bad > patience) {
                over = rate <= LEAST;
                rate = over ? rate : rate / 5;
                bad = 0;
            }
        }

        @Override
        public boolean stops() {
            return over;
        }
    }
}
