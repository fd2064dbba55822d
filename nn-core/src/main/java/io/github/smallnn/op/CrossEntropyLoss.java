package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * Softmax cross-entropy of logits [..., classes], stable by log-sum-exp; one value per sample (and per leading position).
 * The target is a class index of shape [..., 1] or class probabilities of the logits' shape. The gradient is with respect
 * to the logits only. Immutable, any thread.
 *
 * @param indices true if the target is a class index
 */
public record CrossEntropyLoss(boolean indices) implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of(indices ? "index_cross_entropy" : "cross_entropy");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Ops.count(spec().name(), in, 2);
        Shape target = indices ? in.get(0).withLast(1) : in.get(0);
        if (!target.equals(in.get(1))) {
            throw new IllegalArgumentException(spec().name() + " of logits " + in.get(0) + " needs a target of shape "
                    + target + (indices ? " (a class index)" : " (class probabilities)") + ", but got " + in.get(1));
        }
        return in.get(0).withLast(1);
    }

    @Override
    public List<Shape> scratch(List<Shape> in) {
        return List.of(in.get(0));
    }

    @Override
    public void forward(OpContext c) {
        int classes = c.inShape(0).last();
        Tensor x = c.in(0).folded(classes);
        Tensor logp = c.scratch(0).folded(classes);
        if (indices) {
            c.kernels().indexCrossEntropy(x, c.in(1).folded(1), c.out().folded(1), logp);
        } else {
            c.kernels().crossEntropy(x, c.in(1).folded(classes), c.out().folded(1), logp);
        }
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(1)) {
            throw new IllegalStateException(
                    "cross-entropy has no gradient for its target; use a composition of log_softmax and times for that");
        }
        if (!c.wants(0)) {
            return;
        }
        int classes = c.inShape(0).last();
        Tensor logp = c.scratch(0).folded(classes);
        Tensor g = c.gradOut().folded(1);
        Tensor d = c.gradIn(0).folded(classes);
        if (indices) {
            c.kernels().indexCrossEntropyBackward(logp, c.in(1).folded(1), g, c.beta(0), d);
        } else {
            c.kernels().crossEntropyBackward(logp, c.in(1).folded(classes), g, c.beta(0), d);
        }
    }
}
