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
                        .keras("activations.log_softmax"),
                Entry.of("elu", "y = x > 0 ? x : alpha (exp(x) - 1)", Activations::elu)
                        .defaults("alpha 1")
                        .torch("nn.ELU")
                        .keras("activations.elu"),
                Entry.of("celu", "y = x > 0 ? x : alpha (exp(x / alpha) - 1)", Activations::celu)
                        .defaults("alpha 1")
                        .torch("nn.CELU")
                        .keras("activations.celu"),
                Entry.of("selu", "y = 1.0507 (x > 0 ? x : 1.6733 (exp(x) - 1))", Activations::selu)
                        .torch("nn.SELU")
                        .keras("activations.selu"),
                Entry.of("gelu", "y = x Phi(x)", Activations::gelu)
                        .torch("nn.GELU")
                        .keras("activations.gelu"),
                Entry.of("gelu_tanh", "y = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2", Activations::geluTanh)
                        .torch("nn.GELU(approximate='tanh')")
                        .keras("activations.gelu(approximate=True)"),
                Entry.of("silu", "y = x / (1 + exp(-x))", Activations::silu)
                        .torch("nn.SiLU")
                        .keras("activations.silu"),
                Entry.of("swish", "another name of silu", Activations::silu)
                        .torch("nn.SiLU")
                        .keras("activations.swish"),
                Entry.of("mish", "y = x tanh(log(1 + exp(x)))", Activations::mish)
                        .torch("nn.Mish")
                        .keras("activations.mish"),
                Entry.of("hardtanh", "y = min(max(x, min), max)", Activations::hardtanh)
                        .defaults("min -1, max 1")
                        .torch("nn.Hardtanh")
                        .keras("activations.hard_tanh"),
                Entry.of("relu6", "y = min(max(x, 0), 6)", Activations::relu6)
                        .torch("nn.ReLU6")
                        .keras("activations.relu6"),
                Entry.of("hardsigmoid", "y = min(max(x + 3, 0), 6) / 6", Activations::hardsigmoid)
                        .torch("nn.Hardsigmoid")
                        .keras("activations.hard_sigmoid")
                        .differs("Keras 2 has min(max(0.2 x + 0.5, 0), 1)"),
                Entry.of("hardswish", "y = x min(max(x + 3, 0), 6) / 6", Activations::hardswish)
                        .torch("nn.Hardswish")
                        .keras("activations.hard_silu"),
                Entry.of("softsign", "y = x / (1 + abs(x))", Activations::softsign)
                        .torch("nn.Softsign")
                        .keras("activations.softsign"),
                Entry.of("softshrink", "y = sign(x) max(abs(x) - lambda, 0)", Activations::softshrink)
                        .defaults("lambda 0.5")
                        .torch("nn.Softshrink")
                        .keras("activations.soft_shrink"),
                Entry.of("tanhshrink", "y = x - tanh(x)", Activations::tanhshrink)
                        .torch("nn.Tanhshrink")
                        .keras("activations.tanh_shrink"),
                Entry.of("log_sigmoid", "y = -log(1 + exp(-x))", Activations::logSigmoid)
                        .torch("nn.LogSigmoid")
                        .keras("activations.log_sigmoid"),
                Entry.of("prelu", "y = x > 0 ? x : slope x, slopes learned", PRelu::new)
                        .defaults("1 slope, starts at 0.25")
                        .torch("nn.PReLU")
                        .keras("layers.PReLU")
                        .differs("Keras has one slope per element and starts at 0"));
    }
}
