package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.GoldenValue;
import org.junit.jupiter.api.Test;

/** The examples of convolution and recurrence learn what they claim. */
class LayersExampleTest {
    @Test
    void convolutionReadsAtLeast98OfAHundred() throws Exception {
        GoldenValue figures = Run.json("convolution", "--json");
        double accuracy = figures.get("accuracy").asDouble();
        System.out.println("convolution on digits: accuracy " + accuracy);
        assertThat(accuracy).isBetween(0.98, 1.0);
    }

    @Test
    void theLstmAddsMarkedNumbers() throws Exception {
        GoldenValue figures = Run.json("adding", "--json");
        double mse = figures.get("mse").asDouble();
        System.out.println("adding problem of 20 steps: MSE " + mse);
        assertThat(mse).isLessThan(0.01);
        assertThat(figures.get("mse.of_the_mean").asDouble()).isGreaterThan(0.1);
    }

    @Test
    void senselessSettingsAreOneLine() {
        for (String[] args : new String[][] {{"convolution", "--epochs", "0"}, {"adding", "--seed", "-1"}}) {
            Run run = Run.of(args);
            assertThat(run.status()).as(args[0]).isEqualTo(2);
            assertThat(run.err().strip().lines()).as(args[0]).hasSize(1);
        }
    }
}
