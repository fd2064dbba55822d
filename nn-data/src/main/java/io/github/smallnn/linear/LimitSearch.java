package io.github.smallnn.linear;

import io.github.smallnn.linear.Limit.Cause;
import java.util.Optional;

/** Finds what keeps a network from its optimum: the first reason that holds, from the gravest on. */
final class LimitSearch {
    // The goal that steps are counted to, and the excess of the loss (of what predicting the mean leaves) below which
    // the network is there.
    private static final double GOAL = 1e-10;
    private static final double CONVERGED = 1e-12;
    // Within this factor of the noise floor the noise and not the number of steps is the reason.
    private static final double NEAR = 5;
    // The condition number of D'D from which the columns are blamed.
    private static final double BAD = 100;

    private final Oracle oracle;
    private final double spread;

    LimitSearch(Oracle oracle, double spread) {
        this.oracle = oracle;
        this.spread = spread;
    }

    Limit limit(double rate, int batchSize) {
        double floor = oracle.noiseFloor(rate, batchSize);
        Optional<Descent> descent = oracle.descent();
        if (oracle.lossGap() <= CONVERGED * spread) {
            return new Limit(
                    Cause.CONVERGED,
                    "The network has reached the optimum: its loss is " + Figures.six(oracle.lossGap()) + " above "
                            + Figures.six(oracle.optimalLoss()) + ".");
        }
        if (descent.isPresent() && !(descent.get().contraction(rate) < 1)) {
            return tooHigh(descent.get(), rate);
        }
        if (oracle.lossGap() <= NEAR * floor) {
            return new Limit(
                    Cause.BATCH_NOISE,
                    "The differences between batches of " + batchSize + " rows at rate "
                            + Figures.six(rate) + " keep the loss some " + Figures.six(floor)
                            + " above the optimum; lower the rate or enlarge the batches.");
        }
        return descent.isPresent() ? slow(descent.get(), rate) : unknown();
    }

    private static Limit tooHigh(Descent d, double rate) {
        return new Limit(
                Cause.RATE_TOO_HIGH,
                "The rate " + Figures.six(rate) + " is above the largest stable one, "
                        + Figures.six(d.largestStableRate())
                        + ": a step multiplies the distance from the optimum by up to "
                        + Figures.six(d.contraction(rate)) + "; the best constant rate is " + Figures.six(d.bestRate())
                        + ".");
    }

    private Limit slow(Descent d, double rate) {
        String steps = d.steps(rate, GOAL).orElseThrow() + " more full-batch steps at rate " + Figures.six(rate) + " ("
                + d.steps(GOAL) + " at the best rate, " + Figures.six(d.bestRate())
                + ") shrink the distance from the optimum by 1e10";
        if (d.conditionNumber() < BAD) {
            return new Limit(Cause.TOO_FEW_STEPS, "Too few steps so far: " + steps + ".");
        }
        String blame = Conditioning.blame(oracle.optimum(), d.conditionNumber());
        return new Limit(
                Cause.BAD_CONDITION,
                "The condition number of " + Figures.six(d.conditionNumber()) + " makes the descent slow: " + blame
                        + "; " + steps + ".");
    }

    private Limit unknown() {
        return new Limit(
                Cause.TOO_FEW_STEPS,
                "The loss is " + Figures.six(oracle.lossGap()) + " above the optimum of "
                        + Figures.six(oracle.optimalLoss())
                        + "; the network is not a single linear layer, so its steps cannot be counted beforehand.");
    }
}
