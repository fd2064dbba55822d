package io.github.smallnn.train;

import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.TorchRandom;

/** A fresh order for every epoch, drawn as PyTorch's data loader draws it. Confined. */
final class DataLoaderOrder implements BatchOrder {
    private final TorchRandom random;
    private final RandomSource.State start;

    DataLoaderOrder(TorchRandom random) {
        this.random = random;
        this.start = random.state();
    }

    @Override
    public void arrange(long epoch, int[] rows) {
        int[] order = random.dataLoaderOrder(rows.length);
        System.arraycopy(order, 0, rows, 0, rows.length);
    }

    @Override
    public void restart() {
        random.restore(start);
    }
}
