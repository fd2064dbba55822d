package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.testing.GoldenAssert;
import io.github.smallnn.testing.GoldenValue;
import org.junit.jupiter.api.Test;

class NotebookExampleTest {

    @Test
    void trainingMeetsTheClosedForm() throws Exception {
        GoldenValue figures = Run.json("notebook", "--json");
        same(figures, "easy.sgd.coef", "easy.ols.coef", 1e-9);
        same(figures, "noisy_with_bias.gd.coef", "noisy_with_bias.ols.coef", 1e-8);
        same(figures, "noisy_with_bias.gd.intercept", "noisy_with_bias.ols.intercept", 1e-8);
        same(figures, "noisy_with_bias.gd.rmse", "noisy_with_bias.ols.rmse", 1e-8);
        same(figures, "noisy_with_bias.ols.rmse", "seed1/In [6]/rmse of simple_lr", 1e-12);
        same(figures, "easy.ols.coef", "seed1/In [33]/LinearRegression(fit_intercept=False).coef_", 1e-12);
    }

    @Test
    void theOracleSeesHowFarTheTrainingCame() throws Exception {
        GoldenValue figures = Run.json("notebook", "--json");
        assertThat(figures.get("oracle.easy.cause").asText()).isEqualTo("CONVERGED");
        assertThat(figures.get("oracle.easy.loss_gap").asDouble()).isBetween(0.0, 1e-20);
        assertThat(figures.get("oracle.noisy.cause").asText()).isEqualTo("TOO_FEW_STEPS");
        double rmse = figures.get("noisy.sgd.rmse").asDouble();
        double best = figures.get("noisy.ols.rmse").asDouble();
        assertThat(figures.get("oracle.noisy.loss_gap").asDouble()).isCloseTo(rmse * rmse - best * best, within(1e-8));
        assertThat(figures.get("oracle.noisy_with_bias.cause").asText()).isEqualTo("CONVERGED");
        assertThat(figures.get("oracle.noisy_with_bias.best_rate").asDouble())
                .isLessThan(figures.get("oracle.noisy_with_bias.stable_rate").asDouble());
        assertThat(figures.get("oracle.noisy_with_bias.steps").asDouble()).isBetween(1.0, 200.0);
        assertThat(Run.of("notebook").out())
                .contains("The oracle's view, noisy", "The network has reached the optimum");
    }

    private static void same(GoldenValue figures, String got, String want, double tolerance) {
        double[] wanted = figures.get(want).array().doubles();
        GoldenAssert.assertClose(got, figures.get(got).array().doubles(), wanted, 0, tolerance);
    }

    @Test
    void isWhatRunsWithoutACommand() {
        Run plain = Run.of();
        assertThat(plain.status()).isZero();
        assertThat(plain.err()).isEmpty();
        assertThat(plain.out())
                .isEqualTo(Run.of("notebook").out())
                .contains("RMSE after 5 epochs            102.760349148")
                .contains("Coefficients of the network:   87.73730719279")
                .contains("Side by side");
        assertThat(Run.of("--json").out())
                .isEqualTo(Run.of("notebook", "--json").out());
    }
}
