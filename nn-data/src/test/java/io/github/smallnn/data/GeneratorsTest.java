package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.Pcg64;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the golden figures do not show: the shapes that points lie on, edges of the parameters, and what is refused. */
class GeneratorsTest {
    @Test
    void moonsAndCirclesLieOnTheirCircles() {
        Tensor moons = MakeMoons.defaults().samples(21).seed(3).generate().inputs();
        Tensor circles = MakeCircles.defaults()
                .samples(5, 16)
                .factor(0.25)
                .seed(3)
                .generate()
                .inputs();
        assertThat(moons.rows()).isEqualTo(21);
        for (int r = 0; r < 21; r++) {
            double x = moons.get(r, 0);
            double y = moons.get(r, 1);
            double outer = Math.hypot(x, y);
            double inner = Math.hypot(x - 1, y - 0.5);
            assertThat(Math.min(Math.abs(outer - 1), Math.abs(inner - 1))).isCloseTo(0, within(1e-15));
            double radius = Math.hypot(circles.get(r, 0), circles.get(r, 1));
            assertThat(Math.min(Math.abs(radius - 1), Math.abs(radius - 0.25))).isCloseTo(0, within(1e-15));
        }
        assertThat(MakeMoons.defaults().samples(1, 1).generate().rows()).isEqualTo(2);
    }

    @Test
    void noiseMovesThePointsAsMuchAsAsked() {
        MakeMoons m = MakeMoons.defaults().samples(4000).shuffle(false);
        double[] clean = m.generate().inputs().toArray();
        double[] noisy = m.noise(0.2).generate().inputs().toArray();
        double sum = 0;
        for (int i = 0; i < clean.length; i++) {
            sum += (noisy[i] - clean[i]) * (noisy[i] - clean[i]);
        }
        assertThat(Math.sqrt(sum / clean.length)).isCloseTo(0.2, within(0.01));
    }

    @Test
    void blobsScatterAroundTheirCentres() {
        Blobs blobs = MakeBlobs.defaults()
                .samples(2000)
                .centers(4)
                .features(3)
                .deviation(0.1, 0.2, 0.3, 0)
                .seed(8)
                .generate();
        double[] squares = new double[4];
        for (int r = 0; r < 2000; r++) {
            int k = (int) blobs.data().targets().get(r, 0);
            for (int c = 0; c < 3; c++) {
                double d = blobs.data().inputs().get(r, c) - blobs.centers().get(k, c);
                squares[k] += d * d / 1500;
            }
        }
        assertThat(squares).containsExactly(new double[] {0.01, 0.04, 0.09, 0}, within(0.01));
        assertThat(MakeBlobs.defaults().samples(3, 1, 1, 2).generate().centers().describe())
                .isEqualTo("4 x 2");
        MakeBlobs given = MakeBlobs.defaults().centersAt(new double[][] {{1, 2, 3}});
        assertThat(given.features(2).generate().centers().describe()).isEqualTo("1 x 2");
        assertThat(given.centers(5).generate().centers().describe()).isEqualTo("5 x 3");
    }

