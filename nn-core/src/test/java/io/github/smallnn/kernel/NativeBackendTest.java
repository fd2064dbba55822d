package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smallnn.check.AllocationCheck;
import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native backend: off unless asked for, an error where it was asked for and cannot run, chosen by size. */
class NativeBackendTest {
    private static final VectorBackend NO_VECTORS = new VectorBackend(null, "the module is absent", "add it");
    private static final Jvm SOME = new Jvm("some machine", false, true, true, true);
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @Test
    void nothingIsLoadedUnlessAskedFor() throws Exception {
        assertThat(BackendProbe.run(CLASS_PATH, "-verbose:class"))
                .contains("native    off: not asked for by -Dsmallnn.gemm=native")
                .doesNotContain("dev.ludovic.netlib");
    }

    @Test
    void withoutNetlibAskingForItIsAnErrorThatSaysWhatToAdd() throws Exception {
        String bare = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(p -> !p.contains("netlib"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(BackendProbe.run(bare, "-Dsmallnn.gemm=native"))
                .contains("IllegalStateException")
                .contains("the class dev.ludovic.netlib.blas.NativeBLAS is not on the class path")
                .contains("dev.ludovic.netlib:blas:3.2.0")
                .containsOnlyOnce("matrix products cannot run on the native BLAS");
    }

    @Test
    void withoutALibraryAskingForItIsAnErrorThatSaysWhatToAdd() throws Exception {
        assertThat(BackendProbe.run(
                        CLASS_PATH, "-Dsmallnn.gemm=native", "-Ddev.ludovic.netlib.blas.nativeLibPath=/nowhere.so"))
                .contains("IllegalStateException")
                .contains("the native backend cannot run: netlib refused: ")
                .contains("libopenblas0");
    }

    @Test
    void aBackendThatIsWrongIsRefused() {
        NativeBackend wrong = NativeBackend.find(() -> new WrongGemm(x -> x + 0.01));
        assertThat(wrong.gemm()).isNull();
        assertThat(wrong.reason()).contains("self-test failed").contains("9 x 37 x 19");
        assertThatThrownBy(() -> Gemms.forced("native", NO_VECTORS, wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(wrong.reason());
    }

    @Test
    void aBackendThatRoundsOtherwiseIsTaken() {
        NativeBackend near = NativeBackend.find(() -> new WrongGemm());
        assertThat(near.reason()).isNull();
        assertThat(Gemms.forced("native", NO_VECTORS, near)).isSameAs(near.gemm());
        assertThat(Backends.report("native", NO_VECTORS, near, SOME))
                .contains("tiny      direct")
                .contains("others    portable")
                .contains("native    " + near.gemm());
        assertThat(Backends.headline("native", NO_VECTORS, near)).contains("run on the " + near.gemm());
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16, 16, true, false",
        "15, 16, 16, false, false",
        "3, 512, 512, false, false",
        "256, 256, 256, true, true"
    })
    void itRunsFromTheMeasuredSizeOn(int m, int n, int k, boolean besidePortable, boolean besideVector) {
        assertThat(new NativeGemm(null, null, NativeBackend.LEAST_BESIDE_PORTABLE).suits(m, n, k))
                .isEqualTo(besidePortable);
        assertThat(new NativeGemm(null, null, NativeBackend.LEAST_BESIDE_VECTOR).suits(m, n, k))
                .isEqualTo(besideVector);
    }

    @Test
    void whereThereIsALibraryItRuns() throws Exception {
        Gemm gemm = present();
        assertThat(BackendProbe.run(CLASS_PATH, "-Dsmallnn.gemm=native"))
                .contains("others    portable")
                .contains("native    system's BLAS from 4096 multiply-adds on")
                .containsOnlyOnce("matrix products run on the system's BLAS");
        double[] x = new double[40 * 40];
        float[] y = new float[40 * 40];
        double[] c = new double[40 * 40];
        float[] d = new float[40 * 40];
        GemmWorkspace work = new GemmWorkspace();
        AllocationCheck.requireNone("native products", () -> {
            gemm.dgemm(true, false, 40, 40, 40, 0.5, x, 0, 40, x, 0, 40, 1, c, 0, 40, work);
            gemm.sgemm(false, true, 40, 40, 40, 0.5, y, 0, 40, y, 0, 40, 1, d, 0, 40, work);
        });
    }

    private static Gemm present() {
        NativeBackend found = NativeBackend.find(false);
        if (found.gemm() == null) {
            System.out.println("native products were not tested: " + found.reason());
        }
        assumeTrue(found.gemm() != null, found.reason());
        return found.gemm();
    }
}
