package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contestants pass the check that stands before their timing, and the percentiles are what they say. */
class PredictBenchmarkTest {

    @ParameterizedTest
    @ValueSource(strings = {Contest.SMALLNN, PredictBenchmark.MODEL, Contest.EJML, Contest.OJALGO})
    void contestantsPredictWhatTheReferenceDoes(String by) {
        for (PredictJob job : PredictJob.values()) {
            double wide = job.check(PredictBenchmark.predictor(job, Precision.DOUBLE, by), true);
            double narrow = job.check(PredictBenchmark.predictor(job, Precision.FLOAT, by), false);
            assertThat(narrow).as("%s by %s", job, by).isCloseTo(wide, within(0.01));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theLibraryAllocatesNothing(Precision precision) {
        for (String by : new String[] {Contest.SMALLNN, PredictBenchmark.MODEL}) {
            Predictor predictor = PredictBenchmark.predictor(PredictJob.I1, precision, by);
            assertThat(AllocationCheck.bytes(10, () -> predictor.predict(3)))
                    .as(by)
                    .isZero();
        }
    }

    @Test
    void aWrongPredictionIsRefused() {
        Predictor right = PredictBenchmark.predictor(PredictJob.I1, Precision.DOUBLE, Contest.EJML);
        Predictor wrong = new Predictor() {
            private int set;

            @Override
            public void predict(int chosen) {
                set = chosen;
                right.predict(chosen);
            }

            @Override
            public double get(int row, int col) {
                return right.get(row, col) + (set == 7 ? 1e-9 : 0);
            }
        };
        assertThatThrownBy(() -> PredictJob.I1.check(wrong, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("batch 7")
                .hasMessageContaining("must not be timed");
    }

    @Test
    void aHistogramKeepsTimesToAQuarterOfAPercent() {
        for (long time = 0; time > -1 && time < Long.MAX_VALUE / 3; time = time < 2000 ? time + 1 : time + time / 7) {
            Histogram one = new Histogram();
            one.add(time);
            double kept = one.at(0.5);
            assertThat(kept).as("of %d", time).isBetween(time * (1 - 1.0 / 256), (double) time);
            assertThat(time >= 512 || kept == time).as("%d is exact", time).isTrue();
        }
    }

    @Test
    void percentilesOfAHistogram() {
        Histogram h = new Histogram();
        assertThat(h.at(0.5)).isZero();
        for (int i = 1; i <= 500; i++) {
            h.add(i);
        }
        assertThat(h.at(0.5)).isEqualTo(250);
        assertThat(h.at(0.99)).isEqualTo(495);
        assertThat(h.at(0.999)).isEqualTo(500);
        h.clear();
        h.add(-3);
        assertThat(h.at(0.999)).isZero();
    }

    @Test
    void percentilesAreInOrderAndCostNoMemory() {
        Predictor predictor = PredictBenchmark.predictor(PredictJob.I1, Precision.DOUBLE, Contest.SMALLNN);
        Latency latency = new Latency();
        latency.measure(predictor, PredictJob.I1.sets());
        assertThat(latency.at(0.5)).isPositive();
        assertThat(latency.at(0.99)).isGreaterThanOrEqualTo(latency.at(0.5));
        assertThat(latency.at(0.999)).isGreaterThanOrEqualTo(latency.at(0.99));
        assertThat(AllocationCheck.bytes(2, () -> latency.measure(predictor, PredictJob.I1.sets())))
                .isZero();
    }

    @Test
    void unknownContestantsAreNamed() {
        assertThatThrownBy(() -> PredictBenchmark.predictor(PredictJob.I1, Precision.DOUBLE, "abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abacus");
    }
}
