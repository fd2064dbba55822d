package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/** Some rows of a dataset as a session wants them: seen in place where they lie back to back, else copied. Confined. */
final class Batch implements BatchRows {
    private final Part inputs;
    private final Part targets;
    private final Part weights;
    private int[] order;
    private int start;

    Batch(Dataset data, int maxRows) {
        this.inputs = new Part(data.inputs(), maxRows);
        this.targets = new Part(data.targets(), maxRows);
        this.weights = data.weights() == null ? null : new Part(data.weights(), maxRows);
    }

    /** Takes the batch whose row i is row {@code newOrder[newStart + i]} of the dataset. */
    void take(int[] newOrder, int newStart) {
        order = newOrder;
        start = newStart;
    }

    @Override
    public void show(int from, int count) {
        show(order, start + from, count);
    }

    /** Shows the rows {@code rows[from]} to {@code rows[from + count - 1]}. */
    void show(int[] rows, int from, int count) {
        boolean inPlace = true;
        for (int i = 1; i < count && inPlace; i++) {
            inPlace = rows[from + i] == rows[from] + i;
        }
        inputs.show(rows, from, count, inPlace);
        targets.show(rows, from, count, inPlace);
        if (weights != null) {
            weights.show(rows, from, count, inPlace);
        }
    }

    @Override
    public Tensor inputs() {
        return inputs.shown;
    }

    @Override
    public Tensor targets() {
        return targets.shown;
    }

    @Override
    public Tensor weights() {
        return weights == null ? null : weights.shown;
    }

    /** One tensor of the dataset. */
    private static final class Part {
        private final Tensor source;
        private final Tensor window;
        private final Tensor copies;
        private Tensor shown;

        Part(Tensor source, int maxRows) {
            this.source = source;
            this.window = Tensor.window(source.precision(), source.cols());
            this.copies = Tensor.buffer(source.precision(), maxRows, source.cols());
        }

        void show(int[] order, int from, int count, boolean inPlace) {
            if (inPlace) {
                window.rebind(source, order[from], count);
                shown = window;
                return;
            }
            copies.useRows(count);
            for (int i = 0; i < count; i++) {
                copies.copyRowFrom(source, order[from + i], i);
            }
            shown = copies;
        }
    }
}
