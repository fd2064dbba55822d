package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.List;

/** What a {@link Pipeline} learned from data: its fitted steps. Immutable, any thread. */
public final class FittedPipeline implements InvertibleTransform {
    private final List<FittedTransform> steps;

    FittedPipeline(List<FittedTransform> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * The fitted steps.
     *
     * @return the steps in their order
     */
    public List<FittedTransform> steps() {
        return steps;
    }

    @Override
    public int inputColumns() {
        return steps.get(0).inputColumns();
    }

    @Override
    public int outputColumns() {
        return steps.get(steps.size() - 1).outputColumns();
    }

    @Override
    public Tensor transform(Tensor x) {
        Tensor made = x;
        for (int i = 0; i < steps.size(); i++) {
            try {
                made = steps.get(i).transform(made);
            } catch (IllegalArgumentException e) {
                throw atStep(i, e);
            }
        }
        return made;
    }

    private static IllegalArgumentException atStep(int i, IllegalArgumentException e) {
        return new IllegalArgumentException("step " + i + ": " + e.getMessage(), e);
    }

    /**
     * Undoes every step, the last one first.
     *
     * @param z rows x {@link #outputColumns()}. Not modified.
     * @return a new tensor of rows x {@link #inputColumns()} with the same precision
     * @throws IllegalArgumentException if a step refuses its values, naming it
     * @throws IllegalStateException if a step cannot be undone, naming it
     */
    @Override
    public Tensor inverseTransform(Tensor z) {
        Tensor made = z;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!(steps.get(i) instanceof InvertibleTransform step)) {
                throw new IllegalStateException(
                        "step " + i + " (" + steps.get(i).getClass().getSimpleName() + ") cannot be undone");
            }
            try {
                made = step.inverseTransform(made);
            } catch (IllegalArgumentException e) {
                throw atStep(i, e);
            }
        }
        return made;
    }
}
