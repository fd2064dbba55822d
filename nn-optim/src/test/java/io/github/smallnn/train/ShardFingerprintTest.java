package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.testing.Fingerprints;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches in shards give the committed bits of so many shards, on any number of threads, whatever they run on. */
class ShardFingerprintTest {
    private static final Fingerprints COMMITTED = Fingerprints.read("shards");
    private static final int[] SHARDS = {1, 2, 3, 4, 8};
    private static final int[] THREADS = {1, 2};
    private static final int FEW_ROWS = 5;

    static List<FingerprintJob> jobs() {
        return FingerprintJob.networks().stream().filter(j -> !j.coupled()).toList();
    }

    @AfterAll
    static void allWereCompared() {
        COMMITTED.assertAllCompared();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void shardsDecideAboutTheBitsAndThreadsDoNot(FingerprintJob job) {
        for (Precision precision : Precision.values()) {
            Dataset data = job.data(precision);
            for (int shards : SHARDS) {
                String id = job.name() + ", " + precision + ", shards " + shards;
                COMMITTED.assertEqual(id, onAnyThreads(job, precision, data, shards, FingerprintJob.BATCH));
            }
            assertThat(onAnyThreads(job, precision, data, 1, FingerprintJob.BATCH))
                    .as("one shard is none")
                    .isEqualTo(job.run(precision, data));
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void moreShardsThanRows(FingerprintJob job) {
        for (Precision precision : Precision.values()) {
            String id = job.name() + ", " + precision + ", batches of 5 in 8 shards";
            COMMITTED.assertEqual(id, onAnyThreads(job, precision, job.data(precision), 8, FEW_ROWS));
        }
    }

    private static String onAnyThreads(
            FingerprintJob job, Precision precision, Dataset data, int shards, int batchSize) {
        String first = null;
        for (int threads : THREADS) {
            Trainer trainer =
                    job.trainer(precision).batchSize(batchSize).shards(shards).threads(threads);
            String hash = job.run(trainer, data);
            assertThat(hash)
                    .as("%s, %s, %d shards on %d threads", job, precision, shards, threads)
                    .isEqualTo(first == null ? hash : first);
            first = hash;
        }
        return first;
    }
}
