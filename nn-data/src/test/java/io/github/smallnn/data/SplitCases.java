package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.split.KFold;
import io.github.smallnn.split.RepeatedKFold;
import io.github.smallnn.split.ShuffleSplit;
import io.github.smallnn.split.Size;
import io.github.smallnn.split.SplitRows;
import io.github.smallnn.split.Splitter;
import io.github.smallnn.split.StratifiedKFold;
import io.github.smallnn.split.StratifiedShuffleSplit;
import io.github.smallnn.split.TrainTestSplit;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;
import java.util.List;
import java.util.Set;

/** The splits of golden/datasets.json, with scikit-learn's arguments. */
final class SplitCases {
    private SplitCases() {}

    /** Runs a case if it is a split's. */
    static boolean run(GoldenCase c) {
        GoldenValue args = c.get("args");
        String fn = c.get("fn").asText();
        if (fn.equals("train_test_split")) {
            check(trainTest(args), c.get("result"));
            return true;
        }
        if (!Set.of("KFold", "StratifiedKFold", "ShuffleSplit", "StratifiedShuffleSplit", "RepeatedKFold")
                .contains(fn)) {
            return false;
        }
        List<SplitRows> made = splitter(fn, args).rows(data(args));
        List<GoldenValue> folds = c.get("result").get("folds").items();
        assertThat(made).as(c.id()).hasSameSizeAs(folds);
        for (int i = 0; i < folds.size(); i++) {
            check(made.get(i), folds.get(i));
        }
        return true;
    }

    private static void check(SplitRows made, GoldenValue want) {
        Checks.rows(made.train(), want.get("train"));
        Checks.rows(made.test(), want.get("test"));
    }

    private static Dataset data(GoldenValue args) {
        int n = args.get("n").asInt();
        Tensor y = Tensor.zeros(Precision.DOUBLE, n, 1);
        if (args.has("y")) {
            y = Tensor.column(args.get("y").array().doubles());
        }
        return new Dataset(Tensor.zeros(Precision.DOUBLE, n, 1), y);
    }

    private static Splitter splitter(String fn, GoldenValue args) {
        int n = args.get("n_splits").asInt();
        boolean shuffle = args.has("shuffle") && args.get("shuffle").asBoolean();
        long seed = args.has("random_state") ? args.get("random_state").asLong() : 0;
        return switch (fn) {
            case "KFold" -> KFold.defaults().folds(n).shuffle(shuffle).seed(seed);
            case "StratifiedKFold" ->
                StratifiedKFold.defaults().folds(n).shuffle(shuffle).seed(seed);
            case "RepeatedKFold" ->
                RepeatedKFold.defaults()
                        .folds(n)
                        .repeats(args.get("n_repeats").asInt())
                        .seed(seed);
            case "ShuffleSplit" ->
                ShuffleSplit.defaults()
                        .splits(n)
                        .test(size(args.get("test_size")))
                        .seed(seed);
            default ->
                StratifiedShuffleSplit.defaults()
                        .splits(n)
                        .test(size(args.get("test_size")))
                        .seed(seed);
        };
    }

    private static Size size(GoldenValue v) {
        return v.node().isInt() ? new Size.Count(v.asInt()) : new Size.Fraction(v.asDouble());
    }

    private static SplitRows trainTest(GoldenValue args) {
        TrainTestSplit split = TrainTestSplit.defaults();
        for (String name : args.names()) {
            GoldenValue v = args.get(name);
            split = switch (name) {
                case "test_size" -> v.node().isInt() ? split.testCount(v.asInt()) : split.testFraction(v.asDouble());
                case "train_size" -> v.node().isInt() ? split.trainCount(v.asInt()) : split.trainFraction(v.asDouble());
                case "shuffle" -> split.shuffle(v.asBoolean());
                case "random_state" -> split.seed(v.asLong());
                case "n", "stratify" -> split; // read below
                default -> throw new IllegalArgumentException(args.place() + ": unknown argument " + name);
            };
        }
        return args.has("stratify")
                ? split.rowsStratified(args.get("stratify").array().ints())
                : split.rows(args.get("n").asInt());
    }
}
