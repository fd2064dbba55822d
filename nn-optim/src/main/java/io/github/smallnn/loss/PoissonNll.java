package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;

/**
 * Negative log-likelihood of counts t under a Poisson distribution: exp(x) - t x of the logarithm x of the rate, or x -
 * t log(x + eps) of the rate x itself. The full form adds log(t!) by Stirling's approximation t log t - t + log(2 pi t)
 * / 2 where t exceeds 1. PyTorch's {@code PoissonNLLLoss}; Keras's {@code Poisson} is the form of the rate with eps
 * 1e-7. Immutable, any thread.
 *
 * @param rates true if the prediction is the rate, false if it is its logarithm
 * @param full whether to add log(t!), which has no gradient by the prediction
 * @param eps keeps the logarithm of a rate from 0; above 0
 */
public record PoissonNll(boolean rates, boolean full, double eps) implements Loss {

    /**
     * Checks the settings.
     *
     * @param rates whether the prediction is the rate
     * @param full whether to add log(t!)
     * @param eps added inside the logarithm of a rate
     * @throws IllegalArgumentException if eps is not a finite number above 0
     */
    public PoissonNll {
        Settings.positive("poisson_nll eps", eps);
    }

    /**
     * This loss for predictions that are rates.
     *
     * @return a new loss
     */
    public PoissonNll ofRates() {
        return new PoissonNll(true, full, eps);
    }

    /**
     * This loss with log(t!).
     *
     * @return a new loss
     */
    public PoissonNll withFull() {
        return new PoissonNll(rates, true, eps);
    }

    /**
     * This loss with another eps.
     *
     * @param e added inside the logarithm of a rate, above 0
     * @return a new loss
     * @throws IllegalArgumentException if e is not a finite number above 0
     */
    public PoissonNll withEps(double e) {
        return new PoissonNll(rates, full, e);
    }

    @Override
    public Node build(Node prediction, Node target) {
        PairwiseLoss f = rates ? new PairwiseLoss(Pairwise.POISSON_RATE, eps) : new PairwiseLoss(Pairwise.POISSON, 0);
        Node values = prediction.apply(f, target);
        return full ? values.plus(prediction.apply(new PairwiseLoss(Pairwise.STIRLING, 0), target)) : values;
    }
}
