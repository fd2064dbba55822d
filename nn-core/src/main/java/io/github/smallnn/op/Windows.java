package io.github.smallnn.op;

import io.github.smallnn.kernel.Span;
import io.github.smallnn.kernel.Window;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the ops with a moving window share: attributes and the check of the input. */
final class Windows {
    private Windows() {}

    static void checkAxes(int axes) {
        if (axes != 1 && axes != 2) {
            throw new IllegalArgumentException("a window moves over 1 or 2 axes, not " + axes);
        }
    }

    // PyTorch's rule: with more padding a window could lie in it altogether and have no largest element.
    static void checkPool(String name, int axes, Window w) {
        checkAxes(axes);
        for (Span s : List.of(w.height(), w.width())) {
            if (s.padding() > s.kernel() / 2) {
                throw new IllegalArgumentException(name + axes + "d: padding must be at most half the kernel size "
                        + s.kernel() + ", but is " + s.padding());
            }
            if (s.dilation() != 1) {
                throw new IllegalArgumentException(
                        name + axes + "d has no dilation; it must be 1, but is " + s.dilation());
            }
        }
    }

    /** Attributes of a window in PyTorch's names, one number per axis; the map is the caller's. */
    static Map<String, Object> attributes(int axes, Window w) {
        Map<String, Object> m = new TreeMap<>();
        m.put("kernel_size", list(axes, w.height().kernel(), w.width().kernel()));
        m.put("stride", list(axes, w.height().stride(), w.width().stride()));
        m.put("padding", list(axes, w.height().padding(), w.width().padding()));
        m.put("dilation", list(axes, w.height().dilation(), w.width().dilation()));
        return m;
    }

    private static List<Integer> list(int axes, int down, int along) {
        return axes == 1 ? List.of(along) : List.of(down, along);
    }

    static Window read(int axes, OpSpec spec) {
        int[][] settings = {
            axis(axes, spec, "kernel_size"),
            axis(axes, spec, "stride"),
            axis(axes, spec, "padding"),
            axis(axes, spec, "dilation")
        };
        Span along = span(settings, axes - 1);
        return new Window(axes == 1 ? Span.SINGLE : span(settings, 0), along);
    }

    private static Span span(int[][] settings, int axis) {
        return new Span(settings[0][axis], settings[1][axis], settings[2][axis], settings[3][axis]);
    }

    private static int[] axis(int axes, OpSpec spec, String key) {
        int[] values = spec.integers(key);
        if (values.length != axes) {
            throw new IllegalArgumentException("op " + spec.name() + ": attribute '" + key + "' needs " + axes
                    + (axes == 1 ? " number" : " numbers") + ", but has " + values.length);
        }
        return values;
    }

    /** The input's shape if it is channels first with the right number of axes. */
    static Shape channelsFirst(String name, int axes, Shape in) {
        if (in.rank() != axes + 1) {
            throw new IllegalArgumentException(name + " needs an input of shape "
                    + (axes == 1 ? "[channels, length]" : "[channels, height, width]") + ", but got " + in
                    + "; reshape it, with 1 channel if it has none");
        }
        return in;
    }
}
