package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.linear.LinearRegression;
import io.github.smallnn.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakeLowRankMatrixTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1,4", "4,1", "5,5", "9,4", "4,9", "30,7"})
    void singularValuesFollowTheFormula(int rows, int cols) {
        MakeLowRankMatrix m =
                MakeLowRankMatrix.defaults().size(rows, cols).effectiveRank(2).tailStrength(0.4);
        Tensor x = m.seed(3).generate();
        assertThat(x.describe()).isEqualTo(rows + " x " + cols);
        Tensor y = Tensor.zeros(x.precision(), rows, 1);
        double[] s = new LinearRegression(false).fit(x, y).singularValues();
        assertThat(s).hasSize(Math.min(rows, cols));
        for (int i = 0; i < s.length; i++) {
            double want = 0.6 * Math.exp(-(i / 2.0) * (i / 2.0)) + 0.4 * Math.exp(-0.1 * i / 2);
            assertThat(s[i]).as("singular value %d of %d x %d", i, rows, cols).isCloseTo(want, within(1e-14));
        }
    }
}
