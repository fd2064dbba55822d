package io.github.smallnn.random;

/** Indices drawn with given probabilities, by looking uniform numbers up in the cumulative sum as NumPy does. */
final class WeightedChoice {
    private static final double SUM_TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private WeightedChoice() {}

    static void check(int n, int size, boolean replace, double[] p) {
        if (p.length != n) {
            throw new IllegalArgumentException(
                    "choice needs one probability for each of the n = " + n + " items, got " + p.length);
        }
        int positive = 0;
        for (int i = 0; i < n; i++) {
            if (!(p[i] >= 0) || p[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "choice needs probabilities that are finite and not negative, got p[" + i + "] = " + p[i]);
            }
            positive += p[i] > 0 ? 1 : 0;
        }
        double sum = sum(p);
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("choice needs probabilities that sum to 1, got the sum " + sum);
        }
        if (!replace && positive < size) {
            throw new IllegalArgumentException("choice without replacement cannot draw size = " + size
                    + " different items, only " + positive + " of the " + n + " probabilities are above 0");
        }
    }

    /* Compensated, so that the check of many small probabilities does not depend on rounding. */
    private static double sum(double[] p) {
        double sum = 0;
        double lost = 0;
        for (double v : p) {
            double y = v - lost;
            double t = sum + y;
            lost = t - sum - y;
            sum = t;
        }
        return sum;
    }

    static int[] withReplacement(RandomSource random, int size, double[] p) {
        double[] cumulative = cumulative(p);
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = find(cumulative, random.uniform());
        }
        return chosen;
    }

    /*
     * Draws as many numbers as are missing, keeps the new indices in the order they came, sets their probabilities to
     * zero and repeats. A number is looked up in the sum as it was before its round.
     */
    static int[] withoutReplacement(RandomSource random, int size, double[] p) {
        double[] left = p.clone();
        int[] chosen = new int[size];
        int found = 0;
        while (found < size) {
            double[] cumulative = cumulative(left);
            for (int missing = size - found; missing > 0; missing--) {
                int index = find(cumulative, random.uniform());
                if (left[index] > 0) {
                    left[index] = 0;
                    chosen[found++] = index;
                }
            }
        }
        return chosen;
    }

    private static double[] cumulative(double[] p) {
        double[] cumulative = new double[p.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i];
            cumulative[i] = sum;
        }
        for (int i = 0; i < p.length; i++) {
            cumulative[i] /= sum;
        }
        return cumulative;
    }

    /* The first index whose cumulative probability exceeds u; there is one, as the last is 1 and u is below 1. */
    private static int find(double[] cumulative, double u) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
