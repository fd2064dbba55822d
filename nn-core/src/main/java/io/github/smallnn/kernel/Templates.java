package io.github.smallnn.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Templates: ordinary classes whose sizes and arrays are static finals taken from class data. A hidden copy of one is made
 * for a single purpose, and to the compiler all of them are constants there. Stateless, any thread.
 */
public final class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    private Templates() {}

    /**
     * An instance of a hidden copy of a class with data of its own, for callers that have another way to the same bits.
     * The copy lives as long as the instance.
     *
     * @param owner lookup of a class beside the template
     * @param template simple name of the template, which has a constructor without parameters
     * @param data what its static initialiser finds by {@link #data}
     * @param type what the instance is wanted as
     * @param purpose what it is for, as the log names it
     * @param <T> the same as {@code type}
     * @return the instance, or null if the virtual machine refuses it; the reason is logged at level INFO
     */
    public static <T> T instanceOrNull(
            MethodHandles.Lookup owner, String template, Object data, Class<T> type, String purpose) {
        try {
            return type.cast(instance(owner, read(owner.lookupClass(), template), data));
        } catch (RuntimeException | LinkageError e) {
            LOG.info("no class of its own for {}: {}", purpose, e.toString());
            return null;
        }
    }

    /** An instance of a hidden copy of the class in the bytes of a class file. */
    // By the copy's own lookup: neither it nor its constructor need be visible from here.
    static Object instance(MethodHandles.Lookup owner, byte[] template, Object data) {
        try {
            MethodHandles.Lookup copy = owner.defineHiddenClassWithClassData(template, data, true);
            return copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("no copy of a template could be made", e);
        }
    }

    /**
     * What a copy was made for; called by its static initialiser.
     *
     * @param copy lookup of the copy
     * @param type type of the data
     * @param <T> the same
     * @return the data
     * @throws IllegalStateException if the copy may not look at it
     * @throws ClassCastException if the data is of another type
     */
    public static <T> T data(MethodHandles.Lookup copy, Class<T> type) {
        try {
            return MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a template may look at its own class data", e);
        }
    }

    /** The class file of a template beside another class. */
    static byte[] read(Class<?> beside, String template) {
        String file = template + ".class";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the class file " + file + " is not where its package is");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the class file " + file + " cannot be read", e);
        }
    }
}
