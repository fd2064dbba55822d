// Generated from DoublePeak.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.vector;

import io.github.smallnn.bench.work.Peak;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Peak} in float: twelve independent chains of fused multiply-adds that never leave the registers. */
public final class FloatPeak implements Peak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    private final float[] ends = new float[SPECIES.length()];

    /** Made by name. */
    public FloatPeak() {}

    // Every vector stays in this method: one that is passed or returned may be put on the heap.
    @Override
    public double run(int rounds) {
        FloatVector x = FloatVector.broadcast(SPECIES, Peak.FACTOR);
        FloatVector y = FloatVector.broadcast(SPECIES, Peak.TERM);
        // Different starts, so that no compiler may take two chains for one.
        FloatVector c0 = FloatVector.zero(SPECIES);
        FloatVector c1 = FloatVector.broadcast(SPECIES, 1);
        FloatVector c2 = FloatVector.broadcast(SPECIES, 2);
        FloatVector c3 = FloatVector.broadcast(SPECIES, 3);
        FloatVector c4 = FloatVector.broadcast(SPECIES, 4);
        FloatVector c5 = FloatVector.broadcast(SPECIES, 5);
        FloatVector c6 = FloatVector.broadcast(SPECIES, 6);
        FloatVector c7 = FloatVector.broadcast(SPECIES, 7);
        FloatVector c8 = FloatVector.broadcast(SPECIES, 8);
        FloatVector c9 = FloatVector.broadcast(SPECIES, 9);
        FloatVector c10 = FloatVector.broadcast(SPECIES, 10);
        FloatVector c11 = FloatVector.broadcast(SPECIES, 11);
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
        FloatVector low = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
        FloatVector high = c6.add(c7).add(c8).add(c9).add(c10).add(c11);
        low.add(high).intoArray(ends, 0);
        return ends[0];
    }

    @Override
    public int chains() {
        return CHAINS * SPECIES.length();
    }
}
