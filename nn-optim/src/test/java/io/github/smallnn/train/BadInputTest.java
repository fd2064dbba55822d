package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be right is refused by name before anything is changed. */
class BadInputTest {

    record Case(String name, Loss loss, Dataset data, List<String> message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Tensor X = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});

    static List<Case> cases() {
        Loss mse = Losses.mse();
        Loss classes = Losses.crossEntropy();
        Tensor y = Tensor.of(new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
        return List.of(
                of("columns", mse, Tensor.of(3, 3, new double[9]), y, "inputs have 3 columns", "needs 2", "[2]"),
                of("n x 1", mse, X, Tensor.column(1, 2, 3), "targets have 1 columns", "needs 3", "broadcast"),
                of("n x k for a class", classes, X, y, "targets have 3 columns", "needs 1"),
                of("NaN", mse, with(X, 1, 0, Double.NaN), y, "input row 1, column 0 is NaN"),
                of("infinity", mse, with(X, 2, 1, Double.POSITIVE_INFINITY), y, "input row 2, column 1 is Infinity"),
                of("NaN target", mse, X, with(y, 0, 2, Double.NaN), "target row 0, column 2 is NaN"),
                of("class too high", classes, X, Tensor.column(0, 1, 3), "row 2", "3.0", "0 to 2"),
                of("negative class", classes, X, Tensor.column(0, -1, 2), "row 1", "-1.0"),
                of("half a class", classes, X, Tensor.column(0.5, 1, 2), "row 0", "0.5"),
                new Case(
                        "no weight",
                        mse,
                        new Dataset(X, y, Tensor.column(0, 0, 0)),
                        List.of("all sample weights are 0")));
    }

    private static Case of(String name, Loss loss, Tensor x, Tensor y, String... message) {
        return new Case(name, loss, new Dataset(x, y), List.of(message));
    }

    private static Tensor with(Tensor t, int row, int col, double value) {
        Tensor copy = t.copy();
        copy.set(row, col, value);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badTrainingDataIsRefused(Case c) {
        refused(c, "training data", trainer -> trainer.fit(c.data()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badValidationDataIsRefused(Case c) {
        Tensor y =
                c.loss().targetShape(Shape.of(3)).size() == 1 ? Tensor.column(0, 1, 2) : Tensor.of(3, 3, new double[9]);
        refused(c, "validation data", trainer -> trainer.validation(c.data()).fit(new Dataset(X, y)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badDataIsNotEvaluated(Case c) {
        refused(c, "data", trainer -> trainer.evaluate(c.data()));
    }

    private static void refused(Case c, String name, Consumer<Trainer> call) {
        Model model = Model.of(2, Layers.dense(4).then(Layers.tanh()).then(Layers.dense(3)), 1);
        Trainer trainer = Trainer.of(model, c.loss(), Optimizers.adam());
        String before = model.parameters().fingerprint();
        assertThatThrownBy(() -> call.accept(trainer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + ": ")
                .satisfies(e -> assertThat(e.getMessage()).contains(c.message()));
        assertThat(model.parameters().fingerprint()).isEqualTo(before);
        assertThat(trainer.state().steps()).isZero();
        assertThat(trainer.epochsDone()).isZero();
    }

    @Test
    void whatOverflowsInFloatIsRefused() {
        Model model = Model.of(Network.of(2, Layers.dense(1)), Precision.FLOAT, 1);
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam());
        Dataset data = new Dataset(with(X, 1, 1, 1e300), Tensor.column(1, 2, 3));
        assertThatThrownBy(() -> trainer.fit(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input row 1, column 1")
                .hasMessageContaining("FLOAT");
    }

    @Test
    void zeroRowsMakeNoDataset() {
        Tensor none = Tensor.zeros(Precision.DOUBLE, 0, 2);
        assertThatThrownBy(() -> new Dataset(none, Tensor.zeros(Precision.DOUBLE, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one row");
    }

    @Test
    void badSettingsAreNamed() {
        Trainer trainer = Trainer.of(Model.of(2, Layers.dense(1), 1), Losses.mse(), Optimizers.adam());
        assertThatThrownBy(() -> trainer.epochs(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epochs")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> trainer.batchSize(-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch size")
                .hasMessageContaining("-3");
        assertThatThrownBy(() -> trainer.shuffle(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trainer.schedule(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("schedule");
    }
}
