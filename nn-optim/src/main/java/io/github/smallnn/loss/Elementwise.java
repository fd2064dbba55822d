package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** One value per element of prediction and target. */
record Elementwise(Pairwise f, double p, TargetCheck check) implements Loss {
    static Elementwise of(Pairwise f, double p) {
        return new Elementwise(f, p, TargetCheck.NONE);
    }

    @Override
    public Node build(Node prediction, Node target) {
        return prediction.apply(new PairwiseLoss(f, p), target);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        check.require(targets);
    }
}
