package io.github.smallnn.linear;

import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.NodeSpec;
import java.util.HashMap;
import java.util.Map;

/** Whether a model is one trainable product with a trainable bias or none: then its loss is a parabola in them. */
final class SingleLayer {
    private SingleLayer() {}

    static boolean is(Model model) {
        Map<String, NodeSpec> nodes = new HashMap<>();
        int products = 0;
        int sums = 0;
        for (NodeSpec n : model.network().ops()) {
            nodes.put(n.path(), n);
            switch (n.spec().name()) {
                case NodeSpec.INPUT, "identity", "reshape" -> {}
                case NodeSpec.PARAMETER -> {
                    if (!model.parameters().trainable(model.parameters().paths().indexOf(n.path()))) {
                        return false;
                    }
                }
                case "matmul" -> products++;
                case "add" -> sums++;
                default -> {
                    return false;
                }
            }
        }
        boolean flat = model.network().inputShape().rank() == 1;
        return flat && products == 1 && sums <= 1 && parametersEnterOnce(nodes);
    }

    /** A product of the input and a weight, and a bias of the size of the output added to it. */
    private static boolean parametersEnterOnce(Map<String, NodeSpec> nodes) {
        for (NodeSpec n : nodes.values()) {
            boolean product = n.spec().name().equals("matmul");
            boolean sum = n.spec().name().equals("add");
            if (product && !isParameter(nodes.get(n.inputs().get(1)))) {
                return false;
            }
            if (sum) {
                NodeSpec bias = nodes.get(n.inputs().get(1));
                if (!isParameter(bias) || bias.shape().size() != n.shape().size()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isParameter(NodeSpec n) {
        return n.spec().name().equals(NodeSpec.PARAMETER);
    }
}
