package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.op.CrossEntropyLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** Softmax cross-entropy against a class index, which is checked row by row before training. */
record IndexCrossEntropy() implements Loss {
    @Override
    public Node build(Node prediction, Node target) {
        return prediction.apply(new CrossEntropyLoss(true), target);
    }

    @Override
    public Shape targetShape(Shape prediction) {
        return prediction.withLast(1);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        int classes = prediction.last();
        for (int r = 0; r < targets.rows(); r++) {
            for (int c = 0; c < targets.cols(); c++) {
                double t = targets.get(r, c);
                if (!(t >= 0 && t < classes && t == (int) t)) {
                    throw new IllegalArgumentException("target row " + r + ", column " + c + " is " + t
                            + ", which is not a class: the prediction " + prediction + " has " + classes
                            + " classes, so a class index is a whole number from 0 to " + (classes - 1));
                }
            }
        }
    }
}
