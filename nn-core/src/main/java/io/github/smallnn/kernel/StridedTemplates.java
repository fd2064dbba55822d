package io.github.smallnn.kernel;

import java.lang.invoke.MethodHandles;

/** Makes loops over rows of one length. Where the virtual machine refuses hidden classes there are none. Any thread. */
final class StridedTemplates {
    private StridedTemplates() {}

    /** Loops in double, or null if they cannot be made. */
    static DoubleStrided forDouble(int length) {
        return make("DoubleStridedTemplate", length, DoubleStrided.class);
    }

    /** Loops in float, or null if they cannot be made. */
    static FloatStrided forFloat(int length) {
        return make("FloatStridedTemplate", length, FloatStrided.class);
    }

    private static <T> T make(String template, int length, Class<T> type) {
        return Templates.instanceOrNull(
                MethodHandles.lookup(), template, length, type, "products with rows of " + length + " elements");
    }
}
