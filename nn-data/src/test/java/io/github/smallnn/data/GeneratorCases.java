package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;
import java.util.OptionalDouble;

/** The generators of golden/datasets.json, with scikit-learn's arguments. */
final class GeneratorCases {
    private GeneratorCases() {}

    /** Runs a case if it is a generator's. */
    static boolean run(GoldenCase c) {
        GoldenValue args = c.get("args");
        GoldenValue want = c.get("result");
        switch (c.get("fn").asText()) {
            case "make_regression" -> regression(args, want);
            case "make_low_rank_matrix" -> lowRankMatrix(args, want);
            case "make_classification" -> classified(classification(args), want);
            case "make_moons" -> classified(moons(args), want);
            case "make_circles" -> classified(circles(args), want);
            case "make_blobs" -> blobs(args, want);
            case "make_friedman1" -> friedman(MakeFriedman.friedman1(), args, want);
            case "make_friedman2" -> friedman(MakeFriedman.friedman2(), args, want);
            case "make_friedman3" -> friedman(MakeFriedman.friedman3(), args, want);
            case "make_swiss_roll" -> onCurve(swissRoll(args), want);
            case "make_s_curve" -> onCurve(sCurve(args), want);
            case "sample_without_replacement" -> sample(args, want);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void regression(GoldenValue args, GoldenValue want) {
        Regression made = MakeRegressionArgs.read(args).generate();
        if (args.has("effective_rank")) {
            Checks.close(made.x(), want.get("X"));
        } else {
            Checks.normals(made.x(), want.get("X"));
        }
        Checks.close(made.y(), want.get("y"));
        Checks.exact(made.coef(), want.get("coef"));
    }

    private static void lowRankMatrix(GoldenValue args, GoldenValue want) {
        Checks.close(
                MakeLowRankMatrix.defaults()
                        .size(
                                args.get("n_samples").asInt(),
                                args.get("n_features").asInt())
                        .effectiveRank(args.get("effective_rank").asInt())
                        .tailStrength(args.get("tail_strength").asDouble())
                        .seed(args.get("random_state").asLong())
                        .generate(),
                want.get("X"));
    }

    private static void classified(Dataset made, GoldenValue want) {
        Checks.close(made.inputs(), want.get("X"));
        Checks.labels(made.targets(), want.get("y"));
    }

    private static void onCurve(Dataset made, GoldenValue want) {
        Checks.close(made.inputs(), want.get("X"));
        Checks.close(made.targets(), want.get("t"));
    }

    private static Dataset classification(GoldenValue args) {
        MakeClassification m = MakeClassification.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.asInt());
                case "n_features" -> m.features(v.asInt());
                case "n_informative" -> m.informative(v.asInt());
                case "n_redundant" -> m.redundant(v.asInt());
                case "n_repeated" -> m.repeated(v.asInt());
                case "n_classes" -> m.classes(v.asInt());
                case "n_clusters_per_class" -> m.clustersPerClass(v.asInt());
                case "weights" -> m.weights(v.array().doubles());
                case "flip_y" -> m.flip(v.asDouble());
                case "class_sep" -> m.separation(v.asDouble());
                case "hypercube" -> m.hypercube(v.asBoolean());
                case "shift" -> m.shift(optional(v));
                case "scale" -> m.scale(optional(v));
                case "shuffle" -> m.shuffle(v.asBoolean());
                case "random_state" -> m.seed(v.asLong());
                default -> throw unknown(args, name);
            };
        }
        return m.generate();
    }

    private static OptionalDouble optional(GoldenValue v) {
        return v.isNull() ? OptionalDouble.empty() : OptionalDouble.of(v.asDouble());
    }

    private static Dataset moons(GoldenValue args) {
        MakeMoons m = MakeMoons.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" ->
                    v.isList() ? m.samples(v.array().ints()[0], v.array().ints()[1]) : m.samples(v.asInt());
                case "noise" -> m.noise(v.asDouble());
                case "shuffle" -> m.shuffle(v.asBoolean());
                case "random_state" -> m.seed(v.asLong());
                default -> throw unknown(args, name);
            };
        }
        return m.generate();
    }

    private static Dataset circles(GoldenValue args) {
        MakeCircles m = MakeCircles.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.asInt());
                case "noise" -> m.noise(v.asDouble());
                case "factor" -> m.factor(v.asDouble());
                case "shuffle" -> m.shuffle(v.asBoolean());
                case "random_state" -> m.seed(v.asLong());
                default -> throw unknown(args, name);
            };
        }
        return m.generate();
    }

    private static void blobs(GoldenValue args, GoldenValue want) {
        MakeBlobs m = MakeBlobs.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.array().ints());
                case "n_features" -> m.features(v.asInt());
                case "centers" -> v.isList() ? m.centersAt(v.array().doubleRows()) : m.centers(v.asInt());
                case "cluster_std" -> m.deviation(v.array().doubles());
                case "center_box" -> m.box(v.array().doubles()[0], v.array().doubles()[1]);
                case "shuffle" -> m.shuffle(v.asBoolean());
                case "random_state" -> m.seed(v.asLong());
                case "return_centers" -> m; // always returned here
                default -> throw unknown(args, name);
            };
        }
        Blobs made = m.generate();
        Checks.normals(made.data().inputs(), want.get("X"));
        Checks.labels(made.data().targets(), want.get("y"));
        Checks.exact(made.centers(), want.get("centers"));
    }

    private static void friedman(MakeFriedman problem, GoldenValue args, GoldenValue want) {
        MakeFriedman m = problem;
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.asInt());
                case "n_features" -> m.features(v.asInt());
                case "noise" -> m.noise(v.asDouble());
                case "random_state" -> m.seed(v.asLong());
                default -> throw unknown(args, name);
            };
        }
        Dataset made = m.generate();
        if (m.problem() == 1) {
            Checks.exact(made.inputs(), want.get("X"));
        } else {
            Checks.close(made.inputs(), want.get("X"));
        }
        Checks.close(made.targets(), want.get("y"));
    }

    private static Dataset swissRoll(GoldenValue args) {
        MakeSwissRoll m = MakeSwissRoll.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.asInt());
                case "noise" -> m.noise(v.asDouble());
                case "hole" -> m.hole(v.asBoolean());
                case "random_state" -> m.seed(v.asLong());
                default -> throw unknown(args, name);
            };
        }
        return m.generate();
    }

    private static Dataset sCurve(GoldenValue args) {
        MakeSCurve m = MakeSCurve.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            m = switch (name) {
                case "n_samples" -> m.samples(v.asInt());
                case "noise" -> m.noise(v.asDouble());
                case "random_state" -> m.seed(v.asLong());
                default -> throw unknown(args, name);
            };
        }
        return m.generate();
    }

    private static void sample(GoldenValue args, GoldenValue want) {
        int[] drawn = SampleWithoutReplacement.draw(
                args.get("n_population").asInt(),
                args.get("n_samples").asInt(),
                new RandomState(args.get("random_state").asLong()));
        Checks.rows(drawn, want.get("indices"));
    }

    private static IllegalArgumentException unknown(GoldenValue args, String name) {
        return new IllegalArgumentException(args.place() + ": unknown argument " + name);
    }
}
