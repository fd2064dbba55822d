package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Random classification problems, number for number those of scikit-learn's {@code make_classification}: normal
 * clusters around the corners of a hypercube, each with random covariances, to which columns are added that are
 * combinations of others, copies, or noise.
 *
 * <p>Start from {@link #defaults()}: {@code MakeClassification.defaults().samples(200).classes(3).informative(4)
 * .seed(42).generate()}. With a {@link RandomState} labels and orders are scikit-learn's exactly, inputs within 1e-12.
 * Immutable, any thread.
 *
 * <p>Source: I. Guyon, "Design of experiments for the NIPS 2003 variable selection benchmark" (2003).
 *
 * @param samples number of rows, at least 1
 * @param columns what the input columns are
 * @param groups classes and their clusters
 * @param placement where the clusters lie
 * @param shuffle whether rows and columns are put in random order; if not, columns are informative, redundant, repeated
 *     and then useless ones
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeClassification(
        int samples, Columns columns, Groups groups, Placement placement, boolean shuffle, long seed) {

    /**
     * What the input columns are. Those that are none of the three are normal noise.
     *
     * @param features number of columns in all, at least 1
     * @param informative number of columns that tell the clusters apart, at least 1
     * @param redundant number of random linear combinations of those, 0 or more
     * @param repeated number of copies of columns drawn from both, 0 or more
     */
    public record Columns(int features, int informative, int redundant, int repeated) {
        /**
         * Checks the numbers, each by itself: their sum is checked when the problem is made.
         *
         * @param features number of columns in all, at least 1
         * @param informative number of columns that tell the clusters apart, at least 1
         * @param redundant number of random linear combinations, 0 or more
         * @param repeated number of copies, 0 or more
         * @throws IllegalArgumentException if one is out of its range, naming it
         */
        public Columns {
            Sizes.atLeast("features", 1, features);
            Sizes.atLeast("informative", 1, informative);
            Sizes.atLeast("redundant", 0, redundant);
            Sizes.atLeast("repeated", 0, repeated);
        }

        int useless() {
            return features - informative - redundant - repeated;
        }
    }

    /**
     * Classes and their clusters.
     *
     * @param classes number of classes, at least 1
     * @param clustersPerClass number of clusters of each class, at least 1
     * @param weights share of the rows of each class, or of each but the last; empty for equal shares
     * @param flip share of the rows whose class is drawn anew, 0 to 1
     */
    public record Groups(int classes, int clustersPerClass, List<Double> weights, double flip) {
        private static final double ROUNDING = 1e-9;

        /**
         * Copies and checks the numbers: that there is a weight for each class is checked when the problem is made.
         *
         * @param classes number of classes, at least 1
         * @param clustersPerClass number of clusters of each class, at least 1
         * @param weights share of the rows of each class, or of each but the last; empty for equal shares
         * @param flip share of the rows whose class is drawn anew, 0 to 1
         * @throws IllegalArgumentException if one is out of its range, naming it
         */
        public Groups {
            weights = List.copyOf(weights);
            Sizes.atLeast("classes", 1, classes);
            Sizes.atLeast("clustersPerClass", 1, clustersPerClass);
            Sizes.elements("classes", classes, "clustersPerClass", clustersPerClass);
            weights.forEach(w -> Sizes.fraction("weight", w));
            double sum = weights.stream().mapToDouble(w -> w).sum();
            if (sum > 1 + ROUNDING) {
                throw new IllegalArgumentException("weights must sum to at most 1, got " + weights);
            }
            Sizes.fraction("flip", flip);
        }

        int clusters() {
            return classes * clustersPerClass;
        }
    }

    /**
     * Where the clusters lie.
     *
     * @param separation half the edge of the hypercube, finite
     * @param hypercube whether clusters lie at its corners; if not, at those of a random polytope
     * @param shift number added to every column; empty for a random one for each
     * @param scale factor of every column, after the shift; empty for a random one from 1 to 101 for each
     */
    public record Placement(double separation, boolean hypercube, OptionalDouble shift, OptionalDouble scale) {
        /**
         * Checks the numbers.
         *
         * @param separation half the edge of the hypercube, finite
         * @param hypercube whether clusters lie at its corners
         * @param shift number added to every column
         * @param scale factor of every column, after the shift
         * @throws IllegalArgumentException if one is not finite, naming it
         */
        public Placement {
            Sizes.finite("separation", separation);
            Sizes.finite("shift", shift.orElse(0));
            Sizes.finite("scale", scale.orElse(1));
        }
    }

    /**
     * Checks the parameters, each by itself.
     *
     * @param samples number of rows, at least 1
     * @param columns what the input columns are
     * @param groups classes and their clusters
     * @param placement where the clusters lie
     * @param shuffle whether rows and columns are put in random order
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeClassification {
        Sizes.atLeast("samples", 1, samples);
        Sizes.elements("samples", samples, "features", columns.features);
    }

    /**
     * The defaults of scikit-learn: 100 samples of 20 features, of which 2 are informative and 2 redundant; 2 classes
     * of 2 clusters each, equal in size, 1 % of the labels drawn anew; a hypercube with an edge of 2; shuffled. The
     * seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeClassification defaults() {
        return new MakeClassification(
                100,
                new Columns(20, 2, 2, 0),
                new Groups(2, 2, List.of(), 0.01),
                new Placement(1, true, OptionalDouble.of(0), OptionalDouble.of(1)),
                true,
                0);
    }

    /**
     * The same with another number of rows.
     *
     * @param n number of rows, at least 1
     * @return a new value
     */
    public MakeClassification samples(int n) {
        return new MakeClassification(n, columns, groups, placement, shuffle, seed);
    }

    /**
     * The same with another number of input columns.
     *
     * @param n number of columns, at least 1
     * @return a new value
     */
    public MakeClassification features(int n) {
        return with(new Columns(n, columns.informative, columns.redundant, columns.repeated));
    }

    /**
     * The same with another number of informative columns.
     *
     * @param n number of columns, at least 1
     * @return a new value
     */
    public MakeClassification informative(int n) {
        return with(new Columns(columns.features, n, columns.redundant, columns.repeated));
    }

    /**
     * The same with another number of redundant columns.
     *
     * @param n number of columns, 0 or more
     * @return a new value
     */
    public MakeClassification redundant(int n) {
        return with(new Columns(columns.features, columns.informative, n, columns.repeated));
    }

    /**
     * The same with another number of repeated columns.
     *
     * @param n number of columns, 0 or more
     * @return a new value
     */
    public MakeClassification repeated(int n) {
        return with(new Columns(columns.features, columns.informative, columns.redundant, n));
    }

    /**
     * The same with another number of classes.
     *
     * @param n number of classes, at least 1
     * @return a new value
     */
    public MakeClassification classes(int n) {
        return with(new Groups(n, groups.clustersPerClass, groups.weights, groups.flip));
    }

    /**
     * The same with another number of clusters of each class.
     *
     * @param n number of clusters, at least 1
     * @return a new value
     */
    public MakeClassification clustersPerClass(int n) {
        return with(new Groups(groups.classes, n, groups.weights, groups.flip));
    }

    /**
     * The same with other shares of the classes.
     *
     * @param shares share of the rows of each class, or of each but the last; none for equal shares
     * @return a new value
     */
    public MakeClassification weights(double... shares) {
        List<Double> weights = Arrays.stream(shares).boxed().toList();
        return with(new Groups(groups.classes, groups.clustersPerClass, weights, groups.flip));
    }

    /**
     * The same with another share of wrong labels.
     *
     * @param share share of the rows whose class is drawn anew, 0 to 1
     * @return a new value
     */
    public MakeClassification flip(double share) {
        return with(new Groups(groups.classes, groups.clustersPerClass, groups.weights, share));
    }

    /**
     * The same with another distance of the clusters.
     *
     * @param distance half the edge of the hypercube, finite
     * @return a new value
     */
    public MakeClassification separation(double distance) {
        return with(new Placement(distance, placement.hypercube, placement.shift, placement.scale));
    }

    /**
     * The same with clusters at the corners of a hypercube or of a random polytope.
     *
     * @param on whether it is a hypercube
     * @return a new value
     */
    public MakeClassification hypercube(boolean on) {
        return with(new Placement(placement.separation, on, placement.shift, placement.scale));
    }

    /**
     * The same with another shift.
     *
     * @param value number added to every column; empty for a random one for each
     * @return a new value
     */
    public MakeClassification shift(OptionalDouble value) {
        return with(new Placement(placement.separation, placement.hypercube, value, placement.scale));
    }

    /**
     * The same with another scale.
     *
     * @param factor factor of every column; empty for a random one for each
     * @return a new value
     */
    public MakeClassification scale(OptionalDouble factor) {
        return with(new Placement(placement.separation, placement.hypercube, placement.shift, factor));
    }

    /**
     * The same with or without the random order of rows and columns.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public MakeClassification shuffle(boolean on) {
        return new MakeClassification(samples, columns, groups, placement, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeClassification seed(long value) {
        return new MakeClassification(samples, columns, groups, placement, shuffle, value);
    }

    private MakeClassification with(Columns c) {
        return new MakeClassification(samples, c, groups, placement, shuffle, seed);
    }

    private MakeClassification with(Groups g) {
        return new MakeClassification(samples, columns, g, placement, shuffle, seed);
    }

    private MakeClassification with(Placement p) {
        return new MakeClassification(samples, columns, groups, p, shuffle, seed);
    }

    /**
     * Makes the problem from a new {@link RandomState} with the seed of this value.
     *
     * @return inputs and one column of class indices, in double precision
     * @throws IllegalArgumentException if the seed is out of range, or the parameters do not fit together: more
     *     informative, redundant and repeated columns than features, fewer corners than clusters, or not a weight for
     *     each class
     */
    public Dataset generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the problem from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return inputs and one column of class indices, in double precision
     * @throws IllegalArgumentException if the parameters do not fit together, as {@link #generate()} says
     */
    public Dataset generate(RandomSource random) {
        return new ClassificationDrawing(this, random).dataset();
    }
}
