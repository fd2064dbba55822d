package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.op.Activation;
import io.github.smallnn.op.AveragePool;
import io.github.smallnn.op.Dropout;
import io.github.smallnn.op.MaxPool;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Factories of the most used layers, and ways to combine layers; {@link Activations} has further activations. All results
 * are immutable, any thread.
 */
public final class Layers {
    private Layers() {}

    /**
     * Fully connected layer with bias; see {@link Dense}.
     *
     * @param units number of outputs
     * @return the layer
     * @throws IllegalArgumentException if units is below 1
     */
    public static Dense dense(int units) {
        return new Dense(units);
    }

    /**
     * y = x.
     *
     * @return the layer
     */
    public static Layer identity() {
        return x -> x;
    }

    /**
     * y = max(x, 0), with derivative 0 at 0.
     *
     * @return the layer
     */
    public static Layer relu() {
        return Node::relu;
    }

    /**
     * y = x for x above 0, else 0.01 x (PyTorch's slope; Keras's layer has 0.3).
     *
     * @return the layer
     */
    public static Layer leakyRelu() {
        return leakyRelu(0.01);
    }

    /**
     * y = x for x above 0, else slope x; the derivative at 0 is the slope.
     *
     * @param slope negative slope
     * @return the layer
     * @throws IllegalArgumentException if the slope is not finite
     */
    public static Layer leakyRelu(double slope) {
        requireFinite("leaky_relu slope", slope);
        return x -> x.apply(new Activation(Unary.LEAKY_RELU, slope, 0));
    }

    /**
     * y = 1 / (1 + exp(-x)).
     *
     * @return the layer
     */
    public static Layer sigmoid() {
        return Node::sigmoid;
    }

    /**
     * y = tanh(x).
     *
     * @return the layer
     */
    public static Layer tanh() {
        return Node::tanh;
    }

    /**
     * y = log(1 + exp(x)), and x itself above 20 as in PyTorch.
     *
     * @return the layer
     */
    public static Layer softplus() {
        return softplus(1, 20);
    }

    /**
     * y = log(1 + exp(beta x)) / beta, and x itself where beta x exceeds the threshold.
     *
     * @param beta sharpness, not 0
     * @param threshold where the function becomes the identity
     * @return the layer
     * @throws IllegalArgumentException if beta is 0 or a value is not finite
     */
    public static Layer softplus(double beta, double threshold) {
        requireFinite("softplus beta", beta);
        requireFinite("softplus threshold", threshold);
        if (beta == 0) {
            throw new IllegalArgumentException("softplus beta must not be 0");
        }
        return x -> x.apply(new Activation(Unary.SOFTPLUS, beta, threshold));
    }

    /**
     * y = exp(x) / sum(exp(x)) over the last axis.
     *
     * @return the layer
     */
    public static Layer softmax() {
        return Node::softmax;
    }

    /**
     * y = x - log(sum(exp(x))) over the last axis.
     *
     * @return the layer
     */
    public static Layer logSoftmax() {
        return Node::logSoftmax;
    }

    /**
     * Inverted dropout: in training an element is 0 with probability p and else divided by 1 - p; the identity otherwise.
     *
     * @param p probability of a zero, in [0, 1)
     * @return the layer
     * @throws IllegalArgumentException if p is outside [0, 1)
     */
    public static Layer dropout(double p) {
        Dropout op = new Dropout(p);
        return x -> x.apply(op);
    }

    /**
     * The same numbers of a sample in another shape of the same size.
     *
     * @param sizes axes of the new shape
     * @return the layer
     * @throws IllegalArgumentException if an axis is below 1
     */
    public static Layer reshape(int... sizes) {
        Shape shape = Shape.of(sizes);
        return x -> x.reshape(shape);
    }

    /**
     * All axes of a sample as one.
     *
     * @return the layer
     */
    public static Layer flatten() {
        return x -> x.shape().rank() == 1 ? x : x.reshape(Shape.of(x.shape().size()));
    }

