package io.github.smallnn.preprocessing;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/** A change of inputs with what it learned from data. Immutable, any thread. */
public interface FittedTransform {

    /**
     * The number of columns it was fitted on.
     *
     * @return the columns that {@link #transform} takes
     */
    int inputColumns();

    /**
     * The number of columns it makes.
     *
     * @return the columns that {@link #transform} returns
     */
    int outputColumns();

    /**
     * Changes rows.
     *
     * @param x rows x {@link #inputColumns()}. Not modified.
     * @return a new tensor of rows x {@link #outputColumns()} with the same precision
     * @throws IllegalArgumentException if the number of columns differs or a value is not acceptable, naming it
     */
    Tensor transform(Tensor x);

    /**
     * Changes the inputs of a dataset.
     *
     * @param data whose inputs are to be changed. Not modified.
     * @return a dataset with new inputs; targets and weights are shared
     * @throws IllegalArgumentException as {@link #transform} says
     */
    default Dataset transformInputs(Dataset data) {
        return new Dataset(transform(data.inputs()), data.targets(), data.weights());
    }
}
