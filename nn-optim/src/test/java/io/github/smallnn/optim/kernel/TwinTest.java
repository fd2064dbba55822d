package io.github.smallnn.optim.kernel;

import io.github.smallnn.testing.Twin;
import io.github.smallnn.testing.Twins;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed float loops are what their double sources give. */
class TwinTest {

    private static final Set<String> SCALARS = Set.of(
            "rate",
            "decay",
            "keep",
            "momentum",
            "share",
            "rateOfBuffer",
            "rateOfGradient",
            "size",
            "sizeOfGradient",
            "sizeOfMean",
            "beta1",
            "beta2",
            "rootScale",
            "epsilon",
            "inner",
            "outer",
            "smoothing",
            "minus",
            "plus",
            "smallest",
            "largest");

    @Test
    void committedUpdatesAreTheGeneratedOnes() {
        Twins.assertUpToDate(new Twin("nn-optim", "optim/kernel/DoubleUpdates.java", SCALARS));
    }

    @Test
    void committedDescentIsTheGeneratedOne() {
        Twins.assertUpToDate(new Twin("nn-optim", "optim/kernel/DoubleDescent.java", Set.of("rate", "keep")));
    }

    @Test
    void committedGradientLoopsAreTheGeneratedOnes() {
        Set<String> scalars = Set.of("p", "sum", "wide", "most", "factor", "limit");
        Twins.assertUpToDate(new Twin("nn-optim", "optim/kernel/DoubleGradients.java", scalars));
    }

    @Test
    void committedSumsOfGradientsAreTheGeneratedOnes() {
        Twins.assertUpToDate(new Twin("nn-optim", "optim/kernel/DoubleGradientSum.java", Set.of("factor")));
    }

    @Test
    void committedSlopesAreTheGeneratedOnes() {
        Twins.assertUpToDate(new Twin("nn-optim", "optim/kernel/DoubleSlopes.java", Set.of("linear", "constant")));
    }
}
