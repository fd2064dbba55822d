package io.github.smallnn.linear;

import io.github.smallnn.graph.Inference;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.NodeSpec;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network that is linear in effect, collapsed to one affine map: the way predictions are made, so without dropout and
 * with running statistics. The nodes are followed one by one; nothing is estimated.
 */
final class LinearForm {
    private final Network network;
    private final Map<String, AffineValue> values = new HashMap<>();
    private final Map<String, double[]> constants = new HashMap<>();
    private final Set<String> trainable = new HashSet<>();

    private LinearForm(Model model) {
        network = model.network();
        readConstants(model);
    }

    /**
     * Collapses a model.
     *
     * @throws IllegalArgumentException naming the first node that is not linear
     */
    static AffineValue of(Model model) {
        LinearForm form = new LinearForm(model);
        AffineValue last = null;
        for (NodeSpec n : form.network.ops()) {
            if (n.perSample()) {
                last = form.value(n);
                form.values.put(n.path(), last);
            }
        }
        return last;
    }

    /** Values of all nodes that are made of parameters and constants only. */
    private void readConstants(Model model) {
        List<String> paths = new ArrayList<>();
        for (NodeSpec n : network.ops()) {
            if (!n.perSample()) {
                paths.add(n.path());
                markTrainable(n, model.parameters());
            }
        }
        SessionOptions options = SessionOptions.defaults().watch(paths.toArray(new String[0]));
        Inference session = network.inference(model.parameters(), 1, options);
        session.run(Tensor.zeros(
                model.parameters().precision(), 1, network.inputShape().size()));
        for (String path : paths) {
            constants.put(path, session.value(path).toArray());
        }
    }

    private void markTrainable(NodeSpec n, ParameterSet parameters) {
        boolean parameter = n.spec().name().equals(NodeSpec.PARAMETER);
        boolean own = parameter && parameters.trainable(parameters.paths().indexOf(n.path()));
        if (own || n.inputs().stream().anyMatch(trainable::contains)) {
            trainable.add(n.path());
        }
    }

    private AffineValue value(NodeSpec n) {
        OpSpec spec = n.spec();
        switch (spec.name()) {
            case NodeSpec.INPUT:
                return AffineValue.input(n.shape());
            case "identity", "dropout", "reshape":
                return in(n, 0).reshaped(n.shape());
            case "linear":
                return in(n, 0).scaled(one(spec.number("p")), one(spec.number("q")), false);
            case "matmul":
                return in(n, 0).times(constant(n, 1), n.shape());
            case "slice":
                return slice(in(n, 0), spec.integer("from"), n.shape());
            case "concat":
                return concat(n);
            case "sum":
                return sum(in(n, 0), n.shape());
            case "add":
                return add(n, 1);
            case "subtract":
                return add(n, -1);
            case "multiply":
                return multiply(n);
            case "divide":
                return divide(n);
            case "batch_norm", "channel_norm":
                return normalized(n);
            default:
                throw refusal(n, "is not linear");
        }
    }

    private AffineValue add(NodeSpec n, double sign) {
        if (isConstant(n, 1)) {
            return in(n, 0).scaled(one(1), times(constant(n, 1), sign), isTrainable(n, 1));
        }
        if (isConstant(n, 0)) {
            return in(n, 1).scaled(one(sign), constant(n, 0), isTrainable(n, 0));
        }
        return in(n, 0).plus(sign, in(n, 1));
    }

    private AffineValue multiply(NodeSpec n) {
        if (!isConstant(n, 0) && !isConstant(n, 1)) {
            throw refusal(n, "multiplies two values of a sample");
        }
        int side = isConstant(n, 0) ? 0 : 1;
        return in(n, 1 - side).scaled(constant(n, side), one(0), false);
    }

    private AffineValue divide(NodeSpec n) {
        if (!isConstant(n, 1)) {
            throw refusal(n, "divides by a value of a sample");
        }
        double[] divisor = constant(n, 1);
        return in(n, 0).scaled(Arrays.stream(divisor).map(d -> 1 / d).toArray(), one(0), false);
    }

    /** A channel's running mean and variance are constants of a prediction. */
    private AffineValue normalized(NodeSpec n) {
        boolean ownStatistics = n.spec().name().equals("channel_norm")
                || !n.spec().text("statistics").equals("NONE");
        if (!ownStatistics) {
            throw refusal(n, "normalises by the batch");
        }
        boolean affine = n.spec().flag("affine");
        double[] mean = constant(n, 1);
        double[] variance = constant(n, 2);
        double[] factor = new double[n.shape().size()];
        double[] shift = new double[factor.length];
        for (int j = 0; j < factor.length; j++) {
            int channel = j / (factor.length / mean.length);
            double weight = affine ? constant(n, 3)[channel] : 1;
            factor[j] = weight / Math.sqrt(variance[channel] + n.spec().number("eps"));
            shift[j] = (affine ? constant(n, 4)[channel] : 0) - mean[channel] * factor[j];
        }
        return in(n, 0).scaled(factor, shift, affine && isTrainable(n, 4));
    }

    private static AffineValue slice(AffineValue x, int from, Shape to) {
        AffineValue out = x.blank(to, x.free());
        x.copy(from, to.last(), out, 0);
        return out;
    }

    private AffineValue concat(NodeSpec n) {
        boolean free = false;
        for (int i = 0; i < n.inputs().size(); i++) {
            free |= in(n, i).free();
        }
        AffineValue out = in(n, 0).blank(n.shape(), free);
        int at = 0;
        for (int i = 0; i < n.inputs().size(); i++) {
            AffineValue part = in(n, i);
            part.copy(0, part.shape().last(), out, at);
            at += part.shape().last();
        }
        return out;
    }

    private static AffineValue sum(AffineValue x, Shape to) {
        double[] ones = new double[x.shape().last()];
        Arrays.fill(ones, 1);
        return x.times(ones, to);
    }

    private AffineValue in(NodeSpec n, int i) {
        return values.get(n.inputs().get(i));
    }

    private boolean isConstant(NodeSpec n, int i) {
        return constants.containsKey(n.inputs().get(i));
    }

    private double[] constant(NodeSpec n, int i) {
        return constants.get(n.inputs().get(i));
    }

    private boolean isTrainable(NodeSpec n, int i) {
        return trainable.contains(n.inputs().get(i));
    }

    private static double[] one(double v) {
        return new double[] {v};
    }

    private static double[] times(double[] a, double factor) {
        return Arrays.stream(a).map(v -> v * factor).toArray();
    }

    private static IllegalArgumentException refusal(NodeSpec n, String why) {
        return new IllegalArgumentException("the network is not linear in effect: node '" + n.path() + "' ("
                + n.spec().name() + ") " + why
                + "; Head.of(model, data) compares the last layer alone with the closed form");
    }
}
