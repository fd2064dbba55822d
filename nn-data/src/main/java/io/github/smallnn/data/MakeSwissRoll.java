package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;

/**
 * A rolled-up sheet in three dimensions, that of scikit-learn's {@code make_swiss_roll}: points {@code (t cos t, h, t
 * sin t)} with the angle t from 1.5 pi to 4.5 pi and the height h from 0 to 21; the target is t.
 *
 * <p>With a {@link RandomState} points are scikit-learn's within 1e-12. Immutable, any thread.
 *
 * <p>Source: S. Marsland, "Machine Learning: An Algorithmic Perspective", 2nd edition, chapter 6 (2014).
 *
 * @param samples number of rows, at least 1
 * @param noise standard deviation of the normal noise on the points, 0 or more; drawn even for 0
 * @param hole whether the middle of the sheet is left out
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeSwissRoll(int samples, double noise, boolean hole, long seed) {
    /* The sheet is cut in 3 x 3 pieces of pi by 7; with a hole the piece in the middle is not used. */
    private static final int PIECES = 3;
    private static final int MIDDLE = 4;

    /**
     * Checks the parameters.
     *
     * @param samples number of rows, at least 1
     * @param noise standard deviation of the noise, 0 or more
     * @param hole whether the middle of the sheet is left out
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeSwissRoll {
        Sizes.atLeast("samples", 1, samples);
        Sizes.elements("samples", samples, "features", 3);
        Sizes.notNegative("noise", noise);
    }

    /**
     * The defaults of scikit-learn: 100 samples, no noise, no hole. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeSwissRoll defaults() {
        return new MakeSwissRoll(100, 0, false, 0);
    }

    /**
     * The same with another number of rows.
     *
     * @param n number of rows, at least 1
     * @return a new value
     */
    public MakeSwissRoll samples(int n) {
        return new MakeSwissRoll(n, noise, hole, seed);
    }

    /**
     * The same with another noise.
     *
     * @param sd standard deviation, 0 or more
     * @return a new value
     */
    public MakeSwissRoll noise(double sd) {
        return new MakeSwissRoll(samples, sd, hole, seed);
    }

    /**
     * The same with or without a hole.
     *
     * @param on whether the middle of the sheet is left out
     * @return a new value
     */
    public MakeSwissRoll hole(boolean on) {
        return new MakeSwissRoll(samples, noise, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeSwissRoll seed(long value) {
        return new MakeSwissRoll(samples, noise, hole, value);
    }

    /**
     * Makes the points from a new {@link RandomState} with the seed of this value.
     *
     * @return three input columns and the angle t as the target, in double precision
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Dataset generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the points from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return three input columns and the angle t as the target, in double precision
     */
    public Dataset generate(RandomSource random) {
        int[] pieces = hole ? pieces(random) : null;
        double[] t = Drawing.uniform(random, samples);
        double[] height = Drawing.uniform(random, samples);
        for (int i = 0; i < samples; i++) {
            if (hole) {
                t[i] = Math.PI * (1.5 + pieces[i] / PIECES) + t[i] * Math.PI;
                height[i] = pieces[i] % PIECES * 7 + height[i] * 7;
            } else {
                t[i] = 1.5 * Math.PI * (1 + 2 * t[i]);
                height[i] *= 21;
            }
        }
        double[] x = new double[3 * samples];
        for (int i = 0; i < samples; i++) {
            x[3 * i] = t[i] * StrictMath.cos(t[i]);
            x[3 * i + 1] = height[i];
            x[3 * i + 2] = t[i] * StrictMath.sin(t[i]);
        }
        SpaceNoise.add(random, noise, x);
        return Drawing.dataset(x, 3, t);
    }

    private int[] pieces(RandomSource random) {
        int[] pieces = new int[samples];
        for (int i = 0; i < samples; i++) {
            int drawn = (int) random.integers(0, PIECES * PIECES - 1);
            pieces[i] = drawn < MIDDLE ? drawn : drawn + 1;
        }
        return pieces;
    }
}
