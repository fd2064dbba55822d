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
    void percentilesAreReadFromSortedTimes() {
        long[] times = new long[1000];
        for (int i = 0; i < times.length; i++) {
            times[i] = i + 1;
        }
        assertThat(Latency.at(times, 0.5)).isEqualTo(500);
        assertThat(Latency.at(times, 0.99)).isEqualTo(990);
        assertThat(Latency.at(times, 0.999)).isEqualTo(999);
        assertThat(Latency.at(new long[] {7}, 0.999)).isEqualTo(7);
    }

    @Test
    void percentilesAreInOrder() {
        Predictor predictor = PredictBenchmark.predictor(PredictJob.I1, Precision.DOUBLE, Contest.SMALLNN);
        Latency latency = Latency.of(predictor, PredictJob.I1.sets());
        assertThat(latency.p50()).isPositive();
        assertThat(latency.p99()).isGreaterThanOrEqualTo(latency.p50());
        assertThat(latency.p999()).isGreaterThanOrEqualTo(latency.p99());
    }

    @Test
    void unknownContestantsAreNamed() {
        assertThatThrownBy(() -> PredictBenchmark.predictor(PredictJob.I1, Precision.DOUBLE, "abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abacus");
    }
}
