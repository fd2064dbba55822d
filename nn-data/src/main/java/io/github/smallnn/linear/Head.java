package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Inference;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.NodeSpec;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last layer of any network held against the closed form: with the hidden layers as they are, which weights of the
 * head would be best, and what that would gain in mean squared error. A snapshot. Immutable, any thread.
 */
public final class Head {
    private static final int ROWS = 256;

    private final Model model;
    private final Parts parts;
    private final LinearFit fit;
    private final double loss;
    private final double solvedLoss;

    private Head(Model model, Parts parts, LinearFit fit, double loss, double solvedLoss) {
        this.model = model;
        this.parts = parts;
        this.fit = fit;
        this.loss = loss;
        this.solvedLoss = solvedLoss;
    }

    /** Paths of what the head is made of; the bias is null if there is none. */
    private record Parts(String features, String weight, String bias) {}

    /**
     * Solves the head.
     *
     * @param model a network that ends in a product with a weight of its own, with a bias or without. Not modified.
     * @param data inputs and targets, with sample weights or without. Not modified.
     * @return the comparison
     * @throws IllegalArgumentException if the network does not end so (the message names the node), or the data does
     *     not fit or has a NaN or infinity, or a hidden value is not finite
     */
    public static Head of(Model model, Dataset data) {
        requireFits(model, data);
        ColumnNames.requireFinite(data, 0, ColumnNames.numbered(data.inputs().cols()));
        Parts parts = parts(model.network());
        Model copy = model.copy();
        Dataset hidden = new Dataset(features(copy, parts.features, data.inputs()), data.targets(), data.weights());
        LinearFit fit = new LinearRegression(parts.bias != null)
                .fit(hidden, unitNames(hidden.inputs().cols()));
        double loss = Metrics.mse().of(copy.predict(data.inputs()), data.targets(), data.weights());
        double solved = Metrics.mse().of(fit.predict(hidden.inputs()), data.targets(), data.weights());
        return new Head(copy, parts, fit, loss, solved);
    }

    static void requireFits(Model model, Dataset data) {
        Network n = model.network();
        if (data.inputs().cols() != n.inputShape().size()
                || data.targets().cols() != n.outputShape().size()) {
            throw new IllegalArgumentException("the network takes " + n.inputShape() + " and gives " + n.outputShape()
                    + ", but the data has inputs of " + data.inputs().describe() + " and targets of "
                    + data.targets().describe());
        }
    }

    private static List<String> unitNames(int units) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            names.add("hidden" + i);
        }
        return names;
    }

    private static Parts parts(Network network) {
        Map<String, NodeSpec> nodes = new HashMap<>();
        NodeSpec last = null;
        for (NodeSpec n : network.ops()) {
            nodes.put(n.path(), n);
            last = n;
        }
        while (List.of("identity", "dropout", "reshape").contains(last.spec().name())) {
            last = nodes.get(last.inputs().get(0));
        }
        String bias = null;
        NodeSpec product = last;
        if (last.spec().name().equals("add") && isParameter(nodes, last.inputs().get(1))) {
            bias = last.inputs().get(1);
            product = nodes.get(last.inputs().get(0));
        }
        boolean linear = product.spec().name().equals("matmul")
                && isParameter(nodes, product.inputs().get(1));
        boolean flat = linear && nodes.get(product.inputs().get(0)).shape().rank() == 1;
        boolean fullBias = bias == null
                || nodes.get(bias).shape().size() == product.shape().size();
        if (!flat || !fullBias) {
            throw new IllegalArgumentException("the network has no linear head: it ends in node '" + product.path()
                    + "' (" + product.spec().name() + ", shape " + product.shape()
                    + "), not in a product of a vector with a weight");
        }
        Parts parts = new Parts(product.inputs().get(0), product.inputs().get(1), bias);
        requireUnshared(network, parts);
        return parts;
    }

    private static boolean isParameter(Map<String, NodeSpec> nodes, String path) {
        return nodes.get(path).spec().name().equals(NodeSpec.PARAMETER);
    }

    private static void requireUnshared(Network network, Parts parts) {
        for (String path : parts.bias == null ? List.of(parts.weight) : List.of(parts.weight, parts.bias)) {
            long readers = network.ops().stream()
                    .filter(n -> n.inputs().contains(path))
                    .count();
            if (readers != 1) {
                throw new IllegalArgumentException("the head's parameter '" + path + "' is used by " + readers
                        + " nodes; only a head with parameters of its own can be solved by itself");
            }
        }
    }

    /** The values that the head's product reads, in double precision. */
    private static Tensor features(Model model, String path, Tensor inputs) {
        Precision precision = model.parameters().precision();
        Inference session = model.network()
                .inference(model.parameters(), ROWS, SessionOptions.defaults().watch(path));
        Tensor in = inputs.precision() == precision ? inputs : inputs.to(precision);
        Tensor all = null;
        for (int from = 0; from < in.rows(); from += ROWS) {
            session.run(in, from, Math.min(ROWS, in.rows() - from));
            Tensor block = session.value(path);
            if (all == null) {
                all = Tensor.zeros(Precision.DOUBLE, in.rows(), block.cols());
            }
            for (int r = 0; r < Math.min(ROWS, in.rows() - from); r++) {
                all.copyRowFrom(block, r, from + r);
            }
        }
        return all;
    }

    /**
     * The best head: least squares on what the hidden layers give, of least norm where units depend on each other.
     *
     * @return the fit; its columns are called hidden0, hidden1, ...
     */
    public LinearFit fit() {
        return fit;
    }

    /**
     * Path of the value that the head reads.
     *
     * @return a path of the network
     */
    public String features() {
        return parts.features;
    }

    /**
     * Mean squared error of the network as it is.
     *
     * @return the loss
     */
    public double loss() {
        return loss;
    }

    /**
     * Mean squared error with the best head.
     *
     * @return the loss
     */
    public double solvedLoss() {
        return solvedLoss;
    }

    /**
     * What solving the head gains.
     *
     * @return {@code loss - solvedLoss}; not negative but for rounding
     */
    public double gain() {
        return loss - solvedLoss;
    }

    /**
     * The network with the best head.
     *
     * @return a new model; the one given is not changed
     */
    public Model solved() {
        Model solved = model.copy();
        Tensor weight = solved.parameters().get(parts.weight);
        for (int i = 0; i < weight.rows(); i++) {
            for (int j = 0; j < weight.cols(); j++) {
                weight.set(i, j, fit.coef().get(j, i));
            }
        }
        if (parts.bias != null) {
            solved.parameters().set(parts.bias, fit.intercept().toArray());
        }
        return solved;
    }

    /** One line with both losses. */
    @Override
    public String toString() {
        return "head on '" + parts.features + "': mean squared error " + Figures.six(loss) + ", "
                + Figures.six(solvedLoss) + " with the head in closed form (" + fit.solver() + ", rank " + fit.rank()
                + " of " + fit.coef().cols() + "), a gain of " + Figures.six(gain());
    }
}
