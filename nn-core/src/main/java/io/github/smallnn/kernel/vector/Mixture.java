package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Calls every kind of vector operation that the kernels use, in turns and in both precisions, before any kernel runs. */
// The operations share methods of the vector API, which the compiler translates by themselves while the kernels
// are still cold, on the assumption that what their profiles show is all there is. Had a profile seen one kind
// only by then (say the multiply-adds of a first product), the next kind would break that assumption a few
// times. C2 counts these failures once for each of the dozens of inlined copies of the shared method, finds
// more than it allows in one compilation (100), and gives up assuming the classes of receivers in that kernel:
// its vectors stay objects for good. Profiles that are mixed from the start assume nothing. See ADR 8.
final class Mixture {

    /** Enough for the profiles to be kept from early on, which begins after some 200 calls; takes about 0.1 s. */
    private static final int ROUNDS = 500;

    private static final VectorSpecies<Double> D = DoubleTiles.S;
    private static final VectorSpecies<Float> F = FloatTiles.S;
    private static final VectorSpecies<Long> L = VectorSpecies.of(long.class, D.vectorShape());
    private static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, F.vectorShape());
    private static final VectorShuffle<Double> D_TURN = VectorShuffle.iota(D, 1, 1, true);
    private static final VectorShuffle<Float> F_TURN = VectorShuffle.iota(F, 1, 1, true);

    private Mixture() {}

    static void run() {
        double[] x = new double[D.length()];
        float[] y = new float[F.length()];
        for (int i = 0; i < ROUNDS; i++) {
            doubles(x);
            floats(y);
        }
    }

    private static void doubles(double[] x) {
        DoubleVector v = DoubleVector.fromArray(D, x, 0);
        DoubleVector u = v.abs().add(1).mul(v.neg()).max(v);
        DoubleVector w = u.fma(v, DoubleVector.broadcast(D, 2)).div(2).sub(v).add(u);
        LongVector bits = (LongVector) w.reinterpretShape(L, 0);
        bits = bits.add(1).lanewise(VectorOperators.LSHL, 1).or(bits).and(bits);
        w.blend((DoubleVector) bits.reinterpretShape(D, 0), v.compare(VectorOperators.LT, u))
                .rearrange(D_TURN)
                .intoArray(x, 0);
    }

    private static void floats(float[] x) {
        FloatVector v = FloatVector.fromArray(F, x, 0);
        FloatVector u = v.abs().add(1).mul(v.neg()).max(v);
        FloatVector w = u.fma(v, FloatVector.broadcast(F, 2)).div(2).sub(v).add(u);
        IntVector bits = (IntVector) w.reinterpretShape(I, 0);
        bits = bits.add(1).lanewise(VectorOperators.LSHL, 1).or(bits).and(bits);
        w.blend((FloatVector) bits.reinterpretShape(F, 0), v.compare(VectorOperators.LT, u))
                .rearrange(F_TURN)
                .intoArray(x, 0);
    }
}
