package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeTest {

    @Test
    void isLeastSquaresWithRowsOfThePenalty() {
        long testSeed = 99;
        Random random = new Random(testSeed);
        for (int i = 0; i < 100; i++) {
            int n = 1 + random.nextInt(10);
            int p = 1 + random.nextInt(10);
            double alpha = Math.exp(random.nextGaussian());
            DoubleTensor x = Tensors.random(random, n, p);
            DoubleTensor y = Tensors.random(random, n, 2);
            LinearFit want = new LinearRegression(false).fit(below(x, Math.sqrt(alpha)), below(y, 0));
            LinearFit got = Ridge.of(alpha).withoutIntercept().fit(x, y);
            assertThat(got.coef().toArray())
                    .as("case %d of seed %d: %d x %d", i, testSeed, n, p)
                    .containsExactly(want.coef().toArray(), within(1e-11));
            assertThat(got.solver()).isEqualTo(LinearSolver.SVD);
        }
    }

    /** A tensor with a multiple of the identity (for 0 just zeros) below its rows; ten rows in all cases. */
    private static Tensor below(DoubleTensor t, double diagonal) {
        Tensor out = Tensor.zeros(Precision.DOUBLE, t.rows() + 10, t.cols());
        for (int r = 0; r < t.rows(); r++) {
            out.copyRowFrom(t, r, r);
        }
        for (int c = 0; c < t.cols(); c++) {
            out.set(t.rows() + c, c, diagonal);
        }
        return out;
    }

    @Test
    void withoutPenaltyItIsLeastSquares() {
        Random random = new Random(3);
        DoubleTensor x = Tensors.random(random, 5, 8);
        DoubleTensor y = Tensors.random(random, 5, 1);
        assertThat(Ridge.of(0).fit(x, y).coef().toArray())
                .containsExactly(new LinearRegression().fit(x, y).coef().toArray(), within(1e-13));
    }

    @Test
    void eachTargetHasItsPenalty() {
        Random random = new Random(4);
        DoubleTensor x = Tensors.random(random, 9, 3);
        DoubleTensor y = Tensors.random(random, 9, 2);
        LinearFit both = Ridge.of(0.5, 20).fit(x, y);
        for (int t = 0; t < 2; t++) {
            LinearFit one = Ridge.of(t == 0 ? 0.5 : 20).fit(x, y.columnRange(t, t + 1));
            assertThat(both.coef().rowRange(t, t + 1).toArray())
                    .containsExactly(one.coef().toArray(), within(1e-14));
        }
    }

    @Test
    void theInterceptIsNotPenalised() {
        Tensor x = Tensor.column(-1, 0, 1);
        LinearFit fit = new Ridge(List.of(1e12), true).fit(x, Tensor.column(99, 100, 101));
        assertThat(fit.coef().get(0, 0)).isCloseTo(0, within(1e-11));
        assertThat(fit.intercept().get(0, 0)).isCloseTo(100, within(1e-12));
        assertThat(new Ridge()).isEqualTo(Ridge.of(1));
    }

    @Test
    void weightsCountRowsSeveralTimes() {
        Random random = new Random(5);
        DoubleTensor x = Tensors.random(random, 4, 2);
        DoubleTensor y = Tensors.random(random, 4, 1);
        LinearFit weighted = Ridge.of(0.3).fit(new Dataset(x, y, Tensor.column(2, 1, 0, 3)));
        LinearFit repeated = Ridge.of(0.3).fit(new Dataset(x, y).select(new int[] {0, 0, 1, 3, 3, 3}));
        assertThat(weighted.coef().toArray()).containsExactly(repeated.coef().toArray(), within(1e-13));
        assertThat(weighted.intercept().toArray())
                .containsExactly(repeated.intercept().toArray(), within(1e-13));
    }
}
