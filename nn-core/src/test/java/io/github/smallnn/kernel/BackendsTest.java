package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backend is taken, what is said about it, and what happens when the vector backend is missing or broken. */
class BackendsTest {

    private static final NativeBackend UNWANTED = NativeBackend.unwanted();
    private static final Jvm ABLE = new Jvm("Java 17, some HotSpot", true, true, true, true);

    @Test
    void theVectorBackendRunsWhereTheBuildExpectsIt() {
        String expected = System.getProperty("smallnn.test.expect", "portable");
        VectorBackend found = VectorBackend.find();
        if (expected.equals("vector")) {
            assertThat(found.reason()).isNull();
            assertThat(Backends.report()).contains("others    vector").contains("-bit vectors, double in tiles of");
            assertThat(Backends.headline(null, found, UNWANTED))
                    .contains("vector kernel")
                    .contains("-bit vectors");
        } else if (!ModuleLayer.boot().findModule(Jvm.MODULE).isPresent()) {
            assertThat(found.gemm()).isNull();
            assertThat(Backends.report())
                    .contains("others    portable")
                    .contains("start java with --add-modules jdk.incubator.vector");
        }
        assertThat(Backends.report()).contains("Java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 2, direct",
        "1, 2, 1, direct",
        "40, 1, 7, direct",
        "128, 256, 784, large",
        "128, 10, 256, large",
    })
    void selectionIsBySize(int m, int n, int k, String expected) {
        String large = Backends.FASTEST == null ? "portable" : "vector";
        assertThat(Gemms.select(m, n, k).name()).isEqualTo(expected.equals("large") ? large : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, true, --add-modules jdk.incubator.vector",
        "true, false, false, false, not HotSpot",
        "true, true, false, true, C2 is off",
        "true, true, true, false, no fused multiply-add",
    })
    void anUnsuitableMachineIsRefusedBeforeAnythingIsLoaded(
            boolean module, boolean hotSpot, boolean optimizing, boolean fma, String said) {
        Jvm jvm = new Jvm("some machine", module, hotSpot, optimizing, fma);
        VectorBackend found = VectorBackend.find(jvm, () -> {
            throw new AssertionError("loaded");
        });
        assertThat(found.gemm()).isNull();
        assertThat(found.why()).contains(said).doesNotContain("loaded");
        assertFallsBack(found, jvm);
    }

    @Test
    void aBrokenBackendFallsBackAndSaysWhy() {
        Callable<Gemm> missing = () -> {
            throw new NoClassDefFoundError("jdk/incubator/vector/Vector");
        };
        VectorBackend found = VectorBackend.find(ABLE, missing);
        assertThat(found.why()).contains("loading it failed").contains("jdk/incubator/vector/Vector");
        assertFallsBack(found, ABLE);
    }

    @Test
    void aBackendWithOtherBitsIsRefused() {
        VectorBackend found = VectorBackend.find(ABLE, WrongGemm::new);
        assertThat(found.why()).contains("self-test failed").contains("9 x 37 x 19");
        assertFallsBack(found, ABLE);
    }

    @Test
    void aRightBackendIsTaken() {
        VectorBackend found = VectorBackend.find(ABLE, PortableGemm::new);
        assertThat(found.reason()).isNull();
        assertThat(found.gemm()).isInstanceOf(PortableGemm.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "portable"})
    void aBackendIsForcedByName(String name) {
        VectorBackend none = new VectorBackend(null, "not looked for", "");
        assertThat(Gemms.forced(name, none, UNWANTED).name()).isEqualTo(name);
        assertThat(Backends.report(name, none, UNWANTED, ABLE))
                .contains("tiny      " + name)
                .contains("others    " + name);
        assertThat(Backends.headline(name, none, UNWANTED)).contains("run on the " + name + " kernel");
    }

    @Test
    void forcingWhatCannotRunIsAnErrorWithTheReason() {
        VectorBackend none = new VectorBackend(null, "the module is absent", "add it");
        assertThatThrownBy(() -> Gemms.forced("vector", none, UNWANTED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("smallnn.gemm")
                .hasMessageContaining("the module is absent; add it");
        assertThatThrownBy(() -> Gemms.forced("fast", none, UNWANTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'fast'")
                .hasMessageContaining("direct, portable, vector or native");
    }

    @ParameterizedTest
    @CsvSource({
        "-Dnothing=1, the vector kernel is faster but cannot run: the module jdk.incubator.vector is not part of this run",
        "--add-modules=jdk.incubator.vector, matrix products run on the vector kernel: ",
        "-Dsmallnn.gemm=direct, matrix products run on the direct kernel: ",
    })
    void oneLogLineSaysWhatRuns(String flag, String line) throws Exception {
        String output = runProbe(flag);
        assertThat(output).containsOnlyOnce("matrix products run on").contains(line);
        assertThat(output).contains("matrix products of smallnn");
    }

    @Test
    void forcingVectorsWithoutTheModuleStopsTheFirstProduct() throws Exception {
        assertThat(runProbe("-Dsmallnn.gemm=vector"))
                .contains("IllegalStateException")
                .contains("the vector backend cannot run: the module jdk.incubator.vector is not part of this run");
    }

    private static String runProbe(String flag) throws Exception {
        return BackendProbe.run(System.getProperty("java.class.path"), flag);
    }

    private static void assertFallsBack(VectorBackend found, Jvm jvm) {
        assertThat(Backends.headline(null, found, UNWANTED))
                .contains("portable kernel")
                .contains(found.why());
        assertThat(Backends.headline(null, found, UNWANTED)).doesNotContain("\n");
        assertThat(Backends.report(null, found, UNWANTED, jvm))
                .contains("others    portable")
                .contains("off: " + found.why());
    }
}
