package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * A weighted sum of losses, each of its own columns of the prediction: for networks of several outputs.
 *
 * <p>Targets are those of the heads side by side, in the order of the heads. A head that reduces by the mean counts as
 * the mean of its row's values, one that reduces by the mean over rows as their sum; the whole has one value per row.
 * Without class weights or ignored indices the mean is therefore the weighted sum of the heads' means. The mean of the
 * whole divides by the rows: a head's class weights multiply its values and do not enter the denominator. Columns that
 * no head names are free. Keras's {@code loss_weights}. Immutable, any thread.
 *
 * @param heads the heads, at least one
 */
public record Heads(List<Head> heads) implements Loss {

    /**
     * A loss of a range of columns.
     *
     * @param name name, which messages and paths below {@code loss/} carry
     * @param from first column
     * @param to column after the last
     * @param weight factor of this head, 0 or more
     * @param loss its loss, reduced by the mean or the mean over rows
     */
    public record Head(String name, int from, int to, double weight, Loss loss) {

        /**
         * Checks the settings.
         *
         * @param name name
         * @param from first column
         * @param to column after the last
         * @param weight factor
         * @param loss loss
         * @throws IllegalArgumentException if the range is empty or negative, the weight is negative or not finite, or
         *     the loss reduces by the sum
         */
        public Head {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException(
                        "head '" + name + "' needs columns with 0 <= from < to, but got " + from + " to " + to);
            }
            Settings.notNegative("the weight of head '" + name + "'", weight);
            if (loss.reduction() == Reduction.SUM) {
                throw new IllegalArgumentException(
                        "head '" + name + "' reduces by the sum, which cannot be added to means;"
                                + " use the mean over rows, or reduce the whole by the sum");
            }
        }

        private Shape prediction(Shape whole) {
            if (whole.rank() != 1 || to > whole.last()) {
                throw new IllegalArgumentException("head '" + name + "' reads columns " + from + " to " + to
                        + " of one axis, but the prediction has shape " + whole);
            }
            return Shape.of(to - from);
        }

        private int targets(Shape whole) {
            return loss.targetShape(prediction(whole)).last();
        }

        private Node build(Node prediction, Node target) {
            Node values = loss.build(prediction, target);
            Node sum = values.reshape(Shape.of(values.shape().size())).sum();
            double mean = loss.reduction() == Reduction.MEAN ? values.shape().size() : 1;
            return sum.times(weight / mean);
        }
    }

    /**
     * Copies and checks the heads.
     *
     * @param heads the heads
     * @throws IllegalArgumentException if there is none
     */
    public Heads {
        heads = List.copyOf(heads);
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("heads needs at least one head");
        }
    }

    /**
     * A head of weight 1.
     *
     * @param name name
     * @param from first column
     * @param to column after the last
     * @param loss its loss
     * @return the head
     * @throws IllegalArgumentException if the range is empty or negative, or the loss reduces by the sum
     */
    public static Head head(String name, int from, int to, Loss loss) {
        return new Head(name, from, to, 1, loss);
    }

    @Override
    public Node build(Node prediction, Node target) {
        Node total = null;
        int at = 0;
        for (Head h : heads) {
            int from = at;
            at += h.targets(prediction.shape());
            int to = at;
            Node value = prediction.scope(h.name(), p -> h.build(p.slice(h.from(), h.to()), target.slice(from, to)));
            total = total == null ? value : total.plus(value);
        }
        return total;
    }

    @Override
    public Shape targetShape(Shape prediction) {
        int columns = 0;
        for (Head h : heads) {
            columns += h.targets(prediction);
        }
        return Shape.of(columns);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        int at = 0;
        for (Head h : heads) {
            int to = at + h.targets(prediction);
            try {
                h.loss().checkTargets(targets.columnRange(at, to), h.prediction(prediction));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "head '" + h.name() + "', targets from column " + at + ": " + e.getMessage(), e);
            }
            at = to;
        }
    }
}
