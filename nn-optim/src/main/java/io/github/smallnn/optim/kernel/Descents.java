package io.github.smallnn.optim.kernel;

import io.github.smallnn.kernel.Templates;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a {@link Descent} of a few small parameters, each a class of its own with its arrays as constants, so that a step
 * is straight code. Where the Java virtual machine refuses such classes there are none, and the reason is logged at level
 * INFO. docs/adr/0007 has the figures. Any thread.
 */
public final class Descents {
    private static final Logger LOG = LoggerFactory.getLogger(Descents.class);

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

    // Whatever goes wrong is no reason to stop: the updates give the same bits, tensor by tensor.
    private static Descent make(double decay, List<Tensor> w, List<Tensor> g) {
        try {
            Descent descent = null;
            for (int i = w.size() - 1; i >= 0; i--) {
                descent = link(new DescentLink(decay, w.get(i), g.get(i), descent));
            }
            return descent;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.info("no class of its own for the update of {} small parameters: {}", w.size(), e.toString());
            return null;
        }
    }

    private static Descent link(DescentLink of) throws ReflectiveOperationException {
        String template = of.w().precision() == Precision.DOUBLE ? "DoubleDescent" : "FloatDescent";
        return (Descent) Templates.copy(MethodHandles.lookup(), template, of)
                .getDeclaredConstructor()
                .newInstance();
    }
}
