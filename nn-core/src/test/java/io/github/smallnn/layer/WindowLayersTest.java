package io.github.smallnn.layer;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Inference;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Presets;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolution and pooling at random shapes, against their definition; and what they refuse. */
class WindowLayersTest {
    private static final int ROWS = 3;
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();

    /** A random geometry; index 0 is down, 1 along. */
    private record Geometry(int seed, int axes, int in, int out, int groups, int[] size, int[][] span) {
        static Geometry random(int seed) {
            RandomState r = new RandomState(seed);
            int axes = 1 + seed % 2;
            int groups = 1 + below(r, 3);
            int[] size = new int[2];
            int[][] span = new int[2][];
            for (int a = 0; a < 2; a++) {
                boolean missing = axes == 1 && a == 0;
                int kernel = missing ? 1 : 1 + below(r, 4);
                int dilation = missing ? 1 : 1 + below(r, 3);
                int padding = missing ? 0 : below(r, 4);
                span[a] = new int[] {kernel, missing ? 1 : 1 + below(r, 3), padding, dilation};
                int reach = dilation * (kernel - 1) + 1;
                size[a] = missing ? 1 : Math.max(1, reach - 2 * padding) + below(r, 6);
            }
            return new Geometry(seed, axes, groups * (1 + below(r, 3)), groups * (1 + below(r, 3)), groups, size, span);
        }

        private static int below(RandomState r, int bound) {
            return (int) r.integers(0, bound);
        }

        int[] setting(int which) {
            return axes == 1 ? new int[] {span[1][which]} : new int[] {span[0][which], span[1][which]};
        }

        Shape input() {
            return axes == 1 ? Shape.of(in, size[1]) : Shape.of(in, size[0], size[1]);
        }

        int outputs(int a) {
            return (size[a] + 2 * span[a][2] - span[a][3] * (span[a][0] - 1) - 1) / span[a][1] + 1;
        }

        Conv conv() {
            Conv c = axes == 1 ? Layers.conv1d(out, span[1][0]) : Layers.conv2d(out, setting(0));
            return c.stride(setting(1)).padding(setting(2)).dilation(setting(3)).groups(groups);
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + input() + " -> " + out + " channels, " + groups + " groups, spans "
                    + Arrays.deepToString(span);
        }
    }

