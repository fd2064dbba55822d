package io.github.smallnn.train;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.GradientSum;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/**
 * The sum of the shards' gradients, left in the first shard's. The elements of all trainable parameters are one long range,
 * of which any thread may add a part: every element is a sum of its own, so the cut changes no bit.
 */
final class GradientReduction {
    // Parts begin at multiples of this, so that two threads never write one cache line.
    private static final int LINE = 16;

    private final GradientSum loops;
    private final Tensor[][] shares;
    private final long[] starts;

    GradientReduction(ParameterSet[] gradients) {
        ParameterSet first = gradients[0];
        this.loops = GradientSum.of(first.precision());
        int[] trainable = trainable(first);
        this.shares = new Tensor[trainable.length][gradients.length];
        this.starts = new long[trainable.length + 1];
        for (int i = 0; i < trainable.length; i++) {
            for (int k = 0; k < gradients.length; k++) {
                shares[i][k] = gradients[k].tensor(trainable[i]);
            }
            starts[i + 1] = starts[i] + first.shape(trainable[i]).size();
        }
    }

    private static int[] trainable(ParameterSet p) {
        int[] places = new int[p.size()];
        int n = 0;
        for (int i = 0; i < places.length; i++) {
            if (p.trainable(i)) {
                places[n++] = i;
            }
        }
        return Arrays.copyOf(places, n);
    }

    /** Elements of all trainable parameters. */
    long size() {
        return starts[shares.length];
    }

    /** Adds the first {@code count} shares of one of {@code parts} parts and multiplies by a factor. */
    void reduce(int part, int parts, int count, double factor) {
        long from = cut(part, parts);
        long to = cut(part + 1, parts);
        for (int i = 0; i < shares.length; i++) {
            int first = (int) (Math.max(from, starts[i]) - starts[i]);
            int end = (int) (Math.min(to, starts[i + 1]) - starts[i]);
            if (first < end) {
                loops.reduce(factor, shares[i], count, first, end);
            }
        }
    }

    private long cut(int part, int parts) {
        return part == parts ? size() : size() * part / parts / LINE * LINE;
    }
}
