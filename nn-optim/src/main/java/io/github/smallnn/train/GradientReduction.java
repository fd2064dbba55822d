package io.github.smallnn.train;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.DivisibleState;
import io.github.smallnn.optim.kernel.GradientSum;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of the shards' gradients, left in the first shard's, and the step along it. The elements of all trainable
 * parameters are cut into short spans, of which every thread takes a part: each element is a sum and moves by itself, so
 * the cut changes no bit.
 */
final class GradientReduction {
    // So much of gradients, parameters and slots stays in the caches between the sum and the step. A multiple of
    // a cache line, so that two threads never write one.
    private static final int LENGTH = 2048;

    /** Some elements of a parameter. */
    private record Span(Tensor[] shares, int parameter, int from, int to, Updates updates) {}

    private final GradientSum loops;
    private final Span[] spans;
    // Part p of the spans begins at cuts[p].
    private final int[] cuts;
    private final long size;

    /** For the gradients of all shards and a number of parts. */
    GradientReduction(ParameterSet[] gradients, int parts) {
        ParameterSet first = gradients[0];
        this.loops = GradientSum.of(first.precision());
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (first.trainable(i)) {
                addSpans(all, gradients, i);
            }
        }
        this.spans = all.toArray(new Span[0]);
        long elements = 0;
        for (Span s : spans) {
            elements += s.to() - s.from();
        }
        this.size = elements;
        this.cuts = cuts(spans, elements, parts);
    }

    private static void addSpans(List<Span> all, ParameterSet[] gradients, int parameter) {
        Tensor[] shares = new Tensor[gradients.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = gradients[k].tensor(parameter);
        }
        int n = gradients[0].shape(parameter).size();
        for (int from = 0; from < n; from += LENGTH) {
            int to = Math.min(from + LENGTH, n);
            all.add(new Span(shares, parameter, from, to, Updates.of(gradients[0].precision(), from, to)));
        }
    }

    private static int[] cuts(Span[] spans, long size, int parts) {
        int[] cuts = new int[parts + 1];
        long before = 0;
        int next = 0;
        for (int part = 0; part <= parts; part++) {
            while (next < spans.length && before < size * part / parts) {
                before += spans[next].to() - spans[next].from();
                next++;
            }
            cuts[part] = next;
        }
        return cuts;
    }

    /** Elements of all trainable parameters. */
    long size() {
        return size;
    }

    /** Adds the first {@code count} shares of one part and multiplies by a factor. */
    void reduce(int part, int count, double factor) {
        for (int i = cuts[part]; i < cuts[part + 1]; i++) {
            reduce(spans[i], count, factor);
        }
    }

    /** Moves the parameters of one part, in a step that was begun. */
    void move(int part, DivisibleState state) {
        for (int i = cuts[part]; i < cuts[part + 1]; i++) {
            state.move(spans[i].parameter(), spans[i].updates());
        }
    }

    /** Both, span after span. */
    void reduceAndMove(int part, int count, double factor, DivisibleState state) {
        for (int i = cuts[part]; i < cuts[part + 1]; i++) {
            reduce(spans[i], count, factor);
            state.move(spans[i].parameter(), spans[i].updates());
        }
    }

    private void reduce(Span s, int count, double factor) {
        loops.reduce(factor, s.shares(), count, s.from(), s.to());
    }
}
