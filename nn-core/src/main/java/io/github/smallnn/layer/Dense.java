package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializer;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;

/**
 * Fully connected layer on the last axis: y = x W + b, [..., in] to [..., units].
 *
 * <p>Parameters {@code dense/weight} [in, units] and {@code dense/bias} [units]; PyTorch's {@code nn.Linear} keeps the
 * weight transposed. Both start as PyTorch's do: uniform with bound 1 / sqrt(in). Immutable, any thread.
 *
 * @param units number of outputs
 * @param weight how the weight starts
 * @param bias how the bias starts, or null for no bias
 */
public record Dense(int units, Initializer weight, Initializer bias) implements Layer {

    /**
     * Checks the size.
     *
     * @param units number of outputs
     * @param weight how the weight starts
     * @param bias how the bias starts, or null for no bias
     * @throws IllegalArgumentException if units is below 1
     */
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("dense needs at least 1 unit, but got " + units);
        }
    }

    /**
     * With bias, started as PyTorch does.
     *
     * @param units number of outputs
     */
    public Dense(int units) {
        this(units, Initializers.torchLinear(), Initializers.torchLinear());
    }

    /**
     * Without bias.
     *
     * @return a changed copy
     */
    public Dense withoutBias() {
        return new Dense(units, weight, null);
    }

    @Override
    public Node build(Node x) {
        return x.scope("dense", in -> {
            int inputs = in.shape().last();
            Node y = in.matmul(in.parameter("weight", Shape.of(inputs, units), weight));
            return bias == null ? y : y.plusRow(in.parameter("bias", Shape.of(units), bias, inputs, units));
        });
    }
}