    @Test
    void manifoldsHoldTheirEquations() {
        for (boolean hole : new boolean[] {false, true}) {
            Dataset roll =
                    MakeSwissRoll.defaults().samples(300).hole(hole).seed(4).generate();
            for (int r = 0; r < 300; r++) {
                double t = roll.targets().get(r, 0);
                double height = roll.inputs().get(r, 1);
                assertThat(t).isBetween(1.5 * Math.PI, 4.5 * Math.PI);
                assertThat(height).isBetween(0.0, 21.0);
                assertThat(Math.hypot(roll.inputs().get(r, 0), roll.inputs().get(r, 2)))
                        .isCloseTo(t, within(1e-12));
                boolean middle = t > 2.5 * Math.PI && t < 3.5 * Math.PI && height > 7 && height < 14;
                assertThat(hole && middle).isFalse();
            }
        }
        Dataset curve = MakeSCurve.defaults().samples(200).seed(4).generate();
        for (int r = 0; r < 200; r++) {
            double z = Math.abs(curve.inputs().get(r, 2));
            assertThat(Math.hypot(curve.inputs().get(r, 0), 1 - z)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void classesHaveTheirShares() {
        MakeClassification m = MakeClassification.defaults()
                .samples(1000)
                .classes(3)
                .informative(4)
                .flip(0)
                .weights(0.5, 0.25);
        assertThat(counts(m.generate(), 3)).containsExactly(500, 250, 250);
        assertThat(counts(m.weights().generate(), 3)).containsExactly(334, 333, 333);
        int[] flipped = counts(m.weights(1, 0, 0).flip(0.3).seed(2).generate(), 3);
        assertThat(flipped[1] + flipped[2]).isBetween(150, 250);
    }

    private static int[] counts(Dataset data, int classes) {
        int[] counts = new int[classes];
        for (double k : data.targets().toArray()) {
            counts[(int) k]++;
        }
        return counts;
    }

    @Test
    void repeatedColumnsAreCopiesAndScalesAreDrawn() {
        MakeClassification m = MakeClassification.defaults()
                .features(7)
                .informative(3)
                .repeated(2)
                .shuffle(false);
        Tensor x = m.generate().inputs();
        for (int copy = 5; copy < 7; copy++) {
            double[] column = column(x, copy);
            assertThat(Stream.of(0, 1, 2, 3, 4).anyMatch(c -> Arrays.equals(column(x, c), column)))
                    .isTrue();
        }
        Tensor scaled = m.scale(OptionalDouble.of(4)).generate().inputs();
        assertThat(scaled.get(3, 1)).isEqualTo(4 * x.get(3, 1));
        Tensor wide = MakeClassification.defaults()
                .features(40)
                .informative(35)
                .generate()
                .inputs();
        assertThat(wide.describe()).isEqualTo("100 x 40");
    }

    private static double[] column(Tensor x, int c) {
        return x.columnRange(c, c + 1).toArray();
    }

    @Test
    void anySourceOfRandomNumbersWillDo() {
        Dataset a = MakeFriedman.friedman1().noise(1).generate(new Pcg64(1));
        Dataset b = MakeFriedman.friedman1().noise(1).generate(new Pcg64(1));
        assertThat(a.targets().toArray()).containsExactly(b.targets().toArray());
        assertThat(MakeClassification.defaults().generate(new Pcg64(1)).rows()).isEqualTo(100);
    }

    @Test
    void samplesWithoutReplacementAreDifferentNumbers() {
        long seed = 12;
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            int population = random.nextInt(300);
            int n = population == 0 ? 0 : random.nextInt(population + 1);
            int[] drawn = SampleWithoutReplacement.draw(population, n, new RandomState(trial));
            assertThat(drawn).as("seed %d trial %d", seed, trial).hasSize(n).doesNotHaveDuplicates();
            assertThat(Arrays.stream(drawn).allMatch(i -> i >= 0 && i < population))
                    .isTrue();
        }
        int[] nearlyAll = SampleWithoutReplacement.draw(1000, 995, new RandomState(0));
        assertThat(nearlyAll).doesNotHaveDuplicates().hasSize(995);
    }

    static Stream<Arguments> refused() {
        MakeClassification c = MakeClassification.defaults();
        MakeBlobs b = MakeBlobs.defaults();
        double nan = Double.NaN;
        return Stream.of(
                bad(() -> MakeMoons.defaults().samples(1), "samples must be at least 2, got 1"),
                bad(() -> MakeMoons.defaults().samples(0, 5), "outer must be at least 1, got 0"),
                bad(() -> MakeMoons.defaults().samples(Integer.MAX_VALUE, 5), "is more than 2^31-1"),
                bad(() -> MakeMoons.defaults().noise(-0.1), "noise must be 0 or more, got -0.1"),
                bad(() -> MakeMoons.defaults().seed(-1).generate(), "seed must be in 0..4294967295, got -1"),
                bad(() -> MakeCircles.defaults().factor(1), "factor must be 0 or more and below 1, got 1.0"),
                bad(() -> MakeCircles.defaults().noise(nan), "noise must be finite, got NaN"),
                bad(() -> new MakeFriedman(4, 9, 9, 0, 0), "problem must be 1, 2 or 3, got 4"),
                bad(() -> MakeFriedman.friedman1().features(4), "features of problem 1 must be at least 5, got 4"),
                bad(() -> MakeFriedman.friedman3().features(5), "features of problem 3 must be 4, got 5"),
                bad(() -> MakeFriedman.friedman2().samples(0), "samples must be at least 1, got 0"),
                bad(() -> MakeSwissRoll.defaults().samples(0), "samples must be at least 1, got 0"),
                bad(() -> MakeSCurve.defaults().noise(-1), "noise must be 0 or more, got -1.0"),
                bad(() -> b.samples(), "at least one number of samples"),
                bad(() -> b.samples(5, 0), "samples must be at least 1, got 0"),
                bad(() -> b.deviation(-2), "deviation must be 0 or more, got -2.0"),
                bad(() -> b.deviation(1, 2).generate(), "one for each of the 3 centers, got 2"),
                bad(
                        () -> b.centersAt(new double[][] {{1}, {2}})
                                .samples(1, 2, 3)
                                .generate(),
                        "of the 2 centers, got 3"),
                bad(() -> b.samples(Integer.MAX_VALUE, 1, 1).generate(), "at most 2^31-1 in all"),
                bad(() -> b.box(2, 1), "finite bounds with low <= high, got 2.0 to 1.0"),
                bad(() -> b.centersAt(new double[0][]), "at least one center"),
                bad(() -> b.centersAt(new double[][] {{1, 2}, {3}}), "center 1 has 1 coordinates, but center 0 has 2"),
                bad(() -> b.centersAt(new double[][] {{nan}}), "a coordinate of center 0 must be finite, got NaN"),
                bad(() -> c.informative(0), "informative must be at least 1, got 0"),
                bad(() -> c.flip(1.5), "flip must be between 0 and 1, got 1.5"),
                bad(() -> c.weights(0.7, 0.7), "weights must sum to at most 1, got [0.7, 0.7]"),
                bad(() -> c.weights(0.2, 0.2, 0.2).generate(), "each of the 2 classes or all but the last, got 3"),
                bad(() -> c.classes(3).generate(), "classes 3 times clustersPerClass 2 is more than the 2^2 corners"),
                bad(() -> c.features(3).generate(), "informative 2, redundant 2 and repeated 0 columns are more than"),
                bad(() -> c.separation(nan), "separation must be finite, got NaN"),
                bad(() -> c.scale(OptionalDouble.of(nan)), "scale must be finite, got NaN"),
                bad(() -> SampleWithoutReplacement.draw(3, 4, null), "between 0 and the population 3, got 4"),
                bad(() -> SampleWithoutReplacement.draw(-1, 0, null), "population must be at least 0, got -1"));
    }

    private static Arguments bad(Runnable call, String message) {
        return Arguments.of(call, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void wrongParametersAreNamed(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
    }

    @Test
    void valuesAreCopies() {
        MakeBlobs a = new MakeBlobs(List.of(9), new BlobCenters.Drawn(2, 2, 0, 1), List.of(1.0), true, 0);
        assertThat(a).isEqualTo(MakeBlobs.defaults().samples(9).centers(2).box(0, 1));
        Blobs first = a.generate();
        first.centers().fill(0);
        assertThat(a.generate().centers().toArray()).doesNotContain(0);
    }
}
