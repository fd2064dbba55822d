package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.op.Op;
import io.github.smallnn.op.OpContext;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trainer does for ops with a memory or with randomness: one commit, one number and whole batches per step. */
class StatisticsTest {

    /** y = x, counting commits in its first statistic and keeping the rows of the last batch in the second. */
    private record Counter(boolean couplesRows) implements Op {
        @Override
        public OpSpec spec() {
            return OpSpec.of("user:counter");
        }

        @Override
        public Shape outputShape(List<Shape> in) {
            return in.get(0);
        }

        @Override
        public void forward(OpContext c) {
            c.out().copyFrom(c.in(0));
            c.update(1).set(0, 0, c.in(1).get(0, 0) + 1);
            c.update(1).set(0, 1, c.out().rows());
        }

        @Override
        public void backward(OpContext c) {
            if (c.wants(0)) {
                c.kernels()
                        .addColumns(
                                1,
                                c.gradOut(),
                                0,
                                c.beta(0),
                                c.gradIn(0),
                                0,
                                c.out().cols());
            }
        }

        Layer layer() {
            return x -> x.apply(this, x.statistic("count", Shape.of(2), Initializers.zeros()));
        }
    }

    private static Model model(boolean couplesRows) {
        Layer counter = new Counter(couplesRows).layer();
        return Model.of(Fixtures.INPUTS, counter.then(Layers.dense(Fixtures.OUTPUTS)), 3);
    }

    private static double[] count(Model model) {
        return model.parameters().get("count").toArray();
    }

    @Test
    void statisticsAreCommittedOncePerStepAndNotByEvaluation() {
        Model model = model(false);
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.sgd(0.01)).batchSize(4);
        trainer.validation(Fixtures.data(5)).epochs(2).fit(Fixtures.data(11));
        trainer.evaluate(Fixtures.data(11));
        assertThat(count(model)).startsWith(6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyAnOpThatCouplesRowsSeesALargeBatchAtOnce(boolean couplesRows) {
        int rows = ShardedBackprop.MAX_CHUNK + 76;
        Model model = model(couplesRows);
        Trainer.of(model, Losses.mse(), Optimizers.gd(0.01))
                .fullBatch()
                .epochs(3)
                .fit(Fixtures.data(rows));
        assertThat(count(model)).containsExactly(3, couplesRows ? rows : 76);
    }

    @Test
    void everyStepHasDropoutMasksOfItsOwnNumber() {
        Dataset data = Fixtures.data(4);
        Model trained = Fixtures.model();
        Trainer.of(trained, Losses.mse(), Optimizers.sgd(0.1))
                .batchSize(4)
                .inOrder()
                .seed(6)
                .epochs(5)
                .fit(data);
        Model byHand = Fixtures.model();
        SessionOptions options = SessionOptions.defaults().seed(6);
        Backprop session = byHand.network().backprop(byHand.parameters(), Losses.mse(), 4, options);
        Optimizer.State state = Optimizers.sgd(0.1).init(byHand.parameters());
        for (int step = 0; step < 5; step++) {
            session.position(step, 0);
            session.evaluate(data.inputs(), data.targets(), null);
            state.step(byHand.parameters(), session.gradients());
        }
        assertThat(trained.parameters().fingerprint())
                .isEqualTo(byHand.parameters().fingerprint());
    }
}
