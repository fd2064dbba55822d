package io.github.smallnn.graph;

import io.github.smallnn.graph.VarianceScaling.Distribution;
import io.github.smallnn.graph.VarianceScaling.Fan;
import io.github.smallnn.op.OpSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Starts of whole networks after other libraries. They replace what layers chose by themselves (PyTorch's start of dense
 * layers, convolutions and embeddings); an initializer that was given to a layer stays. All are immutable, any thread.
 *
 * <pre>{@code
 * ParameterSet p = network.initialize(Precision.DOUBLE, new RandomState(1), Presets.keras());
 * }</pre>
 */
public final class Presets {
    private static final Initializer GLOROT = new VarianceScaling(1, Fan.AVERAGE, Distribution.UNIFORM);
    // PyTorch's convolutions, which no other layer starts so.
    private static final Initializer TORCH_CONVOLUTION = Initializers.kaimingUniform(Math.sqrt(5));
    private static final Pattern FORGET_BIAS = Pattern.compile("(.*/)?lstm(-\\d+)?/bias_ih\\w*");

    private Presets() {}

    /**
     * PyTorch's start, which layers have by themselves: weight and bias uniform with bound 1 / sqrt(fanIn), embeddings
     * standard normal.
     *
     * @return the preset
     */
    public static Preset torch() {
        return (parameter, declared, network) -> declared;
    }

    /**
     * Keras's start: weights Glorot uniform, weights of a state orthogonal, biases 0 (1 for the forget gate of an LSTM),
     * embeddings uniform in [-0.05, 0.05].
     *
     * @return the preset
     */
    public static Preset keras() {
        return (parameter, declared, network) -> switch (declared.spec().name()) {
            case "torch_linear" -> isBias(parameter) ? Initializers.zeros() : GLOROT;
            case "torch_uniform" -> recurrent(parameter);
            case "kaiming_uniform" -> declared.equals(TORCH_CONVOLUTION) ? GLOROT : declared;
            case "torch_embedding" ->
                Initializers.zeroRow(
                        Initializers.uniform(-0.05, 0.05), declared.spec().integer("padding"));
            default -> declared;
        };
    }

    /**
     * scikit-learn's start of {@code MLPRegressor} and {@code MLPClassifier}: weight and bias uniform with bound
     * sqrt(6 / (fanIn + fanOut)), or sqrt(2 / (fanIn + fanOut)) if a hidden activation is the sigmoid.
     *
     * @return the preset
     */
    public static Preset sklearn() {
        return (parameter, declared, network) -> declared.spec().name().equals("torch_linear")
                ? new VarianceScaling(hasHiddenSigmoid(network) ? 1.0 / 3 : 1, Fan.AVERAGE, Distribution.UNIFORM)
                : declared;
    }

    private static Initializer recurrent(NodeSpec parameter) {
        if (!isBias(parameter)) {
            return parameter.path().contains("weight_hh") ? Initializers.orthogonal(1) : GLOROT;
        }
        if (!FORGET_BIAS.matcher(parameter.path()).matches()) {
            return Initializers.zeros();
        }
        // Gates i, f, g, o: the second quarter is the forget gate's.
        int hidden = parameter.shape().size() / 4;
        List<Double> start = new ArrayList<>(Collections.nCopies(4 * hidden, 0.0));
        Collections.fill(start.subList(hidden, 2 * hidden), 1.0);
        return Initializers.given(start);
    }

    private static boolean isBias(NodeSpec parameter) {
        return parameter.shape().rank() == 1;
    }

    private static boolean hasHiddenSigmoid(List<NodeSpec> network) {
        OpSpec output = network.get(network.size() - 1).spec();
        return network.stream().map(NodeSpec::spec).anyMatch(s -> s.name().equals("sigmoid") && s != output);
    }
}
