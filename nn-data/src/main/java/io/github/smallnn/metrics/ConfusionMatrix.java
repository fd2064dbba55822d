package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/**
 * How often each class was taken for each class, and the figures that follow: scikit-learn's {@code confusion_matrix}.
 * Row i counts the rows whose true label is label number i, column j those predicted as label number j; a row counts by
 * its sample weight. Labels are those that occur, in rising order. What is undefined because nothing was predicted, or
 * nothing is true, is 0. Immutable, any thread.
 */
public final class ConfusionMatrix {
    private final double[] labels;
    private final double[][] counts;

    private ConfusionMatrix(double[] labels, double[][] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /**
     * Counts predicted labels.
     *
     * @param prediction rows x 1 labels. Not modified.
     * @param target rows x 1 labels. Not modified.
     * @param weights rows x 1, finite, not negative and not all 0; or null for weights of 1. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if the sizes do not fit, there is no row, a label is NaN, or the weights are out
     *     of range
     */
    public static ConfusionMatrix ofLabels(Tensor prediction, Tensor target, Tensor weights) {
        Accuracy.OF_LABELS.check(prediction, target);
        Rows.requireSameRows(prediction, target);
        return of(column("prediction", prediction), column("target", target), weights);
    }

    private static double[] column(String what, Tensor t) {
        double[] values = new double[t.rows()];
        for (int r = 0; r < values.length; r++) {
            values[r] = t.get(r, 0) + 0.0; // 0 of -0
            if (Double.isNaN(values[r])) {
                throw new IllegalArgumentException(what + " of row " + r + " is NaN, which is no label");
            }
        }
        return values;
    }

    /**
     * Counts predicted scores: the class of a row is the one with the highest score, as {@link Metrics#accuracy()} has
     * it.
     *
     * @param prediction rows x k scores, or rows x 1 logits of class 1. Not modified.
     * @param target rows x 1 class indices or rows x k one-hot rows. Not modified.
     * @param weights rows x 1, finite, not negative and not all 0; or null for weights of 1. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if the sizes do not fit, there is no row, a score is NaN, a class index is out
     *     of range, or the weights are
     */
    public static ConfusionMatrix ofScores(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        Accuracy.OF_SCORES.check(prediction, target);
        double[] predicted = new double[target.rows()];
        double[] wanted = new double[target.rows()];
        for (int r = 0; r < wanted.length; r++) {
            if (Accuracy.hasNaN(prediction, r)) {
                throw new IllegalArgumentException("row " + r + " has a NaN score, so it is of no class");
            }
            predicted[r] = Accuracy.predictedClass(prediction, r);
            wanted[r] = Accuracy.wantedClass(prediction, target, r);
        }
        return of(predicted, wanted, weights);
    }

    private static ConfusionMatrix of(double[] predicted, double[] wanted, Tensor weights) {
        Rows.totalWeight(wanted.length, weights);
        double[] both = Arrays.copyOf(wanted, 2 * wanted.length);
        System.arraycopy(predicted, 0, both, wanted.length, predicted.length);
        double[] labels = Arrays.stream(both).sorted().distinct().toArray();
        double[][] counts = new double[labels.length][labels.length];
        for (int r = 0; r < wanted.length; r++) {
            int i = Arrays.binarySearch(labels, wanted[r]);
            int j = Arrays.binarySearch(labels, predicted[r]);
            counts[i][j] += Rows.weight(weights, r);
        }
        return new ConfusionMatrix(labels, counts);
    }

    /**
     * The labels.
     *
     * @return a new array in rising order
     */
    public double[] labels() {
        return labels.clone();
    }

    /**
     * The counts.
     *
     * @return a new array, true labels x predicted labels
     */
    public double[][] counts() {
        return Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The number of true rows of each label.
     *
     * @return a new array in the order of the labels
     */
    public double[] support() {
        return Arrays.stream(counts)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    private double[] predictions() {
        double[] sums = new double[labels.length];
        for (double[] row : counts) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }

    private double[] hits() {
        double[] hits = new double[labels.length];
        Arrays.setAll(hits, i -> counts[i][i]);
        return hits;
    }

    /**
     * The share of each label's predictions that are right.
     *
     * @return a new array in the order of the labels
     */
    public double[] precision() {
        return ratios(hits(), predictions());
    }

    /**
     * The share of each label's true rows that were found.
     *
     * @return a new array in the order of the labels
     */
    public double[] recall() {
        return ratios(hits(), support());
    }

    /**
     * The harmonic mean of each label's precision and recall.
     *
     * @return a new array in the order of the labels
     */
    public double[] f1() {
        double[] p = precision();
        double[] r = recall();
        Arrays.setAll(p, i -> harmonic(p[i], r[i]));
        return p;
    }

    private static double[] ratios(double[] parts, double[] wholes) {
        double[] ratios = new double[parts.length];
        Arrays.setAll(ratios, i -> ratio(parts[i], wholes[i]));
        return ratios;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static double harmonic(double p, double r) {
        return ratio(2 * p * r, p + r);
    }

    /**
     * Precision as one figure.
     *
     * @param average how the labels' figures are put together
     * @return the figure
     * @throws IllegalArgumentException if a binary figure is asked for and a label is not 0 or 1
     */
    public double precision(Average average) {
        return average == Average.MICRO ? ratio(sum(hits()), sum(predictions())) : averaged(precision(), average);
    }

    /**
     * Recall as one figure.
     *
     * @param average how the labels' figures are put together
     * @return the figure
     * @throws IllegalArgumentException if a binary figure is asked for and a label is not 0 or 1
     */
    public double recall(Average average) {
        return average == Average.MICRO ? ratio(sum(hits()), sum(support())) : averaged(recall(), average);
    }

    /**
     * F1 as one figure.
     *
     * @param average how the labels' figures are put together
     * @return the figure
     * @throws IllegalArgumentException if a binary figure is asked for and a label is not 0 or 1
     */
    public double f1(Average average) {
        return average == Average.MICRO ? harmonic(precision(average), recall(average)) : averaged(f1(), average);
    }

    private double averaged(double[] figures, Average average) {
        if (average == Average.MACRO) {
            return sum(figures) / figures.length;
        }
        if (average == Average.WEIGHTED) {
            double[] support = support();
            double sum = 0;
            for (int i = 0; i < figures.length; i++) {
                sum += support[i] * figures[i];
            }
            return sum / sum(support);
        }
        if (Arrays.stream(labels).anyMatch(l -> l != 0 && l != 1)) {
            throw new IllegalArgumentException("a binary figure needs labels 0 and 1, but the labels are "
                    + Arrays.toString(labels) + "; use another average");
        }
        int one = Arrays.binarySearch(labels, 1);
        return one < 0 ? 0 : figures[one];
    }

    /**
     * The share of rows that were predicted rightly.
     *
     * @return the figure
     */
    public double accuracy() {
        return sum(hits()) / sum(support());
    }

    /**
     * The mean recall of the labels that have true rows: scikit-learn's {@code balanced_accuracy_score}.
     *
     * @return the figure
     */
    public double balancedAccuracy() {
        double[] support = support();
        double[] recall = recall();
        double sum = 0;
        int present = 0;
        for (int i = 0; i < recall.length; i++) {
            if (support[i] > 0) {
                sum += recall[i];
                present++;
            }
        }
        return sum / present;
    }

    /**
     * Cohen's kappa: by how much the agreement exceeds what chance would give with these frequencies; 1 for full
     * agreement.
     *
     * @return the figure; NaN if only one label occurs
     */
    public double cohenKappa() {
        double[] support = support();
        double[] predictions = predictions();
        double total = sum(support);
        double missed = 0;
        double missedByChance = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (i != j) {
                    missed += counts[i][j];
                    missedByChance += support[i] * predictions[j] / total;
                }
            }
        }
        return 1 - missed / missedByChance;
    }

    /**
     * Matthews' correlation of predicted and true labels, for any number of labels: scikit-learn's {@code
     * matthews_corrcoef}.
     *
     * @return the figure; 0 if only one label is true or only one is predicted
     */
    public double matthewsCorrelation() {
        double[] support = support();
        double[] predictions = predictions();
        double total = sum(support);
        double covariance = sum(hits()) * total - dot(support, predictions);
        double variances = (total * total - dot(support, support)) * (total * total - dot(predictions, predictions));
        return variances == 0 ? 0 : covariance / Math.sqrt(variances);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /**
     * Labels and counts, one line for each true label.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("labels " + Arrays.toString(labels));
        for (int i = 0; i < labels.length; i++) {
            text.append("\ntrue ").append(labels[i]).append(": ").append(Arrays.toString(counts[i]));
        }
        return text.toString();
    }
}
