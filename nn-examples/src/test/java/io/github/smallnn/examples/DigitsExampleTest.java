package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.GoldenValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsExampleTest {

    @ParameterizedTest
    @ValueSource(strings = {"digits --json", "digits --json --seed 7 --epochs 40"})
    void readsAtLeast96OfAHundred(String command) throws Exception {
        GoldenValue figures = Run.json(command.split(" "));
        assertThat(figures.get("accuracy").asDouble()).as(command).isBetween(0.96, 1.0);
        assertThat(figures.get("test.rows").asDouble()).isEqualTo(360);
        assertThat(figures.get("train.rows").asDouble()).isEqualTo(1437);
        System.out.println(command + ": accuracy " + figures.get("accuracy").asDouble());
    }

    @Test
    void textShowsProgressAndAccuracy() {
        Run run = Run.of("digits", "--epochs", "12", "--layers", "10");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1797 images", "epoch    1  loss", "epoch   12  loss", "accuracy 9");
    }
}
