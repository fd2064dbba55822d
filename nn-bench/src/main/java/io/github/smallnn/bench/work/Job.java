package io.github.smallnn.bench.work;

import java.util.Locale;

/** The training jobs. All start from the same seeded parameters and data; see {@link Problem}. */
public enum Job {
    /** 2-2-1 linear without bias, squared error, batch 1, SGD. */
    T1(new int[] {2, 2, 1}, Hidden.LINEAR, false, Rule.SGD, 0.01, 1, 100, 100),
    /** 2-8-1 tanh, squared error, batch 16, SGD. */
    T2(new int[] {2, 8, 1}, Hidden.TANH, true, Rule.SGD, 0.01, 16, 62, 100),
    /** 10-64-64-1 ReLU, squared error, batch 32, Adam. */
    T3(new int[] {10, 64, 64, 1}, Hidden.RELU, true, Rule.ADAM, 0.001, 32, 312, 100),
    /** 784-128-10 ReLU, softmax cross-entropy, batch 128, SGD with momentum. */
    T4(new int[] {784, 128, 10}, Hidden.RELU, true, Rule.MOMENTUM, 0.01, 128, 78, 10),
    /** 784-1024-1024-10 ReLU, softmax cross-entropy, batch 256, SGD with momentum. */
    T5(new int[] {784, 1024, 1024, 10}, Hidden.RELU, true, Rule.MOMENTUM, 0.01, 256, 39, 3);

    /** Momentum of {@link Rule#MOMENTUM}. */
    public static final double MOMENTUM = 0.9;

    /** Activation of the hidden layers; the output is linear. */
    public enum Hidden {
        /** None. */
        LINEAR,
        /** Hyperbolic tangent. */
        TANH,
        /** max(x, 0). */
        RELU
    }

    /** Optimizer. */
    public enum Rule {
        /** Plain gradient descent. */
        SGD,
        /** Gradient descent with momentum. */
        MOMENTUM,
        /** Adam with PyTorch's defaults. */
        ADAM
    }

    private final int[] widths;
    private final Hidden hidden;
    private final boolean bias;
    private final Rule rule;
    private final double rate;
    private final int batch;
    private final int batches;
    private final int checkedSteps;

    Job(int[] widths, Hidden hidden, boolean bias, Rule rule, double rate, int batch, int batches, int checkedSteps) {
        this.widths = widths;
        this.hidden = hidden;
        this.bias = bias;
        this.rule = rule;
        this.rate = rate;
        this.batch = batch;
        this.batches = batches;
        this.checkedSteps = checkedSteps;
    }

    /**
     * Number of layers.
     *
     * @return how many weights there are
     */
    public int layers() {
        return widths.length - 1;
    }

    /**
     * Width of a layer's output.
     *
     * @param layer layer, 0 for the input
     * @return number of columns
     */
    public int width(int layer) {
        return widths[layer];
    }

    /**
     * Number of inputs.
     *
     * @return columns of a batch
     */
    public int inputs() {
        return widths[0];
    }

    /**
     * Number of outputs.
     *
     * @return columns of a prediction
     */
    public int outputs() {
        return widths[widths.length - 1];
    }

    /**
     * Activation of the hidden layers.
     *
     * @return the activation
     */
    public Hidden hidden() {
        return hidden;
    }

    /**
     * Whether layers have a bias.
     *
     * @return true if they have
     */
    public boolean bias() {
        return bias;
    }

    /**
     * Whether the target is a class index and the loss softmax cross-entropy; otherwise the loss is the mean squared error.
     *
     * @return true for classes
     */
    public boolean classes() {
        return outputs() > 1;
    }

    /**
     * Optimizer.
     *
     * @return the rule
     */
    public Rule rule() {
        return rule;
    }

    /**
     * Learning rate.
     *
     * @return the rate
     */
    public double rate() {
        return rate;
    }

    /**
     * Rows of a batch.
     *
     * @return the batch size
     */
    public int batch() {
        return batch;
    }

    /**
     * Number of batches in the data.
     *
     * @return how many steps make an epoch
     */
    public int batches() {
        return batches;
    }

    /**
     * Steps after which every contestant must have the loss of the reference.
     *
     * @return number of steps
     */
    public int checkedSteps() {
        return checkedSteps;
    }

    /**
     * What the job is, for tables.
     *
     * @return such as {@code 2-8-1 tanh, batch 16, sgd}
     */
    public String describe() {
        return network() + ", batch " + batch + ", " + rule.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What the network is, for tables.
     *
     * @return such as {@code 2-8-1 tanh}
     */
    public String network() {
        StringBuilder s = new StringBuilder();
        for (int w : widths) {
            s.append(s.length() == 0 ? "" : "-").append(w);
        }
        return s + " " + hidden.name().toLowerCase(Locale.ROOT);
    }
}
