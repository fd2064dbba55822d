package io.github.smallnn.optim.kernel;

import io.github.smallnn.testing.Twin;
import io.github.smallnn.testing.Twins;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed float updates are what their double source gives. */
class TwinTest {

    private static final Set<String> WIDE =
            Set.of("rate", "decay", "momentum", "share", "size", "beta1", "beta2", "rootScale", "epsilon");

    @Test
    void committedTwinIsTheGeneratedOne() {
        Twins.check(new Twin("nn-optim", "optim/kernel/DoubleUpdates.java", WIDE));
    }
}
