package io.github.smallnn.graph;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** A loss with its reduction replaced. */
record ReducedLoss(Loss loss, Reduction reduction) implements Loss {
    @Override
    public Node build(Node prediction, Node target) {
        return loss.build(prediction, target);
    }

    @Override
    public Shape targetShape(Shape prediction) {
        return loss.targetShape(prediction);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        loss.checkTargets(targets, prediction);
    }
}
