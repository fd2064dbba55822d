package io.github.smallnn.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main code of this module uses exactly defined operations only. */
class ExactSourcesTest {
    @Test
    void thisModuleIsExact() {
        assertThat(ExactSources.inexactLines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y = Math.exp(x); | true",
                "map(Math::log) | true",
                "v.lanewise(VectorOperators.TANH) | true",
                "rows.parallel().sum() | true",
                "y = StrictMath.exp(x); | false",
                "y = DoubleMath.exp(x); | false",
                "y = Math.sqrt(Math.fma(a, b, c)); | false",
            })
    void openFunctionsAreFound(String line, boolean open) {
        assertThat(ExactSources.isOpen(line)).isEqualTo(open);
    }
}
