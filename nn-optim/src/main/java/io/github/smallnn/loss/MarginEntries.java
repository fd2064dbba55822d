package io.github.smallnn.loss;

import io.github.smallnn.loss.LossRegistry.Entry;
import java.util.List;

/** Registry entries of losses that ask for a margin. */
final class MarginEntries {
    private MarginEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("hinge", "max(0, 1 - x t)", TargetKind.SIGNS, Losses::hinge)
                        .keras("losses.Hinge")
                        .sklearn("hinge_loss")
                        .differs("Keras also takes labels 0 and 1"),
                Entry.of("hinge_embedding", "t = 1 ? x : max(0, margin - x)", TargetKind.SIGNS, Losses::hingeEmbedding)
                        .defaults("margin 1")
                        .torch("nn.HingeEmbeddingLoss"),
                Entry.of("soft_margin", "log(1 + exp(-x t))", TargetKind.SIGNS, Losses::softMargin)
                        .torch("nn.SoftMarginLoss")
                        .differs("PyTorch's overflows where -x t is above 709"),
                Entry.of(
                                "multi_margin",
                                "sum over j != t of w[t] max(0, margin - x[t] + x[j])^p / classes",
                                TargetKind.CLASS_INDEX,
                                Losses::multiMargin)
                        .defaults("p 1, margin 1, w 1 for each class")
                        .torch("nn.MultiMarginLoss"),
                Entry.of(
                                "cosine_embedding",
                                "t = 1 ? 1 - cos(a, b) : max(0, cos(a, b) - margin), x = [a, b]",
                                TargetKind.SIGNS,
                                Losses::cosineEmbedding)
                        .from(PredictionKind.PAIRS)
                        .defaults("margin 0")
                        .torch("nn.CosineEmbeddingLoss")
                        .keras("losses.CosineSimilarity")
                        .differs("Keras's is -cos(x, t)"),
                Entry.of(
                                "margin_ranking",
                                "max(0, margin - t (a - b)), x = [a, b]",
                                TargetKind.SIGNS,
                                Losses::marginRanking)
                        .from(PredictionKind.PAIRS)
                        .defaults("margin 0")
                        .torch("nn.MarginRankingLoss"),
                Entry.of(
                                "triplet_margin",
                                "max(0, d(a, p) - d(a, n) + margin), d Euclidean, x = [a, p, n]",
                                TargetKind.UNUSED,
                                Losses::tripletMargin)
                        .from(PredictionKind.TRIPLETS)
                        .defaults("margin 1")
                        .torch("nn.TripletMarginLoss")
                        .differs("1e-6 is added to every difference, as in PyTorch"));
    }
}
