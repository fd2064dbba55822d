package io.github.smallnn.optim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.suite.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed table of optimizers is what the registry gives. */
class OptimizerCatalogueTest {
    private static final String INTRO = """
            # Optimizers

            Written by `OptimizerCatalogueTest` from `OptimizerRegistry`. g is the gradient, t the step from 1, m and v are
            running means of g and g^2, a dash as in m' marks the unbiased one. Weight decay is 0 unless named, coupled (an L2
            penalty in the gradient) in PyTorch's forms and decoupled (a step of its own) in Keras's and in AdamW;
            `withWeightDecay` and `withDecoupledDecay` set it. Settings in the formulas are the defaults.

            `rule.group("*bias", other)` gives some parameters a rule of their own; `Optimizers.maximizing(rule)` climbs;
            `Clipping` bounds gradients by value, by norm and by global norm, in PyTorch's form and in Keras's. The solvers
            `Lbfgs` (PyTorch's `LBFGS`) and `LevenbergMarquardt` are in the package `solve`: they ask for evaluations of
            their own and are not in this table.""";

    @Test
    void theCommittedTableIsTheRegistrys() {
        List<List<String>> rows = new ArrayList<>();
        for (OptimizerRegistry.Entry e : OptimizerRegistry.all()) {
            rows.add(List.of(e.name(), e.formula(), e.defaults(), e.torch(), e.keras(), e.sklearn(), e.differs()));
        }
        Catalogue.check("optimizers.md", "OptimizerCatalogueTest", INTRO, rows);
    }

    @Test
    void theNumberOfPieces() {
        System.out.println(
                "optimizers in the registry: " + OptimizerRegistry.all().size());
        assertThat(OptimizerRegistry.all())
                .extracting(OptimizerRegistry.Entry::name)
                .doesNotHaveDuplicates();
    }
}
