package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

/** The options beside JMH's own. */
class BenchMainTest {

    private static Options options(String line, boolean quick, boolean vector) throws Exception {
        return BenchMain.options(new CommandLineOptions(line.split(" ")), quick, vector);
    }

    @Test
    void vectorAddsItsFlagToThoseGiven() throws Exception {
        assertThat(options("-jvmArgsAppend -Xmx2g", false, true)
                        .getJvmArgsAppend()
                        .get())
                .containsExactly("-Xmx2g", "--add-modules", "jdk.incubator.vector");
        assertThat(options("-f 1", false, true).getJvmArgsAppend().get())
                .containsExactly("--add-modules", "jdk.incubator.vector");
        assertThat(options("-f 1", false, false).getJvmArgsAppend().hasValue()).isFalse();
    }

    @Test
    void quickLeavesGivenLengthsAlone() throws Exception {
        Options quick = options("-f 3 -wi 7", true, false);
        assertThat(quick.getForkCount().get()).isEqualTo(3);
        assertThat(quick.getWarmupIterations().get()).isEqualTo(7);
        assertThat(quick.getMeasurementIterations().get()).isEqualTo(3);
    }

    /** A fork with the vector flag: the header shows what ran there, not what would run here. */
    @Test
    void theHeaderShowsTheBackendsOfTheFork() throws Exception {
        String line =
                "-f 1 -wi 0 -i 1 -r 10ms -v SILENT -p size=32x32x32 -p form=AB -p precision=DOUBLE -p by=smallnn Gemm";
        List<RunResult> results = List.copyOf(new Runner(options(line, false, true)).run());
        String text = Report.of(results).text();
        assertThat(text).contains("--add-modules jdk.incubator.vector");
        String backend = Backends.names((int) Measured.of(results.get(0)).figure("backends"));
        assertThat(text).contains("  others    " + backend);
        assertThat(BackendsOfFork.of(results)).singleElement().asString().contains("  others    " + backend);
    }

    @Test
    void thePeakRunsInAForkWithVectors() throws Exception {
        String line = "-f 1 -wi 2 -w 50ms -i 2 -r 50ms -v SILENT -jvmArgsAppend -Djmh.ignoreLock=true Peak";
        for (RunResult r : new Runner(options(line, false, true)).run()) {
            Measured m = Measured.of(r);
            double rounds = m.figure("flop") / 2;
            assertThat(rounds).as(m.toString()).isGreaterThan(20_000);
            System.out.printf("peak %s: %.1f GFLOPS%n", m.parameters(), m.figure("flop") / m.nanos());
        }
    }

    @Test
    void theFloorExplainsItselfAndRefusesOtherArguments() {
        assertThat(PortableFloor.run(List.of("--help"))).isZero();
        assertThat(PortableFloor.run(List.of("double"))).isEqualTo(2);
        assertThat(PortableFloor.run(List.of("DOUBLE", "FLOAT"))).isEqualTo(2);
    }

    @Test
    void thePeakRefusesAJvmWithoutVectors() {
        assertThatThrownBy(() -> new Runner(options("-f 0 -wi 0 -i 1 -r 10ms -v SILENT Peak", false, false)).run())
                .isInstanceOf(RunnerException.class);
    }
}
