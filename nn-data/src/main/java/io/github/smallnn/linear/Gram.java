package io.github.smallnn.linear;

import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** The sum of {@code Z'Z} over chunks of rows, by the fast product. */
final class Gram {
    private final Kernels kernels = Kernels.of(Precision.DOUBLE);
    private final DoubleTensor part;
    private final double[] total;
    private final double[] lost;

    Gram(int columns) {
        part = (DoubleTensor) Tensor.zeros(Precision.DOUBLE, columns, columns);
        total = new double[columns * columns];
        lost = new double[columns * columns];
    }

    // The products of the chunks are added up with what rounding cuts off kept apart: a million rows then lose no more
    // digits than the rows of one chunk.
    void add(DoubleTensor z) {
        kernels.gemm(true, false, 1, z, z, 0, part);
        double[] more = part.data();
        for (int i = 0; i < total.length; i++) {
            double sum = total[i] + more[i];
            double kept = sum - total[i];
            lost[i] += (total[i] - (sum - kept)) + (more[i] - kept);
            total[i] = sum;
        }
    }

    double get(int row, int column) {
        int i = row * part.cols() + column;
        // An overflow leaves a NaN here, which says nothing more.
        return Double.isFinite(total[i]) ? total[i] + lost[i] : total[i];
    }
}
