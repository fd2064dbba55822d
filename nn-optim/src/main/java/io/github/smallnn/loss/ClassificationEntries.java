package io.github.smallnn.loss;

import io.github.smallnn.loss.LossRegistry.Entry;
import java.util.List;

/** Registry entries of cross-entropies. */
final class ClassificationEntries {
    private ClassificationEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("bce", "-w (t log x + (1 - t) log(1 - x))", TargetKind.PROBABILITIES, Losses::bce)
                        .from(PredictionKind.PROBABILITIES)
                        .defaults("w 1 for each output")
                        .torch("nn.BCELoss")
                        .keras("losses.BinaryCrossentropy")
                        .differs("logarithms are at least -100 as in PyTorch; Keras clips x to 1e-7 from 0 and 1"),
                Entry.of(
                                "bce_with_logits",
                                "-w (v t log s(x) + (1 - t) log(1 - s(x))), s logistic",
                                TargetKind.PROBABILITIES,
                                Losses::bceWithLogits)
                        .defaults("w 1 and v 1 for each output")
                        .torch("nn.BCEWithLogitsLoss")
                        .keras("losses.BinaryCrossentropy(from_logits=True)")
                        .sklearn("MLPClassifier with two classes"),
                Entry.of("cross_entropy", "-w[t] log softmax(x)[t]", TargetKind.CLASS_INDEX, Losses::crossEntropy)
                        .defaults("w 1 for each class, label smoothing 0, no ignored index")
                        .torch("nn.CrossEntropyLoss")
                        .keras("losses.SparseCategoricalCrossentropy(from_logits=True)")
                        .sklearn("MLPClassifier")
                        .differs(
                                "PyTorch ignores the index -100 unless told otherwise; Keras divides weighted sums by rows"),
                Entry.of(
                                "cross_entropy_probabilities",
                                "-sum(w t log softmax(x))",
                                TargetKind.DISTRIBUTION,
                                Losses::crossEntropyProbabilities)
                        .defaults("w 1 for each class, label smoothing 0")
                        .torch("nn.CrossEntropyLoss")
                        .keras("losses.CategoricalCrossentropy(from_logits=True)"),
                Entry.of("nll", "-w[t] x[t]", TargetKind.CLASS_INDEX, Losses::nll)
                        .from(PredictionKind.LOG_PROBABILITIES)
                        .defaults("w 1 for each class, no ignored index")
                        .torch("nn.NLLLoss")
                        .sklearn("log_loss takes probabilities"));
    }
}
