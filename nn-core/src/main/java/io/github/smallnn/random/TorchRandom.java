package io.github.smallnn.random;

import java.util.Objects;

/**
 * PyTorch's generator on the CPU, draw for draw: {@code torch.manual_seed(seed)} and the recipes of tensors in float64.
 * The same seed and the same calls give the same integers and orders exactly, uniform numbers to a unit in the last
 * place and normal numbers within a few.
 *
 * <p>A tensor is drawn by {@link #fillUniform} and {@link #fillNormal} in row-major order, one call per tensor: PyTorch
 * draws normal tensors of 16 values and more by another recipe than single numbers. Its layers store a dense weight as
 * out x in, so a start weight as in x out is the transpose of what is drawn; the initializers that are named after
 * PyTorch do that.
 *
 * <p>Not covered: tensors in half precision, dropout masks (PyTorch itself draws them differently on different
 * machines), generators of other devices.
 *
 * <p>Not safe for use by several threads.
 */
public final class TorchRandom implements RandomSource {
    private static final int BLOCK = 16;
    private static final int HALF_BLOCK = BLOCK / 2;
    private static final long MANTISSA = (1L << 53) - 1;
    private static final long MAX_SEED = 0xffffffffL;
    private static final long MAX_SMALL_PERMUTATION = 0xffffffffL / 20;

    private final Mt19937 words = new Mt19937();
    private boolean hasNormal;
    private double keptNormal;

    /**
     * A generator as {@code torch.manual_seed(seed)} leaves it. Only the low 32 bits of the seed count, as in PyTorch.
     *
     * @param seed the seed
     */
    public TorchRandom(long seed) {
        seed(seed);
    }

    /**
     * Starts anew, as if just made with that seed; a kept normal number is dropped.
     *
     * @param seed the seed, of which the low 32 bits count
     */
    public void seed(long seed) {
        words.seed((int) (seed & MAX_SEED));
        hasNormal = false;
        keptNormal = 0;
    }

    /**
     * Draws from the uniform distribution on [0, 1): one value of {@code torch.rand(dtype=torch.float64)}, the low 53
     * bits of two words times 2^-53.
     *
     * @return a multiple of 2^-53
     */
    @Override
    public double uniform() {
        return (words.next64() & MANTISSA) * 0x1p-53;
    }

    /**
     * Draws from the uniform distribution on [0, 1): one value of {@code torch.rand(dtype=torch.float32)}, the low 24
     * bits of one word times 2^-24.
     *
     * @return a multiple of 2^-24
     */
    public float uniformFloat() {
        return (words.next32() & 0xffffff) * 0x1p-24f;
    }

    /**
     * Draws one number from the standard normal distribution, as {@code torch.randn} of fewer than 16 values does: of
     * each pair the cosine's comes first and the sine's is kept for the next call.
     *
     * @return the number drawn
     */
    @Override
    public double normal() {
        if (hasNormal) {
            hasNormal = false;
            double kept = keptNormal;
            keptNormal = 0;
            return kept;
        }
        double angle = 2 * Math.PI * uniform();
        double radius = radius(uniform());
        keptNormal = radius * StrictMath.sin(angle);
        hasNormal = true;
        return radius * StrictMath.cos(angle);
    }

    private static double radius(double u) {
        return Math.sqrt(-2 * CarefulLog.log(1 - u));
    }

    /**
     * Fills an array as {@code tensor.normal_(mean, sd)} does: fewer than 16 values one by one, more of them in blocks
     * of 16 uniform numbers, of which number j and number j + 8 make a pair; where the last block is not full, the last
     * 16 values are drawn again.
     *
     * @param target the array, modified
     * @param mean the mean
     * @param sd the standard deviation, zero or above
     * @throws IllegalArgumentException if the mean or the deviation is not finite, or the deviation is negative
     */
    @Override
    public void fillNormal(double[] target, double mean, double sd) {
        if (target.length < BLOCK) {
            RandomSource.super.fillNormal(target, mean, sd);
            return;
        }
        Arguments.checkNormal(mean, sd);
        fillUniform(target, 0, 1);
        int blocks = target.length / BLOCK;
        for (int b = 0; b < blocks; b++) {
            toNormals(target, b * BLOCK, mean, sd);
        }
        if (target.length % BLOCK != 0) {
            int from = target.length - BLOCK;
            for (int i = from; i < target.length; i++) {
                target[i] = uniform();
            }
            toNormals(target, from, mean, sd);
        }
    }

