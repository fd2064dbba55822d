package io.github.smallnn.optim.kernel;

import io.github.smallnn.kernel.Templates;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Makes a {@link Descent} of a few small parameters, each a class of its own with its arrays as constants, so that a step
 * is straight code. Where the Java virtual machine refuses such classes there are none. docs/adr/0007 has the figures.
 * Any thread.
 */
public final class Descents {
    /** Parameters up to which calling each by a link of its own was measured. */
    private static final int MOST_PARAMETERS = 8;
    /** Elements of a parameter up to which the cost of a call is felt. */
    private static final int MOST_ELEMENTS = 256;

    private Descents() {}

    /**
     * The descent of some parameters.
     *
     * @param decay coupled decay
     * @param w the parameters, whole tensors of one precision, as those of a parameter set are. Modified by each run.
     * @param g their gradients, whole tensors in the same order
     * @return the descent, or null if there are too many of them, they are too large, or no class can be made for them
     */
    public static Descent of(double decay, List<Tensor> w, List<Tensor> g) {
        return suit(w) ? make(decay, w, g) : null;
    }

    private static boolean suit(List<Tensor> w) {
        return !w.isEmpty()
                && w.size() <= MOST_PARAMETERS
                && w.stream().allMatch(t -> t.rows() * t.cols() <= MOST_ELEMENTS);
    }

    private static Descent make(double decay, List<Tensor> w, List<Tensor> g) {
        Descent descent = null;
        for (int i = w.size() - 1; i >= 0; i--) {
            descent = link(new DescentLink(decay, w.get(i), g.get(i), descent));
            if (descent == null) {
                return null;
            }
        }
        return descent;
    }

    private static Descent link(DescentLink of) {
        String template = of.w().precision() == Precision.DOUBLE ? "DoubleDescent" : "FloatDescent";
        String purpose = "the update of " + of.w().rows() + " x " + of.w().cols() + " parameters";
        return Templates.instanceOrNull(MethodHandles.lookup(), template, of, Descent.class, purpose);
    }
}
