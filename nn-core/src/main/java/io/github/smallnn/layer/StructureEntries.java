package io.github.smallnn.layer;

import io.github.smallnn.layer.LayerRegistry.Entry;
import java.util.List;

/** Registry entries of layers that connect, reshape or regularise. */
final class StructureEntries {
    private StructureEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("dense", "y = x W + b on the last axis", () -> Layers.dense(3))
                        .defaults("units 3 (example), bias; weight and bias uniform, bound 1 / sqrt(in)")
                        .torch("nn.Linear")
                        .keras("layers.Dense")
                        .sklearn("a layer of MLPRegressor, MLPClassifier")
                        .differs(
                                "PyTorch stores W as out x in; Keras starts with Glorot uniform and bias 0; scikit-learn"
                                        + " draws both with bound sqrt(6 / (in + out)), 2 in place of 6 for logistic"),
                Entry.of("embedding", "y = row x of a learned table", () -> new Embedding(7, 3))
                        .on(2)
                        .ofIndicesBelow(7)
                        .defaults("count 7, width 3 (example), no padding; standard normal")
                        .torch("nn.Embedding")
                        .keras("layers.Embedding")
                        .differs("Keras starts uniform in [-0.05, 0.05] and has a mask instead of a padding row"),
                Entry.of("dropout", "y = mask x / (1 - p) in training, x otherwise", () -> Layers.dropout(0.5))
                        .defaults("p 0.5")
                        .torch("nn.Dropout")
                        .keras("layers.Dropout"),
                Entry.of("flatten", "all axes of a sample as one", Layers::flatten)
                        .on(2, 3)
                        .torch("nn.Flatten")
                        .keras("layers.Flatten"));
    }
}
