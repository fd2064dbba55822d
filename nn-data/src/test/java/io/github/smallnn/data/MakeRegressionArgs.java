package io.github.smallnn.data;

import io.github.smallnn.testing.GoldenValue;

/** scikit-learn's arguments as they stand in golden files. */
public final class MakeRegressionArgs {
    private MakeRegressionArgs() {}

    /** The generator with these arguments, all others at their defaults. */
    public static MakeRegression read(GoldenValue args) {
        MakeRegression m = MakeRegression.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.asInt());
                case "n_features" -> m.features(v.asInt());
                case "n_informative" -> m.informative(v.asInt());
                case "n_targets" -> m.targets(v.asInt());
                case "bias" -> m.bias(v.asDouble());
                case "effective_rank" -> m.effectiveRank(v.asInt());
                case "tail_strength" -> m.tailStrength(v.asDouble());
                case "noise" -> m.noise(v.asDouble());
                case "shuffle" -> m.shuffle(v.asBoolean());
                case "random_state" -> m.seed(v.asLong());
                case "coef" -> m; // always returned here
                default -> throw new IllegalArgumentException(args.place() + ": unknown argument " + name);
            };
        }
        return m;
    }
}
