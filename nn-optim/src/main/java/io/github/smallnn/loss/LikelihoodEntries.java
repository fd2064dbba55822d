package io.github.smallnn.loss;

import io.github.smallnn.loss.LossRegistry.Entry;
import java.util.List;

/** Registry entries of divergences and likelihoods of distributions. */
final class LikelihoodEntries {
    private LikelihoodEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("kl_div", "t (log t - x), 0 where t = 0", TargetKind.DISTRIBUTION, Losses::klDivergence)
                        .from(PredictionKind.LOG_PROBABILITIES)
                        .torch("nn.KLDivLoss")
                        .keras("losses.KLDivergence")
                        .differs(
                                "the mean is over elements as in PyTorch; Keras takes probabilities and means over rows"),
                Entry.of("kl_div_log_target", "exp(t) (t - x)", TargetKind.LOG_DISTRIBUTION, Losses::klDivergenceOfLogs)
                        .from(PredictionKind.LOG_PROBABILITIES)
                        .torch("nn.KLDivLoss(log_target=True)"),
                Entry.of("poisson_nll", "exp(x) - t x", TargetKind.COUNTS, Losses::poissonNll)
                        .defaults("without log(t!)")
                        .torch("nn.PoissonNLLLoss"),
                Entry.of(
                                "poisson_nll_rate",
                                "x - t log(x + eps)",
                                TargetKind.COUNTS,
                                () -> Losses.poissonNll().ofRates())
                        .from(PredictionKind.RATES)
                        .defaults("eps 1e-8, without log(t!)")
                        .torch("nn.PoissonNLLLoss(log_input=False)")
                        .keras("losses.Poisson")
                        .sklearn("mean_poisson_deviance is twice this, against t log t - t")
                        .differs("Keras's eps is 1e-7"),
                Entry.of(
                                "gaussian_nll",
                                "(log c + (m - t)^2 / c) / 2, c = max(v, eps), x = [m, v]",
                                TargetKind.NUMBERS,
                                Losses::gaussianNll)
                        .from(PredictionKind.MEANS_AND_VARIANCES)
                        .defaults("eps 1e-6, a predicted variance per output, without log(2 pi) / 2")
                        .torch("nn.GaussianNLLLoss")
                        .differs("PyTorch takes the variances as a third argument"));
    }
}
