package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the links of a {@link Chain}, each a class of its own with the sizes and arrays of one layer as constants, so that
 * the compiler unrolls its loops and leaves out what the layer does not have. A class lives as long as its link.
 *
 * <p>Where the Java virtual machine refuses such classes, or the kernel of all products is forced, there are no chains; the
 * reason is logged once, at level INFO.
 * Any thread.
 */
public final class Chains {

    /** Largest width of a layer, on either side. */
    public static final int WIDEST = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Chains.class);
    private static final ChainTemplates TEMPLATES = Gemms.NAME == null
            ? ChainTemplates.find()
            : new ChainTemplates(null, "system property " + Gemms.PROPERTY + " forces the kernel of all products");

    static {
        if (TEMPLATES.obstacle() != null) {
            LOG.info("tiny networks are trained op by op, not by a kernel of their own: {}", TEMPLATES.obstacle());
        }
    }

    private Chains() {}

    /**
     * Whether this Java virtual machine lets chains be made.
     *
     * @return false if {@link #dense} and {@link #pairwise} must not be called
     */
    public static boolean available() {
        return TEMPLATES.obstacle() == null;
    }

    /**
     * A dense layer as a link.
     *
     * @param link the layer: every tensor but a moving input whole, from the start of its array on, and at most
     *     {@link #WIDEST} columns and rows of the weight
     * @return the link and those behind it
     * @throws IllegalStateException if chains are not {@link #available()}
     */
    public static Chain dense(DenseLink link) {
        return TEMPLATES.dense(link);
    }

    /**
     * An element-wise loss as the last link.
     *
     * @param link the loss: every tensor but the target whole, from the start of its array on
     * @return the link
     * @throws IllegalStateException if chains are not {@link #available()}
     */
    public static Chain pairwise(PairwiseLink link) {
        return TEMPLATES.pairwise(link);
    }

    /**
     * Whether a tensor is all of its array, as a link takes it for granted.
     *
     * @param t a tensor
     * @return true if its rows lie back to back from the array's first element to its last
     */
    public static boolean isWholeArray(Tensor t) {
        int length = t instanceof DoubleTensor d ? d.data().length : ((FloatTensor) t).data().length;
        return t.offset() == 0 && t.stride() == t.cols() && length == t.rows() * t.cols();
    }
}
