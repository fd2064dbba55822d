package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** max(0, margin - t (a - b)) of scores a and b: t = 1 if a should be the larger, -1 if b. */
record MarginRanking(double margin) implements Loss {
    MarginRanking {
        Settings.finite("margin_ranking margin", margin);
    }

    @Override
    public Node build(Node prediction, Node target) {
        int width = width(prediction.shape());
        Node lead = Parts.part(prediction, 0, width).minus(Parts.part(prediction, 1, width));
        return lead.apply(new PairwiseLoss(Pairwise.HINGE, margin), target);
    }

    private static int width(Shape prediction) {
        return Parts.width("margin_ranking", prediction, "first scores", "second scores");
    }

    @Override
    public Shape targetShape(Shape prediction) {
        return prediction.withLast(width(prediction));
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        TargetCheck.SIGN.require(targets);
    }
}
