package io.github.smallnn.kernel;

/**
 * Scratch memory of the matrix products of one thread. A session owns one and passes it to every product; it grows when
 * a larger product first needs it and never shrinks, so a warm step allocates nothing. Not thread-safe.
 */
public final class GemmWorkspace {

    final DoubleTile doubles = new DoubleTile();
    final FloatTile floats = new FloatTile();

    /** Creates an empty workspace; memory is taken when a product first needs it. */
    public GemmWorkspace() {}
}
