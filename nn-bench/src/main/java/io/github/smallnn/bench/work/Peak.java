package io.github.smallnn.bench.work;

/** The most multiply-adds that a core can do: chains of them in registers, without memory. */
public interface Peak {
    /** Number that a chain is multiplied by. */
    float FACTOR = 0.5f;

    /** Number that is added to a chain. */
    float TERM = 1;

    /** What twelve chains end at. */
    double END = 24;

    /**
     * Runs all chains for a number of rounds, {@code c = FACTOR * c + TERM}, which ends at 2 from anywhere.
     *
     * @param rounds multiply-adds of each chain
     * @return sum of the chains in the first lane; {@link #END} after some tens of rounds
     */
    double run(int rounds);

    /**
     * Number of chains, lanes counted.
     *
     * @return multiply-adds in a round
     */
    int chains();
}
