package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.testing.GoldenAssert;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionExampleTest {
    private static final List<String> NAMES = List.of(
            "X", "y", "coef", "ols.coef", "ols.intercept", "ols.r2", "ols.rmse", "nn.rmse", "nn.loss_per_epoch");
    private static final List<String> NAMES_WITH_HEAD = Stream.concat(
                    NAMES.stream(), Stream.of("oracle.head.loss", "oracle.head.solved_loss"))
            .toList();
    private static final String LINEAR = "--features 3 --noise 20 --layers 1 --epochs 10 --batch all ";

    /** Whatever scikit-learn accepts, with the shapes it gives; {@code ()} is a number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --samples 100                                    | [100, 100] | [100]   | [100]   | [100]   | []
            --features 3 --informative 0                     | [100, 3]   | [100]   | [3]     | [3]     | []
            --features 3 --informative 200                   | [100, 3]   | [100]   | [3]     | [3]     | []
            --features 1                                     | [100, 1]   | [100]   | []      | [1]     | []
            --features 1 --targets 2                         | [100, 1]   | [100, 2]| [2]     | [2, 1]  | [2]
            --samples 10 --features 30 --noise 3             | [10, 30]   | [10]    | [30]    | [30]    | []
            --samples 1 --features 2                         | [1, 2]     | [1]     | [2]     | [2]     | []
            --samples 20 --features 8 --targets 3 --bias -7  | [20, 8]    | [20, 3] | [8, 3]  | [3, 8]  | [3]
            --samples 30 --features 8 --effective-rank 3     | [30, 8]    | [30]    | [8]     | [8]     | []
            --features 4 --effective-rank 9 --tail-strength 0| [100, 4]   | [100]   | [4]     | [4]     | []
            --features 4 --no-shuffle --seed 4294967295      | [100, 4]   | [100]   | [4]     | [4]     | []
            """)
    void acceptsAndShapes(String options, String x, String y, String coef, String olsCoef, String intercept)
            throws Exception {
        GoldenValue figures = run(options + " --epochs 2");
        assertThat(figures.names()).containsExactlyElementsOf(NAMES_WITH_HEAD);
        assertShape(figures, "X", x);
        assertShape(figures, "y", y);
        assertShape(figures, "coef", coef);
        assertShape(figures, "ols.coef", olsCoef);
        assertShape(figures, "ols.intercept", intercept);
        assertShape(figures, "nn.loss_per_epoch", "[2]");
        assertThat(figures.get("nn.rmse").asDouble()).isFinite();
        assertThat(Run.of(("regression --epochs 2 " + options).split(" ")).status())
                .isZero();
    }

    private static void assertShape(GoldenValue figures, String name, String shape) {
        assertThat(figures.get(name).array().shape().toString()).as(name).isEqualTo(shape.strip());
    }

    private static GoldenValue run(String options) throws Exception {
        return Run.json(("regression --json " + options).split(" +"));
    }

    @Test
    void targetsFollowFromInputsAndClosedFormFindsTheCoefficients() throws Exception {
        GoldenValue figures = run("--samples 40 --features 6 --informative 3 --bias 11 --epochs 1");
        double[][] x = figures.get("X").array().doubleRows();
        double[] coef = figures.get("coef").array().doubles();
        double[] y = new double[x.length];
        for (int r = 0; r < y.length; r++) {
            y[r] = 11;
            for (int c = 0; c < coef.length; c++) {
                y[r] += x[r][c] * coef[c];
            }
        }
        GoldenAssert.assertClose("y", figures.get("y").array().doubles(), y, 0, 1e-11);
        GoldenAssert.assertClose("coef", figures.get("ols.coef").array().doubles(), coef, 0, 1e-11);
        assertThat(figures.get("ols.intercept").asDouble()).isCloseTo(11, within(1e-11));
        assertThat(figures.get("ols.r2").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(coef).filter(c -> c != 0).count()).isEqualTo(3);
    }

    @Test
    void linearNetworkMeetsTheClosedForm() throws Exception {
        GoldenValue figures =
                run("--features 2 --noise 100 --seed 42 --layers 1 --optimizer gd --rate 0.3 --batch all --epochs 200");
        assertThat(figures.get("nn.rmse").asDouble())
                .isCloseTo(figures.get("ols.rmse").asDouble(), within(1e-8));
        double[] losses = figures.get("nn.loss_per_epoch").array().doubles();
        assertThat(losses[199]).isLessThan(losses[0]);
    }

    @ParameterizedTest
    @CsvSource({"sgd", "gd", "momentum", "nesterov", "adam", "amsgrad"})
    void everyOptimizerLearnsAtItsDefaultRate(String optimizer) throws Exception {
        GoldenValue figures = run("--samples 50 --features 5 --optimizer " + optimizer);
        double[] losses = figures.get("nn.loss_per_epoch").array().doubles();
        assertThat(losses[99]).isLessThan(losses[0] / 2);
        assertThat(figures.get("nn.rmse").asDouble()).isFinite();
    }

    @Test
    void divergedNetworkLeavesTheObjectWhole() throws Exception {
        String[] args = "regression --optimizer sgd --rate 1 --epochs 50 --json".split(" ");
        GoldenValue figures = Run.json(args);
        assertThat(figures.names()).containsExactlyElementsOf(NAMES);
        assertThat(figures.get("nn.rmse").isNull()).isTrue();
        List<GoldenValue> losses = figures.get("nn.loss_per_epoch").items();
        assertThat(losses).hasSize(50);
        assertThat(losses.get(49).isNull()).isTrue();
        assertThat(figures.get("ols.r2").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(Run.of(args).err()).contains("training diverged in epoch").contains("Lower the learning rate");
    }

    @Test
    void theOracleJudgesALinearNetwork() throws Exception {
        GoldenValue figures = run(LINEAR + "--optimizer gd --rate 0.01");
        double rmse = figures.get("nn.rmse").asDouble();
        double best = figures.get("ols.rmse").asDouble();
        assertThat(figures.get("oracle.loss").asDouble()).isCloseTo(rmse * rmse, within(1e-9));
        assertThat(figures.get("oracle.optimal_loss").asDouble()).isCloseTo(best * best, within(1e-9));
        assertThat(figures.get("oracle.loss_gap").asDouble()).isCloseTo(rmse * rmse - best * best, within(1e-9));
        assertThat(figures.get("oracle.cause").asText()).isEqualTo("TOO_FEW_STEPS");
        assertThat(figures.get("oracle.limit").asText()).contains("Too few steps so far");
        String rate = Double.toString(figures.get("oracle.best_rate").asDouble());
        GoldenValue again = run(LINEAR.replace("epochs 10", "epochs 100") + "--optimizer gd --rate " + rate);
        assertThat(again.get("oracle.cause").asText()).isEqualTo("CONVERGED");
    }

    @Test
    void theOracleSaysNothingOfTheRateOfOtherRules() throws Exception {
        GoldenValue figures = run(LINEAR + "--optimizer adam");
        assertThat(figures.has("oracle.loss_gap")).isTrue();
        assertThat(figures.has("oracle.cause")).isFalse();
        assertThat(Run.of(("regression " + LINEAR + "--optimizer momentum").split(" "))
                        .out())
                .contains("known for plain descent alone");
    }

    @Test
    void theOracleNamesTheRateOfADivergedTraining() throws Exception {
        String options = LINEAR.replace("epochs 10", "epochs 2000") + "--optimizer gd --rate 50";
        GoldenValue figures = run(options);
        assertThat(figures.get("nn.rmse").isNull()).isTrue();
        assertThat(figures.get("oracle.cause").asText()).isEqualTo("RATE_TOO_HIGH");
        assertThat(figures.get("oracle.stable_rate").asDouble()).isLessThan(50);
        assertThat(Run.of(("regression " + options).split(" ")).out())
                .contains("of the network before its training", "above the largest stable one");
    }

    @Test
    void theHeadIsSolvedWhereTheNetworkIsNotLinear() throws Exception {
        GoldenValue figures = run("--features 3 --epochs 5 --layers 16,tanh,1");
        double rmse = figures.get("nn.rmse").asDouble();
        assertThat(figures.get("oracle.head.loss").asDouble()).isCloseTo(rmse * rmse, within(1e-9));
        assertThat(figures.get("oracle.head.solved_loss").asDouble()).isLessThan(rmse * rmse);
        assertThat(Run.of("regression --features 3 --epochs 1 --layers 1,relu".split(" "))
                        .out())
                .contains("node 'relu' (relu) is not linear", "Nor is its last layer");
    }

    @Test
    void diagnosticsAreAddedWhereAskedFor() throws Exception {
        String options = "--features 3 --noise 5 --epochs 1 --diagnostics";
        GoldenValue figures = run(options);
        double[] error = figures.get("diagnostics.standard_error").array().doubles();
        double[] t = figures.get("diagnostics.t").array().doubles();
        double[] coef = figures.get("ols.coef").array().doubles();
        assertThat(error).hasSize(4);
        for (int i = 0; i < coef.length; i++) {
            assertThat(t[i + 1]).isCloseTo(coef[i] / error[i + 1], within(1e-9));
        }
        assertThat(figures.get("diagnostics.adjusted_r2").asDouble())
                .isLessThan(figures.get("ols.r2").asDouble());
        assertThat(Run.of(("regression " + options).split(" ")).out()).contains("Durbin-Watson", "std err");
        assertThat(run("--features 3 --epochs 1").has("diagnostics.t")).isFalse();
    }

    @Test
    void sameSeedSameFigures() {
        String[] args = "regression --json --epochs 3 --layers 8,dropout,1 --seed 5".split(" ");
        assertThat(Run.of(args).out()).isEqualTo(Run.of(args).out());
        args[args.length - 1] = "6";
        assertThat(Run.of(args).out())
                .isNotEqualTo(Run.of("regression --json --epochs 3 --layers 8,dropout,1 --seed 5".split(" "))
                        .out());
    }

    @Test
    void textShowsDataClosedFormAndNetwork() {
        Run run = Run.of("regression --features 2 --epochs 3".split(" "));
        assertThat(run.out()).contains("x1", "Closed form", "R2 1.0000", "64", "epoch    3  loss", "RMSE");
        assertThat(run.err()).isEmpty();
    }
}
