package io.github.smallnn.examples;

import java.util.Arrays;

/**
 * The unit of the first document's last part, in that document's own arithmetic: sums of rounded products from left to
 * right. (The library's products are fused multiply-adds, which moves the last bits.)
 */
record LinearUnit(double[] weights) {

    double predict(double[] input) {
        double sum = 0;
        for (int i = 0; i < input.length; i++) {
            sum += weights[i] * input[i];
        }
        return sum;
    }

    double[] slope(double[] input, double target) {
        double error = predict(input) - target;
        return Arrays.stream(input).map(x -> 2 * x * error).toArray();
    }

    LinearUnit updated(double[] input, double target, double rate) {
        double[] slope = slope(input, target);
        double[] next = weights.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= rate * slope[i];
        }
        return new LinearUnit(next);
    }
}
