package io.github.smallnn.graph;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/**
 * A function from prediction and target to <em>values</em>, one row of any width per sample; the session reduces them.
 * The gradient follows from the ops that the values are made of.
 *
 * <pre>{@code
 * Loss squared = (prediction, target) -> prediction.minus(target).square();
 * }</pre>
 */
@FunctionalInterface
public interface Loss {

    /**
     * Builds the values.
     *
     * @param prediction output of the network
     * @param target what it should be, of shape {@link #targetShape}
     * @return values, optionally {@link Node#weightedBy weighted}
     * @throws IllegalArgumentException if the shapes do not fit
     */
    Node build(Node prediction, Node target);

    /**
     * Shape of one target.
     *
     * @param prediction shape of the prediction
     * @return the prediction's shape unless overridden
     */
    default Shape targetShape(Shape prediction) {
        return prediction;
    }

    /**
     * How the values become one number.
     *
     * @return {@link Reduction#MEAN} unless overridden
     */
    default Reduction reduction() {
        return Reduction.MEAN;
    }

    /**
     * Looks through all targets before training, so that a bad one is found before anything is changed.
     *
     * @param targets all targets, one row each. Not modified.
     * @param prediction shape of the prediction
     * @throws IllegalArgumentException if a target cannot be right; the message names the row
     */
    default void checkTargets(Tensor targets, Shape prediction) {}

    /**
     * This loss with another reduction.
     *
     * @param reduction how to reduce
     * @return a new loss
     */
    default Loss reduced(Reduction reduction) {
        return new ReducedLoss(this, reduction);
    }
}
