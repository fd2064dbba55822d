package io.github.smallnn.data;

import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Where the clusters of {@link MakeBlobs} lie. Immutable, any thread. */
public sealed interface BlobCenters {

    /**
     * The number of clusters.
     *
     * @return the number of clusters
     */
    int count();

    /**
     * The number of coordinates of each centre.
     *
     * @return the number of features
     */
    int features();

    /**
     * The centres.
     *
     * @param random where to draw from; advanced if they are drawn
     * @return a new tensor, clusters x features, in double precision
     */
    Tensor place(RandomSource random);

    /**
     * Drawn evenly from a box.
     *
     * @param count number of clusters, at least 1
     * @param features number of coordinates, at least 1
     * @param low smallest coordinate
     * @param high largest coordinate, at least {@code low}
     */
    record Drawn(int count, int features, double low, double high) implements BlobCenters {
        /**
         * Checks the parameters.
         *
         * @param count number of clusters, at least 1
         * @param features number of coordinates, at least 1
         * @param low smallest coordinate
         * @param high largest coordinate, at least {@code low}
         * @throws IllegalArgumentException if one is out of its range, naming it
         */
        public Drawn {
            Sizes.atLeast("centers", 1, count);
            Sizes.atLeast("features", 1, features);
            Sizes.elements("centers", count, "features", features);
            if (!Double.isFinite(high - low) || low > high) {
                throw new IllegalArgumentException(
                        "the box of the centers needs finite bounds with low <= high, got " + low + " to " + high);
            }
        }

        /**
         * Draws the centres.
         *
         * @param random where to draw from; advanced
         * @return a new tensor
         */
        @Override
        public Tensor place(RandomSource random) {
            double[] values = new double[count * features];
            random.fillUniform(values, low, high);
            return DoubleTensor.wrap(DMatrixRMaj.wrap(count, features, values));
        }
    }

    /**
     * Given points.
     *
     * @param points one list of coordinates for each cluster, all of the same length
     */
    record Given(List<List<Double>> points) implements BlobCenters {
        /**
         * Copies and checks the points.
         *
         * @param points one list of coordinates for each cluster
         * @throws IllegalArgumentException if there are none, they differ in length, or one is not finite
         */
        public Given {
            points = points.stream().map(List::copyOf).toList();
            if (points.isEmpty() || points.get(0).isEmpty()) {
                throw new IllegalArgumentException("give at least one center with at least one coordinate");
            }
            int width = points.get(0).size();
            for (int k = 0; k < points.size(); k++) {
                if (points.get(k).size() != width) {
                    throw new IllegalArgumentException(
                            "center " + k + " has " + points.get(k).size() + " coordinates, but center 0 has " + width);
                }
                for (double v : points.get(k)) {
                    Sizes.finite("a coordinate of center " + k, v);
                }
            }
        }

        static Given of(double[][] points) {
            return new Given(Arrays.stream(points)
                    .map(p -> Arrays.stream(p).boxed().toList())
                    .toList());
        }

        /**
         * The number of clusters.
         *
         * @return the number of points
         */
        @Override
        public int count() {
            return points.size();
        }

        /**
         * The number of coordinates of each point.
         *
         * @return the number of features
         */
        @Override
        public int features() {
            return points.get(0).size();
        }

        /**
         * The points; nothing is drawn.
         *
         * @param random not used
         * @return a new tensor
         */
        @Override
        public Tensor place(RandomSource random) {
            return Tensor.of(points.stream()
                    .map(p -> p.stream().mapToDouble(v -> v).toArray())
                    .toArray(double[][]::new));
        }
    }
}
