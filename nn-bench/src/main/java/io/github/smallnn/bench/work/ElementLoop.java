package io.github.smallnn.bench.work;

/** A loop over elements, with buffers of its own. Confined to one thread. */
public interface ElementLoop {

    /**
     * Runs the loop once.
     *
     * @param set which inputs, below {@link ElementJob#SETS}
     */
    void run(int set);

    /**
     * An element of the last result.
     *
     * @param element index
     * @return its value
     */
    double get(int element);
}
