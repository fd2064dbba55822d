package io.github.smallnn.layer;

import static io.github.smallnn.testing.GoldenAssert.assertClose;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.BatchNorm.Mode;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;

/** A batch normalisation of golden/layers.json: steps of training and prediction on one set of parameters. */
final class BatchNormGolden {
    private static final Loss UPSTREAM = ((Loss) Node::times).reduced(Reduction.SUM);
    private static final double RTOL = 1e-11;
    private static final double ATOL = 1e-12;

    private final GoldenCase c;
    private final BatchNorm layer;
    private ParameterSet parameters;

    private BatchNormGolden(GoldenCase c) {
        this.c = c;
        this.layer = layer(c.get("config"));
    }

    static void run(GoldenCase c) {
        BatchNormGolden golden = new BatchNormGolden(c);
        c.get("steps").items().forEach(golden::step);
    }

    private static BatchNorm layer(GoldenValue config) {
        boolean affine = !config.has("affine") || config.get("affine").asBoolean();
        boolean tracked = !config.has("track_running_stats")
                || config.get("track_running_stats").asBoolean();
        boolean cumulative =
                config.names().contains("momentum") && config.get("momentum").isNull();
        double momentum =
                config.has("momentum") && !cumulative ? config.get("momentum").asDouble() : 0.1;
        double eps = config.has("eps") ? config.get("eps").asDouble() : 1e-5;
        Mode mode = cumulative ? Mode.CUMULATIVE : tracked ? Mode.RUNNING : Mode.BATCH_ONLY;
        return new BatchNorm(eps, momentum, affine, mode);
    }

    private void step(GoldenValue step) {
        GoldenArray x = step.get("input").array();
        int rows = x.dims()[0];
        Shape sample = Shape.of(Arrays.copyOfRange(x.dims(), 1, x.dims().length));
        Network network = Network.of(sample, layer);
        if (parameters == null) {
            parameters = network.initialize(1);
            for (String name : c.get("params").names()) {
                parameters.set(
                        "batch_norm/" + name, c.get("params").get(name).array().doubles());
            }
        }
        Tensor input = Tensor.of(rows, sample.size(), x.doubles());
        Tensor upstream =
                Tensor.of(rows, sample.size(), step.get("grad_output").array().doubles());
        if (step.get("training").asBoolean()) {
            gradients(step, network, parameters, input, upstream).commit();
        } else {
            check("output", network.inference(parameters, rows).run(input).toArray(), step.get("output"));
            Mode fixed = layer.mode() == Mode.BATCH_ONLY ? Mode.BATCH_ONLY : Mode.FIXED;
            Network still = Network.of(sample, layer.with(fixed));
            ParameterSet p = still.blank(Precision.DOUBLE);
            p.paths().forEach(path -> p.get(path).copyFrom(parameters.get(path)));
            gradients(step, still, p, input, upstream).commit();
        }
        if (step.has("running_mean_after")) {
            check("running_mean", parameters.get("batch_norm/running_mean").toArray(), step.get("running_mean_after"));
            check("running_var", parameters.get("batch_norm/running_var").toArray(), step.get("running_var_after"));
        }
    }

    private Backprop gradients(GoldenValue step, Network network, ParameterSet p, Tensor input, Tensor upstream) {
        SessionOptions options = SessionOptions.defaults().withInputGradient();
        Backprop session = network.backprop(p, UPSTREAM, input.rows(), options);
        session.evaluate(input, upstream, null);
        check("output", session.output().toArray(), step.get("output"));
        check("grad_input", session.inputGradient().toArray(), step.get("grad_input"));
        for (String name : step.get("grad_params").names()) {
            double[] got = session.gradients().get("batch_norm/" + name).toArray();
            check("grad_params/" + name, got, step.get("grad_params").get(name));
        }
        return session;
    }

    private void check(String what, double[] got, GoldenValue want) {
        assertClose(c.id() + " " + what, got, want.array().doubles(), RTOL, ATOL);
    }
}
