/**
 * Random numbers that others can repeat.
 *
 * <p>{@link io.github.smallnn.random.RandomSource} is what the library asks of a generator; {@link
 * io.github.smallnn.random.RandomState} is NumPy's legacy generator, draw for draw, the one that scikit-learn's data
 * come from; {@link io.github.smallnn.random.Pcg64} is NumPy's {@code default_rng} and {@link
 * io.github.smallnn.random.TorchRandom} PyTorch's generator. Their words come from {@code Mt19937} and {@code
 * PcgWords}, which know nothing of distributions.
 *
 * <p>What may be touched: another generator is a new class that implements {@code RandomSource}, with a record for its
 * state and a golden file of its streams. What may not: the order and number of draws in an existing method. Every
 * seed in every document depends on them, and the golden tests hold them.
 */
package io.github.smallnn.random;
