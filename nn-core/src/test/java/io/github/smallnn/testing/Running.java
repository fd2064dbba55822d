package io.github.smallnn.testing;

import io.github.smallnn.kernel.Backends;
import io.github.smallnn.kernel.Gemms;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests run on, for the lines that say how many cases ran. */
public final class Running {
    private static final Pattern WIDTH = Pattern.compile("\\d+-bit vectors");
    private static final int LARGE = 256;

    private Running() {}

    /**
     * Java version, the kernels of tiny and of large products, and the width of the vectors if there are any.
     *
     * @return a text such as {@code Java 17.0.15, direct and vector products, 512-bit vectors}
     */
    public static String on() {
        String tiny = Gemms.select(1, 1, 1).name();
        String large = Gemms.select(LARGE, LARGE, LARGE).name();
        String products = tiny.equals(large) ? large : tiny + " and " + large;
        Matcher width = WIDTH.matcher(Backends.report());
        return "Java " + System.getProperty("java.version") + ", " + products + " products"
                + (width.find() ? ", " + width.group() : "");
    }
}
