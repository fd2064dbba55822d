package io.github.smallnn.graph;

import io.github.smallnn.op.OpSpec;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.Tensor;
import java.util.Locale;
import java.util.Map;

/**
 * Draws of mean 0 and variance scale / fan, as Keras's {@code VarianceScaling}. Glorot is scale 1 and the average fan, He
 * scale 2 and fan-in, LeCun scale 1 and fan-in. Immutable, any thread.
 *
 * @param scale numerator of the variance, above 0
 * @param fan what it is divided by
 * @param distribution which distribution is drawn from
 */
public record VarianceScaling(double scale, Fan fan, Distribution distribution) implements Initializer {
    // Standard deviation of a standard normal cut at 2.
    private static final double CUT_DEVIATION = 0.87962566103423978;

    /** Connections of a unit that count. */
    public enum Fan {
        /** Inputs per unit. */
        IN,
        /** Outputs per unit. */
        OUT,
        /** The mean of both. */
        AVERAGE
    }

    /** Shape of the distribution. */
    public enum Distribution {
        /** Uniform, with bound sqrt(3 scale / fan). */
        UNIFORM,
        /** Normal. */
        NORMAL,
        /** Normal cut at two of its deviations and widened so that the variance is kept. */
        TRUNCATED_NORMAL
    }

    /**
     * Checks the scale.
     *
     * @param scale numerator of the variance
     * @param fan what it is divided by
     * @param distribution which distribution is drawn from
     * @throws IllegalArgumentException if the scale is not above 0 or not finite
     */
    public VarianceScaling {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("variance scaling needs a finite scale above 0, but got " + scale);
        }
    }

    static VarianceScaling of(OpSpec spec) {
        return new VarianceScaling(
                spec.number("scale"),
                Fan.valueOf(spec.text("fan").toUpperCase(Locale.ROOT)),
                Distribution.valueOf(spec.text("distribution").toUpperCase(Locale.ROOT)));
    }

    @Override
    public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
        double n = switch (fan) {
            case IN -> fanIn;
            case OUT -> fanOut;
            case AVERAGE -> ((double) fanIn + fanOut) / 2;
        };
        double sd = Math.sqrt(scale / n);
        switch (distribution) {
            case UNIFORM -> {
                double bound = Math.sqrt(3 * scale / n);
                Initializers.uniform(-bound, bound).fill(parameter, fanIn, fanOut, random);
            }
            case NORMAL -> Initializers.normal(0, sd).fill(parameter, fanIn, fanOut, random);
            case TRUNCATED_NORMAL ->
                Initializers.truncatedNormal(0, sd / CUT_DEVIATION).fill(parameter, fanIn, fanOut, random);
        }
    }

    @Override
    public OpSpec spec() {
        return new OpSpec(
                "variance_scaling",
                Map.of(
                        "scale",
                        scale,
                        "fan",
                        fan.name().toLowerCase(Locale.ROOT),
                        "distribution",
                        distribution.name().toLowerCase(Locale.ROOT)));
    }
}
