package io.github.smallnn.random;

/**
 * A place in the stream of a {@link TorchRandom}. Immutable, safe for use by several threads.
 *
 * @param words the Mersenne Twister's words and position, and the normal number that is kept, if one is
 */
public record TorchState(MersenneState words) implements RandomSource.State {
    /**
     * The name of the algorithm: PyTorch draws other numbers from the words than NumPy does.
     *
     * @return {@code MT19937-torch}
     */
    @Override
    public String algorithm() {
        return "MT19937-torch";
    }
}
