package io.github.smallnn.schedule;

/**
 * One cycle: the rate climbs from 1 / division of the optimizer's rate to the rate itself and falls to a tiny one, while
 * the momentum goes the other way. PyTorch's {@code OneCycleLR}, whose {@code max_lr} is the optimizer's rate here. In
 * three phases the rate first comes back to where it began. After the last step it stays; PyTorch raises an error. Source:
 * Smith and Topin, "Super-convergence", 2018. Immutable, any thread.
 *
 * @param steps steps of the cycle, at least 2
 * @param rising share of the steps in which the rate climbs, in (0, 1), at most 1/2 in three phases
 * @param division the first rate is the largest divided by this, above 0
 * @param finalDivision the last rate is the first divided by this, above 0
 * @param wave whether it moves along half waves, else in straight lines
 * @param threePhases whether the rate comes back to the first one before it falls to the last
 * @param lowMomentum momentum at the largest rate, in [0, 1); NaN leaves the momentum alone
 * @param highMomentum momentum at the first and last rates, in [0, 1); NaN leaves the momentum alone
 */
public record OneCycle(
        long steps,
        double rising,
        double division,
        double finalDivision,
        boolean wave,
        boolean threePhases,
        double lowMomentum,
        double highMomentum)
        implements StepSchedule {
    private static final String NAME = "one-cycle";

    /**
     * Checks the settings.
     *
     * @param steps steps of the cycle
     * @param rising share of the steps in which the rate climbs
     * @param division divisor of the first rate
     * @param finalDivision divisor of the last rate
     * @param wave whether it moves along half waves
     * @param threePhases whether there are three phases
     * @param lowMomentum momentum at the largest rate
     * @param highMomentum momentum at the other rates
     * @throws IllegalArgumentException if a setting is out of range, or only one momentum is NaN
     */
    public OneCycle {
        Checks.count(NAME, "steps", steps, 2);
        double most = threePhases ? 0.5 : 1;
        if (!(rising * steps > 1 && rising <= most && rising < 1)) {
            throw new IllegalArgumentException("one-cycle schedule needs a rising share of more than one step and "
                    + (threePhases ? "at most 1/2" : "below 1") + ", but got " + rising + " of " + steps + " steps");
        }
        Checks.positive(NAME, "division", division);
        Checks.positive(NAME, "final division", finalDivision);
        if (!(Double.isNaN(lowMomentum) && Double.isNaN(highMomentum))) {
            Checks.fraction(NAME, "low momentum", lowMomentum);
            Checks.fraction(NAME, "high momentum", highMomentum);
        }
    }

    /**
     * PyTorch's defaults: three tenths rising from 1/25, down to 1/250,000, along half waves, momentum between 0.85 and
     * 0.95.
     *
     * @param steps steps of the cycle
     * @throws IllegalArgumentException if there are too few
     */
    public OneCycle(long steps) {
        this(steps, 0.3, 25, 1e4, true, false, 0.85, 0.95);
    }

    /**
     * Without cycling the momentum, for rules that have none.
     *
     * @return a changed copy
     */
    public OneCycle withoutMomentum() {
        return new OneCycle(steps, rising, division, finalDivision, wave, threePhases, Double.NaN, Double.NaN);
    }

    @Override
    public double factor(long step) {
        double first = 1 / division;
        return at(step, first, 1, threePhases ? first : first / finalDivision, first / finalDivision);
    }

    @Override
    public double momentum(long step) {
        return at(step, highMomentum, lowMomentum, highMomentum, highMomentum);
    }

    private double at(long step, double first, double peak, double second, double last) {
        double top = rising * steps - 1;
        double end = steps - 1;
        double t = Math.min(step, end);
        if (t <= top) {
            return between(first, peak, t / top);
        }
        if (!threePhases) {
            return between(peak, second, (t - top) / (end - top));
        }
        double back = 2 * top;
        return t <= back
                ? between(peak, second, (t - top) / (back - top))
                : between(second, last, (t - back) / (end - back));
    }

    private double between(double a, double b, double t) {
        return wave ? Curves.halfWave(a, b, t) : a + (b - a) * t;
    }
}
