package io.github.smallnn.schedule;

/**
 * Triangles between the optimizer's rate and a multiple of it, the momentum going the other way. PyTorch's
 * {@code CyclicLR}, whose {@code base_lr} is the optimizer's rate here. Source: Smith, "Cyclical learning rates", 2017.
 * Immutable, any thread.
 *
 * @param highest largest factor, at least 1
 * @param up steps from the lowest to the highest, at least 1
 * @param down steps back, at least 1
 * @param mode how the height of the triangles changes
 * @param gamma share of the height that each step leaves in the mode EXPONENTIAL, above 0; else 1
 * @param lowMomentum momentum at the highest rate, in [0, 1); NaN leaves the momentum alone
 * @param highMomentum momentum at the lowest rate, in [0, 1); NaN leaves the momentum alone
 */
public record Cyclic(
        double highest, long up, long down, Mode mode, double gamma, double lowMomentum, double highMomentum)
        implements StepSchedule {
    private static final String NAME = "cyclic";

    /** How the height of the triangles changes. */
    public enum Mode {
        /** Not at all. */
        TRIANGULAR,
        /** Halved with every triangle. */
        HALVING,
        /** By gamma with every step. */
        EXPONENTIAL
    }

    /**
     * Checks the settings.
     *
     * @param highest largest factor
     * @param up steps up
     * @param down steps down
     * @param mode how the height changes
     * @param gamma share of the height left by each step
     * @param lowMomentum momentum at the highest rate
     * @param highMomentum momentum at the lowest rate
     * @throws IllegalArgumentException if a setting is out of range, or only one momentum is NaN
     */
    public Cyclic {
        if (!(highest >= 1 && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "cyclic schedule needs a finite highest factor of at least 1, but got " + highest);
        }
        Checks.count(NAME, "steps up", up, 1);
        Checks.count(NAME, "steps down", down, 1);
        Checks.positive(NAME, "gamma", gamma);
        if (mode != Mode.EXPONENTIAL && gamma != 1) {
            throw new IllegalArgumentException(
                    "cyclic schedule has a gamma of " + gamma + ", which only the mode EXPONENTIAL uses, not " + mode);
        }
        if (!(Double.isNaN(lowMomentum) && Double.isNaN(highMomentum))) {
            Checks.fraction(NAME, "low momentum", lowMomentum);
            Checks.fraction(NAME, "high momentum", highMomentum);
        }
    }

    /**
     * Triangles of one height, momentum between 0.8 and 0.9: PyTorch's defaults.
     *
     * @param highest largest factor
     * @param up steps up and steps down
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Cyclic(double highest, long up) {
        this(highest, up, up, Mode.TRIANGULAR, 1, 0.8, 0.9);
    }

    /**
     * Without cycling the momentum, for rules that have none.
     *
     * @return a changed copy
     */
    public Cyclic withoutMomentum() {
        return new Cyclic(highest, up, down, mode, gamma, Double.NaN, Double.NaN);
    }

    @Override
    public double factor(long step) {
        return 1 + (highest - 1) * height(step);
    }

    @Override
    public double momentum(long step) {
        return highMomentum - (highMomentum - lowMomentum) * height(step);
    }

    private double height(long step) {
        long at = step % (up + down);
        double triangle = at <= up ? (double) at / up : (double) (up + down - at) / down;
        return switch (mode) {
            case TRIANGULAR -> triangle;
            case HALVING -> triangle * Curves.power(0.5, step / (up + down));
            case EXPONENTIAL -> triangle * Curves.power(gamma, step);
        };
    }
}
