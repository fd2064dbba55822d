package io.github.smallnn.examples;

import io.github.smallnn.linear.Limit;
import io.github.smallnn.linear.Oracle;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Sgd;
import java.util.Optional;

/**
 * How a network was trained, as far as the closed form can speak of it.
 *
 * @param optimizer the rule
 * @param batch rows of a batch; at least the number of rows means all
 */
record PlainDescent(Optimizer optimizer, int batch) {

    /** What keeps the network from the optimum; empty for rules other than gradient descent at one positive rate. */
    Optional<Limit> limit(Oracle oracle, int rows) {
        return optimizer instanceof Sgd sgd && sgd.momentum() == 0 && sgd.rate() > 0
                ? Optional.of(oracle.limit(sgd.rate(), Math.min(batch, rows)))
                : Optional.empty();
    }
}
