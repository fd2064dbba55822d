package io.github.smallnn.data;

import io.github.smallnn.random.RandomSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Different whole numbers below a bound, those of scikit-learn's {@code sample_without_replacement} with its default
 * method: the head of a permutation for shares of the population between 1 % and 99 %, draws repeated until new below,
 * and reservoir sampling above. Their order is random with the first two methods only.
 */
public final class SampleWithoutReplacement {
    private static final double FEW = 0.01;
    private static final double NEARLY_ALL = 0.99;

    private SampleWithoutReplacement() {}

    /**
     * Draws numbers from 0 to population - 1, none twice.
     *
     * @param population how many numbers there are, 0 or more
     * @param samples how many to draw, 0 to population
     * @param random where to draw from; advanced
     * @return a new array
     * @throws IllegalArgumentException if a number is out of its range, naming it
     */
    public static int[] draw(int population, int samples, RandomSource random) {
        Sizes.atLeast("population", 0, population);
        if (samples < 0 || samples > population) {
            throw new IllegalArgumentException(
                    "samples must be between 0 and the population " + population + ", got " + samples);
        }
        double share = population == 0 ? 1 : samples / (double) population;
        if (share > FEW && share < NEARLY_ALL) {
            return Arrays.copyOf(random.permutation(population), samples);
        }
        return share <= FEW ? untilNew(population, samples, random) : reservoir(population, samples, random);
    }

    private static int[] untilNew(int population, int samples, RandomSource random) {
        Set<Integer> drawn = new HashSet<>();
        int[] chosen = new int[samples];
        for (int i = 0; i < samples; i++) {
            do {
                chosen[i] = (int) random.integers(0, population);
            } while (!drawn.add(chosen[i]));
        }
        return chosen;
    }

    private static int[] reservoir(int population, int samples, RandomSource random) {
        int[] chosen = new int[samples];
        Arrays.setAll(chosen, i -> i);
        for (int i = samples; i < population; i++) {
            int place = (int) random.integers(0, i + 1L);
            if (place < samples) {
                chosen[place] = i;
            }
        }
        return chosen;
    }
}
