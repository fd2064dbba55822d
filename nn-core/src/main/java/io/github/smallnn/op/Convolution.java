package io.github.smallnn.op;

import io.github.smallnn.kernel.ConvKernels;
import io.github.smallnn.kernel.Window;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Convolution (cross-correlation, as in all deep-learning libraries) over the last one or two axes of a channels-first
 * input: y[o, p] = b[o] + sum over c, t of w[o, c, t] x[c, p stride - padding + t dilation], outside positions being 0.
 *
 * <p>Inputs: x [in, length] or [in, height, width]; weight [out, in / groups, kernel...], PyTorch's layout; with a bias,
 * b [out]. Output [out, outputs...] with floor((n + 2 padding - dilation (kernel - 1) - 1) / stride) + 1 outputs per axis.
 * Immutable, any thread.
 *
 * @param axes 1 or 2
 * @param window kernel size, stride, padding and dilation per axis
 * @param groups number of groups; output channels of a group see the input channels of that group only
 */
public record Convolution(int axes, Window window, int groups) implements Op {

    /**
     * Checks the number of axes and groups.
     *
     * @param axes 1 or 2
     * @param window kernel size, stride, padding and dilation per axis
     * @param groups number of groups
     * @throws IllegalArgumentException if axes is neither 1 nor 2, or groups is below 1
     */
    public Convolution {
        Windows.checkAxes(axes);
        if (groups < 1) {
            throw new IllegalArgumentException("conv" + axes + "d needs at least 1 group, but got groups = " + groups);
        }
    }

    static Convolution of(int axes, OpSpec spec) {
        return new Convolution(axes, Windows.read(axes, spec), spec.integer("groups"));
    }

    @Override
    public OpSpec spec() {
        Map<String, Object> m = Windows.attributes(axes, window);
        m.put("groups", groups);
        return new OpSpec(name(), m);
    }

    private String name() {
        return "conv" + axes + "d";
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        if (in.size() < 2 || in.size() > 3) {
            throw new IllegalArgumentException(
                    name() + " takes an input, a weight and perhaps a bias, but got " + in.size() + " inputs");
        }
        Shape x = Windows.channelsFirst(name(), axes, in.get(0));
        Shape w = in.get(1);
        int out = w.axis(0);
        checkGroups(x.axis(0), "input");
        checkGroups(out, "output");
        Shape wanted = weightShape(x.axis(0), out);
        if (!w.equals(wanted)) {
            throw new IllegalArgumentException(
                    name() + " needs a weight of shape " + wanted + " for an input of shape " + x + ", but got " + w);
        }
        if (in.size() > 2 && in.get(2).size() != out) {
            throw new IllegalArgumentException(name() + " needs a bias of shape [" + out + "], but got " + in.get(2));
        }
        Shape y = window.output(x, out);
        checkColumns(x, y);
        return y;
    }

    private void checkGroups(int channels, String side) {
        if (channels % groups != 0) {
            throw new IllegalArgumentException(name() + " has " + groups + " groups, which do not divide its "
                    + channels + " " + side + " channels");
        }
    }

    // The columns of one sample are one Java array.
    private void checkColumns(Shape x, Shape y) {
        long elements = (long) x.axis(0) * window.taps() * (y.size() / y.axis(0));
        if (elements > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(name() + " of an input " + x + " to an output " + y + " needs "
                    + elements + " numbers of scratch memory for one sample, more than one array holds");
        }
    }

    /**
     * Shape of the weight for so many channels.
     *
     * @param in input channels
     * @param out output channels
     * @return [out, in / groups, kernel...]; 1 in place of in / groups where that would be 0
     */
    public Shape weightShape(int in, int out) {
        int each = Math.max(1, in / groups);
        return axes == 1
                ? Shape.of(out, each, window.width().kernel())
                : Shape.of(out, each, window.height().kernel(), window.width().kernel());
    }

    @Override
    public void forward(OpContext c) {
        c.kernels()
                .convolution()
                .convolve(window, groups, c.inShape(0), c.in(0), c.in(1), c.inputs() > 2 ? c.in(2) : null, c.out());
    }

    @Override
    public void backward(OpContext c) {
        ConvKernels k = c.kernels().convolution();
        Shape in = c.inShape(0);
        if (c.wants(0)) {
            k.convolveBackwardInput(window, groups, in, c.in(1), c.gradOut(), c.beta(0), c.gradIn(0));
        }
        if (c.wants(1)) {
            k.convolveBackwardWeight(window, groups, in, c.in(0), c.gradOut(), c.beta(1), c.gradIn(1));
        }
        if (c.inputs() > 2 && c.wants(2)) {
            k.convolveBackwardBias(c.gradOut(), c.beta(2), c.gradIn(2));
        }
    }
}
