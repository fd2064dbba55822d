package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;

/**
 * Friedman's regression problems, number for number those of scikit-learn's {@code make_friedman1}, {@code
 * make_friedman2} and {@code make_friedman3}. With uniform inputs and standard normal e:
 *
 * <ul>
 *   <li>1: {@code y = 10 sin(pi x0 x1) + 20 (x2 - 0.5)^2 + 10 x3 + 5 x4 + noise e}, all inputs in [0, 1), those from x5
 *       on without influence;
 *   <li>2: {@code y = sqrt(x0^2 + (x1 x2 - 1 / (x1 x3))^2) + noise e};
 *   <li>3: {@code y = atan((x1 x2 - 1 / (x1 x3)) / x0) + noise e}.
 * </ul>
 *
 * <p>In problems 2 and 3 x0 is in [0, 100), x1 in [40 pi, 560 pi), x2 in [0, 1) and x3 in [1, 11).
 *
 * <p>{@code MakeFriedman.friedman1().samples(500).noise(1).seed(42).generate()}. With a {@link RandomState} inputs of
 * problem 1 are scikit-learn's exactly, the other numbers within 1e-12. Immutable, any thread.
 *
 * <p>Source: J. H. Friedman, "Multivariate Adaptive Regression Splines", The Annals of Statistics 19 (1991).
 *
 * @param problem which of the three, 1 to 3
 * @param samples number of rows, at least 1
 * @param features number of input columns: at least 5 for problem 1, 4 for the others
 * @param noise standard deviation of the normal noise on the targets, 0 or more; drawn even for 0
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeFriedman(int problem, int samples, int features, double noise, long seed) {

    /**
     * Checks the parameters.
     *
     * @param problem which of the three, 1 to 3
     * @param samples number of rows, at least 1
     * @param features number of input columns
     * @param noise standard deviation of the noise, 0 or more
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeFriedman {
        if (problem < 1 || problem > 3) {
            throw new IllegalArgumentException("problem must be 1, 2 or 3, got " + problem);
        }
        Sizes.atLeast("samples", 1, samples);
        if (problem == 1) {
            Sizes.atLeast("features of problem 1", 5, features);
        } else if (features != 4) {
            throw new IllegalArgumentException("features of problem " + problem + " must be 4, got " + features);
        }
        Sizes.elements("samples", samples, "features", features);
        Sizes.notNegative("noise", noise);
    }

    /**
     * Problem 1 with the defaults of scikit-learn: 100 samples of 10 features, no noise. The seed, which scikit-learn
     * leaves open, is 0.
     *
     * @return the problem
     */
    public static MakeFriedman friedman1() {
        return new MakeFriedman(1, 100, 10, 0, 0);
    }

    /**
     * Problem 2 with the defaults of scikit-learn: 100 samples, no noise. The seed is 0.
     *
     * @return the problem
     */
    public static MakeFriedman friedman2() {
        return new MakeFriedman(2, 100, 4, 0, 0);
    }

    /**
     * Problem 3 with the defaults of scikit-learn: 100 samples, no noise. The seed is 0.
     *
     * @return the problem
     */
    public static MakeFriedman friedman3() {
        return new MakeFriedman(3, 100, 4, 0, 0);
    }

    /**
     * The same with another number of rows.
     *
     * @param n number of rows, at least 1
     * @return a new value
     */
    public MakeFriedman samples(int n) {
        return new MakeFriedman(problem, n, features, noise, seed);
    }

    /**
     * The same with another number of input columns.
     *
     * @param n number of columns: at least 5 for problem 1, 4 for the others
     * @return a new value
     */
    public MakeFriedman features(int n) {
        return new MakeFriedman(problem, samples, n, noise, seed);
    }

    /**
     * The same with another noise.
     *
     * @param sd standard deviation, 0 or more
     * @return a new value
     */
    public MakeFriedman noise(double sd) {
        return new MakeFriedman(problem, samples, features, sd, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeFriedman seed(long value) {
        return new MakeFriedman(problem, samples, features, noise, value);
    }

    /**
     * Makes the problem from a new {@link RandomState} with the seed of this value.
     *
     * @return inputs and one target column, in double precision
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Dataset generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the problem from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return inputs and one target column, in double precision
     */
    public Dataset generate(RandomSource random) {
        double[] x = Drawing.uniform(random, samples * features);
        if (problem != 1) {
            spread(x);
        }
        double[] y = new double[samples];
        for (int r = 0; r < samples; r++) {
            y[r] = target(x, r * features);
        }
        Drawing.addNoise(random, noise, y);
        return Drawing.dataset(x, features, y);
    }

    private static void spread(double[] x) {
        for (int i = 0; i < x.length; i += 4) {
            x[i] *= 100;
            x[i + 1] = x[i + 1] * (520 * Math.PI) + 40 * Math.PI;
            x[i + 3] = x[i + 3] * 10 + 1;
        }
    }

    private double target(double[] x, int i) {
        if (problem == 1) {
            double bend = x[i + 2] - 0.5;
            return 10 * StrictMath.sin(Math.PI * x[i] * x[i + 1]) + 20 * (bend * bend) + 10 * x[i + 3] + 5 * x[i + 4];
        }
        double reactance = x[i + 1] * x[i + 2] - 1 / (x[i + 1] * x[i + 3]);
        return problem == 2 ? Math.sqrt(x[i] * x[i] + reactance * reactance) : StrictMath.atan(reactance / x[i]);
    }
}
