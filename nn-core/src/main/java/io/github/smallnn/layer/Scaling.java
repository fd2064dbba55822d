package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Given scales of features, as a layer: y = (x - mean) / scale, or back again, y = x scale + mean, one mean and one scale
 * per entry of the last axis; the shape stays.
 *
 * <p>The numbers are {@code normalize/mean} and {@code normalize/scale} (or {@code rescale/...}) among the parameters, never
 * trained, and so they travel with the model. Immutable, any thread.
 *
 * @param back whether this is the way back
 * @param mean mean of each feature
 * @param scale scale of each feature, not 0
 */
public record Scaling(boolean back, List<Double> mean, List<Double> scale) implements Layer {

    /**
     * Copies and checks the numbers.
     *
     * @param back whether this is the way back
     * @param mean mean of each feature
     * @param scale scale of each feature
     * @throws IllegalArgumentException if there are not as many means as scales, or a number is not finite, or a scale is 0
     */
    public Scaling {
        mean = List.copyOf(mean);
        scale = List.copyOf(scale);
        if (mean.isEmpty() || mean.size() != scale.size()) {
            throw new IllegalArgumentException(name(back) + " needs as many means as scales, at least one, but got "
                    + mean.size() + " and " + scale.size());
        }
        for (int i = 0; i < mean.size(); i++) {
            if (!Double.isFinite(mean.get(i)) || !Double.isFinite(scale.get(i)) || scale.get(i) == 0) {
                throw new IllegalArgumentException(
                        name(back) + " needs finite means and finite scales other than 0, but"
                                + " feature " + i + " has mean " + mean.get(i) + " and scale " + scale.get(i)
                                + "; give a constant feature the scale 1");
            }
        }
    }

    /**
     * From two rows of numbers.
     *
     * @param back whether this is the way back
     * @param mean 1 x features. Not modified.
     * @param scale 1 x features. Not modified.
     * @return the layer
     * @throws IllegalArgumentException if they have more than one row, differ in size or hold unusable numbers
     */
    static Scaling of(boolean back, Tensor mean, Tensor scale) {
        return new Scaling(back, numbers(back, mean), numbers(back, scale));
    }

    private static List<Double> numbers(boolean back, Tensor row) {
        if (row.rows() != 1) {
            throw new IllegalArgumentException(
                    name(back) + " needs means and scales as one row, but got " + row.describe());
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < row.cols(); i++) {
            values.add(row.get(0, i));
        }
        return values;
    }

    private static String name(boolean back) {
        return back ? "rescale" : "normalize";
    }

    @Override
    public Node build(Node x) {
        if (x.shape().last() != mean.size()) {
            throw new IllegalArgumentException(x.path() + ": " + name(back) + " has means of shape [" + mean.size()
                    + "], but its input is " + x.shape());
        }
        return x.scope(name(back), in -> {
            Shape perFeature = Shape.of(mean.size());
            Node m = in.statistic("mean", perFeature, Initializers.given(mean));
            Node s = in.statistic("scale", perFeature, Initializers.given(scale));
            return back ? in.times(s).plusRow(m) : in.minus(m).dividedBy(s);
        });
    }
}
