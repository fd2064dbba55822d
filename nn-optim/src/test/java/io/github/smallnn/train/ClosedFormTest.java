package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenValue;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Training meets least squares: on the noiseless problem by single samples, on the noisy one by full batches. */
class ClosedFormTest {
    private static final Golden SEEDS = Golden.read("seeds");

    @Test
    void singleSamplesReachTheCoefficientsOfTheEasyProblem() {
        Dataset data = Dataset.of(rows("seed1/In [29]/X_easy"), column("seed1/In [29]/y_easy"));
        double[] want = column("seed1/In [33]/LinearRegression(fit_intercept=False).coef_");
        assertThat(want).containsExactly(87.73730719279553, 74.07686177542044);
        Model model =
                Model.of(2, Layers.dense(2).withoutBias().then(Layers.dense(1).withoutBias()), 42);
        ParameterSet p = model.parameters();
        double[] w = column("seed1/In [30]/w_easy");
        p.set("dense/weight", w[0], w[1], w[2], w[3]).set("dense-2/weight", w[4], w[5]);
        Trainer.of(model, Losses.mse(), Optimizers.sgd(2e-3))
                .batchSize(1)
                .inOrder()
                .epochs(20)
                .fit(data);
        for (int i = 0; i < 2; i++) {
            double product = p.get("dense/weight").get(i, 0)
                            * p.get("dense-2/weight").get(0, 0)
                    + p.get("dense/weight").get(i, 1) * p.get("dense-2/weight").get(1, 0);
            System.out.println("2-2-1 by SGD, coefficient " + i + ": " + product + ", closed form " + want[i]);
            assertThat(product).isCloseTo(want[i], within(1e-9));
        }
    }

    @Test
    void fullBatchesReachLeastSquaresOnTheNoisyProblem() {
        double[][] x = rows("seed1/In [2]/X");
        double[] y = column("seed1/In [2]/y");
        double[] want = leastSquares(x, y);
        Model model = Model.of(2, Layers.dense(1), 42);
        Dataset data = Dataset.of(x, y);
        Trainer trainer =
                Trainer.of(model, Losses.mse(), Optimizers.gd(0.4)).fullBatch().epochs(500);
        trainer.fit(data);
        double[] got = new double[3];
        model.parameters().copyTo(got);
        for (int i = 0; i < 3; i++) {
            System.out.println("line by gradient descent, parameter " + i + ": " + got[i] + ", closed form " + want[i]);
            assertThat(got[i]).isCloseTo(want[i], within(1e-8));
        }
        double rmse = Math.sqrt(trainer.evaluate(data).loss());
        assertThat(rmse)
                .isCloseTo(
                        SEEDS.find("seed1/In [6]/rmse of simple_lr")
                                .get("expected")
                                .asDouble(),
                        within(1e-8));
    }

    /** Slope, slope, intercept from the normal equations. */
    private static double[] leastSquares(double[][] x, double[] y) {
        DMatrixRMaj design = new DMatrixRMaj(x.length, 3);
        for (int r = 0; r < x.length; r++) {
            design.set(r, 0, x[r][0]);
            design.set(r, 1, x[r][1]);
            design.set(r, 2, 1);
        }
        DMatrixRMaj normal = new DMatrixRMaj(3, 3);
        DMatrixRMaj right = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.multTransA(design, design, normal);
        CommonOps_DDRM.multTransA(design, Tensor.column(y).matrix(), right);
        DMatrixRMaj solution = new DMatrixRMaj(3, 1);
        assertThat(CommonOps_DDRM.solve(normal, right, solution)).isTrue();
        return solution.data;
    }

    private static double[][] rows(String id) {
        return expected(id).array().doubleRows();
    }

    private static double[] column(String id) {
        return expected(id).array().doubles();
    }

    private static GoldenValue expected(String id) {
        return SEEDS.find(id).get("expected");
    }
}
