package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.op.CrossEntropyLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * Softmax cross-entropy of logits x [..., C] against a class index t [..., 1], with class weights w, label smoothing s
 * and an index to leave out: -sum(w q log softmax(x)), where q is 1 - s + s / C at the class and s / C elsewhere.
 *
 * <p>The mean divides by the sum of the weights of the rows' classes (1 each without weights, 0 for the ignored index),
 * as PyTorch's {@code CrossEntropyLoss} does. PyTorch ignores -100 unless told otherwise, this loss nothing. Keras has
 * the class weights in {@code fit} and divides by the rows: {@code reduced(Reduction.BATCH_MEAN)}. Immutable, any
 * thread.
 *
 * @param weights one weight per class, 0 or more; empty for weights of 1
 * @param smoothing share of the target that is spread over all classes, from 0 to 1
 * @param ignored index whose rows count for nothing; it need not be a class
 */
public record CrossEntropy(List<Double> weights, double smoothing, OptionalInt ignored) implements Loss {

    /**
     * Checks and copies the settings.
     *
     * @param weights one weight per class, or none
     * @param smoothing label smoothing
     * @param ignored index left out
     * @throws IllegalArgumentException if a weight is negative or not finite or smoothing is outside [0, 1]
     */
    public CrossEntropy {
        weights = Settings.weights("class weight", weights);
        Settings.between("label smoothing", smoothing, 0, 1);
    }

    /**
     * This loss with class weights.
     *
     * @param w one per class, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public CrossEntropy withWeights(double... w) {
        return new CrossEntropy(Settings.list(w), smoothing, ignored);
    }

    /**
     * This loss with label smoothing.
     *
     * @param s share of the target that is spread over all classes, from 0 to 1
     * @return a new loss
     * @throws IllegalArgumentException if s is outside [0, 1]
     */
    public CrossEntropy withSmoothing(double s) {
        return new CrossEntropy(weights, s, ignored);
    }

    /**
     * This loss without the rows of an index.
     *
     * @param index the index, which need not be a class
     * @return a new loss
     */
    public CrossEntropy ignoring(int index) {
        return new CrossEntropy(weights, smoothing, OptionalInt.of(index));
    }

    @Override
    public Node build(Node prediction, Node target) {
        if (weights.isEmpty() && smoothing == 0 && ignored.isEmpty()) {
            return prediction.apply(new CrossEntropyLoss(true), target);
        }
        int n = prediction.shape().last();
        Node q = classes().rows(target, n, 1 - smoothing + smoothing / n, smoothing / n);
        return classes().counted(prediction.apply(new CrossEntropyLoss(false), q), target, n);
    }

    @Override
    public Shape targetShape(Shape prediction) {
        return prediction.withLast(1);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        classes().check(targets, prediction.last());
    }

    private Classes classes() {
        return new Classes(weights, ignored);
    }
}
