package io.github.smallnn.kernel;

/**
 * How a window moves along one axis: {@code kernel} taps, {@code dilation} apart, over an input with {@code padding}
 * positions added at both ends, one output every {@code stride} positions. Tap t of output o reads input position
 * {@code o stride - padding + t dilation}. Immutable, any thread.
 *
 * @param kernel number of taps, from 1 to 65,536
 * @param stride distance between outputs, from 1 to 65,536
 * @param padding positions added at each end, from 0 to 65,536
 * @param dilation distance between taps, from 1 to 65,536
 */
public record Span(int kernel, int stride, int padding, int dilation) {
    /** One tap at every position: the axis that a one-dimensional window does not have. */
    public static final Span SINGLE = new Span(1, 1, 0, 1);

    private static final int MOST = 65_536;

    /**
     * Checks the numbers.
     *
     * @param kernel number of taps
     * @param stride distance between outputs
     * @param padding positions added at each end
     * @param dilation distance between taps
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Span {
        require("kernel size", kernel, 1);
        require("stride", stride, 1);
        require("padding", padding, 0);
        require("dilation", dilation, 1);
    }

    // The upper bound keeps positions within an int.
    private static void require(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + MOST + ", but is " + value);
        }
    }

    /**
     * Number of outputs along an axis: floor((length + 2 padding - dilation (kernel - 1) - 1) / stride) + 1.
     *
     * @param length length of the input
     * @return length of the output, at least 1
     * @throws IllegalArgumentException if the window is longer than the padded input
     */
    public int outputs(int length) {
        long padded = length + 2L * padding;
        long reach = (long) dilation * (kernel - 1) + 1;
        if (reach > padded) {
            throw new IllegalArgumentException("a window of " + kernel + " taps, " + dilation + " apart, reaches over "
                    + reach + " positions, but the input of length " + length + " with padding " + padding + " has "
                    + padded + "; use a smaller kernel or more padding");
        }
        return Math.toIntExact((padded - reach) / stride + 1);
    }

    /** Input position of a tap of an output; outside the input where there is padding. */
    int position(int output, int tap) {
        return output * stride - padding + tap * dilation;
    }

    /** First output whose given tap lies inside the input, at most {@code outputs}. */
    int firstOutput(int tap, int outputs) {
        int before = padding - tap * dilation;
        return before <= 0 ? 0 : Math.min((before + stride - 1) / stride, outputs);
    }

    /** Output after the last one whose given tap lies inside an input of the given length, at least {@code first}. */
    int endOutput(int tap, int length, int first, int outputs) {
        int room = length - 1 + padding - tap * dilation;
        return room < 0 ? first : Math.max(first, Math.min(room / stride + 1, outputs));
    }

    /** First tap of an output that lies inside the input. */
    int firstTap(int output) {
        int start = position(output, 0);
        return start >= 0 ? 0 : (dilation - 1 - start) / dilation;
    }

    /** Tap after the last one of an output that lies inside an input of the given length. */
    int endTap(int output, int length) {
        int room = length - 1 - position(output, 0);
        return room < 0 ? 0 : Math.min(kernel, room / dilation + 1);
    }
}
