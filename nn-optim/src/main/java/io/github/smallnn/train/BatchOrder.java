package io.github.smallnn.train;

import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.random.TorchRandom;
import java.util.Objects;

/**
 * In which order an epoch visits the rows of the data; batches are consecutive entries of that order. An order that keeps
 * a random generator belongs to one trainer.
 */
@FunctionalInterface
public interface BatchOrder {

    /**
     * Arranges the rows for an epoch. Rows that lie back to back in the data are read where they are; others are copied
     * batch by batch.
     *
     * @param epoch number of epochs completed before this one, from 0
     * @param rows the order of the previous epoch, at first 0, 1, ... (also when a later {@code fit} brings another number
     *     of rows). Modified: afterwards any row numbers of the data, normally each once
     */
    void arrange(long epoch, int[] rows);

    /** Goes back to the beginning, so that a trainer that starts over sees the same orders again. */
    default void restart() {}

    /**
     * The order of the data in every epoch.
     *
     * @return the order
     */
    static BatchOrder inOrder() {
        return (epoch, rows) -> {};
    }

    /**
     * Shuffles the current order again at the start of every epoch, by NumPy's legacy generator, as scikit-learn's MLP does.
     *
     * @param seed from 0 to 2^32 - 1
     * @return a new order with a generator of its own
     * @throws IllegalArgumentException if the seed is out of range
     */
    static BatchOrder shuffled(long seed) {
        return new ShuffledOrder(new RandomState(seed));
    }

    /**
     * Shuffles the current order again at the start of every epoch by a generator that may have drawn before: given the
     * {@code RandomState} that the start weights were drawn from, this is scikit-learn's {@code MLPRegressor} with a
     * {@code random_state}.
     *
     * @param random the generator, which goes on being advanced
     * @return a new order; starting over goes back to where the generator is now
     */
    static BatchOrder shuffled(RandomSource random) {
        return new ShuffledOrder(random);
    }

    /**
     * The orders of PyTorch's {@code DataLoader(shuffle=True)}: given the generator that the start weights were drawn from,
     * this is a script that begins with {@code torch.manual_seed(seed)}.
     *
     * @param random the generator, which goes on being advanced by two draws an epoch
     * @return a new order; starting over goes back to where the generator is now
     */
    static BatchOrder dataLoader(TorchRandom random) {
        return new DataLoaderOrder(random);
    }

    /**
     * Orders given beforehand, for repeating a run of another library.
     *
     * @param permutations row numbers for each epoch. Not copied.
     * @return the order
     */
    static BatchOrder given(int[][] permutations) {
        Objects.requireNonNull(permutations, "permutations");
        return (epoch, rows) -> {
            if (epoch >= permutations.length || permutations[(int) epoch].length != rows.length) {
                throw new IllegalArgumentException("epoch " + (epoch + 1) + " of data with " + rows.length
                        + " rows has no order: " + permutations.length + " orders were given"
                        + (epoch < permutations.length ? ", this one of " + permutations[(int) epoch].length : ""));
            }
            System.arraycopy(permutations[(int) epoch], 0, rows, 0, rows.length);
        };
    }
}
