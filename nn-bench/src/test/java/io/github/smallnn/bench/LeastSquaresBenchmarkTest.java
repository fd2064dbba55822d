package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.bench.work.TallProblem;
import io.github.smallnn.check.AllocationCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresBenchmarkTest {

    @ParameterizedTest
    @ValueSource(strings = {Contest.SMALLNN, Contest.EJML, TallSolver.COMMONS_MATH})
    void everyContestantSolvesItMoreThanOnce(String by) {
        TallProblem problem = TallProblem.of("3000x6");
        TallSolver solver = TallSolver.of(problem, by);
        double[] first = solver.solve();
        assertThat(first).containsExactly(problem.reference(), within(1e-10));
        assertThat(solver.solve()).isEqualTo(first);
    }

    @Test
    void memoryOfAFitDoesNotGrowWithTheRows() {
        TallSolver few = TallSolver.of(TallProblem.of("2000x20"), Contest.SMALLNN);
        TallSolver many = TallSolver.of(TallProblem.of("60000x20"), Contest.SMALLNN);
        long of2000 = AllocationCheck.bytes(1, few::solve);
        long of60000 = AllocationCheck.bytes(1, many::solve);
        System.out.println("a fit allocates " + of2000 + " bytes for 2,000 rows, " + of60000 + " for 60,000");
        assertThat(of60000).isLessThan(LeastSquaresBenchmark.LARGEST_GROWTH).isLessThan(2 * of2000);
    }

    @Test
    void aFitThatAllocatesMuchIsRefused() {
        assertThatCode(() -> LeastSquaresBenchmark.requireLittleMemory(64L << 20))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LeastSquaresBenchmark.requireLittleMemory((64L << 20) + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("67108865");
    }

    @Test
    void unknownContestantsAreNamed() {
        TallProblem problem = TallProblem.of("9x2");
        assertThatThrownBy(() -> TallSolver.of(problem, "abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abacus");
    }
}
