package io.github.smallnn.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/**
 * The table of float twins, and the check that a module's test runs over it. {@code mvn test -Dtest=TwinTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtwins=write} rewrites the committed twins instead.
 */
public final class Twins {

    private static final List<Twin> TABLE = List.of(
            twin("nn-core", "kernel/DoubleTile.java"),
            twin("nn-core", "kernel/DoubleDirectGemm.java"),
            twin("nn-core", "kernel/DoubleAcrossTiles.java"),
            twin("nn-core", "kernel/DoubleDownTiles.java"),
            twin("nn-core", "kernel/DoubleDotGemm.java"),
            twin("nn-core", "kernel/DoubleDotLanes.java"),
            twin("nn-core", "kernel/DoubleStrided.java"),
            twin("nn-core", "kernel/DoubleStridedTemplate.java"),
            twin("nn-core", "kernel/DoubleStrides.java"),
            twin("nn-core", "kernel/DoubleTinyGemm.java"),
            twin("nn-core", "kernel/DoublePortableGemm.java"),
            twin("nn-core", "kernel/DoubleShortSums.java"),
            twin("nn-core", "kernel/DoubleBoundProduct.java", "alpha", "beta"),
            twin("nn-core", "kernel/DoubleFixedProduct.java"),
            twin("nn-core", "kernel/DoubleFixedColumn.java"),
            twin("nn-core", "kernel/vector/DoublePanels.java"),
            twin("nn-core", "kernel/vector/DoubleOpenTiles.java"),
            twin("nn-core", "kernel/vector/DoublePanelTiles.java"),
            twin("nn-core", "kernel/vector/DoubleTiles.java"),
            twin("nn-core", "kernel/vector/DoubleRowTile.java"),
            twin("nn-core", "kernel/vector/DoubleTurnedRow.java"),
            twin("nn-core", "kernel/vector/DoubleTileChoice.java"),
            twin("nn-core", "kernel/vector/DoubleVectorDot.java"),
            twin("nn-core", "kernel/vector/DoubleVectorGemm.java"),
            twin(
                    "nn-core",
                    "kernel/DoubleKernels.java",
                    "alpha",
                    "beta",
                    "p",
                    "q",
                    "factor",
                    "total",
                    "rowTotal",
                    "sum"),
            twin("nn-core", "kernel/DoubleColumns.java"),
            twin("nn-core", "kernel/DoubleConvolution.java", "beta"),
            twin("nn-core", "kernel/DoublePool.java"),
            twin("nn-core", "kernel/DoublePooling.java", "beta"),
            twin("nn-core", "kernel/DoubleCrossEntropy.java", "beta"),
            twin("nn-core", "kernel/DoubleGate.java"),
            twin("nn-core", "kernel/DoubleLoops.java"),
            twin("nn-core", "kernel/DoublePortableLoops.java"),
            twin("nn-core", "kernel/DoubleLoopChoice.java"),
            twin("nn-core", "kernel/DoubleCurveLoops.java", "beta", "p", "q"),
            twin("nn-core", "kernel/DoubleSoftmax.java", "beta"),
            twin("nn-core", "kernel/vector/DoubleVectorRows.java"),
            twin("nn-core", "kernel/vector/DoubleVectorLoops.java"),
            twin("nn-core", "kernel/DoubleUnary.java", "beta", "p", "q"),
            twin("nn-core", "kernel/DoubleCurves.java", "p", "q"),
            twin("nn-core", "kernel/DoubleNorm.java", "beta", "eps"),
            twin("nn-core", "kernel/DoubleAxis.java", "beta"),
            twin("nn-core", "kernel/DoublePairwise.java", "beta", "p"),
            twin("nn-core", "kernel/DoubleErrors.java", "p"),
            twin("nn-core", "kernel/DoubleRows.java", "beta"),
            twin("nn-core", "kernel/DoubleDenseChain.java", "run", "seed", "total", "P", "Q"),
            twin(
                    "nn-core",
                    "kernel/DoublePairwiseChain.java",
                    "run",
                    "squared",
                    "general",
                    "seed",
                    "total",
                    "rowTotal",
                    "P"));

    private Twins() {}

    /**
     * The twins of one module.
     *
     * @param module folder of the module, such as {@code nn-core}
     * @return the rows of the table for it
     */
    public static List<Twin> of(String module) {
        return TABLE.stream().filter(t -> t.module().equals(module)).toList();
    }

    /**
     * Holds the committed twin equal to the generated one; with the system property {@code twins=write} it writes the
     * twin instead.
     *
     * @param twin a row of the table
     */
    public static void assertUpToDate(Twin twin) {
        if ("write".equals(System.getProperty("twins"))) {
            twin.write();
        }
        assertThat(twin.committed())
                .as(
                        "%s: run mvn test -Dtest=TwinTest -Dsurefire.failIfNoSpecifiedTests=false -Dtwins=write",
                        twin.target())
                .isEqualTo(twin.generate());
    }

    private static Twin twin(String module, String source, String... wide) {
        return new Twin(module, source, Set.of(wide));
    }
}
