package io.github.smallnn.graph;

import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of a session. Immutable; the methods return changed copies.
 *
 * @param seed seed of random ops (dropout); the same seed, step and row give the same draws
 * @param inputGradient whether the gradient of the input is wanted
 * @param checked whether every op's result is looked through for NaN and infinity
 * @param watched paths of inner values that must stay readable by {@code value(path)}, which keeps them out of fused ops
 */
public record SessionOptions(long seed, boolean inputGradient, boolean checked, Set<String> watched) {

    /**
     * Copies the set of paths.
     *
     * @param seed seed of random ops
     * @param inputGradient whether the gradient of the input is wanted
     * @param checked whether results are looked through
     * @param watched paths that stay readable
     */
    public SessionOptions {
        watched = Set.copyOf(watched);
    }

    /**
     * Seed 0, nothing else.
     *
     * @return the default options
     */
    public static SessionOptions defaults() {
        return new SessionOptions(0, false, false, Set.of());
    }

    /**
     * With another seed for random ops.
     *
     * @param newSeed the seed
     * @return changed options
     */
    public SessionOptions seed(long newSeed) {
        return new SessionOptions(newSeed, inputGradient, checked, watched);
    }

    /**
     * With the gradient of the input.
     *
     * @return changed options
     */
    public SessionOptions withInputGradient() {
        return new SessionOptions(seed, true, checked, watched);
    }

    /**
     * With a look at every result; the first NaN or infinity ends the step with a {@link NonFiniteException}.
     *
     * @return changed options
     */
    public SessionOptions withChecks() {
        return new SessionOptions(seed, inputGradient, true, watched);
    }

    /**
     * With inner values that stay readable.
     *
     * @param paths paths of nodes
     * @return changed options
     */
    public SessionOptions watch(String... paths) {
        Set<String> more = new TreeSet<>(watched);
        more.addAll(Set.of(paths));
        return new SessionOptions(seed, inputGradient, checked, more);
    }
}
