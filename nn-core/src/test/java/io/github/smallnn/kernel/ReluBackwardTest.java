package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient of relu is that of the output where the output is above 0 and +0 elsewhere, bit for bit. */
class ReluBackwardTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.longBitsToDouble(-1L),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE
    };

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyPairOfSpecialValues(Precision precision) {
        int n = SPECIAL.length;
        Tensor y = Tensor.zeros(precision, n, n);
        Tensor g = Tensor.zeros(precision, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                y.set(i, j, SPECIAL[i]);
                g.set(i, j, SPECIAL[j]);
            }
        }
        check(precision, y, g);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyLengthUpToForty(Precision precision) {
        Random random = new Random(31);
        for (int n = 1; n <= 40; n++) {
            Tensor y = Tensor.zeros(precision, 3, n);
            Tensor g = Tensor.zeros(precision, 3, n);
            for (int i = 0; i < 3 * n; i++) {
                y.set(i / n, i % n, random.nextGaussian());
                g.set(i / n, i % n, random.nextGaussian());
            }
            check(precision, y, g);
        }
    }

    private static void check(Precision precision, Tensor y, Tensor g) {
        Tensor d = Tensor.zeros(precision, y.rows(), y.cols());
        Kernels.of(precision).unaryBackward(Unary.RELU, 0, 0, y, y, g, 0, d);
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.cols(); j++) {
                double expected = y.get(i, j) > 0 ? g.get(i, j) : 0;
                assertThat(Double.doubleToRawLongBits(d.get(i, j)))
                        .as("y %s, g %s: %s", y.get(i, j), g.get(i, j), d.get(i, j))
                        .isEqualTo(Double.doubleToRawLongBits(expected));
            }
        }
    }
}
