package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;

/**
 * Looks through data before anything is changed, so that a bad row costs no training. The trainer and the solvers do so by
 * themselves. Stateless, any thread.
 */
public final class DataCheck {
    private DataCheck() {}

    /**
     * Checks that data fits a network and a loss.
     *
     * @param name what the data is called in messages, such as {@code training data}
     * @param data the data. Not modified.
     * @param network the network
     * @param loss the loss
     * @param precision the precision it is to have
     * @return the data in the given precision
     * @throws IllegalArgumentException naming the data and what does not fit
     */
    public static Dataset prepared(String name, Dataset data, Network network, Loss loss, Precision precision) {
        try {
            return prepared(data, network, loss, precision);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Dataset prepared(Dataset data, Network network, Loss loss, Precision precision) {
        columns("inputs", data.inputs().cols(), network.inputShape(), "network");
        Shape prediction = network.outputShape();
        columns("targets", data.targets().cols(), loss.targetShape(prediction), "loss of a prediction " + prediction);
        data.requireFinite();
        Dataset converted = data.to(precision);
        if (converted != data) {
            requireFinite(converted, precision);
        }
        loss.checkTargets(converted.targets(), prediction);
        if (loss.reduction() == Reduction.MEAN) {
            requireWeight(converted);
        }
        return converted;
    }

    private static void requireFinite(Dataset converted, Precision precision) {
        try {
            converted.requireFinite();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("as " + precision + ", " + e.getMessage(), e);
        }
    }

    private static void columns(String what, int given, Shape wanted, String by) {
        if (given != wanted.size()) {
            throw new IllegalArgumentException(what + " have " + given + " columns, but the " + by + " needs "
                    + wanted.size() + " (shape " + wanted + "); nothing is broadcast");
        }
    }

    private static void requireWeight(Dataset data) {
        if (data.weights() == null) {
            return;
        }
        for (int r = 0; r < data.rows(); r++) {
            if (data.weights().get(r, 0) > 0) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "all sample weights are 0, which leaves no mean loss; give some row a weight");
    }
}
