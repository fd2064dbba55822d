package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Window;
import io.github.smallnn.op.AveragePool;

/**
 * Mean of the elements under a moving window, channel by channel: [channels, length] or [channels, height, width] to as
 * many channels of floor((n + 2 padding - kernel) / stride) + 1 outputs per axis. See {@link AveragePool}.
 *
 * <p>Defaults are those of PyTorch's {@code nn.AvgPool2d}: the stride is the kernel size, no padding; padding is zero and
 * counts. Differs from Keras, whose samples have their channels last and whose padding does not count. Immutable, any
 * thread.
 *
 * @param op the op with all settings
 */
public record AveragePooling(AveragePool op) implements Layer {

    /**
     * Another stride.
     *
     * @param stride distance between outputs, per axis or one for all
     * @return a changed copy
     * @throws IllegalArgumentException if a stride is below 1 or their number does not fit
     */
    public AveragePooling stride(int... stride) {
        return moving(Spans.stride(op.axes(), op.window(), stride));
    }

    /**
     * Other padding.
     *
     * @param padding zeros added at both ends, per axis or one for all; at most half the kernel size
     * @return a changed copy
     * @throws IllegalArgumentException if a padding is out of range or their number does not fit
     */
    public AveragePooling padding(int... padding) {
        return moving(Spans.padding(op.axes(), op.window(), padding));
    }

    /**
     * Divides by the number of elements inside the input instead of all taps.
     *
     * @return a changed copy
     */
    public AveragePooling withoutCountingPadding() {
        return new AveragePooling(new AveragePool(op.axes(), op.window(), false));
    }

    private AveragePooling moving(Window w) {
        return new AveragePooling(new AveragePool(op.axes(), w, op.countPadding()));
    }

    @Override
    public Node build(Node x) {
        return x.apply(op);
    }
}
