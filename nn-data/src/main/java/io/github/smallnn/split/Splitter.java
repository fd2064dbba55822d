package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import java.util.List;

/** A way of splitting a dataset several times, for cross-validation. Pure: equal calls give equal splits. */
public interface Splitter {

    /**
     * Splits the rows of a dataset.
     *
     * @param data what to split. Not modified.
     * @return the rows of the two parts of each split
     * @throws IllegalArgumentException if the dataset has too few rows, or a stratified split is not given one column
     *     of class indices as targets
     */
    List<SplitRows> rows(Dataset data);

    /**
     * Splits a dataset.
     *
     * @param data what to split. Not modified.
     * @return copies of the two parts of each split
     * @throws IllegalArgumentException as {@link #rows} says
     */
    default List<SplitData> split(Dataset data) {
        return rows(data).stream()
                .map(r -> new SplitData(data.select(r.train()), data.select(r.test())))
                .toList();
    }
}
