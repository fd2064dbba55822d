package io.github.smallnn.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference of the least-squares benchmark is right, and its check accepts nothing else. */
class TallProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"3x1", "40x7", "1000x4", "2345x12"})
    void theReferenceIsTheSvdOfTheWholeMatrix(String size) {
        TallProblem p = TallProblem.of(size);
        DMatrixRMaj design = new DMatrixRMaj(p.rows(), p.features() + 1);
        for (int r = 0; r < p.rows(); r++) {
            design.set(r, 0, 1);
            for (int c = 0; c < p.features(); c++) {
                design.set(r, c + 1, p.x()[r * p.features() + c]);
            }
        }
        var svd = LinearSolverFactory_DDRM.pseudoInverse(true);
        assertThat(svd.setA(design)).isTrue();
        DMatrixRMaj whole = new DMatrixRMaj(design.numCols, 1);
        svd.solve(DMatrixRMaj.wrap(p.rows(), 1, p.y()), whole);
        assertThat(p.reference()).as(size).containsExactly(whole.data, within(1e-11));
        assertThat(TallProblem.check(size, whole.data, p.reference())).isBetween(0.0, 1e-11);
    }

    @Test
    void coefficientsThatAreOffAreRefused() {
        double[] right = {3, 1e-3, -200};
        assertThat(TallProblem.check("x", new double[] {3, 1e-3 + 4e-10, -200.0000001}, right))
                .isBetween(4e-10, 1e-9);
        for (double[] wrong :
                new double[][] {{3, 1e-3, -200.000001}, {3, 1e-3 + 2e-9, -200}, {Double.NaN, 1e-3, -200}}) {
            assertThatThrownBy(() -> TallProblem.check("abacus", wrong, right))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("abacus")
                    .hasMessageContaining("must not be timed");
        }
        assertThatThrownBy(() -> TallProblem.check("abacus", new double[2], right))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 coefficients instead of 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3x", "3x2", "0x1", "3*4", "5x3x1", "9999999x999"})
    void badSizesAreNamed(String size) {
        assertThatThrownBy(() -> TallProblem.of(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + size + "'");
    }
}