    /**
     * Layers one after another.
     *
     * @param layers the layers; none gives the identity
     * @return the composition
     */
    public static Layer sequential(Layer... layers) {
        List<Layer> all = List.of(layers);
        return x -> {
            Node y = x;
            for (Layer layer : all) {
                y = layer.build(y);
            }
            return y;
        };
    }

    /**
     * y = x + f(x).
     *
     * @param f layer that keeps the shape
     * @return the layer
     */
    public static Layer residual(Layer f) {
        return x -> x.plus(f.build(x));
    }

    /**
     * Applies several layers to one input and joins their outputs on the last axis.
     *
     * @param branches at least one layer
     * @return the layer
     * @throws IllegalArgumentException if there is no branch
     */
    public static Layer concat(Layer... branches) {
        return joined("concat", Node::concat, branches);
    }

    /**
     * Applies several layers to one input and adds their outputs.
     *
     * @param branches at least one layer, all with outputs of one shape
     * @return the layer
     * @throws IllegalArgumentException if there is no branch
     */
    public static Layer sum(Layer... branches) {
        return joined("sum", Node::plus, branches);
    }

    /**
     * Applies one layer, with one set of parameters, to both halves of the last axis and joins the results.
     *
     * @param twin what each half goes through
     * @param join makes one output of the two, such as {@code (a, b) -> a.minus(b).abs()}
     * @return the layer
     */
    public static Layer siamese(Layer twin, BinaryOperator<Node> join) {
        Layer shared = shared("siamese", twin);
        return x -> {
            int width = x.shape().last();
            if (width % 2 != 0) {
                throw new IllegalArgumentException(
                        x.path() + ": siamese needs a last axis of even length, the twins side"
                                + " by side, but its input is " + x.shape());
            }
            return join.apply(shared.build(x.slice(0, width / 2)), shared.build(x.slice(width / 2, width)));
        };
    }

    /**
     * Input normalisation that travels with the model: y = (x - mean) / scale on the last axis.
     *
     * @param mean 1 x features. Not modified.
     * @param scale 1 x features, not 0. Not modified.
     * @return the layer
     * @throws IllegalArgumentException if sizes differ, a number is not finite or a scale is 0
     */
    public static Scaling normalize(Tensor mean, Tensor scale) {
        return Scaling.of(false, mean, scale);
    }

    /**
     * The way back, as the last layer for scaled targets: y = x scale + mean on the last axis.
     *
     * @param mean 1 x features. Not modified.
     * @param scale 1 x features, not 0. Not modified.
     * @return the layer
     * @throws IllegalArgumentException if sizes differ, a number is not finite or a scale is 0
     */
    public static Scaling rescale(Tensor mean, Tensor scale) {
        return Scaling.of(true, mean, scale);
    }

