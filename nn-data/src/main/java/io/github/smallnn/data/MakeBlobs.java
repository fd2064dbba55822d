package io.github.smallnn.data;

import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Normal clusters of points, number for number those of scikit-learn's {@code make_blobs}.
 *
 * <p>Start from {@link #defaults()}: {@code MakeBlobs.defaults().samples(200).centers(4).seed(42).generate()}. With a
 * {@link RandomState} drawn centres and orders are scikit-learn's exactly, points within a few units in the last place.
 * Immutable, any thread.
 *
 * @param counts number of points: one number for all clusters together (spread evenly, the first clusters get what is
 *     left over), or one for each cluster
 * @param centers where the clusters lie
 * @param deviations standard deviation of the points around their centre: one number for all clusters, or one for each
 * @param shuffle whether rows are put in random order
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeBlobs(
        List<Integer> counts, BlobCenters centers, List<Double> deviations, boolean shuffle, long seed) {

    /**
     * Copies and checks the parameters. Whether there is one number for each cluster is checked by {@link #generate()}.
     *
     * @param counts number of points, of all clusters or of each
     * @param centers where the clusters lie
     * @param deviations standard deviation, of all clusters or of each
     * @param shuffle whether rows are put in random order
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if a number is out of its range, naming it
     */
    public MakeBlobs {
        counts = List.copyOf(counts);
        deviations = List.copyOf(deviations);
        if (counts.isEmpty() || deviations.isEmpty()) {
            throw new IllegalArgumentException("give at least one number of samples and one deviation");
        }
        counts.forEach(n -> Sizes.atLeast("samples", 1, n));
        deviations.forEach(sd -> Sizes.notNegative("deviation", sd));
    }

    /**
     * The defaults of scikit-learn: 100 points in 3 clusters with 2 features and a deviation of 1, their centres in -10
     * to 10, shuffled. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static MakeBlobs defaults() {
        return new MakeBlobs(List.of(100), new BlobCenters.Drawn(3, 2, -10, 10), List.of(1.0), true, 0);
    }

    /**
     * The same with another number of points.
     *
     * @param n number of rows of all clusters together, at least 1; or several numbers, one for each cluster, which
     *     also set the number of drawn centres
     * @return a new value
     */
    public MakeBlobs samples(int... n) {
        boolean each = n.length > 1 && centers instanceof BlobCenters.Drawn;
        return new MakeBlobs(
                Arrays.stream(n).boxed().toList(),
                each ? withCount((BlobCenters.Drawn) centers, n.length) : centers,
                deviations,
                shuffle,
                seed);
    }

    private static BlobCenters withCount(BlobCenters.Drawn box, int count) {
        return new BlobCenters.Drawn(count, box.features(), box.low(), box.high());
    }

    /**
     * The same with drawn centres in another number.
     *
     * @param n number of clusters, at least 1
     * @return a new value; centres that were given are replaced by drawn ones
     */
    public MakeBlobs centers(int n) {
        return at(withCount(box(), n));
    }

    /**
     * The same with given centres.
     *
     * @param points one row of coordinates for each cluster. Copied.
     * @return a new value
     * @throws IllegalArgumentException if there are none, they differ in length, or one is not finite
     */
    public MakeBlobs centersAt(double[][] points) {
        return at(BlobCenters.Given.of(points));
    }

    /**
     * The same with drawn centres of another number of coordinates.
     *
     * @param n number of features, at least 1
     * @return a new value; centres that were given are replaced by drawn ones
     */
    public MakeBlobs features(int n) {
        BlobCenters.Drawn box = box();
        return at(new BlobCenters.Drawn(box.count(), n, box.low(), box.high()));
    }

    /**
     * The same with centres drawn from another box.
     *
     * @param low smallest coordinate
     * @param high largest coordinate
     * @return a new value; centres that were given are replaced by drawn ones
     */
    public MakeBlobs box(double low, double high) {
        BlobCenters.Drawn box = box();
        return at(new BlobCenters.Drawn(box.count(), box.features(), low, high));
    }

    private BlobCenters.Drawn box() {
        return centers instanceof BlobCenters.Drawn drawn
                ? drawn
                : new BlobCenters.Drawn(centers.count(), centers.features(), -10, 10);
    }

    private MakeBlobs at(BlobCenters places) {
        return new MakeBlobs(counts, places, deviations, shuffle, seed);
    }

    /**
     * The same with other deviations.
     *
     * @param sd one standard deviation for all clusters, or one for each, 0 or more
     * @return a new value
     */
    public MakeBlobs deviation(double... sd) {
        return new MakeBlobs(counts, centers, Arrays.stream(sd).boxed().toList(), shuffle, seed);
    }

    /**
     * The same with or without the random order of rows.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public MakeBlobs shuffle(boolean on) {
        return new MakeBlobs(counts, centers, deviations, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeBlobs seed(long value) {
        return new MakeBlobs(counts, centers, deviations, shuffle, value);
    }

    /**
     * Makes the points from a new {@link RandomState} with the seed of this value.
     *
     * @return points, cluster numbers and centres in double precision
     * @throws IllegalArgumentException if the seed is out of range, or there are several samples or deviations but not
     *     one for each cluster
     */
    public Blobs generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the points from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return points, cluster numbers and centres in double precision
     * @throws IllegalArgumentException if there are several samples or deviations but not one for each cluster
     */
    public Blobs generate(RandomSource random) {
        requireOneEach("samples", counts.size());
        requireOneEach("deviations", deviations.size());
        int[] rows = rowsOfClusters();
        int features = centers.features();
        double[] y = Drawing.classes(rows);
        Sizes.elements("samples", y.length, "features", features);
        Tensor places = centers.place(random);
        double[] x = new double[y.length * features];
        for (int r = 0; r < y.length; r++) {
            int cluster = (int) y[r];
            double sd = deviations.get(deviations.size() == 1 ? 0 : cluster);
            for (int c = 0; c < features; c++) {
                x[r * features + c] = random.normal(places.get(cluster, c), sd);
            }
        }
        if (shuffle) {
            int[] order = random.permutation(y.length);
            x = Reorder.rows(x, features, order);
            y = Reorder.rows(y, 1, order);
        }
        return new Blobs(Drawing.dataset(x, features, y), places);
    }

    private void requireOneEach(String name, int given) {
        if (given != 1 && given != centers.count()) {
            throw new IllegalArgumentException("give one number of " + name + " or one for each of the "
                    + centers.count() + " centers, got " + given);
        }
    }

    private int[] rowsOfClusters() {
        if (counts.size() > 1) {
            long sum = counts.stream().mapToLong(n -> n).sum();
            if (sum > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("samples must be at most 2^31-1 in all, got " + sum);
            }
            return counts.stream().mapToInt(n -> n).toArray();
        }
        int n = counts.get(0);
        int clusters = centers.count();
        return IntStream.range(0, clusters)
                .map(k -> n / clusters + (k < n % clusters ? 1 : 0))
                .toArray();
    }
}
