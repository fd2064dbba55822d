package io.github.smallnn.train;

import io.github.smallnn.random.RandomSource;

/** Shuffles the order of the previous epoch. Confined. */
final class ShuffledOrder implements BatchOrder {
    private final RandomSource random;
    private final RandomSource.State start;

    ShuffledOrder(RandomSource random) {
        this.random = random;
        this.start = random.state();
    }

    @Override
    public void arrange(long epoch, int[] rows) {
        random.shuffle(rows);
    }

    @Override
    public void restart() {
        random.restore(start);
    }
}
