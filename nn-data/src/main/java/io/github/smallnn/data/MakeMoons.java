package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;

/**
 * Two half circles that reach into each other, those of scikit-learn's {@code make_moons}: class 0 lies on {@code (cos
 * t, sin t)}, class 1 on {@code (1 - cos t, 0.5 - sin t)}, t evenly from 0 to pi.
 *
 * <p>Start from {@link #defaults()}: {@code MakeMoons.defaults().samples(200).noise(0.1).seed(42).generate()}. With a
 * {@link RandomState} orders are scikit-learn's exactly, points within 1e-15. Immutable, any thread.
 *
 * @param outer number of points of class 0, at least 1
 * @param inner number of points of class 1, at least 1
 * @param shuffle whether rows are put in random order
 * @param noise standard deviation of the normal noise on the points, 0 or more; nothing is drawn for 0
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeMoons(int outer, int inner, boolean shuffle, double noise, long seed) {

    /**
     * Checks the parameters.
     *
     * @param outer number of points of class 0, at least 1
     * @param inner number of points of class 1, at least 1
     * @param shuffle whether rows are put in random order
     * @param noise standard deviation of the noise, 0 or more
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeMoons {
        Sizes.atLeast("outer", 1, outer);
        Sizes.atLeast("inner", 1, inner);
        Sizes.elements("points", Sizes.sum("outer", outer, "inner", inner), "features", 2);
        Sizes.notNegative("noise", noise);
    }

    /**
     * The defaults of scikit-learn: 50 points in each class, shuffled, without noise. The seed, which scikit-learn
     * leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeMoons defaults() {
        return new MakeMoons(50, 50, true, 0, 0);
    }

    /**
     * The same with another number of points; of an odd number class 1 gets one more.
     *
     * @param n number of rows, at least 2
     * @return a new value
     */
    public MakeMoons samples(int n) {
        Sizes.atLeast("samples", 2, n);
        return new MakeMoons(n / 2, n - n / 2, shuffle, noise, seed);
    }

    /**
     * The same with other numbers of points.
     *
     * @param class0 number of points of class 0, at least 1
     * @param class1 number of points of class 1, at least 1
     * @return a new value
     */
    public MakeMoons samples(int class0, int class1) {
        return new MakeMoons(class0, class1, shuffle, noise, seed);
    }

    /**
     * The same with or without the random order of rows.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public MakeMoons shuffle(boolean on) {
        return new MakeMoons(outer, inner, on, noise, seed);
    }

    /**
     * The same with another noise.
     *
     * @param sd standard deviation, 0 or more
     * @return a new value
     */
    public MakeMoons noise(double sd) {
        return new MakeMoons(outer, inner, shuffle, sd, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeMoons seed(long value) {
        return new MakeMoons(outer, inner, shuffle, noise, value);
    }

    /**
     * Makes the points from a new {@link RandomState} with the seed of this value.
     *
     * @return two input columns and one column of class indices, in double precision
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Dataset generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the points from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return two input columns and one column of class indices, in double precision
     */
    public Dataset generate(RandomSource random) {
        double[] x = new double[2 * (outer + inner)];
        for (int i = 0; i < outer; i++) {
            double t = angle(i, outer);
            x[2 * i] = StrictMath.cos(t);
            x[2 * i + 1] = StrictMath.sin(t);
        }
        for (int i = 0; i < inner; i++) {
            double t = angle(i, inner);
            x[2 * (outer + i)] = 1 - StrictMath.cos(t);
            x[2 * (outer + i) + 1] = 1 - StrictMath.sin(t) - 0.5;
        }
        return TwoClasses.of(x, outer, inner, shuffle, noise, random);
    }

    private static double angle(int i, int n) {
        return n == 1 ? 0 : i == n - 1 ? Math.PI : i * (Math.PI / (n - 1));
    }
}
