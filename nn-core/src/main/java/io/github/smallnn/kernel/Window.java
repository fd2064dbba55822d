package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Shape;

/**
 * A window that moves over the last one or two axes of channels-first samples: [channels, length] or [channels, height,
 * width]. A sample of one axis is read as an image of height 1. Immutable, any thread.
 *
 * @param height how it moves down
 * @param width how it moves along the last axis
 */
public record Window(Span height, Span width) {

    /**
     * Number of positions that the window covers.
     *
     * @return taps down times taps along
     */
    public int taps() {
        return Math.multiplyExact(height.kernel(), width.kernel());
    }

    /**
     * Shape of what the window gives, with another number of channels.
     *
     * @param in shape of the input, of two or three axes
     * @param channels channels of the output
     * @return [channels, outputs] or [channels, outputs down, outputs along]
     * @throws IllegalArgumentException if the window is larger than the padded input
     */
    public Shape output(Shape in, int channels) {
        int along = width.outputs(in.last());
        return in.rank() == 2 ? Shape.of(channels, along) : Shape.of(channels, height.outputs(heightOf(in)), along);
    }

    static int channels(Shape in) {
        return in.axis(0);
    }

    static int heightOf(Shape in) {
        return in.rank() == 2 ? 1 : in.axis(1);
    }

    static int widthOf(Shape in) {
        return in.last();
    }
}
