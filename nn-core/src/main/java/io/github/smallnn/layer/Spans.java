package io.github.smallnn.layer;

import io.github.smallnn.kernel.Span;
import io.github.smallnn.kernel.Window;

/** Windows from numbers given per axis, or one number for all axes. */
final class Spans {
    private Spans() {}

    /** A window of a size, with stride 1 or, if it does not overlap, the size itself. */
    static Window of(int axes, boolean overlapping, int... kernel) {
        int down = axes == 1 ? 1 : first("kernel size", axes, kernel);
        int along = last("kernel size", axes, kernel);
        return new Window(new Span(down, overlapping ? 1 : down, 0, 1), new Span(along, overlapping ? 1 : along, 0, 1));
    }

    static Window stride(int axes, Window w, int... stride) {
        return new Window(
                axes == 1 ? w.height() : stride(w.height(), first("stride", axes, stride)),
                stride(w.width(), last("stride", axes, stride)));
    }

    static Window padding(int axes, Window w, int... padding) {
        return new Window(
                axes == 1 ? w.height() : padding(w.height(), first("padding", axes, padding)),
                padding(w.width(), last("padding", axes, padding)));
    }

    static Window dilation(int axes, Window w, int... dilation) {
        return new Window(
                axes == 1 ? w.height() : dilation(w.height(), first("dilation", axes, dilation)),
                dilation(w.width(), last("dilation", axes, dilation)));
    }

    private static Span stride(Span s, int stride) {
        return new Span(s.kernel(), stride, s.padding(), s.dilation());
    }

    private static Span padding(Span s, int padding) {
        return new Span(s.kernel(), s.stride(), padding, s.dilation());
    }

    private static Span dilation(Span s, int dilation) {
        return new Span(s.kernel(), s.stride(), s.padding(), dilation);
    }

    private static int first(String name, int axes, int[] values) {
        check(name, axes, values);
        return values[0];
    }

    private static int last(String name, int axes, int[] values) {
        check(name, axes, values);
        return values[values.length - 1];
    }

    private static void check(String name, int axes, int[] values) {
        if (values.length != 1 && values.length != axes) {
            throw new IllegalArgumentException(
                    name + " needs 1 number" + (axes == 1 ? "" : " or " + axes) + ", but got " + values.length);
        }
    }
}
