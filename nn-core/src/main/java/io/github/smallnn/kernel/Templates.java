package io.github.smallnn.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * Templates: ordinary classes whose sizes and arrays are static finals taken from class data. A hidden copy of one is made
 * for a single purpose, and to the compiler all of them are constants there. Stateless, any thread.
 */
public final class Templates {
    private Templates() {}

    /**
     * A hidden copy of a class, with data of its own. It lives as long as its instances.
     *
     * @param owner lookup of a class beside the template
     * @param template simple name of the template
     * @param data what its static initialiser finds by {@link #data}
     * @return the copy, initialised
     * @throws IllegalStateException if the class file is missing or the copy is not allowed
     */
    public static Class<?> copy(MethodHandles.Lookup owner, String template, Object data) {
        return copy(owner, read(owner.lookupClass(), template), data);
    }

    /** As above, of the bytes of a class file. */
    static Class<?> copy(MethodHandles.Lookup owner, byte[] template, Object data) {
        try {
            return owner.defineHiddenClassWithClassData(template, data, true).lookupClass();
        } catch (IllegalAccessException e) {
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
