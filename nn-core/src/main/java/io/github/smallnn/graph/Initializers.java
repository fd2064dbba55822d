package io.github.smallnn.graph;

import io.github.smallnn.graph.VarianceScaling.Distribution;
import io.github.smallnn.graph.VarianceScaling.Fan;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * The built-in initializers. Draws are made element by element in storage order (a dense weight: in x out, row by row)
 * unless said otherwise. Sources: Glorot and Bengio 2010; He et al. 2015; defaults as in {@code torch.nn.init}. All are
 * immutable values, any thread.
 */
public final class Initializers {
    private Initializers() {}

    /**
     * All zero.
     *
     * @return the initializer
     */
    public static Initializer zeros() {
        return new Constant(0);
    }

    /**
     * All one.
     *
     * @return the initializer
     */
    public static Initializer ones() {
        return new Constant(1);
    }

    /**
     * All the same.
     *
     * @param value the value
     * @return the initializer
     */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /**
     * Uniform on [low, high).
     *
     * @param low lower bound
     * @param high upper bound
     * @return the initializer
     * @throws IllegalArgumentException if low exceeds high or a bound is not finite
     */
    public static Initializer uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /**
     * Normal.
     *
     * @param mean mean
     * @param sd standard deviation, not negative
     * @return the initializer
     * @throws IllegalArgumentException if sd is negative or a value is not finite
     */
    public static Initializer normal(double mean, double sd) {
        return new Normal(mean, sd);
    }

    /**
     * Glorot (Xavier) uniform: bound sqrt(6 / (fanIn + fanOut)).
     *
     * @return the initializer
     */
    public static Initializer glorotUniform() {
        return new Glorot(false);
    }

    /**
     * Glorot (Xavier) normal: standard deviation sqrt(2 / (fanIn + fanOut)). Differs from Keras, which truncates.
     *
     * @return the initializer
     */
    public static Initializer glorotNormal() {
        return new Glorot(true);
    }

    /**
     * Kaiming (He) uniform for a leaky rectifier of slope a: bound sqrt(6 / ((1 + a^2) fanIn)).
     *
     * @param a negative slope; 0 for ReLU
     * @return the initializer
     */
    public static Initializer kaimingUniform(double a) {
        return new Kaiming(false, a);
    }

    /**
     * Kaiming (He) normal for a leaky rectifier of slope a: standard deviation sqrt(2 / ((1 + a^2) fanIn)). Differs from
     * Keras's he_normal, which truncates.
     *
     * @param a negative slope; 0 for ReLU
     * @return the initializer
     */
    public static Initializer kaimingNormal(double a) {
        return new Kaiming(true, a);
    }

    /**
     * What {@code torch.nn.Linear} uses for weight and bias: uniform with bound 1 / sqrt(fanIn), a weight drawn in PyTorch's
     * order (out x in, row by row).
     *
     * @return the initializer
     */
    public static Initializer torchLinear() {
        return new TorchLinear();
    }

    /**
     * Normal without what lies more than two deviations from the mean, as Keras's {@code TruncatedNormal}.
     *
     * @param mean mean
     * @param sd standard deviation before cutting, above 0
     * @return the initializer
     * @throws IllegalArgumentException if sd is not above 0 or a value is not finite
     */
    public static Initializer truncatedNormal(double mean, double sd) {
        return truncatedNormal(mean, sd, mean - 2 * sd, mean + 2 * sd);
    }

    /**
     * Normal without what lies outside two bounds, as {@code torch.nn.init.trunc_normal_}.
     *
     * @param mean mean before cutting
     * @param sd standard deviation before cutting, above 0
     * @param low lower bound, at most mean + 2 sd
     * @param high upper bound, above low and at least mean - 2 sd
     * @return the initializer
     * @throws IllegalArgumentException if sd is not above 0, a bound does not fit or a value is not finite
     */
    public static Initializer truncatedNormal(double mean, double sd, double low, double high) {
        return new TruncatedNormal(mean, sd, low, high);
    }

    /**
     * LeCun uniform: bound sqrt(3 / fanIn).
     *
     * @return the initializer
     */
    public static Initializer lecunUniform() {
        return new VarianceScaling(1, Fan.IN, Distribution.UNIFORM);
    }

