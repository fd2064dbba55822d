package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.ShardedBackprop;
import io.github.smallnn.train.Sharding;

/** {@link SmallnnLoop} with every batch shared by threads, as far as the library finds that it pays. */
final class ShardedLoop implements Contestant, AutoCloseable {
    private final Tensor[] inputs;
    private final Tensor[] targets;
    private final ShardedBackprop session;
    private final Optimizer.State optimizer;
    private int next;

    ShardedLoop(Problem problem, Precision precision, int threads) {
        Job job = problem.job();
        Network network = SmallnnLoop.network(job);
        ParameterSet parameters = SmallnnLoop.parameters(network, problem, precision);
        this.inputs = SmallnnLoop.tensors(problem.inputs(), job.batch(), precision);
        this.targets = SmallnnLoop.tensors(problem.targets(), job.batch(), precision);
        this.session =
                ShardedBackprop.of(network, parameters, SmallnnLoop.loss(job), job.batch(), Sharding.threads(threads));
        this.optimizer = SmallnnLoop.optimizer(job).init(parameters);
    }

    @Override
    public double step() {
        int batch = next;
        next = batch + 1 == inputs.length ? 0 : batch + 1;
        double loss = session.evaluate(inputs[batch], targets[batch], null);
        session.step(optimizer);
        return loss;
    }

    /** Threads that are really used. */
    int threads() {
        return session.threads();
    }

    @Override
    public void close() {
        session.close();
    }
}
