package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;

/**
 * A circle inside another, those of scikit-learn's {@code make_circles}: class 0 lies on the unit circle, class 1 on a
 * smaller one around the same centre, both evenly.
 *
 * <p>Start from {@link #defaults()}: {@code MakeCircles.defaults().factor(0.5).noise(0.05).seed(42).generate()}. With a
 * {@link RandomState} orders are scikit-learn's exactly, points within 1e-15. Immutable, any thread.
 *
 * @param outer number of points of class 0, at least 1
 * @param inner number of points of class 1, at least 1
 * @param shuffle whether rows are put in random order
 * @param noise standard deviation of the normal noise on the points, 0 or more; nothing is drawn for 0
 * @param factor radius of the inner circle, 0 or more and below 1
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeCircles(int outer, int inner, boolean shuffle, double noise, double factor, long seed) {

    /**
     * Checks the parameters.
     *
     * @param outer number of points of class 0, at least 1
     * @param inner number of points of class 1, at least 1
     * @param shuffle whether rows are put in random order
     * @param noise standard deviation of the noise, 0 or more
     * @param factor radius of the inner circle, 0 or more and below 1
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeCircles {
        Sizes.atLeast("outer", 1, outer);
        Sizes.atLeast("inner", 1, inner);
        Sizes.elements("points", Sizes.sum("outer", outer, "inner", inner), "features", 2);
        Sizes.notNegative("noise", noise);
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must be 0 or more and below 1, got " + factor);
        }
    }

    /**
     * The defaults of scikit-learn: 50 points in each class, an inner radius of 0.8, shuffled, without noise. The seed,
     * which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeCircles defaults() {
        return new MakeCircles(50, 50, true, 0, 0.8, 0);
    }

    /**
     * The same with another number of points; of an odd number class 1 gets one more.
     *
     * @param n number of rows, at least 2
     * @return a new value
     */
    public MakeCircles samples(int n) {
        Sizes.atLeast("samples", 2, n);
        return new MakeCircles(n / 2, n - n / 2, shuffle, noise, factor, seed);
    }

    /**
     * The same with other numbers of points.
     *
     * @param class0 number of points of class 0, at least 1
     * @param class1 number of points of class 1, at least 1
     * @return a new value
     */
    public MakeCircles samples(int class0, int class1) {
        return new MakeCircles(class0, class1, shuffle, noise, factor, seed);
    }

    /**
     * The same with or without the random order of rows.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public MakeCircles shuffle(boolean on) {
        return new MakeCircles(outer, inner, on, noise, factor, seed);
    }

    /**
     * The same with another noise.
     *
     * @param sd standard deviation, 0 or more
     * @return a new value
     */
    public MakeCircles noise(double sd) {
        return new MakeCircles(outer, inner, shuffle, sd, factor, seed);
    }

    /**
     * The same with another inner circle.
     *
     * @param radius 0 or more and below 1
     * @return a new value
     */
    public MakeCircles factor(double radius) {
        return new MakeCircles(outer, inner, shuffle, noise, radius, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeCircles seed(long value) {
        return new MakeCircles(outer, inner, shuffle, noise, factor, value);
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
        circle(x, 0, outer, 1);
        circle(x, outer, inner, factor);
        return TwoClasses.of(x, outer, inner, shuffle, noise, random);
    }

    private static void circle(double[] x, int from, int n, double radius) {
        for (int i = 0; i < n; i++) {
            double t = i * (2 * Math.PI / n);
            x[2 * (from + i)] = StrictMath.cos(t) * radius;
            x[2 * (from + i) + 1] = StrictMath.sin(t) * radius;
        }
    }
}
