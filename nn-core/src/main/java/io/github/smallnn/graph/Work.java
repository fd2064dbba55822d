package io.github.smallnn.graph;

import io.github.smallnn.op.Convolution;
import io.github.smallnn.op.MatMul;
import io.github.smallnn.tensor.Shape;
import java.util.List;

/** How much a prediction computes, as far as sizes tell. */
final class Work {
    private Work() {}

    /** Multiply-adds for one row, in which an element of any op but a product counts as one. */
    static long multiplyAdds(List<Definition> definitions) {
        long sum = 0;
        for (Definition d : definitions) {
            if (d.perSample() && d.op() != null) {
                sum += d.shape().size() * perElement(d, definitions);
            }
        }
        return sum;
    }

    private static long perElement(Definition d, List<Definition> definitions) {
        if (d.op() instanceof MatMul) {
            return definitions.get(d.inputs()[0]).shape().last();
        }
        if (d.op() instanceof Convolution) {
            Shape weight = definitions.get(d.inputs()[1]).shape();
            return weight.size() / weight.axis(0);
        }
        return 1;
    }
}
