package io.github.smallnn.examples;

import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.LayerRegistry;
import io.github.smallnn.tensor.Precision;
import java.util.Iterator;
import picocli.CommandLine.Option;

/** What the examples that train on data have in common. */
final class TrainingOptions {
    @Option(
            names = "--layers",
            paramLabel = "LIST",
            completionCandidates = LayerNames.class,
            description = "Layers separated by commas: a number is a dense layer of so many units, a name one of"
                    + " ${COMPLETION-CANDIDATES} (default: 64,relu, and the number of outputs).")
    private String layers;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Passes over the training data (${DEFAULT-VALUE}).")
    private int epochs;

    /** The names for the help text. */
    static final class LayerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LayerRegistry.all().stream().map(LayerRegistry.Entry::name).iterator();
        }
    }

    int epochs() {
        return epochs;
    }

    /** A model with the layers of the options, or the default ones. */
    Model model(int inputs, int outputs, long seed) {
        String text = layers == null ? "64,relu," + outputs : layers;
        Network network = Network.of(inputs, LayerRegistry.parse(text));
        int last = network.outputShape().size();
        if (last != outputs) {
            throw new IllegalArgumentException(
                    "layers '" + text + "' end in " + last + (last == 1 ? " value" : " values")
                            + ", but the data has " + outputs + (outputs == 1 ? " target" : " targets")
                            + "; let the last size be " + outputs);
        }
        return Model.of(network, Precision.DOUBLE, seed);
    }
}
