package io.github.smallnn.train;

import io.github.smallnn.random.RandomState;

/** Shuffles the order of the previous epoch, by a generator of its own. Confined. */
final class ShuffledOrder implements BatchOrder {
    private final long seed;
    private final RandomState random;

    ShuffledOrder(long seed) {
        this.seed = seed;
        this.random = new RandomState(seed);
    }

    @Override
    public void arrange(long epoch, int[] rows) {
        random.shuffle(rows);
    }

    @Override
    public void restart() {
        random.seed(seed);
    }
}
