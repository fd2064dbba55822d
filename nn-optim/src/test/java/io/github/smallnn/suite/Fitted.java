package io.github.smallnn.suite;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.layer.LayerRegistry;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;

/** Registered layers, whatever shape they take, made to fit networks of plain vectors. */
public final class Fitted {
    private Fitted() {}

    /**
     * The layer alone, its output as a vector.
     *
     * @param e a registered layer
     * @return a layer on inputs of its example shape
     */
    public static Layer alone(LayerRegistry.Entry e) {
        return e.layer().get().then(Layers.flatten());
    }

    /**
     * The layer behind a dense one that makes its input from any vector.
     *
     * @param e a registered layer that takes any numbers
     * @return a layer from vector to vector
     */
    public static Layer behindDense(LayerRegistry.Entry e) {
        Shape shape = e.example();
        Layer reshape = shape.rank() == 1 ? Layers.identity() : x -> x.reshape(shape);
        return Layers.dense(shape.size()).then(reshape).then(alone(e));
    }

    /**
     * Inputs that the layer takes: away from kinks at 0, or indices.
     *
     * @param e a registered layer
     * @param rows rows
     * @param seed seed
     * @return rows x size of the example shape, in double
     */
    public static Tensor inputs(LayerRegistry.Entry e, int rows, long seed) {
        int cols = e.example().size();
        return e.indices() == 0 ? Samples.inputs(rows, cols, seed) : Batches.indices(seed, rows, cols, e.indices());
    }
}
