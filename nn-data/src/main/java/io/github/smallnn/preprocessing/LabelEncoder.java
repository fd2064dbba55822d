package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Class labels as class indices and back, as scikit-learn's {@code LabelEncoder} does: label number k of {@link
 * #classes} has the index k. Immutable, any thread.
 *
 * @param classes the labels in rising order, none twice
 */
public record LabelEncoder(List<String> classes) {

    /**
     * Copies and checks the labels.
     *
     * @param classes the labels in rising order, none twice
     * @throws IllegalArgumentException if there are none or they are not in rising order
     */
    public LabelEncoder {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("a label encoder needs at least one label");
        }
        for (int k = 1; k < classes.size(); k++) {
            if (classes.get(k - 1).compareTo(classes.get(k)) >= 0) {
                throw new IllegalArgumentException("classes must be in rising order, none twice, but '"
                        + classes.get(k - 1) + "' stands before '" + classes.get(k) + "'");
            }
        }
    }

    /**
     * Learns the labels.
     *
     * @param labels labels in any order
     * @return an encoder of the labels that occur
     * @throws IllegalArgumentException if there are none
     */
    public static LabelEncoder fit(List<String> labels) {
        return new LabelEncoder(List.copyOf(new TreeSet<>(labels)));
    }

    /**
     * The class indices of labels.
     *
     * @param labels labels that are in {@link #classes}
     * @return a new column in double precision
     * @throws IllegalArgumentException if a label is not among the classes, naming it and its row
     */
    public DoubleTensor transform(List<String> labels) {
        String[] known = classes.toArray(new String[0]);
        double[] indices = new double[labels.size()];
        for (int r = 0; r < indices.length; r++) {
            int index = Arrays.binarySearch(known, labels.get(r));
            if (index < 0) {
                throw new IllegalArgumentException(
                        "row " + r + " has the label '" + labels.get(r) + "', which is none of the classes " + classes);
            }
            indices[r] = index;
        }
        return Tensor.column(indices);
    }

    /**
     * The labels of class indices.
     *
     * @param indices rows x 1 class indices. Not modified.
     * @return the labels
     * @throws IllegalArgumentException if there is not one column or an index is out of range, naming it and its row
     */
    public List<String> inverseTransform(Tensor indices) {
        Cells.requireColumns(indices, 1);
        return IntStream.range(0, indices.rows())
                .mapToObj(r -> label(r, indices.get(r, 0)))
                .toList();
    }

    private String label(int row, double index) {
        if (!(index >= 0 && index < classes.size() && index == Math.rint(index))) {
            throw new IllegalArgumentException("row " + row + " is " + index
                    + ", but a class index must be a whole number from 0 to " + (classes.size() - 1));
        }
        return classes.get((int) index);
    }
}