    static List<Geometry> geometries() {
        return IntStream.range(0, 60).mapToObj(Geometry::random).toList();
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void convolutionIsItsDefinition(Geometry g) {
        Network n = Network.of(g.input(), g.conv());
        ParameterSet p = n.initialize(g.seed);
        DoubleTensor x = Batches.normal(g.seed, ROWS, g.input().size());
        Tensor y = n.inference(p, ROWS).run(x);
        String path = "conv" + g.axes + "d/";
        double[][] got = y.toRows();
        for (int r = 0; r < ROWS; r++) {
            double[] want = defined(g, x, r, p.get(path + "weight"), p.get(path + "bias"));
            assertClose(g + " row " + r, got[r], want, 1e-13, 1e-13);
        }
    }

    private static double[] defined(Geometry g, Tensor x, int row, Tensor w, Tensor b) {
        int down = g.outputs(0);
        int along = g.outputs(1);
        double[] y = new double[g.out * down * along];
        for (int i = 0; i < y.length; i++) {
            int o = i / (down * along);
            int each = g.in / g.groups;
            double s = b.get(0, o);
            for (int c = 0; c < each; c++) {
                for (int ky = 0; ky < g.span[0][0]; ky++) {
                    for (int kx = 0; kx < g.span[1][0]; kx++) {
                        int iy = i / along % down * g.span[0][1] - g.span[0][2] + ky * g.span[0][3];
                        int ix = i % along * g.span[1][1] - g.span[1][2] + kx * g.span[1][3];
                        if (iy >= 0 && iy < g.size[0] && ix >= 0 && ix < g.size[1]) {
                            int channel = o / (g.out / g.groups) * each + c;
                            s += w.get(o, (c * g.span[0][0] + ky) * g.span[1][0] + kx)
                                    * x.get(row, (channel * g.size[0] + iy) * g.size[1] + ix);
                        }
                    }
                }
            }
            y[i] = s;
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void convolutionIsRebuiltDifferentiatedAndBatchedExactly(Geometry g) {
        suite(g.toString(), g.seed, g.input(), g.conv());
        suite(g + " without bias", g.seed, g.input(), g.conv().withoutBias());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void poolingIsRebuiltDifferentiatedAndBatchedExactly(Geometry g) {
        int[] kernel = g.setting(0);
        int[] padding = new int[kernel.length];
        for (int i = 0; i < padding.length; i++) {
            padding[i] = Math.min(kernel[i] / 2, g.setting(2)[i]);
        }
        Shape input = g.axes == 1 ? Shape.of(g.in, g.size[1] + 3) : Shape.of(g.in, g.size[0] + 3, g.size[1] + 3);
        MaxPooling max = g.axes == 1 ? Layers.maxPool1d(kernel[0]) : Layers.maxPool2d(kernel);
        AveragePooling mean = g.axes == 1 ? Layers.averagePool1d(kernel[0]) : Layers.averagePool2d(kernel);
        suite(g + " max", g.seed, input, max.padding(padding).stride(g.setting(1)));
        mean = mean.padding(padding).stride(g.setting(1));
        suite(g + " mean", g.seed, input, mean);
        suite(g + " mean without padding", g.seed, input, mean.withoutCountingPadding());
        Network n = Network.of(input, mean.withoutCountingPadding());
        Tensor ones = Tensor.zeros(Precision.DOUBLE, 1, input.size());
        ones.fill(1);
        assertThat(n.inference(n.initialize(0), 1).run(ones).toArray())
                .as("%s: mean of ones", g)
                .containsOnly(1);
    }

    private static void suite(String what, int seed, Shape input, Layer layer) {
        // The factor in front asks for the gradient of the window's input, twice, so that the second use adds.
        Network n = Network.of(input, x -> {
            Node y = x.times(x.parameter("gain", input, Initializers.ones()));
            return layer.build(y).plus(layer.build(y).times(0.5));
        });
        assertThat(Network.of(n.ops(), OpRegistry.standard()).fingerprint())
                .as("%s rebuilt", what)
                .isEqualTo(n.fingerprint());
        ParameterSet p = n.initialize(seed);
        DoubleTensor x = Batches.normal(seed, ROWS, input.size());
        DoubleTensor t = Batches.normal(seed + 1, ROWS, n.outputShape().size());
        GradientCheck.Report report = GradientCheck.run(n, p, SQUARED, x, t, null);
        assertThat(report.error()).as("%s: %s", what, report).isLessThan(GradientCheck.TOLERANCE);
        Inference session = n.inference(p, ROWS);
        double[][] together = session.run(x).toRows();
        for (int r = 0; r < ROWS; r++) {
            assertThat(session.run(x, r, 1).toArray())
                    .as("%s: row %d alone", what, r)
                    .containsExactly(together[r]);
        }
        Backprop inFloat = n.backprop(p.to(Precision.FLOAT), SQUARED, ROWS);
        Backprop inDouble = n.backprop(p, SQUARED, ROWS);
        inFloat.evaluate(x.to(Precision.FLOAT), t.to(Precision.FLOAT), null);
        inDouble.evaluate(x, t, null);
        for (int i = 0; i < p.size(); i++) {
            assertClose(
                    what + " " + p.path(i) + " in float",
                    inFloat.gradients().tensor(i).toArray(),
                    inDouble.gradients().tensor(i).toArray(),
                    1e-4,
                    1e-4);
        }
        AllocationCheck.requireNone(what, () -> inDouble.evaluate(x, t, null));
    }

    @Test
    void weightsStartAsTorchDoesOrAsKerasDoes() {
        Network n =
                Network.of(Shape.of(4, 9, 9), Layers.conv2d(6, 3, 2).groups(2).then(Layers.flatten()));
        ParameterSet torch = n.initialize(5);
        RandomState random = new RandomState(5);
        double bound = 1 / Math.sqrt(2 * 3 * 2);
        for (String path : List.of("conv2d/weight", "conv2d/bias")) {
            for (double w : torch.get(path).toArray()) {
                assertThat(w).as(path).isCloseTo(random.uniform(-bound, bound), Offset.offset(1e-15));
            }
        }
        ParameterSet keras = n.initialize(Precision.DOUBLE, new RandomState(5), Presets.keras());
        assertThat(keras.get("conv2d/bias").toArray()).containsOnly(0);
        random = new RandomState(5);
        double glorot = Math.sqrt(6.0 / (2 * 3 * 2 + 6 * 3 * 2));
        for (double w : keras.get("conv2d/weight").toArray()) {
            assertThat(w).isCloseTo(random.uniform(-glorot, glorot), Offset.offset(1e-15));
        }
    }

    /** A layer that must be refused when it is made or built, and what the message must say. */
    private record Refusal(String what, Shape input, Supplier<Layer> layer, String... says) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Refusal> refusals() {
        Shape image = Shape.of(2, 5, 4);
        return List.of(
                new Refusal("stride 0", image, () -> Layers.conv2d(3, 3).stride(0), "stride", "1 to 65536", "is 0"),
                new Refusal("no kernel", image, () -> Layers.conv2d(3, 0), "kernel size", "is 0"),
                new Refusal("dilation 0", image, () -> Layers.conv2d(3, 3).dilation(1, 0), "dilation", "is 0"),
                new Refusal("padding -1", image, () -> Layers.conv2d(3, 3).padding(-1), "padding", "is -1"),
                new Refusal("no channels", image, () -> Layers.conv2d(0, 3), "conv2d", "output channels", "got 0"),
                new Refusal("three sizes", image, () -> Layers.conv2d(1, 3, 3, 3), "kernel size", "1 number or 2", "3"),
                new Refusal("no groups", image, () -> Layers.conv1d(2, 3).groups(0), "conv1d", "groups = 0"),
                new Refusal(
                        "groups of 3 outputs", image, () -> Layers.conv2d(3, 3).groups(2), "2 groups", "got 3"),
                new Refusal(
                        "groups of 2 inputs",
                        image,
                        () -> Layers.conv2d(3, 3).groups(3),
                        "conv2d/conv2d",
                        "3 groups",
                        "2 input channels",
                        "[2, 5, 4]"),
                new Refusal(
                        "kernel larger than its input",
                        image,
                        () -> Layers.conv2d(3, 3, 5),
                        "conv2d/conv2d",
                        "5 positions",
                        "length 4",
                        "input [2, 5, 4]",
                        "conv2d/weight [3, 2, 3, 5]"),
                new Refusal(
                        "no channel axis",
                        Shape.of(5, 4),
                        () -> Layers.conv2d(3, 3),
                        "conv2d/conv2d",
                        "[channels, height, width]",
                        "got [5, 4]"),
                new Refusal("pool of one axis", image, () -> Layers.maxPool1d(2), "max_pool1d", "[channels, length]"),
                new Refusal("pool larger than its input", image, () -> Layers.maxPool2d(5), "max_pool2d", "length 4"),
                new Refusal("half max pool", image, () -> Layers.maxPool2d(3).padding(2), "max_pool2d", "half", "is 2"),
                new Refusal(
                        "half mean pool",
                        image,
                        () -> Layers.averagePool2d(3).padding(2),
                        "avg_pool2d",
                        "half",
                        "is 2"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void wrongSettingsAreRefusedWithPlaceAndNumbers(Refusal r) {
        assertThatThrownBy(() -> Network.of(r.input, r.layer.get()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(r.says);
    }
}
