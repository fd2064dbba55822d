package io.github.smallnn.linear;

import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** The sum of {@code Z'Z} over chunks of rows, by the fast product. */
final class Gram {
    private final Kernels kernels = Kernels.of(Precision.DOUBLE);
    private final DoubleTensor part;
    private final DoubleTensor total;

    Gram(int columns) {
        part = (DoubleTensor) Tensor.zeros(Precision.DOUBLE, columns, columns);
        total = (DoubleTensor) Tensor.zeros(Precision.DOUBLE, columns, columns);
    }

    // A product per chunk, added up afterwards: sums of a million terms in two levels lose fewer digits.
    void add(DoubleTensor z) {
        kernels.gemm(true, false, 1, z, z, 0, part);
        double[] from = part.data();
        double[] to = total.data();
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    double get(int row, int column) {
        return total.get(row, column);
    }
}
