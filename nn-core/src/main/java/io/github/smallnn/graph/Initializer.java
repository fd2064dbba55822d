package io.github.smallnn.graph;

import io.github.smallnn.op.OpSpec;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.Tensor;

/** How a parameter starts. The built-in ones are in {@link Initializers}. */
@FunctionalInterface
public interface Initializer {

    /**
     * Fills a parameter.
     *
     * @param parameter storage of the parameter (a dense weight is in x out). Modified.
     * @param fanIn inputs per unit
     * @param fanOut outputs per unit
     * @param random where to draw from
     */
    void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random);

    /**
     * Name and settings, for {@link Network#ops()}.
     *
     * @return {@code user:initializer} unless overridden; such a parameter can be restored but not started afresh
     */
    default OpSpec spec() {
        return OpSpec.of("user:initializer");
    }
}
