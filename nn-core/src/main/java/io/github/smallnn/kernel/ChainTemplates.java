package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/**
 * The class files of the links, each an ordinary class whose sizes and arrays are static finals taken from its class
 * data. Every link gets a hidden copy of its class, in which they are constants to the compiler: one source, and code made
 * for one layer. Immutable, any thread.
 *
 * @param code reads the class file of a template
 * @param obstacle why there can be no copies, or null
 */
record ChainTemplates(Function<String, byte[]> code, String obstacle) {

    /** Looks whether this virtual machine makes copies, by making a chain of one unit and running it. */
    static ChainTemplates find() {
        return find(template -> Templates.read(ChainTemplates.class, template));
    }

    /** As {@link #find()}, with another way to the class files. */
    // Whatever goes wrong is no reason to stop: it is kept and logged, and the ops of the network give the same bits.
    static ChainTemplates find(Function<String, byte[]> code) {
        ChainTemplates tried = new ChainTemplates(code, null);
        try {
            String fault = null;
            for (Precision precision : Precision.values()) {
                fault = fault == null ? tried.selfTest(precision) : fault;
            }
            return new ChainTemplates(code, fault);
        } catch (RuntimeException | LinkageError e) {
            return new ChainTemplates(code, "making one failed: " + e);
        }
    }

    Chain dense(DenseLink link) {
        return chain(link.w().precision() == Precision.DOUBLE ? "DoubleDenseChain" : "FloatDenseChain", link);
    }

    Chain pairwise(PairwiseLink link) {
        return chain(link.y().precision() == Precision.DOUBLE ? "DoublePairwiseChain" : "FloatPairwiseChain", link);
    }

    private Chain chain(String template, Object data) {
        return (Chain) Templates.instance(MethodHandles.lookup(), code.apply(template), data);
    }

    /** y = 3 x at x = 2 with target 1: value 25, gradient 2 * 5 * 2. */
    private String selfTest(Precision precision) {
        Tensor[] t = new Tensor[7];
        for (int i = 0; i < t.length; i++) {
            t[i] = Tensor.zeros(precision, 1, 1);
        }
        t[0].set(0, 0, 2);
        t[1].set(0, 0, 3);
        t[2].set(0, 0, 1);
        Chain loss = pairwise(new PairwiseLink(Pairwise.SQUARED_ERROR, 0, t[3], t[2], t[4], t[5], 1));
        Chain chain = dense(new DenseLink(
                true, t[0], t[1], null, Unary.IDENTITY, 0, 0, t[3], t[5], t[5], t[6], null, null, 1, loss));
        double value = chain.run(1, 1);
        double gradient = t[6].get(0, 0);
        return value == 25 && gradient == 20
                ? null
                : "its self-test failed in " + precision + ": value " + value + " and gradient " + gradient
                        + " instead of 25 and 20";
    }
}
