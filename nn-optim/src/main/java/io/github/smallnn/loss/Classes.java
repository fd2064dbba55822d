package io.github.smallnn.loss;

import io.github.smallnn.graph.Node;
import io.github.smallnn.op.OneHot;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/** A class index as target: one-hot rows with weights, and the check of all indices before training. */
record Classes(List<Double> weights, OptionalInt ignored) {

    /** Rows of {@code on} at the class and {@code off} elsewhere, times the class weights; 0 for an ignored index. */
    Node rows(Node target, int classes, double on, double off) {
        int none = ignored.orElse(OneHot.NONE);
        return Settings.weighted("class weights", target.apply(new OneHot(classes, none, on, off)), weights);
    }

    /** Values that count by the weight of their row's class: 0 if that is ignored. */
    Node counted(Node values, Node target, int classes) {
        if (weights.isEmpty() && ignored.isEmpty()) {
            return values;
        }
        return values.countedBy(rows(target, classes, 1, 0).sum());
    }

    void check(Tensor targets, int classes) {
        for (int r = 0; r < targets.rows(); r++) {
            for (int c = 0; c < targets.cols(); c++) {
                double t = targets.get(r, c);
                boolean left = ignored.isPresent() && t == ignored.getAsInt();
                if (!left && !(t >= 0 && t < classes && t == (int) t)) {
                    throw new IllegalArgumentException("target row " + r + ", column " + c + " is " + t
                            + ", which is not a class: there are " + classes
                            + " classes, so a class index is a whole number from 0 to " + (classes - 1)
                            + (ignored.isPresent() ? " or the ignored " + ignored.getAsInt() : ""));
                }
            }
        }
    }
}
