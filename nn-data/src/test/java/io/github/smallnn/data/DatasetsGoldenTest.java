package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generators, splits and scalers of golden/datasets.json. Coefficients, labels and row numbers exactly, normal inputs
 * within 4 ulp, what is behind a matrix product, an elementary function or a QR decomposition within 1e-12.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetsGoldenTest {
    private final Golden golden = Golden.read("datasets");
    private final GoldenCount count = new GoldenCount(golden, Set.of());

    List<GoldenCase> cases() {
        return golden.cases();
    }

    @AfterAll
    void everyCaseRan() {
        count.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameNumbers(GoldenCase c) {
        boolean known = GeneratorCases.run(c) || SplitCases.run(c) || ScalerCases.run(c);
        assertThat(known).as("%s: a function that is known here", c.id()).isTrue();
        count.ran(c);
    }
}
