package io.github.smallnn.train;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** A batch that lies in three tensors, seen in place. Confined. */
final class TensorRows implements BatchRows {
    private final Tensor inputWindow;
    private final Tensor targetWindow;
    private final Tensor weightWindow;
    private Tensor input;
    private Tensor target;
    private Tensor weight;

    TensorRows(Precision precision, int inputs, int targets) {
        this.inputWindow = Tensor.window(precision, inputs);
        this.targetWindow = Tensor.window(precision, targets);
        this.weightWindow = Tensor.window(precision, 1);
    }

    /** Takes a batch of equally many rows each; the weights may be null. */
    void take(Tensor newInput, Tensor newTarget, Tensor newWeight) {
        input = newInput;
        target = newTarget;
        weight = newWeight;
    }

    @Override
    public void show(int from, int count) {
        inputWindow.rebind(input, from, count);
        targetWindow.rebind(target, from, count);
        if (weight != null) {
            weightWindow.rebind(weight, from, count);
        }
    }

    @Override
    public Tensor inputs() {
        return inputWindow;
    }

    @Override
    public Tensor targets() {
        return targetWindow;
    }

    @Override
    public Tensor weights() {
        return weight == null ? null : weightWindow;
    }
}
