package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Product;

/** A product that lies ready to be computed, again and again, by one contestant. */
public interface TimedProduct extends Runnable, Product.Result {

    /** Computes C. */
    @Override
    void run();
}
