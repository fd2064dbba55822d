package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Biases, rectifiers and sums of columns in vector registers, for whole vectors of columns: each method returns how many
 * columns (or elements) it has handled. Stateless, any thread.
 */
final class DoubleVectorRows {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    private DoubleVectorRows() {}

    // Zeros come from the constant species, in the loop. In a comparison with a number they come from the species of
    // the vector, and in some virtual machines of JDK 17 they were an object for every vector; made once before two
    // loops, one for every call (docs/adr/0008).

    // Choosing lanes rather than a maximum, which takes several instructions to have Java's way with zeros and NaN.
    static int relu(double[] x, int xo, double[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + i);
            DoubleVector zero = DoubleVector.zero(S);
            v.blend(zero, v.compare(VectorOperators.LE, zero)).intoArray(y, yo + i);
        }
        return end;
    }

    static int reluBackward(double[] y, int yo, double[] g, int go, double[] d, int o, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(S, y, yo + i);
            DoubleVector slope = DoubleVector.fromArray(S, g, go + i);
            DoubleVector zero = DoubleVector.zero(S);
            zero.blend(slope, v.compare(VectorOperators.GT, zero)).intoArray(d, o + i);
        }
        return end;
    }

    static int addRow(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols) {
        int end = cols - cols % W;
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < end; c += W) {
                DoubleVector.fromArray(S, x, o + c)
                        .add(DoubleVector.fromArray(S, b, bo + c))
                        .intoArray(x, o + c);
            }
        }
        return end;
    }

    static int addRowRelu(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols) {
        int end = cols - cols % W;
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < end; c += W) {
                DoubleVector v = DoubleVector.fromArray(S, x, o + c).add(DoubleVector.fromArray(S, b, bo + c));
                DoubleVector zero = DoubleVector.zero(S);
                v.blend(zero, v.compare(VectorOperators.LE, zero)).intoArray(x, o + c);
            }
        }
        return end;
    }

    // What comes from memory is asked to add, never the sum that goes round the loop: C2 knows the class of the
    // one at once, that of the other only from a profile, and where a cold method is inlined there is none.
    static int sumRows(double[] x, int xo, int stride, int rows, int cols, double[] s, int so) {
        int end = cols - cols % W;
        for (int c = 0; c < end; c += W) {
            DoubleVector sum = DoubleVector.fromArray(S, s, so + c);
            for (int r = 0, o = xo + c; r < rows; r++, o += stride) {
                sum = DoubleVector.fromArray(S, x, o).add(sum);
            }
            sum.intoArray(s, so + c);
        }
        return end;
    }
}
