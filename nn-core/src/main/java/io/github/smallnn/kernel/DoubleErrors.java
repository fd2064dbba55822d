package io.github.smallnn.kernel;

/**
 * Values of the less common losses of {@link Pairwise} and derivatives of all of them, for one pair of doubles. Stateless,
 * any thread.
 */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleErrors {
    private static final double LOWEST_LOG = -100.0;
    // 1e-12 rounded to single precision: what PyTorch has in every precision.
    private static final double LEAST_SPREAD = 9.999999960041972e-13;
    private static final double TWO_PI = 6.283185307179586;

    private DoubleErrors() {}

    static double value(Pairwise f, double p, double x, double t) {
        double q = (double) p;
        return switch (f) {
            case SMOOTH_ABSOLUTE_ERROR -> smooth(q, Math.abs(x - t));
            case QUANTILE_ERROR -> t - x >= 0 ? q * (t - x) : (q - 1) * (t - x);
            case BINARY_CROSS_ENTROPY -> -(t * logOf(x) + (1 - t) * logOfRest(x));
            case NEGATIVE_LIKELIHOOD -> t == 0 ? 0 : -t * x;
            case KL_DIVERGENCE -> t == 0 ? 0 : t * (DoubleMath.log(t) - x);
            case LOG_KL_DIVERGENCE -> DoubleMath.exp(t) * (t - x);
            case POISSON -> DoubleMath.exp(x) - t * x;
            case POISSON_RATE -> x - t * DoubleMath.log(x + q);
            case STIRLING -> t > 1 ? t * DoubleMath.log(t) - t + 0.5 * DoubleMath.log(TWO_PI * t) : 0;
            case GAUSSIAN -> 0.5 * (DoubleMath.log(variance(q, x)) + t / variance(q, x));
            case HINGE -> Math.max(q - x * t, 0);
            case HINGE_EMBEDDING -> (t != -1 ? x : 0) + (t != 1 ? Math.max(q - x, 0) : 0);
            case SOFT_MARGIN -> DoubleMath.softplus(-x * t);
            case DISTANCE_MARGIN -> Math.max(x - t + q, 0);
            default -> throw new IllegalArgumentException(f + " is computed elsewhere");
        };
    }

    /** Derivative by x. */
    static double slope(Pairwise f, double p, double x, double t) {
        double q = (double) p;
        return switch (f) {
            case SMOOTH_ABSOLUTE_ERROR -> Math.abs(x - t) < q ? (x - t) / q : sign(x - t);
            case QUANTILE_ERROR -> t - x >= 0 ? -q : 1 - q;
            case BINARY_CROSS_ENTROPY -> (x - t) / Math.max((1 - x) * x, LEAST_SPREAD);
            case NEGATIVE_LIKELIHOOD, KL_DIVERGENCE -> -t;
            case LOG_KL_DIVERGENCE -> -DoubleMath.exp(t);
            case POISSON -> DoubleMath.exp(x) - t;
            case POISSON_RATE -> 1 - t / (x + q);
            case STIRLING -> 0;
            case GAUSSIAN -> 0.5 * (1 - t / variance(q, x)) / variance(q, x);
            case HINGE -> q - x * t >= 0 ? -t : 0;
            case HINGE_EMBEDDING -> (t != -1 ? 1 : 0) - (t != 1 && q - x >= 0 ? 1 : 0);
            case SOFT_MARGIN -> -t * DoubleMath.sigmoid(-x * t);
            case DISTANCE_MARGIN -> x - t + q >= 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(f + " is computed elsewhere");
        };
    }

    /** Derivative by t. */
    static double slopeByTarget(Pairwise f, double p, double x, double t) {
        double q = (double) p;
        return switch (f) {
            case SQUARED_ERROR -> 2 * (t - x);
            case ABSOLUTE_ERROR -> sign(t - x);
            case HUBER -> clipped(t - x, p);
            case LOGIT_CROSS_ENTROPY -> -x;
            case SMOOTH_ABSOLUTE_ERROR, QUANTILE_ERROR, DISTANCE_MARGIN -> -slope(f, p, x, t);
            case BINARY_CROSS_ENTROPY -> logOfRest(x) - logOf(x);
            case NEGATIVE_LIKELIHOOD, POISSON -> -x;
            case KL_DIVERGENCE -> DoubleMath.log(t) + 1 - x;
            case LOG_KL_DIVERGENCE -> DoubleMath.exp(t) * (t - x + 1);
            case POISSON_RATE -> -DoubleMath.log(x + q);
            case STIRLING -> t > 1 ? DoubleMath.log(t) + 0.5 / t : 0;
            case GAUSSIAN -> 0.5 / variance(q, x);
            case HINGE -> q - x * t >= 0 ? -x : 0;
            case HINGE_EMBEDDING -> 0;
            case SOFT_MARGIN -> -x * DoubleMath.sigmoid(-x * t);
            default -> throw new IllegalArgumentException(f + " is computed elsewhere");
        };
    }

    /** -1, 0 or 1; NaN of NaN. */
    static double sign(double e) {
        return e > 0 ? 1 : e < 0 ? -1 : e;
    }

    /** The error cut off at -p and p. */
    static double clipped(double e, double p) {
        return Math.max(Math.min(e, (double) p), (double) -p);
    }

    private static double smooth(double q, double e) {
        return e < q ? 0.5 * e * e / q : e - 0.5 * q;
    }

    private static double logOf(double x) {
        if (x < 0 || x > 1) {
            throw new IllegalArgumentException(
                    "the prediction " + x + " is not a probability from 0 to 1; end the network"
                            + " with a sigmoid, or use the cross-entropy on logits");
        }
        return Math.max(DoubleMath.log(x), LOWEST_LOG);
    }

    private static double logOfRest(double x) {
        return Math.max(DoubleMath.log1p(-x), LOWEST_LOG);
    }

    private static double variance(double least, double x) {
        if (x < 0) {
            throw new IllegalArgumentException(
                    "the variance " + x + " is negative; let the network predict it through softplus or exp");
        }
        return Math.max(x, least);
    }
}
