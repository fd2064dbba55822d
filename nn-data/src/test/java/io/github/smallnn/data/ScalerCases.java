package io.github.smallnn.data;

import static io.github.smallnn.testing.GoldenAssert.assertClose;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.preprocessing.InvertibleTransform;
import io.github.smallnn.preprocessing.MaxAbsScaler;
import io.github.smallnn.preprocessing.MaxAbsScaling;
import io.github.smallnn.preprocessing.MinMaxScaler;
import io.github.smallnn.preprocessing.MinMaxScaling;
import io.github.smallnn.preprocessing.RobustScaler;
import io.github.smallnn.preprocessing.RobustScaling;
import io.github.smallnn.preprocessing.StandardScaler;
import io.github.smallnn.preprocessing.StandardScaling;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;

/** The scalers of golden/datasets.json, with scikit-learn's arguments. */
final class ScalerCases {
    private static final double NEAR_ZERO = 1e-13;

    private ScalerCases() {}

    /** Runs a case if it is a scaler's. */
    static boolean run(GoldenCase c) {
        GoldenValue inputs = c.get("fn").asText().endsWith("Scaler") ? c.get("inputs") : null;
        if (inputs == null) {
            return false;
        }
        DoubleTensor x = Tensors.of(inputs.get("X"));
        DoubleTensor z = Tensors.of(inputs.get("Z"));
        InvertibleTransform fitted =
                fit(c.get("fn").asText(), c.get("args"), x, Tensors.orNull(inputs, "sample_weight"));
        GoldenValue want = c.get("result");
        for (String name : want.get("fitted").names()) {
            GoldenValue figure = want.get("fitted").get(name);
            assertClose(figure.place(), figure(fitted, name), figure.array().doubles(), Checks.CLOSE, NEAR_ZERO);
        }
        check(fitted.transform(x), want.get("transform_X"));
        check(fitted.transform(z), want.get("transform_Z"));
        check(fitted.inverseTransform(fitted.transform(z)), want.get("inverse_transform_Z"));
        check(fitted.inverseTransform(z), want.get("inverse_transform_raw_Z"));
        return true;
    }

    private static void check(Tensor got, GoldenValue want) {
        assertClose(want.place(), got.toArray(), want.array().doubles(), Checks.CLOSE, NEAR_ZERO);
    }

    private static InvertibleTransform fit(String fn, GoldenValue args, Tensor x, Tensor weights) {
        return switch (fn) {
            case "StandardScaler" ->
                new StandardScaler(flag(args, "with_mean"), flag(args, "with_std")).fit(new Dataset(x, x, weights));
            case "MinMaxScaler" -> {
                double[] range = args.has("feature_range")
                        ? args.get("feature_range").array().doubles()
                        : new double[] {0, 1};
                yield new MinMaxScaler(range[0], range[1], args.has("clip")).fit(x);
            }
            case "RobustScaler" -> {
                double[] range = args.has("quantile_range")
                        ? args.get("quantile_range").array().doubles()
                        : new double[] {25, 75};
                yield new RobustScaler(flag(args, "with_centering"), true, range[0], range[1]).fit(x);
            }
            case "MaxAbsScaler" -> new MaxAbsScaler().fit(x);
            default -> throw new AssertionError(args.place() + ": no such scaler here: " + fn);
        };
    }

    private static boolean flag(GoldenValue args, String name) {
        return !args.has(name) || args.get(name).asBoolean();
    }

    private static double[] figure(InvertibleTransform fitted, String name) {
        if (fitted instanceof StandardScaling s) {
            return switch (name) {
                case "mean_" -> s.mean();
                case "var_" -> s.variance();
                default -> named(name, "scale_", s.scale());
            };
        }
        if (fitted instanceof MinMaxScaling s) {
            return switch (name) {
                case "data_min_" -> s.dataMin();
                case "data_max_" -> s.dataMax();
                case "min_" -> s.offset();
                default -> named(name, "scale_", s.scale());
            };
        }
        if (fitted instanceof RobustScaling s) {
            return name.equals("center_") ? s.center() : named(name, "scale_", s.scale());
        }
        MaxAbsScaling s = (MaxAbsScaling) fitted;
        return name.equals("max_abs_") ? s.maxAbs() : named(name, "scale_", s.scale());
    }

    private static double[] named(String name, String expected, double[] figure) {
        if (!name.equals(expected)) {
            throw new AssertionError("no such fitted figure here: " + name);
        }
        return figure;
    }
}
