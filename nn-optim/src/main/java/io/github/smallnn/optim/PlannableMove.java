package io.github.smallnn.optim;

import io.github.smallnn.tensor.Tensor;
import java.util.List;

/** The worker of a rule that can make one call of all that it does in a step to a few small parameters. */
interface PlannableMove extends TensorRule.Move {

    /**
     * The step of all parameters, with the bits of {@link #apply} for each of them. Momentum and number of the step must
     * not matter.
     *
     * @param w the parameters. Modified by the plan's runs.
     * @param g their gradients, in the same order
     * @return the plan, or null if there can be none for them
     */
    PlannedMove plan(List<Tensor> w, List<Tensor> g);
}
