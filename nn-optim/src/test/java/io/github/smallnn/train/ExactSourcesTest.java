package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.ExactSources;
import org.junit.jupiter.api.Test;

/** Losses, optimizers, schedules and the loop use exactly defined operations only. */
class ExactSourcesTest {
    @Test
    void thisModuleIsExact() {
        assertThat(ExactSources.inexactLines()).isEmpty();
    }
}
