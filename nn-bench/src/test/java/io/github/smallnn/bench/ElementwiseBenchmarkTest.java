package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.ElementLoop;
import io.github.smallnn.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contestants pass the check that stands before their timing, and a wrong one does not. */
class ElementwiseBenchmarkTest {

    @ParameterizedTest
    @EnumSource(ElementJob.class)
    void contestantsAgree(ElementJob job) {
        for (Precision precision : Precision.values()) {
            boolean wide = precision == Precision.DOUBLE;
            double ours = job.check(ElementwiseBenchmark.loop(job, precision, Contest.SMALLNN), wide);
            double java = job.check(ElementwiseBenchmark.loop(job, precision, ElementwiseBenchmark.JAVA), wide);
            assertThat(Math.abs(ours - java))
                    .as("checksums %s and %s of %s", ours, java, job)
                    .isLessThan(job.elements() * (wide ? 1e-12 : 1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(ElementJob.class)
    void aWrongElementIsRefused(ElementJob job) {
        ElementLoop right = ElementwiseBenchmark.loop(job, Precision.DOUBLE, ElementwiseBenchmark.JAVA);
        ElementLoop wrong = new ElementLoop() {
            @Override
            public void run(int set) {
                right.run(set);
            }

            @Override
            public double get(int element) {
                return right.get(element) + (element == job.elements() - 1 ? 1e-9 : 0);
            }
        };
        assertThatThrownBy(() -> job.check(wrong, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("element " + (job.elements() - 1))
                .hasMessageContaining("must not be timed");
    }

    @Test
    void unknownContestantsAreNamed() {
        assertThatThrownBy(() -> ElementwiseBenchmark.loop(ElementJob.EXP, Precision.DOUBLE, "abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abacus");
    }
}
