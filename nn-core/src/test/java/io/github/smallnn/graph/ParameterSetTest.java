package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Access by path, flat form, marks and conversions of parameter sets. */
class ParameterSetTest {
    private final Network network =
            Network.of(2, Layers.sequential(Layers.named("encoder", Layers.dense(3)), Layers.dense(1)));
    private final ParameterSet p = network.initialize(3);

    @Test
    void setAndGetByPath() {
        p.set("encoder/dense/weight", 1, 2, 3, 4, 5, 6);
        assertThat(p.get("encoder/dense/weight").get(1, 0)).isEqualTo(4);
        ((DoubleTensor) p.get("dense/bias")).matrix().set(0, 0, 9);
        assertThat(p.get("dense/bias").get(0, 0)).isEqualTo(9);
        assertThatThrownBy(() -> p.get("dense/wight"))
                .hasMessageContaining("dense/wight")
                .hasMessageContaining("dense/weight");
        assertThatThrownBy(() -> p.set("dense/weight", 1, 2))
                .hasMessageContaining("3 x 1")
                .hasMessageContaining("2 were");
    }

    @Test
    void flatFormGoesThereAndBack() {
        double[] flat = new double[p.count()];
        p.copyTo(flat);
        ParameterSet q = p.zerosLike();
        q.copyFrom(flat);
        assertThat(q.fingerprint()).isEqualTo(p.fingerprint());
        assertThatThrownBy(() -> p.copyFrom(new double[3])).hasMessageContaining("13 values");
    }

    @Test
    void freezingSharesTensorsAndChangesMarksOfTheCopyOnly() {
        ParameterSet frozen = p.freeze("encoder/*");
        assertThat(frozen.trainable(0)).isFalse();
        assertThat(frozen.trainable(2)).isTrue();
        assertThat(p.trainable(0)).isTrue();
        assertThat(frozen.get("encoder/dense/weight")).isSameAs(p.get("encoder/dense/weight"));
        assertThat(frozen.unfreeze("*/weight").trainable(0)).isTrue();
        assertThatThrownBy(() -> p.freeze("decoder/*")).hasMessageContaining("decoder/*");
    }

    @Test
    void matchingGivesPlacesForGroups() {
        assertThat(p.matching("*bias")).containsExactly(1, 3);
        assertThat(p.matching("encoder/*")).containsExactly(0, 1);
        assertThat(p.matching("dense/weight")).containsExactly(2);
        assertThatThrownBy(() -> p.matching("gain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no parameter matches 'gain'; there are [encoder/dense/weight");
    }

    @Test
    void precisionConversionRounds() {
        ParameterSet f = p.to(Precision.FLOAT);
        assertThat(f.precision()).isEqualTo(Precision.FLOAT);
        double v = p.get("dense/weight").get(0, 0);
        assertThat(f.get("dense/weight").get(0, 0)).isEqualTo((float) v);
    }

    @Test
    void setsOfOtherNetworksAreRefused() {
        ParameterSet other = Network.of(2, Layers.dense(3)).initialize(1);
        assertThatThrownBy(() -> p.assign(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.inference(other, 4)).hasMessageContaining("encoder/dense/weight");
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("x", Shape.of(2));
        assertThat(ParameterSet.zeros(Precision.DOUBLE, shapes).count()).isEqualTo(2);
    }
}
