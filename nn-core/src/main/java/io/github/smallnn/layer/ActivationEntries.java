package io.github.smallnn.layer;

import io.github.smallnn.layer.LayerRegistry.Entry;
import java.util.List;

/** Registry entries of functions that act element by element or along one axis. */
final class ActivationEntries {
    private ActivationEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("identity", "y = x", Layers::identity)
                        .torch("nn.Identity")
                        .keras("activations.linear")
                        .sklearn("activation='identity'"),
                Entry.of("relu", "y = max(x, 0)", Layers::relu)
                        .torch("nn.ReLU")
                        .keras("activations.relu")
                        .sklearn("activation='relu'"),
                Entry.of("leaky_relu", "y = x > 0 ? x : slope x", Layers::leakyRelu)
                        .defaults("slope 0.01")
                        .torch("nn.LeakyReLU")
                        .keras("layers.LeakyReLU")
                        .differs("Keras's layer has slope 0.3"),
                Entry.of("sigmoid", "y = 1 / (1 + exp(-x))", Layers::sigmoid)
                        .torch("nn.Sigmoid")
                        .keras("activations.sigmoid")
                        .sklearn("activation='logistic'"),
                Entry.of("tanh", "y = tanh(x)", Layers::tanh)
                        .torch("nn.Tanh")
                        .keras("activations.tanh")
                        .sklearn("activation='tanh'"),
                Entry.of("softplus", "y = log(1 + exp(beta x)) / beta, x where beta x > threshold", Layers::softplus)
                        .defaults("beta 1, threshold 20")
                        .torch("nn.Softplus")
                        .keras("activations.softplus")
                        .differs("Keras has neither beta nor threshold"),
                Entry.of("softmax", "y = exp(x) / sum(exp(x)) over the last axis", Layers::softmax)
                        .torch("nn.Softmax(dim=-1)")
                        .keras("layers.Softmax")
                        .sklearn("output of MLPClassifier"),
                Entry.of("log_softmax", "y = x - log(sum(exp(x))) over the last axis", Layers::logSoftmax)
                        .torch("nn.LogSoftmax(dim=-1)")
                        .keras("activations.log_softmax"));
    }
}