    private static void toNormals(double[] values, int from, double mean, double sd) {
        for (int j = from; j < from + HALF_BLOCK; j++) {
            double radius = radius(values[j]);
            double angle = 2 * Math.PI * values[j + HALF_BLOCK];
            values[j] = radius * StrictMath.cos(angle) * sd + mean;
            values[j + HALF_BLOCK] = radius * StrictMath.sin(angle) * sd + mean;
        }
    }

    /**
     * Draws a whole number from {@code low} to {@code high - 1}: one value of {@code torch.randint(low, high)}, the
     * remainder of one word, or of two for ranges of 2^32 and more.
     *
     * @param low the smallest number that can be drawn
     * @param high one more than the largest, above {@code low}
     * @return the number drawn
     * @throws IllegalArgumentException if low is not below high
     */
    @Override
    public long integers(long low, long high) {
        Arguments.checkRange(low, high);
        long range = high - low; // unsigned: beyond Long.MAX_VALUE it wraps
        if (range >>> 32 == 0) {
            return low + Integer.toUnsignedLong(words.next32()) % range;
        }
        return low + Long.remainderUnsigned(words.next64(), range);
    }

    /**
     * Puts values in the order of {@code torch.randperm(n)}: for i from 0 to n - 2 exchanges the values at i and at i
     * plus the remainder of one word by n - i.
     *
     * @param values the values, modified
     * @throws IllegalArgumentException if there are 214,748,364 values or more, for which PyTorch has another recipe
     */
    @Override
    public void shuffle(int[] values) {
        if (values.length >= MAX_SMALL_PERMUTATION) {
            throw new IllegalArgumentException("TorchRandom orders fewer than " + MAX_SMALL_PERMUTATION
                    + " values, got " + values.length + "; PyTorch has another recipe for so many");
        }
        for (int i = 0; i < values.length - 1; i++) {
            int j = i + (int) (Integer.toUnsignedLong(words.next32()) % (values.length - i));
            int moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }

    /**
     * The order of the rows in the next epoch of {@code DataLoader(shuffle=True)} without workers and without a
     * generator of its own: draws 63 bits that PyTorch keeps for its workers, then 63 bits that seed a generator of its
     * own, whose {@code randperm(n)} is the order.
     *
     * @param n the number of rows, zero or more
     * @return a new array of the n row numbers
     * @throws IllegalArgumentException if n is negative
     */
    public int[] dataLoaderOrder(int n) {
        Arguments.checkCount("n", n);
        words.next64();
        return new TorchRandom(words.next64() & Long.MAX_VALUE).permutation(n);
    }

    /**
     * The present place in the stream.
     *
     * @return an immutable value
     */
    @Override
    public TorchState state() {
        return new TorchState(new MersenneState(words.key(), words.pos(), hasNormal, keptNormal));
    }

    /**
     * Goes to a place in a stream.
     *
     * @param state a {@link TorchState}
     * @throws IllegalArgumentException if it is another generator's
     */
    @Override
    public void restore(State state) {
        if (!(Objects.requireNonNull(state, "state") instanceof TorchState s)) {
            throw new IllegalArgumentException(
                    "TorchRandom restores a TorchState, got a state of " + state.algorithm());
        }
        words.restore(s.words().key(), s.words().pos());
        hasNormal = s.words().hasGauss();
        keptNormal = s.words().cachedGaussian();
    }
}
