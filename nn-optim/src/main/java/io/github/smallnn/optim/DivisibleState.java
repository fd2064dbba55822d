package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Updates;

/**
 * A state whose step several threads may take together. Every element moves by itself, so how the elements are shared
 * among them changes no bit. A step is {@link #begin} by one thread, then {@link #move} for all elements, each once.
 */
public interface DivisibleState extends Optimizer.State {

    /**
     * Whether the next step can be taken in parts; otherwise it has to be a whole {@link #step}.
     *
     * @return whether it can
     */
    boolean divisible();

    /**
     * Begins a step and counts it.
     *
     * @param parameters parameters of the layout this state was made for
     * @param gradients their gradients, in the same layout
     * @throws IllegalArgumentException if layout or precision differ; nothing is changed then
     */
    void begin(ParameterSet parameters, ParameterSet gradients);

    /**
     * Moves some elements of a parameter in the step that was begun; nothing where it is not trainable. Several threads
     * may call it at once, each for elements of its own.
     *
     * @param parameter number of the parameter
     * @param part updates of these elements
     */
    void move(int parameter, Updates part);
}
