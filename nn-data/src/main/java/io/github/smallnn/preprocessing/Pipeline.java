package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Several changes one after the other, each fitted on what the ones before it make of the data: scikit-learn's {@code
 * Pipeline} of transformers. A pipeline is a {@link Transform} itself. Immutable, any thread.
 *
 * @param steps the changes in their order, at least one
 */
public record Pipeline(List<Transform> steps) implements Transform {

    /**
     * Copies the steps.
     *
     * @param steps the changes in their order, at least one
     * @throws IllegalArgumentException if there is none
     */
    public Pipeline {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a pipeline needs at least one step");
        }
    }

    /**
     * A pipeline of the given steps.
     *
     * @param steps the changes in their order, at least one
     * @return the pipeline
     * @throws IllegalArgumentException if there is none
     */
    public static Pipeline of(Transform... steps) {
        return new Pipeline(List.of(steps));
    }

    /**
     * Fits every step.
     *
     * @param x rows x columns. Not modified.
     * @return the fitted steps
     * @throws IllegalArgumentException if a step cannot be fitted, naming it
     */
    @Override
    public FittedPipeline fit(Tensor x) {
        List<FittedTransform> fitted = new ArrayList<>();
        Tensor made = x;
        for (int i = 0; i < steps.size(); i++) {
            try {
                FittedTransform step = steps.get(i).fit(made);
                fitted.add(step);
                made = i + 1 < steps.size() ? step.transform(made) : made;
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("step " + i + " (" + steps.get(i) + "): " + e.getMessage(), e);
            }
        }
        return new FittedPipeline(fitted);
    }
}
