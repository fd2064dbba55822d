package io.github.smallnn.op;

import io.github.smallnn.kernel.Binary;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.tensor.Shape;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Builds ops from their specs, by name: what rebuilding a network from its list of nodes needs. Immutable, any thread. */
public final class OpRegistry {
    private static final OpRegistry STANDARD = new OpRegistry(builtIn());

    private final Map<String, Function<OpSpec, Op>> factories;

    private OpRegistry(Map<String, Function<OpSpec, Op>> factories) {
        this.factories = Collections.unmodifiableMap(factories);
    }

    /**
     * The ops of the library.
     *
     * @return the registry
     */
    public static OpRegistry standard() {
        return STANDARD;
    }

    /**
     * This registry with one more op.
     *
     * @param name name of the op, {@code user:...}
     * @param factory makes the op from its spec
     * @return a new registry
     * @throws IllegalArgumentException if the name does not begin with {@code user:}
     */
    public OpRegistry with(String name, Function<OpSpec, Op> factory) {
        if (!name.startsWith("user:")) {
            throw new IllegalArgumentException("op name '" + name + "' must begin with 'user:'");
        }
        Map<String, Function<OpSpec, Op>> more = new TreeMap<>(factories);
        more.put(name, factory);
        return new OpRegistry(more);
    }

    /**
     * Names of all ops that can be built.
     *
     * @return the names in alphabetical order
     */
    public Set<String> names() {
        return factories.keySet();
    }

    /**
     * Builds an op.
     *
     * @param spec name and attributes
     * @return the op
     * @throws IllegalArgumentException if the name is unknown or an attribute does not fit
     */
    public Op create(OpSpec spec) {
        Function<OpSpec, Op> factory = factories.get(spec.name());
        if (factory == null) {
            throw new IllegalArgumentException("op '" + spec.name()
                    + "' is not in the registry; add it with OpRegistry.with(name, factory). Known: " + names());
        }
        return factory.apply(spec);
    }

    private static Map<String, Function<OpSpec, Op>> builtIn() {
        Map<String, Function<OpSpec, Op>> m = new TreeMap<>();
        m.put("matmul", s -> new MatMul());
        m.put("concat", s -> new Concat());
        m.put("slice", s -> new Slice(s.integer("from"), s.integer("to")));
        m.put("reshape", s -> new Reshape(Shape.of(s.integers("shape"))));
        m.put("sum", s -> new SumFeatures());
        m.put("softmax", s -> new Softmax(false));
        m.put("log_softmax", s -> new Softmax(true));
        m.put("layer_norm", s -> new LayerNorm(s.integer("axes"), s.number("eps")));
        m.put("batch_norm", BatchNorm::of);
        m.put("channel_norm", s -> new ChannelNorm(s.number("eps"), s.flag("affine")));
        m.put("prelu", s -> new PRelu());
        m.put("softmax_axis", s -> new AxisSoftmax(false, s.integer("axis")));
        m.put("log_softmax_axis", s -> new AxisSoftmax(true, s.integer("axis")));
        m.put("embedding", s -> new Embedding(s.integer("padding")));
        m.put("one_hot", OneHot::of);
        m.put("dropout", s -> new Dropout(s.number("p")));
        m.put("cross_entropy", s -> new CrossEntropyLoss(false));
        m.put("index_cross_entropy", s -> new CrossEntropyLoss(true));
        for (Binary f : Binary.values()) {
            m.put(name(f), s -> new Arithmetic(f, operand(s.text("left")), operand(s.text("right"))));
        }
        for (Unary f : Unary.values()) {
            m.put(name(f), s -> new Activation(f, s.number("p"), s.number("q")));
        }
        for (Pairwise f : Pairwise.values()) {
            m.put(name(f), s -> new PairwiseLoss(f, s.number("p")));
        }
        for (int axes = 1; axes <= 2; axes++) {
            int n = axes;
            m.put("conv" + n + "d", s -> Convolution.of(n, s));
            m.put("max_pool" + n + "d", s -> new MaxPool(n, Windows.read(n, s)));
            m.put("avg_pool" + n + "d", s -> new AveragePool(n, Windows.read(n, s), s.flag("count_include_pad")));
        }
        m.put("identity", s -> new Identity());
        return m;
    }

    private static Arithmetic.Operand operand(String name) {
        return Arithmetic.Operand.valueOf(name);
    }

    private static String name(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT);
    }
}
