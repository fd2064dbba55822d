package io.github.smallnn.testing;

import java.util.Arrays;

/** Comparisons with golden figures; a failure names the place, the index and both values. */
public final class GoldenAssert {
    private GoldenAssert() {}

    /**
     * Checks {@code |got - want| <= atol + rtol * |want|} for every value; NaN equals NaN, an infinity only itself.
     *
     * @param place file, case id and path, such as {@link GoldenValue#place()}
     * @param got the values under test, not modified
     * @param want the golden values, not modified
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @throws AssertionError if the lengths differ or a value is too far off
     */
    public static void assertClose(String place, double[] got, double[] want, double rtol, double atol) {
        sameLength(place, got.length, want.length);
        for (int i = 0; i < want.length; i++) {
            if (!close(got[i], want[i], rtol, atol)) {
                throw new AssertionError(place + " at index " + i + " of " + want.length + ": got " + got[i]
                        + ", want " + want[i] + ", off by " + Math.abs(got[i] - want[i]) + ", allowed "
                        + (atol + rtol * Math.abs(want[i])));
            }
        }
    }

    /**
     * Checks one value as {@link #assertClose(String, double[], double[], double, double)} does.
     *
     * @param place file, case id and path
     * @param got the value under test
     * @param want the golden value
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @throws AssertionError if the value is too far off
     */
    public static void assertClose(String place, double got, double want, double rtol, double atol) {
        assertClose(place, new double[] {got}, new double[] {want}, rtol, atol);
    }

    /**
     * Checks that every value is at most so many units in the last place of the golden value away.
     *
     * @param place file, case id and path
     * @param got the values under test, not modified
     * @param want the golden values, not modified
     * @param ulps the number of units allowed; 0 asks for equal values, where the sign of a zero means nothing
     * @throws AssertionError if the lengths differ or a value is too far off
     */
    public static void assertUlps(String place, double[] got, double[] want, int ulps) {
        sameLength(place, got.length, want.length);
        for (int i = 0; i < want.length; i++) {
            if (!close(got[i], want[i], 0, ulps * Math.ulp(want[i]))) {
                throw new AssertionError(place + " at index " + i + " of " + want.length + ": got " + got[i]
                        + ", want " + want[i] + ", off by " + Math.abs(got[i] - want[i]) / Math.ulp(want[i])
                        + " ulp, allowed " + ulps);
            }
        }
    }

    /**
     * Checks that whole numbers are equal.
     *
     * @param place file, case id and path
     * @param got the values under test, not modified
     * @param want the golden values, not modified
     * @throws AssertionError if the lengths or values differ
     */
    public static void assertEqual(String place, long[] got, long[] want) {
        sameLength(place, got.length, want.length);
        int at = Arrays.mismatch(got, want);
        if (at >= 0) {
            throw new AssertionError(
                    place + " at index " + at + " of " + want.length + ": got " + got[at] + ", want " + want[at]);
        }
    }

    private static boolean close(double got, double want, double rtol, double atol) {
        if (Double.isNaN(want) || Double.isInfinite(want)) {
            return Double.compare(got, want) == 0;
        }
        return Math.abs(got - want) <= atol + rtol * Math.abs(want);
    }

    private static void sameLength(String place, int got, int want) {
        if (got != want) {
            throw new AssertionError(place + ": got " + got + " values, want " + want);
        }
    }
}
