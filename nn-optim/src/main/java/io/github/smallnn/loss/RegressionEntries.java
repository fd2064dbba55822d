package io.github.smallnn.loss;

import io.github.smallnn.loss.LossRegistry.Entry;
import java.util.List;

/** Registry entries of losses between numbers. */
final class RegressionEntries {
    private RegressionEntries() {}

    static List<Entry> all() {
        return List.of(
                Entry.of("mse", "(x - t)^2", TargetKind.NUMBERS, Losses::mse)
                        .torch("nn.MSELoss")
                        .keras("losses.MeanSquaredError")
                        .sklearn("mean_squared_error")
                        .differs("scikit-learn's MLP minimises half of it (`half_mse`)"),
                Entry.of("half_mse", "(x - t)^2 / 2", TargetKind.NUMBERS, Losses::halfMse)
                        .sklearn("MLPRegressor(loss='squared_error')"),
                Entry.of("mae", "abs(x - t), derivative 0 at 0", TargetKind.NUMBERS, Losses::mae)
                        .torch("nn.L1Loss")
                        .keras("losses.MeanAbsoluteError")
                        .sklearn("mean_absolute_error"),
                Entry.of(
                                "huber",
                                "e = abs(x - t) <= delta ? e^2 / 2 : delta (e - delta / 2)",
                                TargetKind.NUMBERS,
                                Losses::huber)
                        .defaults("delta 1")
                        .torch("nn.HuberLoss")
                        .keras("losses.Huber"),
                Entry.of(
                                "smooth_l1",
                                "e = abs(x - t) < beta ? e^2 / (2 beta) : e - beta / 2",
                                TargetKind.NUMBERS,
                                Losses::smoothL1)
                        .defaults("beta 1")
                        .torch("nn.SmoothL1Loss"),
                Entry.of(
                                "quantile",
                                "x <= t ? q (t - x) : (1 - q) (x - t)",
                                TargetKind.NUMBERS,
                                () -> Losses.quantile(0.9))
                        .defaults("q 0.9 (example)")
                        .sklearn("mean_pinball_loss(alpha=q)"));
    }
}
