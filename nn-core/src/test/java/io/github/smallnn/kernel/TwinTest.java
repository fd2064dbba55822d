package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.Twin;
import io.github.smallnn.testing.Twins;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed float classes are what their double sources give. */
class TwinTest {

    static List<Twin> twins() {
        return Twins.of("nn-core");
    }

    @ParameterizedTest
    @MethodSource("twins")
    void committedTwinIsTheGeneratedOne(Twin twin) {
        Twins.assertUpToDate(twin);
    }

    @Test
    void substitutionFollowsItsRules() {
        Twin twin = new Twin("nn-core", "kernel/DoubleX.java", Set.of("rate"));
        assertThat(twin.substitute("""
                        /** Half of 0.5 doubles. */
                        void f(double rate, double ratio, double[] x) {
                            double y = 0.5 * x[0] + 1.0e-3 + DoubleMath.exp(2);
                            // float: int lanes = 16;
                            int lanes = 8;
                            // float: same
                            double sum = 0.0;
                        }
                        """)).isEqualTo("""
                        /** Half of 0.5 floats. */
                        void f(double rate, float ratio, float[] x) {
                            float y = 0.5f * x[0] + 1.0e-3f + FloatMath.exp(2);
                            int lanes = 16;
                            double sum = 0.0;
                        }
                        """);
    }
}
