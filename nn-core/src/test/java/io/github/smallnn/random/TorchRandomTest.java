package io.github.smallnn.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What the golden streams do not show: state in mid-stream and bad arguments. */
class TorchRandomTest {
    @Test
    void stateWithKeptNormalRepeatsWhatFollowed() {
        TorchRandom random = new TorchRandom(42);
        random.fillNormal(new double[3], 0, 1);
        TorchState saved = random.state();
        assertThat(saved.words().hasGauss()).isTrue();
        double[] first = mixture(random);
        TorchRandom other = new TorchRandom(9);
        other.restore(saved);
        assertThat(other.state()).isEqualTo(saved).hasSameHashCodeAs(saved);
        assertThat(mixture(other)).containsExactly(first);
        assertThat(other.state()).isEqualTo(random.state()).isNotEqualTo(saved);
        random.seed(42);
        assertThat(random.state()).isEqualTo(new TorchRandom(42).state());
    }

    private static double[] mixture(TorchRandom random) {
        double[] values = new double[900];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? random.normal() : i % 3 == 1 ? random.uniform() : random.integers(-7, 1L << 40);
        }
        return values;
    }

    @Test
    void onlyTheLow32BitsOfTheSeedCount() {
        assertThat(new TorchRandom((7L << 32) + 3).state()).isEqualTo(new TorchRandom(3).state());
        assertThat(new TorchRandom(-1).state()).isEqualTo(new TorchRandom(0xffffffffL).state());
    }

    @Test
    void badArgumentsAreNamed() {
        TorchRandom random = new TorchRandom(1);
        TorchState before = random.state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.restore(new RandomState(1).state()))
                .withMessageContainingAll("TorchRandom", "MT19937");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomState(1).restore(before))
                .withMessageContaining("MT19937-torch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.fillNormal(new double[20], 0, -1))
                .withMessageContaining("sd -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.dataLoaderOrder(-2))
                .withMessageContaining("n must be zero or more, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.integers(5, 5))
                .withMessageContaining("low < high");
        assertThat(random.state()).isEqualTo(before);
    }
}
