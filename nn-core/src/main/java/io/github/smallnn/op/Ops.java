package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import java.util.List;

/** Checks shared by the ops of this package. */
final class Ops {
    private Ops() {}

    static Shape only(String name, List<Shape> in) {
        count(name, in, 1);
        return in.get(0);
    }

    static void count(String name, List<Shape> in, int expected) {
        if (in.size() != expected) {
            throw new IllegalArgumentException(
                    name + " takes " + expected + (expected == 1 ? " input" : " inputs") + ", but got " + in.size());
        }
    }

    static void nonNegative(String name, double v) {
        if (!(v >= 0) || Double.isInfinite(v)) {
            throw new IllegalArgumentException(name + " must be finite and 0 or more, but is " + v);
        }
    }

    static void same(String name, Shape a, Shape b) {
        if (!a.equals(b)) {
            throw new IllegalArgumentException(name + " needs two inputs of one shape, but got " + a + " and " + b
                    + "; there is no broadcasting between samples: reshape or slice one of them");
        }
    }
}
