package io.github.smallnn.kernel;

import io.github.smallnn.graph.Initializer;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.random.TorchRandom;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Bits;
import io.github.smallnn.testing.Fingerprints;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Products, elementary functions, reductions and start values have the committed bits, whatever they run on. The build
 * runs this class with every kernel, at several vector widths and on both Java versions.
 */
class FingerprintTest {
    private static final Fingerprints COMMITTED = Fingerprints.read("kernels");
    private static final int[][] SHAPES = {
        {1, 1, 1}, {3, 2, 4}, {1, 64, 64}, {32, 1, 64}, {128, 10, 65}, {65, 33, 17}, {70, 300, 40}, {40, 30, 600}
    };

    @AfterAll
    static void allWereCompared() {
        COMMITTED.assertAllCompared();
    }

    @ParameterizedTest
    @EnumSource
    void products(Precision precision) {
        for (int[] s : SHAPES) {
            String id = "product " + s[0] + " x " + s[1] + " x " + s[2] + ", " + precision;
            COMMITTED.assertEqual(id, new KernelPrints(precision).gemm(s[0], s[1], s[2]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void elementaryFunctions(Precision precision) {
        for (Unary f : Unary.values()) {
            COMMITTED.assertEqual("unary " + f + ", " + precision, new KernelPrints(precision).unary(f));
        }
        for (Pairwise f : Pairwise.values()) {
            COMMITTED.assertEqual("pairwise " + f + ", " + precision, new KernelPrints(precision).pairwise(f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAndReductions(Precision precision) {
        KernelPrints prints = new KernelPrints(precision);
        COMMITTED.assertEqual("dense, " + precision, prints.dense());
        COMMITTED.assertEqual("sums, " + precision, prints.sums());
        COMMITTED.assertEqual("softmax, " + precision, prints.softmax());
        COMMITTED.assertEqual("cross-entropy, " + precision, prints.crossEntropy());
        COMMITTED.assertEqual("norms, " + precision, prints.norms());
    }

    @ParameterizedTest
    @EnumSource
    void startValues(Precision precision) {
        initializers().forEach((name, initializer) -> {
            Tensor parameter = Tensor.zeros(precision, 23, 31);
            initializer.fill(parameter, 23, 31, new RandomState(7));
            Bits bits = new Bits().add(parameter);
            initializer.fill(parameter, 23, 31, new TorchRandom(7));
            COMMITTED.assertEqual(
                    "start " + name + ", " + precision, bits.add(parameter).hex());
        });
    }

    private static Map<String, Initializer> initializers() {
        Map<String, Initializer> all = new LinkedHashMap<>();
        all.put("normal", Initializers.normal(0.5, 2));
        all.put("truncated normal", Initializers.truncatedNormal(0, 1));
        all.put("Glorot uniform", Initializers.glorotUniform());
        all.put("Kaiming normal", Initializers.kaimingNormal(0.2));
        all.put("LeCun normal", Initializers.lecunNormal());
        all.put("orthogonal", Initializers.orthogonal(1.5));
        all.put("torch linear", Initializers.torchLinear());
        return all;
    }
}
