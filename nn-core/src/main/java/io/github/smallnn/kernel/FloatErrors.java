// Generated from DoubleErrors.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Values of the less common losses of {@link Pairwise} and derivatives of all of them, for one pair of floats. Stateless,
 * any thread.
 */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatErrors {
    private static final float LOWEST_LOG = -100.0f;
    // 1e-12 rounded to single precision: what PyTorch has in every precision.
    private static final float LEAST_SPREAD = 9.999999960041972e-13f;
    private static final float TWO_PI = 6.283185307179586f;

    private FloatErrors() {}

    static float value(Pairwise f, double p, float x, float t) {
        float q = (float) p;
        return switch (f) {
            case SMOOTH_ABSOLUTE_ERROR -> smooth(q, Math.abs(x - t));
            case QUANTILE_ERROR -> t - x >= 0 ? q * (t - x) : (q - 1) * (t - x);
            case BINARY_CROSS_ENTROPY -> -(t * logOf(x) + (1 - t) * logOfRest(x));
            case NEGATIVE_LIKELIHOOD -> t == 0 ? 0 : -t * x;
            case KL_DIVERGENCE -> t == 0 ? 0 : t * (FloatMath.log(t) - x);
            case LOG_KL_DIVERGENCE -> FloatMath.exp(t) * (t - x);
            case POISSON -> FloatMath.exp(x) - t * x;
            case POISSON_RATE -> x - t * FloatMath.log(x + q);
            case STIRLING -> t > 1 ? t * FloatMath.log(t) - t + 0.5f * FloatMath.log(TWO_PI * t) : 0;
            case GAUSSIAN -> 0.5f * (FloatMath.log(variance(q, x)) + t / variance(q, x));
            case HINGE -> Math.max(q - x * t, 0);
            case HINGE_EMBEDDING -> (t != -1 ? x : 0) + (t != 1 ? Math.max(q - x, 0) : 0);
            case SOFT_MARGIN -> FloatMath.softplus(-x * t);
            case DISTANCE_MARGIN -> Math.max(x - t + q, 0);
            default -> throw new IllegalArgumentException(f + " is computed elsewhere");
        };
    }

    /** Derivative by x. */
    static float slope(Pairwise f, double p, float x, float t) {
        float q = (float) p;
        return switch (f) {
            case SMOOTH_ABSOLUTE_ERROR -> Math.abs(x - t) < q ? (x - t) / q : sign(x - t);
            case QUANTILE_ERROR -> t - x >= 0 ? -q : 1 - q;
            case BINARY_CROSS_ENTROPY -> (x - t) / Math.max((1 - x) * x, LEAST_SPREAD);
            case NEGATIVE_LIKELIHOOD, KL_DIVERGENCE -> -t;
            case LOG_KL_DIVERGENCE -> -FloatMath.exp(t);
            case POISSON -> FloatMath.exp(x) - t;
            case POISSON_RATE -> 1 - t / (x + q);
            case STIRLING -> 0;
            case GAUSSIAN -> 0.5f * (1 - t / variance(q, x)) / variance(q, x);
            case HINGE -> q - x * t >= 0 ? -t : 0;
            case HINGE_EMBEDDING -> (t != -1 ? 1 : 0) - (t != 1 && q - x >= 0 ? 1 : 0);
            case SOFT_MARGIN -> -t * FloatMath.sigmoid(-x * t);
            case DISTANCE_MARGIN -> x - t + q >= 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(f + " is computed elsewhere");
        };
    }

    /** Derivative by t. */
    static float slopeByTarget(Pairwise f, double p, float x, float t) {
        float q = (float) p;
        return switch (f) {
            case SQUARED_ERROR -> 2 * (t - x);
            case ABSOLUTE_ERROR -> sign(t - x);
            case HUBER -> clipped(t - x, p);
            case LOGIT_CROSS_ENTROPY -> -x;
            case SMOOTH_ABSOLUTE_ERROR, QUANTILE_ERROR, DISTANCE_MARGIN -> -slope(f, p, x, t);
            case BINARY_CROSS_ENTROPY -> logOfRest(x) - logOf(x);
            case NEGATIVE_LIKELIHOOD, POISSON -> -x;
            case KL_DIVERGENCE -> FloatMath.log(t) + 1 - x;
            case LOG_KL_DIVERGENCE -> FloatMath.exp(t) * (t - x + 1);
            case POISSON_RATE -> -FloatMath.log(x + q);
            case STIRLING -> t > 1 ? FloatMath.log(t) + 0.5f / t : 0;
            case GAUSSIAN -> 0.5f / variance(q, x);
            case HINGE -> q - x * t >= 0 ? -x : 0;
            case HINGE_EMBEDDING -> 0;
            case SOFT_MARGIN -> -x * FloatMath.sigmoid(-x * t);
            default -> throw new IllegalArgumentException(f + " is computed elsewhere");
        };
    }

    /** -1, 0 or 1; NaN of NaN. */
    static float sign(float e) {
        return e > 0 ? 1 : e < 0 ? -1 : e;
    }

    /** The error cut off at -p and p. */
    static float clipped(float e, double p) {
        return Math.max(Math.min(e, (float) p), (float) -p);
    }

    private static float smooth(float q, float e) {
        return e < q ? 0.5f * e * e / q : e - 0.5f * q;
    }

    private static float logOf(float x) {
        if (x < 0 || x > 1) {
            throw new IllegalArgumentException(
                    "the prediction " + x + " is not a probability from 0 to 1; end the network"
                            + " with a sigmoid, or use the cross-entropy on logits");
        }
        return Math.max(FloatMath.log(x), LOWEST_LOG);
    }

    private static float logOfRest(float x) {
        return Math.max(FloatMath.log1p(-x), LOWEST_LOG);
    }

    private static float variance(float least, float x) {
        if (x < 0) {
            throw new IllegalArgumentException(
                    "the variance " + x + " is negative; let the network predict it through softplus or exp");
        }
        return Math.max(x, least);
    }
}
