package io.github.smallnn.schedule;

/**
 * Multiplies the rate by a factor when the metric has been no better for more than {@code patience} epochs. PyTorch's
 * {@code ReduceLROnPlateau}. Better is, for the smallest, metric &lt; best (1 - threshold), or best - threshold if the
 * threshold is absolute; for the largest, with + and &gt;. Keras's callback counts differently: {@link #keras}. Immutable,
 * any thread.
 *
 * @param factor of the rate, in [0, 1)
 * @param patience epochs without improvement that are borne, at least 0
 * @param threshold least improvement, at least 0
 * @param absolute whether the threshold is absolute, else relative to the best
 * @param largest whether the largest metric is best (accuracy), else the smallest (loss)
 * @param cooldown epochs after a reduction that do not count, at least 0
 * @param lowest the rate is never lowered below this, at least 0
 * @param epsilon a reduction by no more than this is left out, at least 0
 */
public record ReduceOnPlateau(
        double factor,
        int patience,
        double threshold,
        boolean absolute,
        boolean largest,
        int cooldown,
        double lowest,
        double epsilon)
        implements RateControl {
    private static final String NAME = "reduce-on-plateau";

    /**
     * Checks the settings.
     *
     * @param factor of the rate
     * @param patience epochs without improvement that are borne
     * @param threshold least improvement
     * @param absolute whether the threshold is absolute
     * @param largest whether the largest metric is best
     * @param cooldown epochs after a reduction that do not count
     * @param lowest lowest rate
     * @param epsilon smallest reduction
     * @throws IllegalArgumentException if a setting is out of range
     */
    public ReduceOnPlateau {
        Checks.fraction(NAME, "factor", factor);
        Checks.count(NAME, "patience", patience, 0);
        Checks.factor(NAME, "threshold", threshold);
        Checks.count(NAME, "cooldown", cooldown, 0);
        Checks.factor(NAME, "lowest rate", lowest);
        Checks.factor(NAME, "epsilon", epsilon);
    }

    /**
     * With PyTorch's other defaults: threshold 1e-4, relative; smallest is best; no cooldown; epsilon 1e-8.
     *
     * @param factor of the rate, in [0, 1), PyTorch's default is 0.1
     * @param patience epochs without improvement that are borne, PyTorch's default is 10
     * @throws IllegalArgumentException if a setting is out of range
     */
    public ReduceOnPlateau(double factor, int patience) {
        this(factor, patience, 1e-4, false, false, 0, 0, 1e-8);
    }

    /**
     * Keras's callback: it reduces in the {@code patience}-th epoch without improvement, not after it, its cooldown is one
     * epoch shorter, the threshold of 1e-4 is absolute and every reduction is made.
     *
     * @param factor of the rate, in [0, 1), Keras's default is 0.1
     * @param patience Keras's {@code patience}, default 10; 0 means 1
     * @param cooldown Keras's {@code cooldown}, default 0
     * @return the control
     * @throws IllegalArgumentException if a setting is out of range
     */
    public static ReduceOnPlateau keras(double factor, int patience, int cooldown) {
        Checks.count(NAME, "patience", patience, 0);
        Checks.count(NAME, "cooldown", cooldown, 0);
        int borne = Math.max(patience - 1, 0);
        return new ReduceOnPlateau(factor, borne, 1e-4, true, false, Math.max(cooldown - 1, 0), 0, 0);
    }

    /**
     * For a metric whose largest value is best.
     *
     * @return a changed copy
     */
    public ReduceOnPlateau ofLargest() {
        return new ReduceOnPlateau(factor, patience, threshold, absolute, true, cooldown, lowest, epsilon);
    }

    @Override
    public Tracker start(double rate) {
        return new Watch(rate);
    }

    private final class Watch implements Tracker {
        private double rate;
        private double best = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        private int bad;
        private int resting;

        Watch(double rate) {
            this.rate = rate;
        }

        @Override
        public double rate() {
            return rate;
        }

        @Override
        public void after(double metric) {
            if (better(metric)) {
                best = metric;
                bad = 0;
            } else {
                bad++;
            }
            if (resting > 0) {
                resting--;
                bad = 0;
            }
            if (bad > patience) {
                double lower = Math.max(rate * factor, lowest);
                rate = rate - lower > epsilon ? lower : rate;
                resting = cooldown;
                bad = 0;
            }
        }

        private boolean better(double metric) {
            double sign = largest ? 1 : -1;
            double bound = absolute ? best + sign * threshold : best * (1 + sign * threshold);
            return largest ? metric > bound : metric < bound;
        }
    }
}
