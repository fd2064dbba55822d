package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** 1 - cos(a, b) for pairs of target 1, max(0, cos(a, b) - margin) for pairs of target -1. */
record CosineEmbedding(double margin) implements Loss {
    private static final String NAME = "cosine_embedding";
    // PyTorch adds this to both squared lengths.
    private static final double EPS = 1e-12;

    CosineEmbedding {
        Settings.between(NAME + " margin", margin, -1, 1);
    }

    @Override
    public Node build(Node prediction, Node target) {
        int width = width(prediction.shape());
        Node a = Parts.part(prediction, 0, width);
        Node b = Parts.part(prediction, 1, width);
        Node lengths =
                a.square().sum().plus(EPS).times(b.square().sum().plus(EPS)).sqrt();
        Node distance = a.times(b).sum().dividedBy(lengths).times(-1).plus(1);
        // In terms of the distance 1 - cos this is a hinge embedding, of what is left of the margin.
        return distance.apply(new PairwiseLoss(Pairwise.HINGE_EMBEDDING, 1 - margin), target);
    }

    private static int width(Shape prediction) {
        return Parts.width(NAME, prediction, "first vectors", "second vectors");
    }

    @Override
    public Shape targetShape(Shape prediction) {
        width(prediction);
        return prediction.withLast(1);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        TargetCheck.SIGN.require(targets);
    }
}
