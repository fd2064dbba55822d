// Generated from DoubleVectorRows.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Biases, rectifiers and sums of columns in vector registers, for whole vectors of columns: each method returns how many
 * columns (or elements) it has handled. Stateless, any thread.
 */
final class FloatVectorRows {

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;

    private FloatVectorRows() {}

    // Zeros come from the constant species, in the loop. In a comparison with a number they come from the species of
    // the vector, and in some virtual machines of JDK 17 they were an object for every vector; made once before two
    // loops, one for every call (docs/adr/0008).

    // Choosing lanes rather than a maximum, which takes several instructions to have Java's way with zeros and NaN.
    static int relu(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector zero = FloatVector.zero(S);
            v.blend(zero, v.compare(VectorOperators.LE, zero)).intoArray(y, yo + i);
        }
        return end;
    }

    static int reluBackward(float[] y, int yo, float[] g, int go, float[] d, int o, int n) {
        int end = n - n % W;
        for (int i = 0; i < end; i += W) {
            FloatVector v = FloatVector.fromArray(S, y, yo + i);
            FloatVector slope = FloatVector.fromArray(S, g, go + i);
            FloatVector zero = FloatVector.zero(S);
            zero.blend(slope, v.compare(VectorOperators.GT, zero)).intoArray(d, o + i);
        }
        return end;
    }

    static int addRow(float[] b, int bo, float[] x, int xo, int stride, int rows, int cols) {
        int end = cols - cols % W;
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < end; c += W) {
                FloatVector.fromArray(S, x, o + c)
                        .add(FloatVector.fromArray(S, b, bo + c))
                        .intoArray(x, o + c);
            }
        }
        return end;
    }

    static int addRowRelu(float[] b, int bo, float[] x, int xo, int stride, int rows, int cols) {
        int end = cols - cols % W;
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < end; c += W) {
                FloatVector v = FloatVector.fromArray(S, x, o + c).add(FloatVector.fromArray(S, b, bo + c));
                FloatVector zero = FloatVector.zero(S);
                v.blend(zero, v.compare(VectorOperators.LE, zero)).intoArray(x, o + c);
            }
        }
        return end;
    }

    // What comes from memory is asked to add, never the sum that goes round the loop: C2 knows the class of the
    // one at once, that of the other only from a profile, and where a cold method is inlined there is none.
    static int sumRows(float[] x, int xo, int stride, int rows, int cols, float[] s, int so) {
        int end = cols - cols % W;
        for (int c = 0; c < end; c += W) {
            FloatVector sum = FloatVector.fromArray(S, s, so + c);
            for (int r = 0, o = xo + c; r < rows; r++, o += stride) {
                sum = FloatVector.fromArray(S, x, o).add(sum);
            }
            sum.intoArray(s, so + c);
        }
        return end;
    }
}
