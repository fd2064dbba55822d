package io.github.smallnn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;
import java.util.Set;
import java.util.TreeSet;

/** Losses of the golden file by PyTorch's names and settings; a setting that is not read fails the case. */
final class GoldenLosses {
    private final GoldenCase golden;
    private final GoldenValue config;
    private final Set<String> unread;

    private GoldenLosses(GoldenCase c) {
        this.golden = c;
        this.config = c.get("config");
        this.unread = new TreeSet<>(config.names());
        unread.remove("reduction");
    }

    static Loss of(GoldenCase c) {
        GoldenLosses g = new GoldenLosses(c);
        Loss loss = g.loss();
        assertThat(g.unread).as("settings of %s that were not read", c.id()).isEmpty();
        return loss;
    }

    private Loss loss() {
        String name = golden.get("loss").asText();
        return switch (name) {
            case "MSELoss" -> Losses.mse();
            case "L1Loss" -> Losses.mae();
            case "SmoothL1Loss" -> Losses.smoothL1(number("beta", 1));
            case "HuberLoss" -> Losses.huber(number("delta", 1));
            case "QuantileLoss" -> Losses.quantile(number("q", Double.NaN));
            case "BCELoss" -> Losses.bce().withWeights(numbers("weight"));
            case "BCEWithLogitsLoss" ->
                Losses.bceWithLogits().withWeights(numbers("weight")).withPositiveWeights(numbers("pos_weight"));
            case "CrossEntropyLoss" -> crossEntropy();
            case "NLLLoss" -> Losses.nll().withWeights(numbers("weight"));
            case "KLDivLoss" -> flag("log_target", false) ? Losses.klDivergenceOfLogs() : Losses.klDivergence();
            case "PoissonNLLLoss" -> poisson();
            case "GaussianNLLLoss" -> gaussian();
            case "HingeEmbeddingLoss" -> Losses.hingeEmbedding(number("margin", 1));
            case "SoftMarginLoss" -> Losses.softMargin();
            case "MultiMarginLoss" ->
                new MultiMargin((int) number("p", 1), number("margin", 1), Settings.list(numbers("weight")));
            case "CosineEmbeddingLoss" -> Losses.cosineEmbedding(number("margin", 0));
            case "MarginRankingLoss" -> Losses.marginRanking(number("margin", 0));
            case "TripletMarginLoss" -> Losses.tripletMargin(number("margin", 1));
            default -> throw new AssertionError("no loss for " + name);
        };
    }

    private Loss crossEntropy() {
        double smoothing = number("label_smoothing", 0);
        if (golden.get("inputs").get("target").array().shape().size() == 2) {
            return Losses.crossEntropyProbabilities()
                    .withWeights(numbers("weight"))
                    .withSmoothing(smoothing);
        }
        CrossEntropy plain =
                Losses.crossEntropy().withWeights(numbers("weight")).withSmoothing(smoothing);
        return config.has("ignore_index") ? plain.ignoring((int) number("ignore_index", 0)) : plain;
    }

    private Loss poisson() {
        PoissonNll loss = flag("log_input", true)
                ? Losses.poissonNll()
                : Losses.poissonNll().ofRates();
        return flag("full", false) ? loss.withFull() : loss;
    }

    private Loss gaussian() {
        int variances = golden.get("inputs").get("var").array().columns();
        GaussianNll loss = flag("full", false) ? Losses.gaussianNll().withFull() : Losses.gaussianNll();
        return variances < golden.get("inputs").get("input").array().columns() ? loss.oneVariancePerRow() : loss;
    }

    private double number(String name, double otherwise) {
        return unread.remove(name) ? config.get(name).asDouble() : otherwise;
    }

    private boolean flag(String name, boolean otherwise) {
        return unread.remove(name) ? config.get(name).asBoolean() : otherwise;
    }

    private double[] numbers(String name) {
        return unread.remove(name) ? config.get(name).array().doubles() : new double[0];
    }
}
