package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The range test finds rates that work, leaves the model alone and says when there are none. */
class RateFinderTest {

    private static Dataset line(int rows) {
        RandomState random = new RandomState(4);
        double[][] x = new double[rows][];
        double[] y = new double[rows];
        for (int r = 0; r < rows; r++) {
            x[r] = random.randn(3);
            y[r] = 2 * x[r][0] - x[r][1] + 0.5 * x[r][2] + 1;
        }
        return Dataset.of(x, y);
    }

    @Test
    void theSuggestionTrainsAndTheLastRateDoesNot() {
        Dataset data = line(256);
        Model model = Model.of(3, Layers.dense(1), 5);
        String before = model.parameters().fingerprint();
        RateFinder.Curve curve = new RateFinder().find(model, Losses.mse(), Optimizers.sgd(0), data);
        assertThat(model.parameters().fingerprint()).isEqualTo(before);
        List<RateFinder.Point> points = curve.points();
        assertThat(points.get(0).rate()).isEqualTo(1e-6);
        // A rate of 2 / largest curvature, about 1 here, is where descent on standard normal inputs begins to diverge.
        assertThat(points.get(points.size() - 1).rate()).isBetween(0.3, 5.0);
        double rate = curve.suggestion();
        System.out.printf("rate finder: suggestion %.3g after %d steps%n", rate, points.size());
        assertThat(rate).isBetween(1e-3, 1.0);
        double[] losses = Trainer.of(model.copy(), Losses.mse(), Optimizers.sgd(rate))
                .epochs(20)
                .fit(data)
                .losses();
        assertThat(losses[19]).isLessThan(1e-3 * losses[0]);
    }

    @Test
    void theSameSeedGivesTheSameCurve() {
        Dataset data = line(50);
        Model model = Model.of(3, Layers.dense(1), 5);
        RateFinder finder = new RateFinder(1e-4, 1, 30, 8, 3);
        assertThat(finder.find(model, Losses.mse(), Optimizers.adam(), data))
                .isEqualTo(finder.find(model, Losses.mse(), Optimizers.adam(), data));
    }

    @Test
    void aLossThatCannotFallHasNoSuggestion() {
        Model model = Model.of(1, Layers.dense(1).withoutBias(), 5);
        Dataset nothing = new Dataset(Tensor.column(0, 0, 0), Tensor.column(1, 1, 1));
        RateFinder.Curve curve = new RateFinder().find(model, Losses.mse(), Optimizers.sgd(0.1), nothing);
        assertThat(curve.points()).hasSize(100);
        assertThatThrownBy(curve::suggestion)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never fell");
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> new RateFinder(1, 0.1, 50, 8, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lowest < highest")
                .hasMessageContaining("0.1");
        assertThatThrownBy(() -> new RateFinder(0.1, 1, 5, 8, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 10 steps");
        assertThatThrownBy(() -> new RateFinder(0.1, 1, 50, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch size");
    }
}
