package io.github.smallnn.layer;

import io.github.smallnn.layer.LayerRegistry.Entry;
import java.util.List;

/** Registry entries of recurrent layers. */
final class RecurrentEntries {
    private static final String DEFAULTS =
            "hidden 3 (example), biases, all states, h0 = c0 = 0; all uniform, bound 1 /" + " sqrt(hidden)";
    private static final String KERAS = "PyTorch stores weights out x in; Keras returns the last state by default and"
            + " starts with Glorot uniform, orthogonal and bias 0";

    private RecurrentEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("rnn", "h' = tanh(x W + b + h U + d)", () -> Layers.rnn(3))
                        .on(4, 2)
                        .defaults(DEFAULTS)
                        .torch("nn.RNN")
                        .keras("layers.SimpleRNN")
                        .differs(KERAS + "; it has one bias"),
                Entry.of("rnn_relu", "h' = max(0, x W + b + h U + d)", () -> Layers.rnnRelu(3))
                        .on(4, 2)
                        .defaults(DEFAULTS)
                        .torch("nn.RNN(nonlinearity='relu')")
                        .keras("layers.SimpleRNN(activation='relu')")
                        .differs(KERAS + "; it has one bias"),
                Entry.of(
                                "gru",
                                "r, z = sigmoid(x W + b + h U + d); n = tanh(x W + b + r (h U + d)); h' = (1 - z) n + z h",
                                () -> Layers.gru(3))
                        .on(4, 2)
                        .defaults(DEFAULTS)
                        .torch("nn.GRU")
                        .keras("layers.GRU")
                        .differs(KERAS + "; its gates are in the order z, r, n"),
                Entry.of(
                                "lstm",
                                "i, f, g, o of x W + b + h U + d; c' = sigmoid(f) c + sigmoid(i) tanh(g);"
                                        + " h' = sigmoid(o) tanh(c')",
                                () -> Layers.lstm(3))
                        .on(4, 2)
                        .defaults(DEFAULTS)
                        .torch("nn.LSTM")
                        .keras("layers.LSTM")
                        .differs(KERAS + ", 1 for the forget gate; it has one bias"));
    }
}
