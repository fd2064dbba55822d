package io.github.smallnn.tensor;

/** Element type of a {@link Tensor}. Immutable, any thread. */
public enum Precision {
    /** 64-bit IEEE 754, the default. */
    DOUBLE(0x1p-52),
    /** 32-bit IEEE 754: half the memory, up to twice the speed on larger networks. */
    FLOAT(0x1p-23);

    private final double epsilon;

    Precision(double epsilon) {
        this.epsilon = epsilon;
    }

    /**
     * Distance from 1 to the next larger value of this type.
     *
     * @return 2^-52 or 2^-23
     */
    public double epsilon() {
        return epsilon;
    }
}
