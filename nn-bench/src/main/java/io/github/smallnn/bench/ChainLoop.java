package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.kernel.Chain;
import io.github.smallnn.kernel.Chains;
import io.github.smallnn.kernel.DenseLink;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.kernel.PairwiseLink;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * {@link Job#T1} by the kernel that a busy session makes of such a network, and the update kernel, both called by hand: what
 * a session adds to this is its overhead.
 */
final class ChainLoop implements Contestant {
    private final Chain chain;
    private final Updates updates;
    private final double rate;
    private final Tensor[] inputs;
    private final Tensor[] targets;
    private final Tensor input;
    private final Tensor target;
    private final Tensor w1;
    private final Tensor w2;
    private final Tensor dw1;
    private final Tensor dw2;
    private int next;

    ChainLoop(Problem problem, Precision precision) {
        Job job = problem.job();
        if (job != Job.T1) {
            throw new IllegalArgumentException("the chain is written out for T1, not for " + job);
        }
        this.updates = Updates.of(precision);
        this.rate = job.rate();
        this.inputs = SmallnnLoop.batches(problem.inputs(), 1, precision);
        this.targets = SmallnnLoop.batches(problem.targets(), 1, precision);
        this.input = Tensor.window(precision, 2);
        this.target = Tensor.window(precision, 1);
        this.w1 = SmallnnLoop.tensor(problem.parameters()[0], 2, precision);
        this.w2 = SmallnnLoop.tensor(problem.parameters()[1], 2, precision);
        this.dw1 = Tensor.zeros(precision, 2, 2);
        this.dw2 = Tensor.zeros(precision, 2, 1);
        this.chain = chain(precision);
    }

    private Chain chain(Precision precision) {
        Tensor h = Tensor.zeros(precision, 1, 2);
        Tensor dh = Tensor.zeros(precision, 1, 2);
        Tensor y = Tensor.zeros(precision, 1, 1);
        Tensor dy = Tensor.zeros(precision, 1, 1);
        Tensor values = Tensor.zeros(precision, 1, 1);
        Chain loss = Chains.pairwise(new PairwiseLink(Pairwise.SQUARED_ERROR, 0, y, target, values, dy, 1));
        Chain second = Chains.dense(
                new DenseLink(false, h, w2, null, Unary.IDENTITY, 0, 0, y, dy, dy, dw2, null, dh, 1, loss));
        return Chains.dense(
                new DenseLink(true, input, w1, null, Unary.IDENTITY, 0, 0, h, dh, dh, dw1, null, null, 1, second));
    }

    @Override
    public double step() {
        int batch = next;
        next = batch + 1 == inputs.length ? 0 : batch + 1;
        input.rebind(inputs[batch], 0, 1);
        target.rebind(targets[batch], 0, 1);
        double loss = chain.run(1, 1);
        updates.sgd(rate, 0, 1, w1, dw1);
        updates.sgd(rate, 0, 1, w2, dw2);
        return loss;
    }
}
