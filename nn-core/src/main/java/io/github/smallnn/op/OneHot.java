package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A class index of shape [..., 1] as a row of numbers [..., classes]: one number at the class, another elsewhere. The
 * rows of one class may be all 0. There is no gradient for the index. Immutable, any thread.
 *
 * @param classes number of classes
 * @param ignored index whose rows are 0 throughout, which need not be a class; {@link #NONE} for none
 * @param on number at the class
 * @param off number elsewhere
 */
public record OneHot(int classes, int ignored, double on, double off) implements Op {
    /** No index is ignored. */
    public static final int NONE = Integer.MIN_VALUE;

    @Override
    public OpSpec spec() {
        return new OpSpec("one_hot", Map.of("classes", classes, "ignored", ignored, "on", on, "off", off));
    }

    static OneHot of(OpSpec s) {
        return new OneHot(s.integer("classes"), s.integer("ignored"), s.number("on"), s.number("off"));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape index = Ops.only("one_hot", in);
        if (classes < 1 || index.last() != 1) {
            throw new IllegalArgumentException(
                    "one_hot needs a class index of shape [..., 1] and at least 1 class, but got " + index + " and "
                            + classes + " classes");
        }
        return index.withLast(classes);
    }

    @Override
    public void forward(OpContext c) {
        Tensor index = c.in(0).folded(1);
        Tensor out = c.out().folded(classes);
        out.fill(off);
        for (int r = 0; r < index.rows(); r++) {
            double label = index.get(r, 0);
            if (label == ignored && ignored != NONE) {
                clear(out, r);
            } else if (label >= 0 && label < classes && label == (int) label) {
                out.set(r, (int) label, on);
            } else {
                throw new IllegalArgumentException("row " + r + " of the batch: class index " + label
                        + " is not a whole number from 0 to " + (classes - 1)
                        + (ignored == NONE ? "" : " or the ignored " + ignored));
            }
        }
    }

    private void clear(Tensor out, int row) {
        for (int k = 0; k < classes; k++) {
            out.set(row, k, 0);
        }
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0) && c.beta(0) == 0) {
            c.gradIn(0).fill(0);
        }
    }
}
