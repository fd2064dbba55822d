package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.LayerRegistry;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.LossRegistry;
import io.github.smallnn.suite.Fitted;
import io.github.smallnn.suite.LossCase;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients of every registered layer and every registered loss in each other's company, alone and in compositions, against
 * finite differences and in float against double.
 */
class RegistryGradientTest {
    private static final int ROWS = 5;
    private static final int WIDTH = 4;
    private static final long SEED = 20;
    private static final double FLOAT_TOLERANCE = 1e-4;

    private static double worstDouble;
    private static double worstFloat;
    private static int cases;

    /** A layer, made to fit vectors, in its surroundings. */
    private record Composition(String name, UnaryOperator<Layer> around) {}

    private static final List<Composition> COMPOSITIONS = List.of(
            new Composition("dense-layer-dense", f -> f.then(Layers.dense(WIDTH))),
            new Composition(
                    "residual",
                    f -> Layers.residual(f.then(Layers.dense(WIDTH))).then(Layers.dense(WIDTH))),
            new Composition(
                    "two branches", f -> Layers.concat(f, Layers.dense(2)).then(Layers.dense(WIDTH))),
            new Composition("shared weights", RegistryGradientTest::twice));

    private static Layer twice(Layer f) {
        Layer shared = Layers.shared(Layers.dense(WIDTH));
        return shared.then(f).then(Layers.dense(WIDTH)).then(shared);
    }

    // All layers meet the losses that most networks end with, all losses the layers that pass gradients in different
    // ways.
    private static final Set<String> LOSSES_OF_ALL_LAYERS =
            Set.of("mse", "mae", "huber", "bce_with_logits", "cross_entropy", "cross_entropy_probabilities");
    private static final Set<String> LAYERS_OF_ALL_LOSSES = Set.of("tanh", "softmax", "layer_norm");

    record Case(String composition, LayerRegistry.Entry layer, LossCase loss, Network network) {
        Tensor inputs() {
            boolean direct = composition.equals("alone");
            return direct ? Fitted.inputs(layer, ROWS, SEED) : Samples.inputs(ROWS, WIDTH, SEED);
        }

        @Override
        public String toString() {
            return composition + ", " + layer.name() + ", " + loss.name();
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (LayerRegistry.Entry layer : LayerRegistry.all()) {
            for (LossRegistry.Entry entry : LossRegistry.all()) {
                if (!LOSSES_OF_ALL_LAYERS.contains(entry.name()) && !LAYERS_OF_ALL_LOSSES.contains(layer.name())) {
                    continue;
                }
                LossCase loss = LossCase.of(entry);
                Layer alone = Fitted.alone(layer).then(loss.head());
                all.add(new Case("alone", layer, loss, Network.of(layer.example(), alone)));
                // Indices cannot come out of a dense layer.
                for (Composition c : layer.indices() == 0 ? COMPOSITIONS : List.<Composition>of()) {
                    Layer body = c.around().apply(Fitted.behindDense(layer));
                    all.add(new Case(c.name(), layer, loss, Network.of(WIDTH, body.then(loss.head()))));
                }
            }
        }
        return all;
    }

    @AfterAll
    static void report() {
        System.out.printf(
                Locale.ROOT,
                "gradient check: %d combinations, worst error %.2e in double (limit %.0e), %.2e float against double"
                        + " (limit %.0e)%n",
                cases,
                worstDouble,
                GradientCheck.TOLERANCE,
                worstFloat,
                FLOAT_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreRight(Case c) {
        Network network = c.network();
        Loss loss = c.loss().loss();
        Tensor input = c.inputs();
        Tensor target = c.loss().targets(ROWS, network.outputShape(), SEED + 1);
        Tensor weights = Samples.weights(ROWS, SEED + 2);
        ParameterSet p = network.initialize(SEED);
        for (Tensor w : Arrays.asList(null, weights)) {
            GradientCheck.Report report = c.layer().indices() == 0
                    ? GradientCheck.run(network, p, loss, input, target, w, SEED)
                    : GradientCheck.ofParameters(network, p, loss, input, target, w, SEED);
            worstDouble = Math.max(worstDouble, report.requirePassed().error());
        }
        floatFollowsDouble(c, network, loss, List.of(input, target, weights), p);
        cases++;
    }

    private static void floatFollowsDouble(Case c, Network network, Loss loss, List<Tensor> data, ParameterSet p) {
        Gradients narrow = gradients(network, loss, Precision.FLOAT, data, p);
        Gradients wide = gradients(network, loss, Precision.DOUBLE, data, p);
        double error = Math.max(error(narrow.parameters(), wide.parameters()), error(narrow.input(), wide.input()));
        assertThat(error).as("%s, seed %d: float against double", c, SEED).isLessThan(FLOAT_TOLERANCE);
        worstFloat = Math.max(worstFloat, error);
    }

    private record Gradients(double[] parameters, double[] input) {}

    /** Gradients from numbers that both precisions hold exactly. */
    private static Gradients gradients(
            Network network, Loss loss, Precision precision, List<Tensor> data, ParameterSet p) {
        SessionOptions options = SessionOptions.defaults().seed(SEED).withInputGradient();
        ParameterSet own = p.to(Precision.FLOAT).to(precision);
        List<Tensor> d =
                data.stream().map(t -> t.to(Precision.FLOAT).to(precision)).toList();
        Backprop session = network.backprop(own, loss, ROWS, options);
        session.evaluate(d.get(0), d.get(1), d.get(2));
        double[] flat = new double[own.count()];
        session.gradients().copyTo(flat);
        return new Gradients(flat, session.inputGradient().toArray());
    }

    private static double error(double[] a, double[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            double error = Math.abs(a[i] - b[i]) / Math.max(1, Math.max(Math.abs(a[i]), Math.abs(b[i])));
            // A NaN must not hide behind a comparison.
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        return worst;
    }
}