    /**
     * LeCun normal, for SELU: variance 1 / fanIn, cut at two deviations as in Keras.
     *
     * @return the initializer
     */
    public static Initializer lecunNormal() {
        return new VarianceScaling(1, Fan.IN, Distribution.TRUNCATED_NORMAL);
    }

    /**
     * Orthogonal rows or columns, whichever are fewer, all of one length. A parameter of higher rank is taken as it is
     * stored, a matrix of its first axis by the rest. Source: Saxe et al., 2013; a dense weight is drawn in PyTorch's order.
     *
     * @param gain length of each row or column
     * @return the initializer
     * @throws IllegalArgumentException if the gain is not finite
     */
    public static Initializer orthogonal(double gain) {
        return new Orthogonal(gain);
    }

    /**
     * What {@code torch.nn.Embedding} uses: standard normal, one row zero.
     *
     * @param padding the row that is zero, or -1 for none
     * @return the initializer
     */
    public static Initializer torchEmbedding(int padding) {
        return new TorchEmbedding(padding);
    }

    /**
     * Another initializer with one row of the parameter set to zero afterwards.
     *
     * @param of the other initializer
     * @param row the row, or -1 for none
     * @return the initializer
     */
    public static Initializer zeroRow(Initializer of, int row) {
        return row < 0 ? of : new ZeroRow(of, row);
    }

    /**
     * Given numbers, in storage order.
     *
     * @param values as many as the parameter has
     * @return the initializer
     */
    public static Initializer given(List<Double> values) {
        return new Given(List.copyOf(values));
    }

    /**
     * Uniform with a given bound, a matrix drawn in PyTorch's order (out x in, row by row): what {@code torch.nn.RNN},
     * {@code GRU} and {@code LSTM} use.
     *
     * @param bound values lie in [-bound, bound)
     * @return the initializer
     * @throws IllegalArgumentException if the bound is negative or not finite
     */
    public static Initializer torchUniform(double bound) {
        return new TorchUniform(bound);
    }

    /**
     * Builds an initializer from its spec.
     *
     * @param spec what {@link Initializer#spec()} gave
     * @return the initializer; for one that is not built in, one that fails when it is used
     */
    public static Initializer of(OpSpec spec) {
        return switch (spec.name()) {
            case "constant" -> new Constant(spec.number("value"));
            case "uniform" -> new Uniform(spec.number("low"), spec.number("high"));
            case "normal" -> new Normal(spec.number("mean"), spec.number("sd"));
            case "glorot_uniform" -> new Glorot(false);
            case "glorot_normal" -> new Glorot(true);
            case "kaiming_uniform" -> new Kaiming(false, spec.number("a"));
            case "kaiming_normal" -> new Kaiming(true, spec.number("a"));
            case "torch_linear" -> new TorchLinear();
            case "torch_uniform" -> new TorchUniform(spec.number("bound"));
            case "variance_scaling" -> VarianceScaling.of(spec);
            case "truncated_normal" ->
                new TruncatedNormal(spec.number("mean"), spec.number("sd"), spec.number("low"), spec.number("high"));
            case "orthogonal" -> new Orthogonal(spec.number("gain"));
            case "torch_embedding" -> new TorchEmbedding(spec.integer("padding"));
            case "zero_row" -> new ZeroRow(of(spec.spec("of")), spec.integer("row"));
            case "given" -> new Given(spec.numbers("values"));
            default -> new Unknown(spec);
        };
    }

