package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Shape;

/** max(0, d(a, p) - d(a, n) + margin), d(x, y) = |x - y + 1e-6|, of an anchor, one of its kind and another. */
record TripletMargin(double margin) implements Loss {
    // PyTorch adds this to every difference, so that the distance of equal vectors has a derivative.
    private static final double EPS = 1e-6;

    TripletMargin {
        Settings.positive("triplet_margin margin", margin);
    }

    @Override
    public Node build(Node prediction, Node target) {
        int width = width(prediction.shape());
        Node anchor = Parts.part(prediction, 0, width);
        Node near = distance(anchor, Parts.part(prediction, 1, width));
        Node far = distance(anchor, Parts.part(prediction, 2, width));
        return near.apply(new PairwiseLoss(Pairwise.DISTANCE_MARGIN, margin), far);
    }

    private static Node distance(Node a, Node b) {
        return a.minus(b).plus(EPS).square().sum().sqrt();
    }

    private static int width(Shape prediction) {
        return Parts.width("triplet_margin", prediction, "anchors", "positives", "negatives");
    }

    @Override
    public Shape targetShape(Shape prediction) {
        width(prediction);
        return prediction.withLast(1);
    }
}
