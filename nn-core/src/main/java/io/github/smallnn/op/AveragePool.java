package io.github.smallnn.op;

import io.github.smallnn.kernel.Window;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Mean of the elements under a window that moves over the last one or two axes of [channels, length] or [channels, height,
 * width], channel by channel; padding is zero. Immutable, any thread.
 *
 * @param axes 1 or 2
 * @param window kernel size, stride and padding per axis; padding at most half the kernel, dilation 1
 * @param countPadding whether the mean is over all taps (PyTorch's default) or over those inside the input
 */
public record AveragePool(int axes, Window window, boolean countPadding) implements Op {

    /**
     * Checks the window.
     *
     * @param axes 1 or 2
     * @param window kernel size, stride and padding per axis
     * @param countPadding whether padding counts in the divisor
     * @throws IllegalArgumentException if axes is neither 1 nor 2, padding exceeds half the kernel, or dilation is not 1
     */
    public AveragePool {
        Windows.checkPool("avg_pool", axes, window);
    }

    @Override
    public OpSpec spec() {
        Map<String, Object> m = Windows.attributes(axes, window);
        m.put("count_include_pad", countPadding);
        return new OpSpec(name(), m);
    }

    private String name() {
        return "avg_pool" + axes + "d";
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape x = Windows.channelsFirst(name(), axes, Ops.only(name(), in));
        return window.output(x, x.axis(0));
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().pooling().averagePool(window, countPadding, c.inShape(0), c.in(0), c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            c.kernels()
                    .pooling()
                    .averagePoolBackward(window, countPadding, c.inShape(0), c.gradOut(), c.beta(0), c.gradIn(0));
        }
    }
}
