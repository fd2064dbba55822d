package io.github.smallnn.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.layer.Activations;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.LayerRegistry;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every op, alone and in compositions, through the shared suite: gradient check in double, float gradients against double
 * ones, zero allocation of a warm step in both precisions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpsGradientTest {
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();
    // Those that do not take any two numbers.
    private static final Set<Pairwise> DOMAINS = EnumSet.of(
            Pairwise.BINARY_CROSS_ENTROPY,
            Pairwise.KL_DIVERGENCE,
            Pairwise.POISSON_RATE,
            Pairwise.STIRLING,
            Pairwise.GAUSSIAN);
    private static final Loss UPSTREAM = (p, t) -> p.times(t);

    private final Set<String> ops = new TreeSet<>();
    private double worst;

    /** A layer on inputs of a shape; with indices above 0 the inputs are whole numbers below it. */
    private record Case(String name, Shape input, int indices, Layer layer) {
        Case(String name, Shape input, Layer layer) {
            this(name, input, 0, layer);
        }

        DoubleTensor batch(int seed, int rows) {
            return indices > 0
                    ? Batches.indices(seed, rows, input.size(), indices)
                    : Batches.normal(seed, rows, input.size());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, int inputs, Layer layer) {
        return new Case(name, Shape.of(inputs), layer);
    }

    private static Node positive(Node x) {
        return x.square().plus(0.5);
    }

    private static Node row(Node x, String name, int n) {
        return x.parameter(name, Shape.of(n), Initializers.uniform(0.5, 1.5));
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>(List.of(
                of("matmul", 3, x -> x.matmul(x.parameter("w", Shape.of(3, 2), Initializers.normal(0, 1)))),
                of("plus, minus, times, divided by samples", 4, x -> {
                    Node a = x.slice(0, 2);
                    Node b = positive(x.slice(2, 4));
                    return a.plus(b).times(a.minus(b)).dividedBy(b);
                }),
                of(
                        "arithmetic with repeated rows",
                        3,
                        x -> x.plus(row(x, "a", 3))
                                .times(row(x, "b", 3))
                                .minus(row(x, "c", 3))
                                .dividedBy(row(x, "d", 3))),
                of(
                        "arithmetic of repeated rows",
                        3,
                        x -> row(x, "a", 3)
                                .plus(row(x, "b", 3).times(x))
                                .plus(row(x, "c", 3).minus(x))
                                .plus(row(x, "d", 3).dividedBy(positive(x)))),
                of(
                        "arithmetic with one number",
                        3,
                        x -> x.times(row(x, "a", 1))
                                .plus(row(x, "b", 1).dividedBy(positive(x)))
                                .minus(x.constant(2))
                                .dividedBy(row(x, "c", 1))),
                of("functions of parameters", 3, x -> {
                    Node w = x.parameter("w", Shape.of(3, 2), Initializers.normal(0, 1));
                    Node scaled = w.times(row(x, "gain", 2)).tanh().plus(w.square());
                    return x.matmul(scaled).plus(row(x, "a", 2).softmax());
                }),
                new Case(
                        "rows of a sequence",
                        Shape.of(4, 3),
                        x -> x.plus(row(x, "a", 3))
                                .times(x.parameter("position", Shape.of(4, 3), Initializers.normal(0, 1)))),
                new Case(
                        "softmax over channels", Shape.of(3, 2), Layers.dense(2).then(Activations.softmax(0))),
                new Case(
                        "log-softmax over the middle",
                        Shape.of(2, 3, 2),
                        Layers.dense(2).then(Activations.logSoftmax(1))),
                of("softmax over the batch", 3, Layers.dense(2).then(Activations.softmaxOverBatch())),
                of(
                        "prelu per channel",
                        3,
                        Layers.dense(4).then(Layers.reshape(2, 2)).then(new io.github.smallnn.layer.PRelu(2, 0.1))),
                new Case(
                        "prelu of parameters",
                        Shape.of(3, 2),
                        x -> x.times(new io.github.smallnn.layer.PRelu(3, 0.3)
                                .build(x.parameter("w", Shape.of(3, 2), Initializers.normal(0, 1))))),
                new Case(
                        "embedding with padding",
                        Shape.of(4),
                        2,
                        new io.github.smallnn.layer.Embedding(3, 2).withPadding(2)),
                new Case(
                        "batch norm with fixed statistics", Shape.of(3, 2), new BatchNorm().with(BatchNorm.Mode.FIXED)),
                new Case("dense on a sequence", Shape.of(4, 3), Layers.sequential(Layers.dense(2), Layers.softmax())),
                new Case(
                        "concat, slice and sum on a sequence",
                        Shape.of(2, 3),
                        x -> x.concat(x.tanh()).slice(1, 5).sum()),
                of("sum", 4, x -> x.square().sum()),
                of(
                        "abs, exp, log, sqrt",
                        3,
                        x -> x.abs()
                                .plus(x.exp())
                                .plus(positive(x).log())
                                .plus(positive(x).sqrt())),
                of("the same node twice", 3, x -> x.times(x).plus(x).concat(x)),
                of("map", 3, x -> x.map("sine", new Sine())),
                of(
                        "reshape of a parameter",
                        6,
                        x -> x.times(x.parameter("w", Shape.of(2, 3), Initializers.normal(0, 1))
                                .reshape(Shape.of(6)))),
                of("residual", 3, Layers.residual(Layers.sequential(Layers.dense(3), Layers.tanh()))),
                of("branches", 3, Layers.concat(Layers.dense(2), Layers.sequential(Layers.dense(2), Layers.sigmoid()))),
                of("sum of branches", 3, Layers.sum(Layers.dense(2), Layers.dense(2), Layers.dense(2))),
                of(
                        "fused with every kind of derivative",
                        3,
                        Layers.sequential(
                                Layers.dense(4).withoutBias(),
                                Layers.softplus(2, 10),
                                Layers.dense(3),
                                Layers.leakyRelu(0.2)))));
        Layer shared = Layers.shared(Layers.sequential(Layers.dense(3), Layers.tanh()));
        all.add(of("shared weights", 3, Layers.sequential(shared, shared)));
        for (Pairwise f : Pairwise.values()) {
            String name = f.name().toLowerCase(Locale.ROOT);
            // A variance is cut off at the parameter, which differences would see.
            Op op = new PairwiseLoss(f, f == Pairwise.GAUSSIAN ? 0.001 : 0.7);
            if (!DOMAINS.contains(f)) {
                all.add(of(name, 4, x -> x.slice(0, 2).apply(op, x.slice(2, 4).times(2))));
            }
            all.add(of(
                    name + " of a probability and a positive number",
                    4,
                    x -> x.slice(0, 2)
                            .sigmoid()
                            .apply(op, positive(x.slice(2, 4).tanh()))));
        }
        all.add(new Case(
                "one_hot",
                Shape.of(1),
                4,
                Layers.sequential(x -> x.apply(new OneHot(4, 2, 0.9, 0.1)), Layers.dense(3))));
        for (LayerRegistry.Entry e : LayerRegistry.all()) {
            Layer layer = e.layer().get();
            all.add(new Case("layer " + e.name(), e.example(), e.indices(), layer));
            all.add(new Case("layer " + e.name() + ", dense", e.example(), e.indices(), layer.then(Layers.dense(2))));
            if (e.example().rank() == 1 && e.indices() == 0) {
                int width = e.example().size();
                all.add(of(
                        "dense, " + e.name() + ", dense",
                        3,
                        Layers.sequential(Layers.dense(width), layer, Layers.dense(2))));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreRightInBothPrecisionsWithoutGarbage(Case c) {
        Network n = Network.of(c.input, c.layer);
        n.ops().forEach(o -> ops.add(o.spec().name()));
        ParameterSet p = n.initialize(3);
        int rows = 5;
        DoubleTensor x = c.batch(17, rows);
        DoubleTensor t = Batches.normal(18, rows, n.outputShape().size());
        DoubleTensor w = Tensor.column(1, 0.5, 2, 0, 1);
        for (Loss loss : List.of(SQUARED, UPSTREAM)) {
            GradientCheck.Report r = c.indices > 0
                    ? GradientCheck.ofParameters(n, p, loss, x, t, w, 9)
                    : GradientCheck.run(n, p, loss, x, t, w, 9);
            assertThat(r.error()).as("%s: %s", c, r).isLessThan(GradientCheck.TOLERANCE);
            worst = Math.max(worst, r.error());
        }
        Backprop exact = n.backprop(p, SQUARED, rows);
        exact.evaluate(x, t, w);
        Backprop rough = n.backprop(p.to(Precision.FLOAT), SQUARED, rows);
        Tensor xf = x.to(Precision.FLOAT);
        Tensor tf = t.to(Precision.FLOAT);
        Tensor wf = w.to(Precision.FLOAT);
        rough.evaluate(xf, tf, wf);
        for (int i = 0; i < p.size(); i++) {
            double[] want = exact.gradients().tensor(i).toArray();
            double[] got = rough.gradients().tensor(i).toArray();
            for (int j = 0; j < want.length; j++) {
                assertThat(got[j])
                        .as("%s: %s[%d] in float", c, p.path(i), j)
                        .isCloseTo(want[j], Offset.offset(1e-4 * Math.max(1, Math.abs(want[j]))));
            }
        }
        AllocationCheck.requireNone(c + " in double", () -> exact.evaluate(x, t, w));
        AllocationCheck.requireNone(c + " in float", () -> rough.evaluate(xf, tf, wf));
    }

    @Test
    void crossEntropyOfBothKindsOfTarget() {
        Network n = Network.of(3, Layers.dense(4));
        ParameterSet p = n.initialize(3);
        Tensor x = Batches.normal(1, 6, 3);
        Loss index = new Indexed(new CrossEntropyLoss(true));
        worst = Math.max(
                worst,
                GradientCheck.run(n, p, index, x, Batches.labels(2, 6, 4), null)
                        .requirePassed()
                        .error());
        Loss soft = (a, b) -> a.apply(new CrossEntropyLoss(false), b.softmax());
        worst = Math.max(
                worst,
                GradientCheck.run(n, p, soft, x, Batches.normal(3, 6, 4), null)
                        .requirePassed()
                        .error());
        ops.addAll(List.of("cross_entropy", "index_cross_entropy"));
    }

    /** Cross-entropy with a class index as target. */
    private record Indexed(Op op) implements Loss {
        @Override
        public Node build(Node prediction, Node target) {
            return prediction.apply(op, target);
        }

        @Override
        public Shape targetShape(Shape prediction) {
            return prediction.withLast(1);
        }
    }

    @AfterAll
    void everyRegisteredOpWasChecked() {
        System.out.printf(
                Locale.ROOT, "gradient check of %d kinds of nodes: worst relative error %.2g%n", ops.size(), worst);
        Set<String> missing = new TreeSet<>(OpRegistry.standard().names());
        missing.removeAll(ops);
        assertThat(missing).as("registered ops that no case uses").containsExactly("identity");
    }

    /** y = sin(x). */
    private record Sine() implements Elementwise {
        @Override
        public double value(double x) {
            return Math.sin(x);
        }

        @Override
        public double derivative(double x, double y) {
            return Math.cos(x);
        }
    }
}