    private static Layer joined(String name, BinaryOperator<Node> join, Layer... branches) {
        List<Layer> all = List.of(branches);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(name + " needs at least one branch");
        }
        return x -> {
            Node y = all.get(0).build(x);
            for (Layer branch : all.subList(1, all.size())) {
                y = join.apply(y, branch.build(x));
            }
            return y;
        };
    }

    /**
     * A range of the last axis.
     *
     * @param from first index
     * @param to index after the last
     * @return the layer
     */
    public static Layer slice(int from, int to) {
        return x -> x.slice(from, to);
    }

    /**
     * Puts a layer's parameters and ops below a name of the caller's choice.
     *
     * @param name name without a slash
     * @param layer the layer
     * @return the same layer in a scope
     */
    public static Layer named(String name, Layer layer) {
        return x -> x.scope(name, layer::build);
    }

    /**
     * One set of parameters for all uses of the result within a network (weight sharing). Every use must see inputs of one
     * shape.
     *
     * @param layer the layer
     * @return the layer to use several times
     */
    public static Layer shared(Layer layer) {
        return shared("shared", layer);
    }

    private static Layer shared(String name, Layer layer) {
        Object key = new Object();
        return x -> x.sharedScope(key, name, layer::build);
    }

    /**
     * Convolution along [channels, length] with bias, stride 1 and no padding; see {@link Conv} for more settings.
     *
     * @param channels number of output channels
     * @param kernel number of taps
     * @return the layer
     * @throws IllegalArgumentException if a size is below 1
     */
    public static Conv conv1d(int channels, int kernel) {
        return new Conv(1, channels, Spans.of(1, true, kernel));
    }

    /**
     * Convolution over [channels, height, width] with bias, stride 1 and no padding; see {@link Conv} for more settings.
     *
     * @param channels number of output channels
     * @param kernel taps down and along, or one number for both
     * @return the layer
     * @throws IllegalArgumentException if a size is below 1 or there are more than two kernel sizes
     */
    public static Conv conv2d(int channels, int... kernel) {
        return new Conv(2, channels, Spans.of(2, true, kernel));
    }

    /**
     * Maximum over stretches of [channels, length]; see {@link MaxPooling}.
     *
     * @param kernel length of a stretch and stride
     * @return the layer
     * @throws IllegalArgumentException if the kernel is below 1
     */
    public static MaxPooling maxPool1d(int kernel) {
        return new MaxPooling(new MaxPool(1, Spans.of(1, false, kernel)));
    }

    /**
     * Maximum over tiles of [channels, height, width]; see {@link MaxPooling}.
     *
     * @param kernel size of a tile and stride, down and along, or one number for both
     * @return the layer
     * @throws IllegalArgumentException if a size is below 1 or there are more than two
     */
    public static MaxPooling maxPool2d(int... kernel) {
        return new MaxPooling(new MaxPool(2, Spans.of(2, false, kernel)));
    }

    /**
     * Mean over stretches of [channels, length]; see {@link AveragePooling}.
     *
     * @param kernel length of a stretch and stride
     * @return the layer
     * @throws IllegalArgumentException if the kernel is below 1
     */
    public static AveragePooling averagePool1d(int kernel) {
        return new AveragePooling(new AveragePool(1, Spans.of(1, false, kernel), true));
    }

    /**
     * Mean over tiles of [channels, height, width]; see {@link AveragePooling}.
     *
     * @param kernel size of a tile and stride, down and along, or one number for both
     * @return the layer
     * @throws IllegalArgumentException if a size is below 1 or there are more than two
     */
    public static AveragePooling averagePool2d(int... kernel) {
        return new AveragePooling(new AveragePool(2, Spans.of(2, false, kernel), true));
    }

    /**
     * Plain recurrent layer with tanh, from [steps, features] to [steps, hidden]; see {@link Recurrent}.
     *
     * @param hidden size of the state
     * @return the layer
     * @throws IllegalArgumentException if hidden is below 1
     */
    public static Recurrent rnn(int hidden) {
        return new Recurrent(Recurrent.Cell.RNN_TANH, hidden);
    }

    /**
     * Plain recurrent layer with the rectifier, from [steps, features] to [steps, hidden]; see {@link Recurrent}.
     *
     * @param hidden size of the state
     * @return the layer
     * @throws IllegalArgumentException if hidden is below 1
     */
    public static Recurrent rnnRelu(int hidden) {
        return new Recurrent(Recurrent.Cell.RNN_RELU, hidden);
    }

    /**
     * Gated recurrent unit, from [steps, features] to [steps, hidden]; see {@link Recurrent}.
     *
     * @param hidden size of the state
     * @return the layer
     * @throws IllegalArgumentException if hidden is below 1
     */
    public static Recurrent gru(int hidden) {
        return new Recurrent(Recurrent.Cell.GRU, hidden);
    }

    /**
     * Long short-term memory, from [steps, features] to [steps, hidden]; see {@link Recurrent}.
     *
     * @param hidden size of the state
     * @return the layer
     * @throws IllegalArgumentException if hidden is below 1
     */
    public static Recurrent lstm(int hidden) {
        return new Recurrent(Recurrent.Cell.LSTM, hidden);
    }

    private static void requireFinite(String name, double v) {
        if (!Double.isFinite(v)) {
            throw new IllegalArgumentException(name + " must be finite, but is " + v);
        }
    }
}
