package io.github.smallnn.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.train.Trainer;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On Friedman's first problem (500 rows, 10-10-1 with tanh) the solvers reach in tens of iterations what 2,000 full-batch
 * epochs of Adam reach, from the same start.
 */
class SolversAgainstAdamTest {
    private static final int EPOCHS = 2000;
    private static final int MARQUARDT = 100;
    private static final int LBFGS = 200;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void theSolversReachAdamsLoss(long seed) {
        Dataset data = Friedman.data(500, 1, 0);
        Model start = Friedman.network(10, seed);
        Model adam = start.copy();
        Trainer trainer = Trainer.of(adam, Losses.mse(), Optimizers.adam(1e-2))
                .fullBatch()
                .epochs(EPOCHS);
        trainer.fit(data);
        double target = trainer.evaluate(data).loss();

        Model marquardt = start.copy();
        Solution lm = new LevenbergMarquardt(MARQUARDT).fit(marquardt, data);
        Model quasiNewton = start.copy();
        Solution bfgs = Lbfgs.strongWolfe(LBFGS).withHistory(20).fit(quasiNewton, Losses.mse(), data);
        System.out.printf(
                Locale.ROOT,
                "friedman1, seed %d: adam %.4f after %d epochs; levenberg-marquardt %.4f, there after %s of %d iterations"
                        + " (%s); l-bfgs %.4f, there after %s of %d iterations, %d evaluations (%s)%n",
                seed,
                target,
                EPOCHS,
                lm.value(),
                reached(lm, target),
                lm.iterations(),
                lm.reason(),
                bfgs.value(),
                reached(bfgs, target),
                bfgs.iterations(),
                bfgs.evaluations(),
                bfgs.reason());
        assertThat(lm.value()).as("Levenberg-Marquardt, seed %d", seed).isLessThanOrEqualTo(target);
        assertThat(bfgs.value()).as("L-BFGS, seed %d", seed).isLessThanOrEqualTo(target);
        assertThat(lm.iterations()).isLessThanOrEqualTo(MARQUARDT);
        assertThat(bfgs.iterations()).isLessThanOrEqualTo(LBFGS);
        // What the solvers report is the loss of the model they leave behind.
        assertThat(loss(marquardt, data)).isCloseTo(lm.value(), within(1e-12 * lm.value()));
        assertThat(loss(quasiNewton, data)).isCloseTo(bfgs.value(), within(1e-12 * bfgs.value()));
    }

    private static double loss(Model model, Dataset data) {
        return Trainer.of(model, Losses.mse(), Optimizers.sgd(0)).evaluate(data).loss();
    }

    private static String reached(Solution s, double target) {
        for (int i = 0; i < s.values().size(); i++) {
            if (s.values().get(i) <= target) {
                return String.valueOf(i);
            }
        }
        return "none";
    }
}
