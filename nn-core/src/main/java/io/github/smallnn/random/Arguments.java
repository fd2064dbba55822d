package io.github.smallnn.random;

/** Checks of arguments, shared by the generators. */
final class Arguments {
    private Arguments() {}

    static int checkCount(String name, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(name + " must be zero or more, got " + n);
        }
        return n;
    }

    static void checkBounds(double low, double high) {
        if (!Double.isFinite(high - low) || low > high) {
            throw new IllegalArgumentException(
                    "uniform needs finite bounds with low <= high and a finite high - low, got low " + low
                            + " and high " + high);
        }
    }

    static void checkNormal(double mean, double sd) {
        if (!Double.isFinite(mean) || !Double.isFinite(sd) || sd < 0) {
            throw new IllegalArgumentException(
                    "normal needs a finite mean and a finite sd of zero or above, got mean " + mean + " and sd " + sd);
        }
    }

    static void checkRange(long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException(
                    "integers needs low < high (high is exclusive), got low " + low + " and high " + high);
        }
    }

    static void checkInclusiveRange(long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException(
                    "integersInclusive needs low <= high, got low " + low + " and high " + high);
        }
    }

    static void checkScale(double scale) {
        if (!(scale >= 0) || scale == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("exponential needs a finite scale of zero or above, got " + scale);
        }
    }

    static void checkChoice(int n, int size, boolean replace) {
        checkCount("n", n);
        checkCount("size", size);
        if (n == 0 && size > 0) {
            throw new IllegalArgumentException("choice cannot draw size = " + size + " items from n = 0");
        }
        if (!replace && size > n) {
            throw new IllegalArgumentException(
                    "choice without replacement cannot draw size = " + size + " items from n = " + n);
        }
    }
}
