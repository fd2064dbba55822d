package io.github.smallnn.op;

import io.github.smallnn.kernel.Binary;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Element-wise a + b, a - b, a b or a / b, where one operand may be a parameter or constant that is the same for every
 * row (shape of the last axes of the other) or everywhere (one number). Immutable, any thread.
 *
 * @param f operation
 * @param left how the left operand is read
 * @param right how the right operand is read
 */
public record Arithmetic(Binary f, Operand left, Operand right) implements Op {

    /** How an operand is read. */
    public enum Operand {
        /** As many elements as the result. */
        FULL,
        /** Repeated on every row. */
        ROW,
        /** One number, used everywhere. */
        SCALAR
    }

    /**
     * Checks that one operand is full.
     *
     * @param f operation
     * @param left how the left operand is read
     * @param right how the right operand is read
     * @throws IllegalArgumentException if both operands would be repeated
     */
    public Arithmetic {
        if (left != Operand.FULL && right != Operand.FULL) {
            throw new IllegalArgumentException("one operand of " + f + " must have the size of the result");
        }
    }

    @Override
    public OpSpec spec() {
        return new OpSpec(f.name().toLowerCase(Locale.ROOT), Map.of("left", left.name(), "right", right.name()));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        String name = f.name().toLowerCase(Locale.ROOT);
        Ops.count(name, in, 2);
        Shape full = in.get(left == Operand.FULL ? 0 : 1);
        Shape other = in.get(left == Operand.FULL ? 1 : 0);
        Operand how = left == Operand.FULL ? right : left;
        switch (how) {
            case FULL -> Ops.same(name, in.get(0), in.get(1));
            case ROW -> {
                if (!endsWith(full, other)) {
                    throw new IllegalArgumentException(
                            name + " cannot repeat a row of shape " + other + " over samples of shape " + full);
                }
            }
            case SCALAR -> {
                if (other.size() != 1) {
                    throw new IllegalArgumentException(name + " needs one number, but got shape " + other);
                }
            }
        }
        return full;
    }

    /**
     * Whether the last axes of a shape are another shape, so that the other can be repeated over it.
     *
     * @param full the longer shape
     * @param row the shorter shape
     * @return true if {@code full} ends with {@code row}
     */
    public static boolean endsWith(Shape full, Shape row) {
        int shift = full.rank() - row.rank();
        for (int i = 0; i < row.rank(); i++) {
            if (shift < 0 || full.axis(shift + i) != row.axis(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void forward(OpContext c) {
        int width = width(c);
        c.kernels()
                .binary(f, c.in(0).folded(widthOf(left, width)), c.in(1).folded(widthOf(right, width)), full(c, width));
    }

    @Override
    public void backward(OpContext c) {
        int width = width(c);
        Tensor a = c.in(0).folded(widthOf(left, width));
        Tensor b = c.in(1).folded(widthOf(right, width));
        Tensor g = c.gradOut().folded(width);
        if (c.wants(0)) {
            c.kernels().binaryBackward(f, false, a, b, g, c.beta(0), c.gradIn(0).folded(widthOf(left, width)));
        }
        if (c.wants(1)) {
            c.kernels().binaryBackward(f, true, a, b, g, c.beta(1), c.gradIn(1).folded(widthOf(right, width)));
        }
    }

    private static Tensor full(OpContext c, int width) {
        return c.out().folded(width);
    }

    // A repeated row sets the width at which both sides are read: a bias [F] on samples [T, F] sees rows * T rows of F.
    private int width(OpContext c) {
        if (left == Operand.ROW) {
            return c.inShape(0).size();
        }
        return right == Operand.ROW ? c.inShape(1).size() : c.out().cols();
    }

    private static int widthOf(Operand operand, int width) {
        return operand == Operand.SCALAR ? 1 : width;
    }
}
