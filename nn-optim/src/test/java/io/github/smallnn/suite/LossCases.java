package io.github.smallnn.suite;

import io.github.smallnn.loss.GaussianNll;
import io.github.smallnn.loss.Heads;
import io.github.smallnn.loss.LossRegistry;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.PredictionKind;
import io.github.smallnn.loss.TargetKind;
import java.util.ArrayList;
import java.util.List;

/** Every registered loss, and those forms of it that its settings make of different ops. */
public final class LossCases {
    private LossCases() {}

    /**
     * All cases.
     *
     * @return registered losses with their defaults, then forms for predictions of {@link LossCase#WIDTH} columns
     */
    public static List<LossCase> all() {
        List<LossCase> all = new ArrayList<>();
        LossRegistry.all().forEach(e -> all.add(LossCase.of(e)));
        all.addAll(classes());
        all.addAll(likelihoods());
        PredictionKind any = PredictionKind.NUMBERS;
        all.add(new LossCase(
                "bce, weights",
                Losses.bce().withWeights(1, 2, 0.5, 0, 1, 3),
                PredictionKind.PROBABILITIES,
                TargetKind.PROBABILITIES));
        all.add(new LossCase(
                "bce_with_logits, both weights",
                Losses.bceWithLogits().withWeights(1, 2, 0.5, 0, 1, 3).withPositiveWeights(2, 1, 1, 0.5, 3, 1),
                any,
                TargetKind.PROBABILITIES));
        all.add(new LossCase(
                "heads",
                Losses.heads(Heads.head("a", 0, 2, Losses.mse()), new Heads.Head("b", 2, 6, 0.3, Losses.huber(0.4))),
                any,
                TargetKind.NUMBERS));
        return all;
    }

    private static List<LossCase> classes() {
        PredictionKind any = PredictionKind.NUMBERS;
        double[] w = {0.2, 1, 3, 0, 2, 0.7};
        return List.of(
                new LossCase(
                        "cross_entropy, weights", Losses.crossEntropy().withWeights(w), any, TargetKind.CLASS_INDEX),
                new LossCase(
                        "cross_entropy, weights, smoothing, ignored",
                        Losses.crossEntropy().withWeights(w).withSmoothing(0.2).ignoring(1),
                        any,
                        TargetKind.CLASS_INDEX),
                new LossCase(
                        "cross_entropy_probabilities, weights, smoothing",
                        Losses.crossEntropyProbabilities().withWeights(w).withSmoothing(0.1),
                        any,
                        TargetKind.DISTRIBUTION),
                new LossCase(
                        "nll, weights, ignored",
                        Losses.nll().withWeights(w).ignoring(2),
                        PredictionKind.LOG_PROBABILITIES,
                        TargetKind.CLASS_INDEX),
                new LossCase(
                        "multi_margin, squares, weights",
                        Losses.multiMargin().squared().withMargin(0.7).withWeights(w),
                        any,
                        TargetKind.CLASS_INDEX));
    }

    private static List<LossCase> likelihoods() {
        PredictionKind variances = PredictionKind.MEANS_AND_VARIANCES;
        GaussianNll gaussian = Losses.gaussianNll();
        return List.of(
                new LossCase("gaussian_nll, full", gaussian.withFull(), variances, TargetKind.NUMBERS),
                new LossCase("gaussian_nll, one variance", gaussian.oneVariancePerRow(), variances, TargetKind.NUMBERS),
                new LossCase(
                        "gaussian_nll, given variances",
                        gaussian.givenVariances(),
                        PredictionKind.NUMBERS,
                        TargetKind.PROBABILITIES),
                new LossCase(
                        "gaussian_nll, one given variance",
                        gaussian.givenVariances().oneVariancePerRow().withEps(0.01),
                        PredictionKind.NUMBERS,
                        TargetKind.PROBABILITIES),
                new LossCase(
                        "poisson_nll, full",
                        Losses.poissonNll().withFull(),
                        PredictionKind.NUMBERS,
                        TargetKind.COUNTS));
    }
}
