package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

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
