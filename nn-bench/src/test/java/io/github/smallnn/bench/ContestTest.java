package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.bench.kernel.NetlibBlas;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.NaiveNetwork;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks that stand before every timing of a training step can fail, and the contestants pass them. */
class ContestTest {

    @ParameterizedTest
    @EnumSource(Job.class)
    void contestantsAgreeFarWithinTheToleranceInDouble(Job job) {
        double ours = Contest.of(job, Precision.DOUBLE, Contest.SMALLNN).loss();
        for (String by : new String[] {Contest.EJML, Contest.OJALGO}) {
            double theirs = Contest.of(job, Precision.DOUBLE, by).loss();
            assertThat(Math.abs(ours - theirs) / theirs)
                    .as("%s by %s: %s and %s", job, by, ours, theirs)
                    .isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void twoThreadsTrainToTheSameLoss(Precision precision) {
        Contest two = Contest.of(Job.T4, precision, Contest.SMALLNN_2);
        assertThat(two.threads()).isEqualTo(2);
        assertThat(two.loss()).isFinite();
        two.requireFinite();
        two.close();
    }

    @ParameterizedTest
    @EnumSource(Job.class)
    void theProductsOfAStepAreThoseOfItsLayers(Job job) {
        long forward = 0;
        long first = 0;
        for (int l = 0; l < job.layers(); l++) {
            forward += (long) job.batch() * job.width(l) * job.width(l + 1);
            first = l == 0 ? forward : first;
        }
        long all = 0;
        for (Product p : StepProducts.list(job)) {
            all += (long) p.m() * p.n() * p.k();
        }
        assertThat(all).as("multiply-adds of %s", job).isEqualTo(3 * forward - first);
    }

    @Test
    void productsOfTheSystemsBlasAreRightOrAbsent() {
        for (Precision precision : Precision.values()) {
            StepProducts products = StepProducts.of(Job.T3, precision);
            if (NetlibBlas.ofSystem().blas() == null) {
                assertThat(products).isNull();
            } else {
                assertThat(products.error()).isBetween(0.0, 1.0);
                assertThat(products.step()).isFinite();
            }
            int told = StepProducts.threads();
            assertThat(Contest.of(Job.T3, precision, Contest.PRODUCTS) != null)
                    .isEqualTo(products != null && told == 1);
            assertThat(Contest.of(Job.T3, precision, Contest.PRODUCTS_2) != null)
                    .isEqualTo(products != null && told == 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theSequenceOfKernelsDoesToTheBitWhatASessionDoes(Precision precision) {
        Problem problem = Problem.of(Job.T1);
        SmallnnLoop session = new SmallnnLoop(problem, precision);
        KernelLoop kernels = new KernelLoop(problem, precision);
        for (int i = 0; i < 3 * Job.T1.batches(); i++) {
            assertThat(kernels.step()).as("loss of step %d", i).isEqualTo(session.step());
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theChainDoesToTheBitWhatASessionDoes(Precision precision) {
        Problem problem = Problem.of(Job.T1);
        SmallnnLoop session = new SmallnnLoop(problem, precision);
        ChainLoop chain = new ChainLoop(problem, precision);
        for (int i = 0; i < 3 * Job.T1.batches(); i++) {
            assertThat(chain.step()).as("loss of step %d", i).isEqualTo(session.step());
        }
        assertThatThrownBy(() -> new ChainLoop(Problem.of(Job.T2), precision)).hasMessageContaining("T1");
    }

    @ParameterizedTest
    @EnumSource(Job.class)
    void trainingLowersTheLoss(Job job) {
        Problem problem = Problem.of(job);
        NaiveNetwork network = new NaiveNetwork(problem);
        double before = epoch(network, steps(job));
        double after = epoch(network, steps(job));
        assertThat(after).as("mean loss of %s", job).isLessThan(before);
    }

    private static int steps(Job job) {
        return job == Job.T5 ? 3 : Math.max(20, 100 / job.batch());
    }

    private static double epoch(NaiveNetwork network, int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += network.step();
        }
        return sum / steps;
    }

    @Test
    void aLossThatIsOffIsRefused() {
        assertThatCode(() -> Contest.requireEqual("x", Precision.DOUBLE, 1 + 4e-10, 1))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Contest.requireEqual("T1 by x", Precision.DOUBLE, 1 + 6e-10, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("T1 by x")
                .hasMessageContaining("must not be timed");
        assertThatThrownBy(() -> Contest.requireEqual("x", Precision.FLOAT, Double.NaN, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStepTooFewIsRefused() {
        Problem problem = Problem.of(Job.T3);
        double early = NaiveNetwork.lossAfter(problem, Job.T3.checkedSteps() - 1);
        double due = NaiveNetwork.lossAfter(problem, Job.T3.checkedSteps());
        assertThatThrownBy(() -> Contest.requireEqual("T3", Precision.FLOAT, early, due))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownContestantsAreNamed() {
        assertThatThrownBy(() -> Contest.of(Job.T1, Precision.DOUBLE, "abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abacus");
        assertThatThrownBy(() -> Contest.of(Job.T2, Precision.DOUBLE, Contest.KERNELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("T2");
    }
}
