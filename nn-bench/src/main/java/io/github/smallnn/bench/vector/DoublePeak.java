package io.github.smallnn.bench.vector;

import io.github.smallnn.bench.work.Peak;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Peak} in double: twelve independent chains of fused multiply-adds that never leave the registers. */
public final class DoublePeak implements Peak {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    private final double[] ends = new double[SPECIES.length()];

    /** Made by name. */
    public DoublePeak() {}

    // Every vector stays in this method: one that is passed or returned may be put on the heap.
    @Override
    public double run(int rounds) {
        DoubleVector x = DoubleVector.broadcast(SPECIES, Peak.FACTOR);
        DoubleVector y = DoubleVector.broadcast(SPECIES, Peak.TERM);
        // Different starts, so that no compiler may take two chains for one.
        DoubleVector c0 = DoubleVector.zero(SPECIES);
        DoubleVector c1 = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector c3 = DoubleVector.broadcast(SPECIES, 3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, 4);
        DoubleVector c5 = DoubleVector.broadcast(SPECIES, 5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, 6);
        DoubleVector c7 = DoubleVector.broadcast(SPECIES, 7);
        DoubleVector c8 = DoubleVector.broadcast(SPECIES, 8);
        DoubleVector c9 = DoubleVector.broadcast(SPECIES, 9);
        DoubleVector c10 = DoubleVector.broadcast(SPECIES, 10);
        DoubleVector c11 = DoubleVector.broadcast(SPECIES, 11);
        for (int i = 0; i < rounds; i++) {
            c0 = c0.fma(x, y);
            c1 = c1.fma(x, y);
            c2 = c2.fma(x, y);
            c3 = c3.fma(x, y);
            c4 = c4.fma(x, y);
            c5 = c5.fma(x, y);
            c6 = c6.fma(x, y);
            c7 = c7.fma(x, y);
            c8 = c8.fma(x, y);
            c9 = c9.fma(x, y);
            c10 = c10.fma(x, y);
            c11 = c11.fma(x, y);
        }
        DoubleVector low = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
        DoubleVector high = c6.add(c7).add(c8).add(c9).add(c10).add(c11);
        low.add(high).intoArray(ends, 0);
        return ends[0];
    }

    @Override
    public int chains() {
        return CHAINS * SPECIES.length();
    }
}
