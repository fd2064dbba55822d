package io.github.smallnn.loss;

import io.github.smallnn.graph.Node;
import java.util.Arrays;
import java.util.List;

/** Checks of the settings of losses; a message says name, value and what is allowed. */
final class Settings {
    private Settings() {}

    static double positive(String name, double v) {
        if (!(v > 0 && v < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and above 0, but is " + v);
        }
        return v;
    }

    static double notNegative(String name, double v) {
        if (!(v >= 0 && v < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and 0 or more, but is " + v);
        }
        return v;
    }

    static double finite(String name, double v) {
        if (!Double.isFinite(v)) {
            throw new IllegalArgumentException(name + " must be finite, but is " + v);
        }
        return v;
    }

    static double between(String name, double v, double low, double high) {
        if (!(v >= low && v <= high)) {
            throw new IllegalArgumentException(name + " must be from " + low + " to " + high + ", but is " + v);
        }
        return v;
    }

    /** A copy of weights, each finite and 0 or more. */
    static List<Double> weights(String name, List<Double> weights) {
        for (int i = 0; i < weights.size(); i++) {
            notNegative(name + " " + i, weights.get(i));
        }
        return List.copyOf(weights);
    }

    static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Values times one weight per entry of the last axis; the values themselves if there are no weights. */
    static Node weighted(String name, Node values, List<Double> weights) {
        if (weights.isEmpty()) {
            return values;
        }
        int n = values.shape().last();
        if (weights.size() != n) {
            throw new IllegalArgumentException("there are " + weights.size() + " of " + name + ", but '" + values.path()
                    + "' of shape " + values.shape() + " needs " + n);
        }
        return values.times(values.constants(
                weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
