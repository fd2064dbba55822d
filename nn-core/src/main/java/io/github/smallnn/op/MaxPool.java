package io.github.smallnn.op;

import io.github.smallnn.kernel.Window;
import io.github.smallnn.tensor.Shape;
import java.util.List;

/**
 * Largest element under a window that moves over the last one or two axes of [channels, length] or [channels, height,
 * width], channel by channel. Padding never wins; a NaN always does. The gradient goes to the first of equal elements, as
 * in PyTorch. Immutable, any thread.
 *
 * @param axes 1 or 2
 * @param window kernel size, stride and padding per axis; padding at most half the kernel, dilation 1
 */
public record MaxPool(int axes, Window window) implements Op {

    /**
     * Checks the window.
     *
     * @param axes 1 or 2
     * @param window kernel size, stride and padding per axis
     * @throws IllegalArgumentException if axes is neither 1 nor 2, padding exceeds half the kernel, or dilation is not 1
     */
    public MaxPool {
        Windows.checkPool("max_pool", axes, window);
    }

    @Override
    public OpSpec spec() {
        return new OpSpec(name(), Windows.attributes(axes, window));
    }

    private String name() {
        return "max_pool" + axes + "d";
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape x = Windows.channelsFirst(name(), axes, Ops.only(name(), in));
        return window.output(x, x.axis(0));
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().pooling().maxPool(window, c.inShape(0), c.in(0), c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            c.kernels().pooling().maxPoolBackward(window, c.inShape(0), c.in(0), c.gradOut(), c.beta(0), c.gradIn(0));
        }
    }
}
