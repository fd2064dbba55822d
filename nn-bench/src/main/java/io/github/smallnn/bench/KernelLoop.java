package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * {@link Job#T1} by the library's kernels, called by hand in the order in which a session calls them, on tensors made
 * once: what a session adds to this is its overhead.
 */
final class KernelLoop implements Contestant {
    private final Kernels kernels;
    private final Updates updates;
    private final double rate;
    private final Tensor[] inputs;
    private final Tensor[] targets;
    private final Tensor w1;
    private final Tensor w2;
    private final Tensor h;
    private final Tensor y;
    private final Tensor values;
    private final Tensor seed;
    private final Tensor dw1;
    private final Tensor dw2;
    private final Tensor dh;
    private final Tensor dy;
    private int next;

    KernelLoop(Problem problem, Precision precision) {
        Job job = problem.job();
        if (job != Job.T1) {
            throw new IllegalArgumentException("the sequence of kernels is written out for T1, not for " + job);
        }
        this.kernels = Kernels.of(precision);
        this.updates = Updates.of(precision);
        this.rate = job.rate();
        this.inputs = SmallnnLoop.batches(problem.inputs(), 1, precision);
        this.targets = SmallnnLoop.batches(problem.targets(), 1, precision);
        this.w1 = SmallnnLoop.tensor(problem.parameters()[0], 2, precision);
        this.w2 = SmallnnLoop.tensor(problem.parameters()[1], 2, precision);
        this.h = Tensor.zeros(precision, 1, 2);
        this.y = Tensor.zeros(precision, 1, 1);
        this.values = Tensor.zeros(precision, 1, 1);
        this.seed = Tensor.zeros(precision, 1, 1);
        this.dw1 = Tensor.zeros(precision, 2, 2);
        this.dw2 = Tensor.zeros(precision, 2, 1);
        this.dh = Tensor.zeros(precision, 1, 2);
        this.dy = Tensor.zeros(precision, 1, 1);
    }

    @Override
    public double step() {
        Tensor x = inputs[next];
        Tensor t = targets[next];
        next = next + 1 == inputs.length ? 0 : next + 1;
        kernels.gemm(false, false, 1, x, w1, 0, h);
        kernels.gemm(false, false, 1, h, w2, 0, y);
        kernels.pairwise(Pairwise.SQUARED_ERROR, 0, y, t, values);
        double loss = kernels.sum(values, null);
        kernels.spread(1, null, seed);
        kernels.pairwiseBackward(Pairwise.SQUARED_ERROR, false, 0, y, t, seed, 0, dy);
        kernels.gemm(false, true, 1, dy, w2, 0, dh);
        kernels.gemm(true, false, 1, h, dy, 0, dw2);
        kernels.gemm(true, false, 1, x, dh, 0, dw1);
        updates.sgd(rate, 0, 1, w1, dw1);
        updates.sgd(rate, 0, 1, w2, dw2);
        return loss;
    }
}
