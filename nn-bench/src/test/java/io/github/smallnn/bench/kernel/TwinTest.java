package io.github.smallnn.bench.kernel;

import io.github.smallnn.testing.Twin;
import io.github.smallnn.testing.Twins;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed float opponents are what their double sources give. */
class TwinTest {

    // Losses travel as double; Adam's powers and rate too, as in the library.
    private static final Set<String> WIDE =
            Set.of("step", "loss", "squaredError", "crossEntropy", "get", "power1", "power2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DoubleEjml",
                "DoubleEjmlProduct",
                "DoubleOjAlgoProduct",
                "DoubleBlasProduct",
                "DoubleAdamRule",
                "DoubleLinearLoop",
                "DoubleTanhLoop",
                "DoubleAdamLoop",
                "DoubleMomentumLoop",
                "DoubleEjmlPredictor",
                "DoubleHidden",
                "DoubleRule",
                "DoubleElements",
                "DoubleOjAlgo",
                "DoubleOjAlgoLoop",
                "DoubleOjAlgoPredictor"
            })
    void committedTwinIsTheGeneratedOne(String source) {
        Twins.assertUpToDate(new Twin("nn-bench", "bench/kernel/" + source + ".java", WIDE));
    }

    @Test
    void committedPeakIsTheGeneratedOne() {
        Twins.assertUpToDate(new Twin("nn-bench", "bench/vector/DoublePeak.java", Set.of("run")));
    }
}
