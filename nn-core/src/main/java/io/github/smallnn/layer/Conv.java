package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializer;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Window;
import io.github.smallnn.op.Convolution;
import io.github.smallnn.tensor.Shape;

/**
 * Convolution over one or two axes, channels first: [in, length] to [channels, outputs], or [in, height, width] to
 * [channels, outputs down, outputs along]; see {@link Convolution} for the formula.
 *
 * <p>Parameters {@code conv2d/weight} [channels, in / groups, kernel...] (PyTorch's layout) and {@code conv2d/bias}
 * [channels]. Both start as PyTorch's {@code nn.Conv2d}: uniform with bound 1 / sqrt(in / groups * taps). Defaults: stride
 * 1, no padding, dilation 1, one group. Differs from Keras, whose samples have their channels last, whose weight is
 * [kernel..., in / groups, channels], and which starts with Glorot's uniform weights and a bias of 0. Immutable, any thread.
 *
 * @param axes 1 or 2
 * @param channels number of output channels
 * @param window kernel size, stride, padding and dilation per axis
 * @param groups number of groups; must divide the channels of input and output
 * @param weight how the weight starts
 * @param bias how the bias starts, or null for no bias
 */
public record Conv(int axes, int channels, Window window, int groups, Initializer weight, Initializer bias)
        implements Layer {

    /**
     * Checks the sizes.
     *
     * @param axes 1 or 2
     * @param channels number of output channels
     * @param window kernel size, stride, padding and dilation per axis
     * @param groups number of groups
     * @param weight how the weight starts
     * @param bias how the bias starts, or null for no bias
     * @throws IllegalArgumentException if axes is neither 1 nor 2, a size is below 1, or the groups do not divide the
     *     output channels
     */
    public Conv {
        new Convolution(axes, window, groups);
        if (channels < 1 || channels % groups != 0) {
            throw new IllegalArgumentException("conv" + axes + "d needs a number of output channels that is a positive"
                    + " multiple of its " + groups + (groups == 1 ? " group" : " groups") + ", but got " + channels);
        }
    }

    /**
     * With bias, started as PyTorch does.
     *
     * @param axes 1 or 2
     * @param channels number of output channels
     * @param window kernel size, stride, padding and dilation per axis
     */
    Conv(int axes, int channels, Window window) {
        this(axes, channels, window, 1, Initializers.kaimingUniform(Math.sqrt(5)), Initializers.torchLinear());
    }

    /**
     * Another stride.
     *
     * @param stride distance between outputs, per axis or one for all
     * @return a changed copy
     * @throws IllegalArgumentException if a stride is below 1 or their number does not fit
     */
    public Conv stride(int... stride) {
        return moving(Spans.stride(axes, window, stride));
    }

    /**
     * Other padding.
     *
     * @param padding zeros added at both ends, per axis or one for all
     * @return a changed copy
     * @throws IllegalArgumentException if a padding is below 0 or their number does not fit
     */
    public Conv padding(int... padding) {
        return moving(Spans.padding(axes, window, padding));
    }

    /**
     * Another dilation.
     *
     * @param dilation distance between taps, per axis or one for all
     * @return a changed copy
     * @throws IllegalArgumentException if a dilation is below 1 or their number does not fit
     */
    public Conv dilation(int... dilation) {
        return moving(Spans.dilation(axes, window, dilation));
    }

    /**
     * Several groups, each with its own part of the input and output channels.
     *
     * @param n number of groups
     * @return a changed copy
     * @throws IllegalArgumentException if n is below 1 or does not divide the output channels
     */
    public Conv groups(int n) {
        return new Conv(axes, channels, window, n, weight, bias);
    }

    /**
     * Without bias.
     *
     * @return a changed copy
     */
    public Conv withoutBias() {
        return new Conv(axes, channels, window, groups, weight, null);
    }

    /**
     * Started otherwise.
     *
     * @param ofWeight how the weight starts
     * @param ofBias how the bias starts, or null for no bias
     * @return a changed copy
     */
    public Conv started(Initializer ofWeight, Initializer ofBias) {
        return new Conv(axes, channels, window, groups, ofWeight, ofBias);
    }

    private Conv moving(Window w) {
        return new Conv(axes, channels, w, groups, weight, bias);
    }

    @Override
    public Node build(Node x) {
        Convolution op = new Convolution(axes, window, groups);
        return x.scope("conv" + axes + "d", in -> {
            Shape shape = op.weightShape(in.shape().axis(0), channels);
            int fanIn = shape.size() / channels;
            int fanOut = Math.multiplyExact(channels, window.taps());
            Node w = in.parameter("weight", shape, weight, fanIn, fanOut);
            return bias == null
                    ? in.apply(op, w)
                    : in.apply(op, w, in.parameter("bias", Shape.of(channels), bias, fanIn, fanOut));
        });
    }
}
