package io.github.smallnn.graph;

import io.github.smallnn.kernel.Chain;
import io.github.smallnn.kernel.Chains;
import io.github.smallnn.kernel.DenseLink;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.kernel.PairwiseLink;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.op.Dense;
import io.github.smallnn.op.MatMul;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Tensor;
import java.util.EnumSet;
import java.util.Set;

/**
 * Recognises a training session that is nothing but small dense layers, one behind the other, and an element-wise loss,
 * and makes it one {@link Chain}. The chain works in the buffers of the session, gives the bits of its ops, and does not
 * serve sample weights or batches in parts.
 */
final class Chaining {
    private static final int MOST_LAYERS = 4;
    /** Elements of a weight up to which a chain is faster than products in vectors; for one row it is so at any size. */
    private static final int MOST_WEIGHTS = 64;
    /** Multiply-adds of a product up to which it is. */
    private static final int MOST_PRODUCTS = 16 * 1024;

    private static final Set<Pairwise> LOSSES =
            EnumSet.of(Pairwise.SQUARED_ERROR, Pairwise.ABSOLUTE_ERROR, Pairwise.HUBER, Pairwise.LOGIT_CROSS_ENTROPY);

    private final StepContext[] steps;
    private final Tensor input;
    private final Tensor target;
    private final int capacity;

    private Chaining(StepContext[] steps, Tensor input, Tensor target, int capacity) {
        this.steps = steps;
        this.input = input;
        this.target = target;
        this.capacity = capacity;
    }

    /**
     * The chain of a session, or null if it is of another kind or there can be no chains here.
     *
     * @param steps all its steps, which all go backward
     * @param input window on the input
     * @param target window on the target
     * @param capacity largest batch
     */
    static Chain of(StepContext[] steps, Tensor input, Tensor target, int capacity) {
        Chaining c = new Chaining(steps, input, target, capacity);
        return c.fits() && Chains.available() ? c.chain() : null;
    }

    private boolean fits() {
        int layers = steps.length - 1;
        if (layers < 1 || layers > MOST_LAYERS || !lossFits(steps[layers])) {
            return false;
        }
        for (int i = 0; i < layers; i++) {
            if (!layerFits(steps[i], i == 0 ? input : steps[i - 1].out())) {
                return false;
            }
        }
        return true;
    }

    private boolean lossFits(StepContext c) {
        return c.op instanceof PairwiseLoss loss
                && LOSSES.contains(loss.f())
                && c.in(0) == steps[steps.length - 2].out()
                && c.in(1) == target
                && overwrites(c, 0)
                && !c.wants(1);
    }

    // Every gradient is overwritten, so it has one source: no weight is shared, no value has a second reader.
    private boolean layerFits(StepContext c, Tensor before) {
        boolean first = before == input;
        boolean dense = c.op instanceof MatMul || c.op instanceof Dense d && !d.f().needsInput();
        return dense
                && c.in(0) == before
                && c.wants(0) == !first
                && (first || overwrites(c, 0))
                && c.inShape(0).rank() == 1
                && parameterFits(c, 1)
                && (c.inputs() == 2 || parameterFits(c, 2));
    }

    private boolean parameterFits(StepContext c, int i) {
        Tensor t = c.in(i);
        return overwrites(c, i)
                && t.rows() <= Chains.WIDEST
                && t.cols() <= Chains.WIDEST
                && sizeFits(t.rows() * t.cols())
                && Chains.isWholeArray(t);
    }

    private boolean sizeFits(int weights) {
        return capacity == 1 || weights <= MOST_WEIGHTS && capacity * weights <= MOST_PRODUCTS;
    }

    private static boolean overwrites(StepContext c, int i) {
        return c.wants(i) && c.firstBeta(i) == 0;
    }

    private Chain chain() {
        int last = steps.length - 1;
        StepContext loss = steps[last];
        PairwiseLoss op = (PairwiseLoss) loss.op;
        Chain chain = Chains.pairwise(
                new PairwiseLink(op.f(), op.p(), loss.in(0), target, loss.out(), loss.gradIn(0), capacity));
        for (int i = last - 1; i >= 0; i--) {
            chain = Chains.dense(link(steps[i], i == 0, chain));
        }
        return chain;
    }

    private DenseLink link(StepContext c, boolean first, Chain next) {
        Dense d = c.op instanceof Dense dense ? dense : new Dense(Unary.IDENTITY, 0, 0);
        boolean bias = c.inputs() > 2;
        return new DenseLink(
                first,
                c.in(0),
                c.in(1),
                bias ? c.in(2) : null,
                d.f(),
                d.p(),
                d.q(),
                c.out(),
                c.gradOut(),
                d.f() == Unary.IDENTITY ? c.gradOut() : c.scratch(0),
                c.gradIn(1),
                bias ? c.gradIn(2) : null,
                first ? null : c.gradIn(0),
                capacity,
                next);
    }
}
