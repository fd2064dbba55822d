package io.github.smallnn.bench.work;

/** One implementation of a training job. Owns its parameters and buffers, belongs to one thread. */
@FunctionalInterface
public interface Contestant {

    /**
     * One training step on the next batch, from the first one again after the last.
     *
     * @return loss of that batch before the step
     */
    double step();
}
