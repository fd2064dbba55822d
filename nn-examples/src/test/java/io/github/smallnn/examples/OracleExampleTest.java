package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.testing.GoldenValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the closed form predicts is what the training does. */
class OracleExampleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--seed 7 --samples 60 --features 2",
                "--stretch 0.1 --noise 0",
                "--features 1 --samples 30 --stretch 8"
            })
    void theStepsAreThosePredicted(String options) throws Exception {
        GoldenValue figures = Run.json(("oracle --json " + options).strip().split(" "));
        for (String problem : new String[] {"well", "bad"}) {
            double predicted = figures.get(problem + ".steps").asDouble();
            double taken = figures.get(problem + ".taken").asDouble();
            assertThat(taken).as("%s %s", options, problem).isCloseTo(predicted, within(Math.max(2, 0.2 * predicted)));
            assertThat(figures.get(problem + ".after.cause").asText()).isEqualTo("CONVERGED");
            assertThat(figures.get(problem + ".after.loss_gap").asDouble())
                    .isLessThan(1e-15 * figures.get(problem + ".loss_gap").asDouble());
            assertThat(figures.get(problem + ".best_rate").asDouble())
                    .isLessThan(figures.get(problem + ".stable_rate").asDouble());
        }
        assertThat(figures.get("bad.condition_number").asDouble())
                .isGreaterThan(figures.get("well.condition_number").asDouble());
        assertThat(figures.get("too_high.cause").asText()).isEqualTo("RATE_TOO_HIGH");
        assertThat(figures.get("too_high.loss").asDouble())
                .isGreaterThan(figures.get("well.loss").asDouble());
    }

    @Test
    void theStretchedColumnIsNamed() throws Exception {
        GoldenValue figures = Run.json("oracle", "--json");
        for (String state : new String[] {"bad", "halted"}) {
            assertThat(figures.get(state + ".cause").asText()).as(state).isEqualTo("BAD_CONDITION");
            assertThat(figures.get(state + ".limit").asText()).as(state).contains("'x3'", "standardised");
        }
        assertThat(figures.get("halted.loss_gap").asDouble())
                .isBetween(1.0, figures.get("bad.loss_gap").asDouble());
    }

    @Test
    void textShowsBothProblemsSideBySide() {
        Run run = Run.of("oracle", "--samples", "50");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("well conditioned  badly conditioned", "steps predicted", "steps taken", "contraction")
                .contains("is above the largest stable one");
        assertThat(run.out()).isEqualTo(Run.of("oracle", "--samples", "50").out());
    }
}
