package io.github.smallnn.graph;

import io.github.smallnn.kernel.DoubleMath;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.Tensor;
import java.util.Map;

/** A normal distribution without what lies outside two bounds. */
record TruncatedNormal(double mean, double sd, double low, double high) implements Initializer {
    TruncatedNormal {
        boolean finite = Double.isFinite(mean) && Double.isFinite(sd) && Double.isFinite(low) && Double.isFinite(high);
        if (!finite || !(sd > 0) || !(low < high)) {
            throw new IllegalArgumentException(
                    "truncated normal needs finite settings, sd > 0 and low < high, but got mean " + mean + ", sd " + sd
                            + ", low " + low + " and high " + high);
        }
        if (low > mean + 2 * sd || high < mean - 2 * sd) {
            throw new IllegalArgumentException("truncated normal of mean " + mean + " and sd " + sd
                    + " needs bounds that reach within 2 sd of its mean, but got " + low + " and " + high);
        }
    }

    @Override
    public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
        for (int r = 0; r < parameter.rows(); r++) {
            for (int c = 0; c < parameter.cols(); c++) {
                parameter.set(r, c, draw(random));
            }
        }
    }

    // Normal draws hit a wide range at least once in 45 times. A narrow one is drawn from evenly, and a draw z kept
    // with the
    // ratio of the density there to the largest density of the range.
    private double draw(RandomSource random) {
        if (high - low > 2 * sd) {
            double v = random.normal(mean, sd);
            while (v < low || v > high) {
                v = random.normal(mean, sd);
            }
            return v;
        }
        double peak = (Math.min(Math.max(mean, low), high) - mean) / sd;
        while (true) {
            double v = random.uniform(low, high);
            double z = (v - mean) / sd;
            if (random.uniform() < DoubleMath.exp((peak * peak - z * z) / 2)) {
                return v;
            }
        }
    }

    @Override
    public OpSpec spec() {
        return new OpSpec("truncated_normal", Map.of("mean", mean, "sd", sd, "low", low, "high", high));
    }
}
