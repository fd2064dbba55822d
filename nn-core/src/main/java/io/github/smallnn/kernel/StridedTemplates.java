package io.github.smallnn.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes loops over rows of one length. Where the virtual machine refuses hidden classes there are none, and the reason is
 * logged. Any thread.
 */
final class StridedTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(StridedTemplates.class);

    private StridedTemplates() {}

    /** Loops in double, or null if they cannot be made. */
    static DoubleStrided forDouble(int length) {
        return make("DoubleStridedTemplate", length, DoubleStrided.class);
    }

    /** Loops in float, or null if they cannot be made. */
    static FloatStrided forFloat(int length) {
        return make("FloatStridedTemplate", length, FloatStrided.class);
    }

    // Whatever goes wrong is no reason to stop: the ordinary loops give the same bits.
    private static <T> T make(String template, int length, Class<T> type) {
        try {
            return type.cast(ChainTemplates.copy(ChainTemplates.read(template), length));
        } catch (RuntimeException | LinkageError e) {
            LOG.info("no loops of their own for products with rows of {} elements: {}", length, e.toString());
            return null;
        }
    }
}
