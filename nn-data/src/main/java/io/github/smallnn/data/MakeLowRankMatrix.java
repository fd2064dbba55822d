package io.github.smallnn.data;

import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Random matrices with singular values that fall like a bell curve with a tail, those of scikit-learn's {@code
 * make_low_rank_matrix}. With rank r and tail strength t the singular value number i is {@code (1 - t) exp(-(i /
 * r)^2) + t exp(-0.1 i / r)}; the singular vectors are random. Immutable, any thread.
 *
 * @param samples number of rows, at least 1
 * @param features number of columns, at least 1
 * @param effectiveRank approximate rank, at least 1
 * @param tailStrength weight of the tail, 0 to 1
 * @param seed seed of the {@link RandomState} that {@link #generate()} draws from, 0 to 2^32 - 1
 */
public record MakeLowRankMatrix(int samples, int features, int effectiveRank, double tailStrength, long seed) {

    /**
     * Checks the parameters.
     *
     * @param samples number of rows, at least 1
     * @param features number of columns, at least 1
     * @param effectiveRank approximate rank, at least 1
     * @param tailStrength weight of the tail, 0 to 1
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public MakeLowRankMatrix {
        Sizes.atLeast("samples", 1, samples);
        Sizes.atLeast("features", 1, features);
        Sizes.elements("samples", samples, "features", features);
        Sizes.atLeast("effectiveRank", 1, effectiveRank);
        Sizes.fraction("tailStrength", tailStrength);
        int side = Math.min(samples, features);
        Sizes.elements("samples", Math.max(samples, features), "the smaller side", side);
    }

    /**
     * The defaults of scikit-learn: 100 x 100, rank 10, tail strength 0.5. The seed, which scikit-learn leaves
     * open, is 0.
     *
     * @return the defaults
     */
    public static MakeLowRankMatrix defaults() {
        return new MakeLowRankMatrix(100, 100, 10, 0.5, 0);
    }

    /**
     * The same with another size.
     *
     * @param rows number of rows, at least 1
     * @param cols number of columns, at least 1
     * @return a new value
     */
    public MakeLowRankMatrix size(int rows, int cols) {
        return new MakeLowRankMatrix(rows, cols, effectiveRank, tailStrength, seed);
    }

    /**
     * The same with another rank.
     *
     * @param rank approximate rank, at least 1
     * @return a new value
     */
    public MakeLowRankMatrix effectiveRank(int rank) {
        return new MakeLowRankMatrix(samples, features, rank, tailStrength, seed);
    }

    /**
     * The same with another tail.
     *
     * @param value weight of the tail, 0 to 1
     * @return a new value
     */
    public MakeLowRankMatrix tailStrength(double value) {
        return new MakeLowRankMatrix(samples, features, effectiveRank, value, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public MakeLowRankMatrix seed(long value) {
        return new MakeLowRankMatrix(samples, features, effectiveRank, tailStrength, value);
    }

    /**
     * Makes the matrix from a new {@link RandomState} with the seed of this value.
     *
     * @return a new tensor of samples x features in double precision
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Tensor generate() {
        return generate(new RandomState(seed));
    }

    /**
     * Makes the matrix from a stream of random numbers; the seed of this value is not used.
     *
     * @param random where to draw from; advanced
     * @return a new tensor of samples x features in double precision
     */
    public Tensor generate(RandomSource random) {
        int n = Math.min(samples, features);
        DMatrixRMaj u = OrthonormalColumns.of(normals(random, samples, n));
        DMatrixRMaj v = OrthonormalColumns.of(normals(random, features, n));
        for (int i = 0; i < n; i++) {
            double s = singularValue(i);
            for (int r = 0; r < samples; r++) {
                u.data[r * n + i] *= s;
            }
        }
        DMatrixRMaj x = new DMatrixRMaj(samples, features);
        CommonOps_DDRM.multTransB(u, v, x);
        return DoubleTensor.wrap(x);
    }

    // StrictMath, so that every Java platform makes the same matrix.
    private double singularValue(int i) {
        double bell = i / (double) effectiveRank;
        double head = (1 - tailStrength) * StrictMath.exp(-1.0 * (bell * bell));
        return head + tailStrength * StrictMath.exp(-0.1 * i / effectiveRank);
    }

    private static DMatrixRMaj normals(RandomSource random, int rows, int cols) {
        DMatrixRMaj m = new DMatrixRMaj(rows, cols);
        random.fillNormal(m.data, 0, 1);
        return m;
    }
}
