package io.github.smallnn.examples;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * The first document's networks: layers without bias, each given by the weights of its nodes as the document writes
 * them, one array per node.
 */
final class ScratchNetwork {
    private final List<double[][]> nodes = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    /** Adds a layer of nodes and what is applied to their sums. */
    ScratchNetwork layer(Layer activation, double[]... nodeWeights) {
        String name = "layer-" + nodes.size();
        layers.add(Layers.named(name, Layers.dense(nodeWeights.length).withoutBias()));
        layers.add(activation);
        nodes.add(nodeWeights);
        return this;
    }

    Model model() {
        Network network = Network.of(nodes.get(0)[0].length, Layers.sequential(layers.toArray(new Layer[0])));
        Model model = new Model(network, network.blank(Precision.DOUBLE));
        for (int i = 0; i < nodes.size(); i++) {
            model.parameters().set("layer-" + i + "/dense/weight", inputsByNodes(nodes.get(i)));
        }
        return model;
    }

    // The library keeps a weight as inputs x units: the nodes are its columns.
    private static double[] inputsByNodes(double[][] nodeWeights) {
        int inputs = nodeWeights[0].length;
        double[] flat = new double[inputs * nodeWeights.length];
        for (int n = 0; n < nodeWeights.length; n++) {
            for (int i = 0; i < inputs; i++) {
                flat[i * nodeWeights.length + n] = nodeWeights[n][i];
            }
        }
        return flat;
    }
}
