package io.github.smallnn.layer;

import io.github.smallnn.layer.LayerRegistry.Entry;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/** Registry entries of layers that normalise. */
final class NormEntries {
    private static final Tensor FEATURES = Tensor.row(1, 2, 3, 4);

    private NormEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of(
                                "layer_norm",
                                "y = (x - mean) / sqrt(var + eps) weight + bias over the last axes of a sample",
                                LayerNorm::new)
                        .defaults("axes 1, eps 1e-5, weight 1, bias 0")
                        .torch("nn.LayerNorm")
                        .keras("layers.LayerNormalization")
                        .differs("Keras has eps 1e-3"),
                Entry.of(
                                "batch_norm",
                                "y = (x - mean) / sqrt(var + eps) weight + bias over the batch, per channel (first axis)",
                                BatchNorm::new)
                        .on(3, 2)
                        .defaults("eps 1e-5, momentum 0.1, weight 1, bias 0, running statistics")
                        .torch("nn.BatchNorm1d, nn.BatchNorm2d")
                        .keras("layers.BatchNormalization")
                        .differs("Keras: momentum 0.99 is 0.01 here, eps 1e-3, running variance divided by n, channels"
                                + " on the last axis"),
                Entry.of(
                                "normalize",
                                "y = (x - mean) / scale, with given numbers",
                                () -> Layers.normalize(FEATURES, FEATURES))
                        .defaults("mean and scale 1, 2, 3, 4 (example)")
                        .keras("layers.Normalization")
                        .sklearn("StandardScaler.transform")
                        .differs("Keras takes variances"),
                Entry.of("rescale", "y = x scale + mean, with given numbers", () -> Layers.rescale(FEATURES, FEATURES))
                        .defaults("mean and scale 1, 2, 3, 4 (example)")
                        .keras("layers.Normalization(invert=True)")
                        .sklearn("StandardScaler.inverse_transform")
                        .differs("Keras takes variances"));
    }
}
