package io.github.smallnn.train;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.testing.Fingerprints;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole training runs give the committed bits, whatever they run on. The build runs this class with every kernel, at
 * several vector widths and on both Java versions.
 */
class FingerprintTest {
    private static final Fingerprints COMMITTED = Fingerprints.read("training");

    static List<FingerprintJob> jobs() {
        return FingerprintJob.all();
    }

    @AfterAll
    static void allWereCompared() {
        COMMITTED.assertAllCompared();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void trainingGivesTheCommittedBits(FingerprintJob job) {
        for (Precision precision : Precision.values()) {
            COMMITTED.assertEqual(job.name() + ", " + precision, job.run(precision, job.data(precision)));
        }
    }
}
