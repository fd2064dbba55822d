package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Window;
import io.github.smallnn.op.MaxPool;

/**
 * Largest element under a moving window, channel by channel: [channels, length] or [channels, height, width] to as many
 * channels of floor((n + 2 padding - kernel) / stride) + 1 outputs per axis. See {@link MaxPool}.
 *
 * <p>Defaults are those of PyTorch's {@code nn.MaxPool2d}: the stride is the kernel size, no padding. Differs from Keras,
 * whose samples have their channels last. Immutable, any thread.
 *
 * @param op the op with all settings
 */
public record MaxPooling(MaxPool op) implements Layer {

    /**
     * Another stride.
     *
     * @param stride distance between outputs, per axis or one for all
     * @return a changed copy
     * @throws IllegalArgumentException if a stride is below 1 or their number does not fit
     */
    public MaxPooling stride(int... stride) {
        return moving(Spans.stride(op.axes(), op.window(), stride));
    }

    /**
     * Other padding, which never is the largest.
     *
     * @param padding positions added at both ends, per axis or one for all; at most half the kernel size
     * @return a changed copy
     * @throws IllegalArgumentException if a padding is out of range or their number does not fit
     */
    public MaxPooling padding(int... padding) {
        return moving(Spans.padding(op.axes(), op.window(), padding));
    }

    private MaxPooling moving(Window w) {
        return new MaxPooling(new MaxPool(op.axes(), w));
    }

    @Override
    public Node build(Node x) {
        return x.apply(op);
    }
}
