package io.github.smallnn.layer;

import io.github.smallnn.layer.LayerRegistry.Entry;
import java.util.List;

/** Registry entries of layers with a moving window. */
final class WindowEntries {
    private static final String CHANNELS_LAST = "Keras has the channels last";

    private WindowEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("conv1d", "y[o, p] = b[o] + sum w[o, c, t] x[c, p s - pad + t d]", () -> Layers.conv1d(3, 3))
                        .on(2, 6)
                        .defaults("3 channels, kernel 3 (example), stride 1, padding 0, dilation 1, groups 1, bias;"
                                + " uniform, bound 1 / sqrt(in / groups * taps)")
                        .torch("nn.Conv1d")
                        .keras("layers.Conv1D")
                        .differs(CHANNELS_LAST + ", a weight [k, in, out], Glorot uniform and bias 0 at the start"),
                Entry.of("conv2d", "y[o, p] = b[o] + sum w[o, c, t] x[c, p s - pad + t d]", () -> Layers.conv2d(3, 3))
                        .on(2, 5, 4)
                        .defaults("3 channels, kernel 3 (example), stride 1, padding 0, dilation 1, groups 1, bias;"
                                + " uniform, bound 1 / sqrt(in / groups * taps)")
                        .torch("nn.Conv2d")
                        .keras("layers.Conv2D")
                        .differs(CHANNELS_LAST + ", a weight [k, k, in, out], Glorot uniform and bias 0 at the start"),
                Entry.of("max_pool1d", "y = max under the window", () -> Layers.maxPool1d(2))
                        .on(2, 6)
                        .defaults("kernel 2 (example), stride = kernel, padding 0")
                        .torch("nn.MaxPool1d")
                        .keras("layers.MaxPooling1D")
                        .differs(CHANNELS_LAST + "; PyTorch also has dilation and ceil_mode"),
                Entry.of("max_pool2d", "y = max under the window", () -> Layers.maxPool2d(2))
                        .on(2, 4, 5)
                        .defaults("kernel 2 (example), stride = kernel, padding 0")
                        .torch("nn.MaxPool2d")
                        .keras("layers.MaxPooling2D")
                        .differs(CHANNELS_LAST + "; PyTorch also has dilation and ceil_mode"),
                Entry.of("avg_pool1d", "y = mean under the window", () -> Layers.averagePool1d(2))
                        .on(2, 6)
                        .defaults("kernel 2 (example), stride = kernel, padding 0, which counts")
                        .torch("nn.AvgPool1d")
                        .keras("layers.AveragePooling1D")
                        .differs(CHANNELS_LAST + " and does not count padding; PyTorch also has ceil_mode"),
                Entry.of("avg_pool2d", "y = mean under the window", () -> Layers.averagePool2d(2))
                        .on(2, 4, 5)
                        .defaults("kernel 2 (example), stride = kernel, padding 0, which counts")
                        .torch("nn.AvgPool2d")
                        .keras("layers.AveragePooling2D")
                        .differs(CHANNELS_LAST + " and does not count padding; PyTorch also has ceil_mode"));
    }
}