    private record Constant(double value) implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            parameter.fill(value);
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of("constant", "value", value);
        }
    }

    private record Uniform(double low, double high) implements Initializer {
        Uniform {
            if (!(low <= high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException("uniform needs finite low <= high, but got " + low + " and " + high);
            }
        }

        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            fillUniform(parameter, low, high, random);
        }

        @Override
        public OpSpec spec() {
            return new OpSpec("uniform", Map.of("low", low, "high", high));
        }
    }

    private record Normal(double mean, double sd) implements Initializer {
        Normal {
            if (!(sd >= 0) || !Double.isFinite(mean) || !Double.isFinite(sd)) {
                throw new IllegalArgumentException(
                        "normal needs a finite mean and a finite sd >= 0, but got " + mean + " and " + sd);
            }
        }

        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            fillNormal(parameter, mean, sd, random);
        }

        @Override
        public OpSpec spec() {
            return new OpSpec("normal", Map.of("mean", mean, "sd", sd));
        }
    }

    private record Glorot(boolean normal) implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            double sd = Math.sqrt(2.0 / ((double) fanIn + fanOut));
            spread(normal, sd, parameter, random);
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of(normal ? "glorot_normal" : "glorot_uniform");
        }
    }

    private record Kaiming(boolean normal, double a) implements Initializer {
        Kaiming {
            if (!Double.isFinite(a)) {
                throw new IllegalArgumentException("kaiming needs a finite slope, but got " + a);
            }
        }

        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            double sd = Math.sqrt(2.0 / (1 + a * a)) / Math.sqrt(fanIn);
            spread(normal, sd, parameter, random);
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of(normal ? "kaiming_normal" : "kaiming_uniform", "a", a);
        }
    }

    private record TorchLinear() implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            fillTransposed(parameter, 1 / Math.sqrt(fanIn), random);
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of("torch_linear");
        }
    }

    private record TorchUniform(double bound) implements Initializer {
        TorchUniform {
            if (!(bound >= 0) || Double.isInfinite(bound)) {
                throw new IllegalArgumentException("torch_uniform needs a finite bound >= 0, but got " + bound);
            }
        }

        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            fillTransposed(parameter, bound, random);
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of("torch_uniform", "bound", bound);
        }
    }

    private static void fillTransposed(Tensor t, double bound, RandomSource random) {
        for (int out = 0; out < t.cols(); out++) {
            for (int in = 0; in < t.rows(); in++) {
                t.set(in, out, random.uniform(-bound, bound));
            }
        }
    }

    private record TorchEmbedding(int padding) implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            zeroRow(normal(0, 1), padding).fill(parameter, fanIn, fanOut, random);
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of("torch_embedding", "padding", padding);
        }
    }

    private record ZeroRow(Initializer of, int row) implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            of.fill(parameter, fanIn, fanOut, random);
            parameter.rowRange(row, row + 1).fill(0);
        }

        @Override
        public OpSpec spec() {
            return new OpSpec("zero_row", Map.of("of", of.spec(), "row", row));
        }
    }

    private record Given(List<Double> values) implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            if (values.size() != parameter.rows() * parameter.cols()) {
                throw new IllegalStateException(
                        values.size() + " numbers were given for a parameter stored as " + parameter.describe());
            }
            for (int i = 0; i < values.size(); i++) {
                parameter.set(i / parameter.cols(), i % parameter.cols(), values.get(i));
            }
        }

        @Override
        public OpSpec spec() {
            return OpSpec.of("given", "values", values);
        }
    }

    private record Unknown(OpSpec spec) implements Initializer {
        @Override
        public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
            throw new IllegalStateException("the initializer '" + spec.name()
                    + "' is not built in, so a rebuilt network cannot start this parameter; copy its values instead");
        }
    }

    // A uniform distribution of bound b has standard deviation b / sqrt(3).
    private static void spread(boolean normal, double sd, Tensor parameter, RandomSource random) {
        if (normal) {
            fillNormal(parameter, 0, sd, random);
        } else {
            double bound = Math.sqrt(3.0) * sd;
            fillUniform(parameter, -bound, bound, random);
        }
    }

    private static void fillUniform(Tensor t, double low, double high, RandomSource random) {
        for (int r = 0; r < t.rows(); r++) {
            for (int c = 0; c < t.cols(); c++) {
                t.set(r, c, random.uniform(low, high));
            }
        }
    }

    private static void fillNormal(Tensor t, double mean, double sd, RandomSource random) {
        for (int r = 0; r < t.rows(); r++) {
            for (int c = 0; c < t.cols(); c++) {
                t.set(r, c, random.normal(mean, sd));
            }
        }
    }
}
