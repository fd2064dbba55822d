package io.github.smallnn.check;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * Compares the gradients of a network and its loss, by every trainable parameter and by the input, with central
 * differences in double precision.
 *
 * <p>The error of an element with analytic gradient a and numeric gradient n is |a - n| / max(1, |a|, |n|); below
 * {@link #TOLERANCE} it passes. Inputs should keep 1e-3 away from kinks such as ReLU's at 0. Parameters and input are moved
 * during the check and restored bit for bit.
 */
public final class GradientCheck {
    /** Largest error that passes in double precision. */
    public static final double TOLERANCE = 1e-6;

    private static final double STEP = 1e-5;

    private final Backprop session;
    private final Tensor input;
    private final Tensor target;
    private final Tensor weights;
    private Report worst = new Report(-1, "none", 0, 0, 0, 0);

    private GradientCheck(Backprop session, Tensor input, Tensor target, Tensor weights) {
        this.session = session;
        this.input = input;
        this.target = target;
        this.weights = weights;
    }

    /**
     * The worst element found.
     *
     * @param error its error
     * @param path its parameter, or {@code input}
     * @param row row of the tensor
     * @param col column of the tensor
     * @param analytic gradient by backpropagation
     * @param numeric gradient by central differences
     */
    public record Report(double error, String path, int row, int col, double analytic, double numeric) {

        /**
         * Fails if the error is not below {@link #TOLERANCE}.
         *
         * @return this report
         * @throws AssertionError naming the worst element
         */
        public Report requirePassed() {
            if (!(error < TOLERANCE)) {
                throw new AssertionError("gradient check failed: " + this);
            }
            return this;
        }
    }

    /**
     * Checks all gradients.
     *
     * @param network network
     * @param parameters its parameters in double precision. Moved and restored.
     * @param loss loss
     * @param input batch in double precision. Moved and restored.
     * @param target targets. Not modified.
     * @param weights sample weights, or null. Not modified.
     * @return the worst element
     * @throws IllegalArgumentException if the precision is not double or sizes do not fit
     */
    public static Report run(
            Network network, ParameterSet parameters, Loss loss, Tensor input, Tensor target, Tensor weights) {
        return run(network, parameters, loss, input, target, weights, 0);
    }

    /**
     * Checks all gradients of a network with random ops.
     *
     * @param network network
     * @param parameters its parameters in double precision. Moved and restored.
     * @param loss loss
     * @param input batch in double precision. Moved and restored.
     * @param target targets. Not modified.
     * @param weights sample weights, or null. Not modified.
     * @param seed seed of the random ops, which draw the same in every evaluation
     * @return the worst element
     * @throws IllegalArgumentException if the precision is not double or sizes do not fit
     */
    public static Report run(
            Network network,
            ParameterSet parameters,
            Loss loss,
            Tensor input,
            Tensor target,
            Tensor weights,
            long seed) {
        return run(
                network,
                parameters,
                loss,
                input,
                target,
                weights,
                SessionOptions.defaults().seed(seed).withInputGradient());
    }

    /**
     * Checks the gradients by the parameters alone, for networks whose inputs are indices and must not be moved.
     *
     * @param network network
     * @param parameters its parameters in double precision. Moved and restored.
     * @param loss loss
     * @param input batch in double precision. Not modified.
     * @param target targets. Not modified.
     * @param weights sample weights, or null. Not modified.
     * @param seed seed of the random ops, which draw the same in every evaluation
     * @return the worst element
     * @throws IllegalArgumentException if the precision is not double or sizes do not fit
     */
    public static Report ofParameters(
            Network network,
            ParameterSet parameters,
            Loss loss,
            Tensor input,
            Tensor target,
            Tensor weights,
            long seed) {
        return run(
                network,
                parameters,
                loss,
                input,
                target,
                weights,
                SessionOptions.defaults().seed(seed));
    }

    private static Report run(
            Network network,
            ParameterSet parameters,
            Loss loss,
            Tensor input,
            Tensor target,
            Tensor weights,
            SessionOptions options) {
        if (parameters.precision() != Precision.DOUBLE) {
            throw new IllegalArgumentException(
                    "the gradient check works in double precision; use parameters.to(DOUBLE)");
        }
        Backprop session = network.backprop(parameters, loss, input.rows(), options);
        GradientCheck check = new GradientCheck(session, input, target, weights);
        session.evaluate(input, target, weights);
        ParameterSet gradients = session.gradients().copy();
        Tensor inputGradient = options.inputGradient() ? session.inputGradient().copy() : null;
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.trainable(i)) {
                check.compare(parameters.path(i), parameters.tensor(i), gradients.tensor(i));
            }
        }
        if (inputGradient != null) {
            check.compare("input", input, inputGradient);
        }
        return check.worst;
    }

    private void compare(String path, Tensor moved, Tensor analytic) {
        for (int r = 0; r < moved.rows(); r++) {
            for (int c = 0; c < moved.cols(); c++) {
                double n = slope(moved, r, c);
                double a = analytic.get(r, c);
                double error = Math.abs(a - n) / Math.max(1, Math.max(Math.abs(a), Math.abs(n)));
                // A NaN is worse than any number and stays the worst.
                if (!(error <= worst.error) && !Double.isNaN(worst.error)) {
                    worst = new Report(error, path, r, c, a, n);
                }
            }
        }
    }

    private double slope(Tensor moved, int r, int c) {
        double v = moved.get(r, c);
        moved.set(r, c, v + STEP);
        double up = session.evaluate(input, target, weights);
        moved.set(r, c, v - STEP);
        double down = session.evaluate(input, target, weights);
        moved.set(r, c, v);
        return (up - down) / ((v + STEP) - (v - STEP));
    }
}
