package io.github.smallnn.examples;

import io.github.smallnn.data.MakeRegression;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options of scikit-learn's {@code make_regression}, with its names and defaults. */
final class RegressionData {
    @Option(names = "--samples", paramLabel = "N", defaultValue = "100", description = "Rows (${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--features", paramLabel = "N", defaultValue = "100", description = "Columns (${DEFAULT-VALUE}).")
    private int features;

    @Option(
            names = "--informative",
            paramLabel = "N",
            defaultValue = "10",
            description = "Columns that the targets depend on; more than there are means all (${DEFAULT-VALUE}).")
    private int informative;

    @Option(names = "--targets", paramLabel = "N", defaultValue = "1", description = "Targets (${DEFAULT-VALUE}).")
    private int targets;

    @Option(
            names = "--bias",
            paramLabel = "X",
            defaultValue = "0",
            description = "Constant in every target (${DEFAULT-VALUE}).")
    private double bias;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            defaultValue = "0",
            description = "Standard deviation of the noise on the targets (${DEFAULT-VALUE}).")
    private double noise;

    @Option(
            names = "--effective-rank",
            paramLabel = "N",
            description = "Approximate rank of the inputs; without it the columns are independent.")
    private Integer effectiveRank;

    @Option(
            names = "--tail-strength",
            paramLabel = "X",
            defaultValue = "0.5",
            description = "With an effective rank: weight of the tail of singular values, 0 to 1 (${DEFAULT-VALUE}).")
    private double tailStrength;

    @Option(names = "--no-shuffle", description = "Keep rows and columns in order, informative columns first.")
    private boolean noShuffle;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the data, of the network's first weights and of the order of its batches"
                    + " (${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }

    MakeRegression problem() {
        OptionalInt rank = effectiveRank == null ? OptionalInt.empty() : OptionalInt.of(effectiveRank);
        return new MakeRegression(
                samples, features, informative, targets, bias, rank, tailStrength, noise, !noShuffle, seed);
    }
}
