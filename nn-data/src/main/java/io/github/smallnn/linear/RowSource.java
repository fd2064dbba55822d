package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import java.util.function.Consumer;

/**
 * Data that is read in blocks of rows, such as a file larger than memory. Each call of {@link #read} is a pass over all
 * rows in one order; a solver makes one to three passes and keeps nothing of a block.
 *
 * <p>Errors of reading are the source's to throw, unchecked; they end the fit. Confined to the thread that fits.
 */
public interface RowSource {

    /**
     * Number of input columns of every block.
     *
     * @return at least 1
     */
    int features();

    /**
     * Number of target columns of every block.
     *
     * @return at least 1
     */
    int targets();

    /**
     * Hands out all rows from the first to the last.
     *
     * @param sink receives the blocks, of any size and precision; the tensors of a block may be written again as soon
     *     as it returns
     */
    void read(Consumer<Dataset> sink);

    /**
     * Data in memory as a source of one block.
     *
     * @param data inputs and targets. Not modified.
     * @return the source
     */
    static RowSource of(Dataset data) {
        return new RowSource() {
            @Override
            public int features() {
                return data.inputs().cols();
            }

            @Override
            public int targets() {
                return data.targets().cols();
            }

            @Override
            public void read(Consumer<Dataset> sink) {
                sink.accept(data);
            }
        };
    }
}
