package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;

/**
 * A sheet bent like an S in three dimensions, that of scikit-learn's {@code make_s_curve}: points {@code (sin t, h,
 * sign(t) (cos t - 1))} with t from -1.5 pi to 1.5 pi and h from 0 to 2; the target is t.
 *
 * <p>With a {@link RandomState} points are scikit-learn's within 1e-12. Immutable, any thread.
 *
 * @param samples number of rows, at least 1
 * @param noise standard deviation of the normal noise on the points, 0 or more; drawn even for 0
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeSCurve(int samples, double noise, long seed) {

    /**
     * Checks the parameters.
     *
     * @param samples number of rows, at least 1
     * @param noise standard deviation of the noise, 0 or more
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeSCurve {
        Sizes.atLeast("samples", 1, samples);
        Sizes.elements("samples", samples, "features", 3);
        Sizes.notNegative("noise", noise);
    }

    /**
     * The defaults of scikit-learn: 100 samples, no noise. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeSCurve defaults() {
        return new MakeSCurve(100, 0, 0);
    }

    /**
     * The same with another number of rows.
     *
     * @param n number of rows, at least 1
     * @return a new value
     */
    public MakeSCurve samples(int n) {
        return new MakeSCurve(n, noise, seed);
    }

    /**
     * The same with another noise.
     *
     * @param sd standard deviation, 0 or more
     * @return a new value
     */
    public MakeSCurve noise(double sd) {
        return new MakeSCurve(samples, sd, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeSCurve seed(long value) {
        return new MakeSCurve(samples, noise, value);
    }

    /**
     * Makes the points from a new {@link RandomState} with the seed of this value.
     *
     * @return three input columns and t as the target, in double precision
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Dataset generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the points from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return three input columns and t as the target, in double precision
     */
    public Dataset generate(RandomSource random) {
        double[] t = Drawing.uniform(random, samples);
        double[] height = Drawing.uniform(random, samples);
        double[] x = new double[3 * samples];
        for (int i = 0; i < samples; i++) {
            t[i] = 3 * Math.PI * (t[i] - 0.5);
            x[3 * i] = StrictMath.sin(t[i]);
            x[3 * i + 1] = 2 * height[i];
            x[3 * i + 2] = Math.signum(t[i]) * (StrictMath.cos(t[i]) - 1);
        }
        SpaceNoise.add(random, noise, x);
        return Drawing.dataset(x, 3, t);
    }
}
