package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import java.util.List;
import java.util.OptionalDouble;

/** One problem of {@link MakeClassification} while it is drawn; the order of the draws is scikit-learn's. */
final class ClassificationDrawing {
    private static final int MAX_LISTED_DIMENSIONS = 30;

    private final MakeClassification settings;
    private final MakeClassification.Columns columns;
    private final MakeClassification.Groups groups;
    private final MakeClassification.Placement placement;
    private final RandomSource random;
    private final int samples;
    private final int width;
    private final int informative;
    private double[] x;
    private double[] y;

    ClassificationDrawing(MakeClassification settings, RandomSource random) {
        this.settings = settings;
        this.columns = settings.columns();
        this.groups = settings.groups();
        this.placement = settings.placement();
        this.random = random;
        this.samples = settings.samples();
        this.width = columns.features();
        this.informative = columns.informative();
        check();
        this.x = new double[samples * width];
        this.y = new double[samples];
    }

    private void check() {
        if ((long) informative + columns.redundant() + columns.repeated() > width) {
            throw new IllegalArgumentException("informative " + informative + ", redundant " + columns.redundant()
                    + " and repeated " + columns.repeated() + " columns are more than the " + width + " features");
        }
        if (informative < Integer.SIZE - 1 && groups.clusters() > 1 << informative) {
            throw new IllegalArgumentException("classes " + groups.classes() + " times clustersPerClass "
                    + groups.clustersPerClass() + " is more than the 2^" + informative
                    + " corners that the informative columns have");
        }
        int weights = groups.weights().size();
        if (weights != 0 && weights != groups.classes() && weights != groups.classes() - 1) {
            throw new IllegalArgumentException("give a weight for each of the " + groups.classes()
                    + " classes or all but the last, got " + weights);
        }
    }

    Dataset dataset() {
        double[] centroids = centroids();
        fillNormal(0, informative);
        int row = 0;
        int[] rows = rowsOfClusters();
        for (int k = 0; k < rows.length; k++) {
            cluster(row, row + rows[k], k, centroids);
            row += rows[k];
        }
        redundantColumns();
        repeatedColumns();
        fillNormal(width - columns.useless(), width);
        flipLabels();
        shiftAndScale();
        if (settings.shuffle()) {
            int[] order = random.permutation(samples);
            x = Reorder.columns(Reorder.rows(x, width, order), width, random.permutation(width));
            y = Reorder.rows(y, 1, order);
        }
        return Drawing.dataset(x, width, y);
    }

    /** The corners of a hypercube, one for each cluster, or of a polytope. */
    private double[] centroids() {
        int clusters = groups.clusters();
        double[] corners = corners(clusters);
        for (int i = 0; i < corners.length; i++) {
            corners[i] = corners[i] * (2 * placement.separation()) - placement.separation();
        }
        if (!placement.hypercube()) {
            double[] ofCluster = Drawing.uniform(random, clusters);
            double[] ofColumn = Drawing.uniform(random, informative);
            for (int i = 0; i < corners.length; i++) {
                corners[i] = corners[i] * ofCluster[i / informative] * ofColumn[i % informative];
            }
        }
        return corners;
    }

    /** Different binary numbers, one row each; of more than 30 digits the leading ones are drawn one by one. */
    private double[] corners(int clusters) {
        double[] corners = new double[clusters * informative];
        int listed = Math.min(informative, MAX_LISTED_DIMENSIONS);
        for (int k = 0; k < clusters; k++) {
            for (int j = 0; j < informative - listed; j++) {
                corners[k * informative + j] = random.integers(0, 2);
            }
        }
        int[] numbers = SampleWithoutReplacement.draw(1 << listed, clusters, random);
        for (int k = 0; k < clusters; k++) {
            for (int j = 0; j < listed; j++) {
                corners[(k + 1) * informative - 1 - j] = numbers[k] >> j & 1;
            }
        }
        return corners;
    }

    private int[] rowsOfClusters() {
        List<Double> weights = groups.weights();
        int[] rows = new int[groups.clusters()];
        int left = samples;
        for (int k = 0; k < rows.length; k++) {
            rows[k] = (int) (samples * weight(weights, k % groups.classes()) / groups.clustersPerClass());
            left -= rows[k];
        }
        for (int i = 0; i < left; i++) {
            rows[i % rows.length]++;
        }
        return rows;
    }

    private double weight(List<Double> weights, int k) {
        if (weights.isEmpty()) {
            return 1.0 / groups.classes();
        }
        if (k < weights.size()) {
            return weights.get(k);
        }
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        return 1 - sum;
    }

    private void cluster(int from, int to, int k, double[] centroids) {
        double[] mixing = symmetric(informative * informative);
        double[] mixed = new double[informative];
        for (int r = from; r < to; r++) {
            y[r] = k % groups.classes();
            multiply(r, mixing, mixed);
            for (int c = 0; c < informative; c++) {
                x[r * width + c] = mixed[c] + centroids[k * informative + c];
            }
        }
    }

    /** The informative part of a row times a matrix with as many columns as the result has. */
    private void multiply(int row, double[] matrix, double[] result) {
        for (int c = 0; c < result.length; c++) {
            double sum = 0;
            for (int i = 0; i < informative; i++) {
                sum += x[row * width + i] * matrix[i * result.length + c];
            }
            result[c] = sum;
        }
    }

    private void redundantColumns() {
        if (columns.redundant() == 0) {
            return;
        }
        double[] mixing = symmetric(informative * columns.redundant());
        double[] mixed = new double[columns.redundant()];
        for (int r = 0; r < samples; r++) {
            multiply(r, mixing, mixed);
            System.arraycopy(mixed, 0, x, r * width + informative, mixed.length);
        }
    }

    private void repeatedColumns() {
        int sources = informative + columns.redundant();
        double[] drawn = Drawing.uniform(random, columns.repeated());
        for (int i = 0; i < drawn.length; i++) {
            int source = (int) ((sources - 1) * drawn[i] + 0.5);
            for (int r = 0; r < samples; r++) {
                x[r * width + sources + i] = x[r * width + source];
            }
        }
    }

    private void flipLabels() {
        double[] drawn = Drawing.uniform(random, samples);
        for (int r = 0; r < samples; r++) {
            if (drawn[r] < groups.flip()) {
                y[r] = random.integers(0, groups.classes());
            }
        }
    }

    private void shiftAndScale() {
        double[] shift = ofColumns(placement.shift(), 2 * placement.separation(), -placement.separation());
        double[] scale = ofColumns(placement.scale(), 100, 1);
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] + shift[i % width]) * scale[i % width];
        }
    }

    /** A number for each column: the given one, or factor * uniform + summand. */
    private double[] ofColumns(OptionalDouble given, double factor, double summand) {
        double[] values = given.isPresent() ? new double[width] : Drawing.uniform(random, width);
        for (int c = 0; c < width; c++) {
            values[c] = given.isPresent() ? given.getAsDouble() : factor * values[c] + summand;
        }
        return values;
    }

    /** Uniform numbers on [-1, 1). */
    private double[] symmetric(int n) {
        double[] values = Drawing.uniform(random, n);
        for (int i = 0; i < n; i++) {
            values[i] = 2 * values[i] - 1;
        }
        return values;
    }

    private void fillNormal(int fromColumn, int toColumn) {
        int n = toColumn - fromColumn;
        double[] drawn = new double[samples * n];
        random.fillNormal(drawn, 0, 1);
        for (int r = 0; r < samples; r++) {
            System.arraycopy(drawn, r * n, x, r * width + fromColumn, n);
        }
    }
}
