package io.github.smallnn.graph;

import io.github.smallnn.op.Op;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * One node as the graph and the planner know it: its place in the list is its index, inputs are indices of earlier nodes.
 *
 * @param path unique name
 * @param kind what it is
 * @param inputs indices of the inputs
 * @param shape logical shape
 * @param perSample whether it has a row per sample
 */
record Definition(String path, Kind kind, int[] inputs, Shape shape, boolean perSample) {

    /** What a node is. */
    sealed interface Kind permits Input, Parameter, Constant, Apply {
        OpSpec spec();
    }

    /** A tensor given with every batch. */
    record Input() implements Kind {
        @Override
        public OpSpec spec() {
            return OpSpec.of(NodeSpec.INPUT);
        }
    }

    /** A tensor of the parameter set. */
    record Parameter(Initializer init, boolean trainable, int fanIn, int fanOut) implements Kind {
        @Override
        public OpSpec spec() {
            return new OpSpec(
                    NodeSpec.PARAMETER,
                    Map.of("initializer", init.spec(), "trainable", trainable, "fan_in", fanIn, "fan_out", fanOut));
        }
    }

    /** Numbers that never change. */
    record Constant(List<Double> values) implements Kind {
        @Override
        public OpSpec spec() {
            return OpSpec.of(NodeSpec.CONSTANT, "values", values);
        }
    }

    /** The output of an op. */
    record Apply(Op op) implements Kind {
        @Override
        public OpSpec spec() {
            return op.spec();
        }
    }

    Op op() {
        return kind instanceof Apply a ? a.op() : null;
    }

    int storageRows() {
        return shape.parameterRows();
    }

    int storageCols() {
        return perSample ? shape.size() : shape.parameterCols();
    }
}
