package io.github.smallnn.split;

import io.github.smallnn.tensor.Tensor;

/** One column of class indices as labels. */
final class ClassColumn {
    private ClassColumn() {}

    static int[] labels(Tensor targets) {
        if (targets.cols() != 1) {
            throw new IllegalArgumentException(
                    "a stratified split needs one column of class indices, but the targets are " + targets.describe());
        }
        int[] labels = new int[targets.rows()];
        for (int r = 0; r < labels.length; r++) {
            double value = targets.get(r, 0);
            if (value != (int) value) {
                throw new IllegalArgumentException("target of row " + r + " is " + value
                        + "; a stratified split needs class indices, which are whole numbers");
            }
            labels[r] = (int) value;
        }
        return labels;
    }
}
