package io.github.smallnn.data;

import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.OptionalInt;
import org.ejml.data.DMatrixRMaj;

/**
 * Random regression problems, number for number those of scikit-learn's {@code make_regression}: {@code y = X w +
 * bias + noise} with normal inputs and a few coefficients that are not zero.
 *
 * <p>Start from {@link #defaults()}: {@code MakeRegression.defaults().features(2).noise(10).seed(42).generate()}.
 * With a {@link RandomState} coefficients and orders are scikit-learn's exactly, inputs within a few units in the
 * last place. Immutable, any thread.
 *
 * @param samples number of rows, at least 1
 * @param features number of input columns, at least 1
 * @param informative number of columns with a coefficient that is not zero; 0 or more, a number above {@code
 *     features} means all
 * @param targets number of target columns, at least 1
 * @param bias constant added to every target
 * @param effectiveRank approximate number of singular vectors that explain most of X ({@link MakeLowRankMatrix});
 *     empty for independent normal columns
 * @param tailStrength weight of the slowly falling tail of singular values, 0 to 1; used with an effective rank
 *     only
 * @param noise standard deviation of the normal noise on the targets, 0 or more; nothing is drawn for 0
 * @param shuffle whether rows and columns are put in random order; if not, the informative columns come first
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeRegression(
        int samples,
        int features,
        int informative,
        int targets,
        double bias,
        OptionalInt effectiveRank,
        double tailStrength,
        double noise,
        boolean shuffle,
        long seed) {

    /**
     * Checks the parameters.
     *
     * @param samples number of rows, at least 1
     * @param features number of input columns, at least 1
     * @param informative number of columns with a coefficient that is not zero
     * @param targets number of target columns, at least 1
     * @param bias constant added to every target
     * @param effectiveRank approximate number of singular vectors that explain most of X
     * @param tailStrength weight of the slowly falling tail of singular values, 0 to 1
     * @param noise standard deviation of the normal noise on the targets, 0 or more
     * @param shuffle whether rows and columns are put in random order
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeRegression {
        Sizes.atLeast("samples", 1, samples);
        Sizes.atLeast("features", 1, features);
        Sizes.atLeast("informative", 0, informative);
        Sizes.atLeast("targets", 1, targets);
        Sizes.elements("samples", samples, "features", features);
        Sizes.elements("samples", samples, "targets", targets);
        Sizes.elements("features", features, "targets", targets);
        Sizes.finite("bias", bias);
        if (effectiveRank.isPresent()) {
            Sizes.atLeast("effectiveRank", 1, effectiveRank.getAsInt());
        }
        Sizes.fraction("tailStrength", tailStrength);
        Sizes.notNegative("noise", noise);
    }

    /**
     * The defaults of scikit-learn: 100 samples, 100 features of which 10 are informative, one target, no bias, no
     * noise, full rank (tail strength 0.5), shuffled. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeRegression defaults() {
        return new MakeRegression(100, 100, 10, 1, 0, OptionalInt.empty(), 0.5, 0, true, 0);
    }

    /**
     * The same with another number of rows.
     *
     * @param n number of rows, at least 1
     * @return a new value
     */
    public MakeRegression samples(int n) {
        return new MakeRegression(
                n, features, informative, targets, bias, effectiveRank, tailStrength, noise, shuffle, seed);
    }

    /**
     * The same with another number of input columns.
     *
     * @param n number of columns, at least 1
     * @return a new value
     */
    public MakeRegression features(int n) {
        return new MakeRegression(
                samples, n, informative, targets, bias, effectiveRank, tailStrength, noise, shuffle, seed);
    }

    /**
     * The same with another number of informative columns.
     *
     * @param n 0 or more; a number above the features means all
     * @return a new value
     */
    public MakeRegression informative(int n) {
        return new MakeRegression(
                samples, features, n, targets, bias, effectiveRank, tailStrength, noise, shuffle, seed);
    }

    /**
     * The same with another number of target columns.
     *
     * @param n number of targets, at least 1
     * @return a new value
     */
    public MakeRegression targets(int n) {
        return new MakeRegression(
                samples, features, informative, n, bias, effectiveRank, tailStrength, noise, shuffle, seed);
    }

    /**
     * The same with another bias.
     *
     * @param value constant added to every target, finite
     * @return a new value
     */
    public MakeRegression bias(double value) {
        return new MakeRegression(
                samples, features, informative, targets, value, effectiveRank, tailStrength, noise, shuffle, seed);
    }

    /**
     * The same with inputs of an approximate rank.
     *
     * @param rank the approximate rank, at least 1; may exceed the number of columns
     * @return a new value
     */
    public MakeRegression effectiveRank(int rank) {
        return new MakeRegression(
                samples,
                features,
                informative,
                targets,
                bias,
                OptionalInt.of(rank),
                tailStrength,
                noise,
                shuffle,
                seed);
    }

    /**
     * The same with another tail of singular values.
     *
     * @param value 0 to 1
     * @return a new value
     */
    public MakeRegression tailStrength(double value) {
        return new MakeRegression(
                samples, features, informative, targets, bias, effectiveRank, value, noise, shuffle, seed);
    }

    /**
     * The same with another noise.
     *
     * @param sd standard deviation, 0 or more
     * @return a new value
     */
    public MakeRegression noise(double sd) {
        return new MakeRegression(
                samples, features, informative, targets, bias, effectiveRank, tailStrength, sd, shuffle, seed);
    }

    /**
     * The same with or without the random order of rows and columns.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public MakeRegression shuffle(boolean on) {
        return new MakeRegression(
                samples, features, informative, targets, bias, effectiveRank, tailStrength, noise, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeRegression seed(long value) {
        return new MakeRegression(
                samples, features, informative, targets, bias, effectiveRank, tailStrength, noise, shuffle, value);
    }

    /**
     * Makes the problem from a new {@link RandomState} with the seed of this value.
     *
     * @return inputs, targets and coefficients in double precision
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Regression generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the problem from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return inputs, targets and coefficients in double precision
     */
    public Regression generate(RandomSource random) {
        double[] x = inputs(random);
        double[] w = coefficients(random);
        double[] y = products(x, w);
        if (noise > 0) {
            double[] errors = new double[y.length];
            random.fillNormal(errors, 0, noise);
            for (int i = 0; i < y.length; i++) {
                y[i] += errors[i];
            }
        }
        if (shuffle) {
            int[] rows = random.permutation(samples);
            x = Reorder.rows(x, features, rows);
            y = Reorder.rows(y, targets, rows);
            int[] columns = random.permutation(features);
            x = Reorder.columns(x, features, columns);
            w = Reorder.rows(w, targets, columns);
        }
        return new Regression(tensor(samples, features, x), tensor(samples, targets, y), tensor(features, targets, w));
    }

    private double[] inputs(RandomSource random) {
        if (effectiveRank.isPresent()) {
            return new MakeLowRankMatrix(samples, features, effectiveRank.getAsInt(), tailStrength, seed)
                    .generate(random)
                    .toArray();
        }
        double[] x = new double[samples * features];
        random.fillNormal(x, 0, 1);
        return x;
    }

    private double[] coefficients(RandomSource random) {
        double[] drawn = new double[Math.min(features, informative) * targets];
        random.fillUniform(drawn, 0, 1);
        double[] w = new double[features * targets];
        for (int i = 0; i < drawn.length; i++) {
            w[i] = 100 * drawn[i];
        }
        return w;
    }

    // Plain products and sums from left to right, without fused multiply-adds: published figures of noise-free
    // problems are differences of these numbers, so the last bit shows.
    private double[] products(double[] x, double[] w) {
        double[] y = new double[samples * targets];
        for (int r = 0; r < samples; r++) {
            for (int t = 0; t < targets; t++) {
                double sum = 0;
                for (int c = 0; c < features; c++) {
                    sum += x[r * features + c] * w[c * targets + t];
                }
                y[r * targets + t] = sum + bias;
            }
        }
        return y;
    }

    private static Tensor tensor(int rows, int cols, double[] data) {
        return DoubleTensor.wrap(DMatrixRMaj.wrap(rows, cols, data));
    }
}
