package io.github.smallnn.kernel;

/**
 * Scratch memory of the matrix products of one thread. A session owns one and passes it to every product; it grows when
 * a larger product first needs it and never shrinks, so a warm step allocates nothing. Not thread-safe.
 */
public final class GemmWorkspace {

    final DoubleTile doubles = new DoubleTile();
    final FloatTile floats = new FloatTile();

    private double[] packedDoubles = {};
    private float[] packedFloats = {};

    /** Creates an empty workspace; memory is taken when a product first needs it. */
    public GemmWorkspace() {}

    /**
     * Memory for a product in double, valid until the next product: the same array again unless it has to grow.
     *
     * @param length elements needed
     * @return an array of at least {@code length} elements, with whatever was left in them
     */
    public double[] doubles(int length) {
        if (packedDoubles.length < length) {
            packedDoubles = new double[length];
        }
        return packedDoubles;
    }

    /**
     * Memory for a product in float, valid until the next product: the same array again unless it has to grow.
     *
     * @param length elements needed
     * @return an array of at least {@code length} elements, with whatever was left in them
     */
    public float[] floats(int length) {
        if (packedFloats.length < length) {
            packedFloats = new float[length];
        }
        return packedFloats;
    }
}
