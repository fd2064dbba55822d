package io.github.smallnn.linear;

import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A least-squares problem of many rows, reduced in passes over its blocks to one of as many rows as features: {@code
 * R'R = X'X} and {@code R'z = X'y} for the centred, weighted X and y. Memory and the work after the passes do not
 * depend on the rows.
 */
final class TallProblem {
    // The first pass forms X'X. If that is well conditioned it is enough; if not, a further pass makes R by QR.
    private static final int FEWEST_ROWS = 512;
    private static final int ROWS_PER_FEATURE = 8;

    private final Chunks chunks;
    private final Centre centre;
    private final DMatrixRMaj r;
    private final DMatrixRMaj z;
    private final LinearSolver solver;
    private final boolean refine;

    private TallProblem(
            Chunks chunks, Centre centre, DMatrixRMaj r, DMatrixRMaj z, LinearSolver solver, boolean refine) {
        this.chunks = chunks;
        this.centre = centre;
        this.r = r;
        this.z = z;
        this.solver = solver;
        this.refine = refine;
    }

    /** Whether a problem in memory is tall enough for its passes to pay. */
    static boolean suits(int rows, int features) {
        return rows >= FEWEST_ROWS && rows / ROWS_PER_FEATURE >= features;
    }

    static TallProblem reduce(RowSource source, boolean intercept, List<String> names) {
        Chunks chunks = new Chunks(source);
        int p = chunks.features();
        int k = chunks.targets();
        Moments moments = Moments.of(chunks, intercept);
        if (!moments.isFinite()) {
            chunks.pass(block -> ColumnNames.requireFinite(block, chunks.rowsRead(), names));
            throw new ArithmeticException("sums of columns go beyond the range of numbers; scale the columns down");
        }
        Centre centre = intercept
                ? new Centre(
                        Arrays.copyOf(moments.means(), p),
                        Arrays.copyOfRange(moments.means(), p, p + k),
                        true,
                        moments.weight(),
                        chunks.rows())
                : Centre.none(p, k, moments.weight(), chunks.rows());
        chunks.shiftBy(intercept ? moments.means() : new double[p + k]);
        Optional<NormalEquations> normal = NormalEquations.of(moments, p, k);
        if (normal.isPresent()) {
            NormalEquations n = normal.get();
            return new TallProblem(chunks, centre, n.r(), n.z(), LinearSolver.NORMAL, n.needsRefinement());
        }
        StackedQr qr = new StackedQr(p + k);
        chunks.read(qr::add);
        return new TallProblem(chunks, centre, qr.part(p, 0, p), qr.part(p, p, p + k), LinearSolver.QR, false);
    }

    Centre centre() {
        return centre;
    }

    Solution solve() {
        double[] s = ThinSvd.values(r);
        int rank = ThinSvd.rank(s, chunks.rows(), r.numCols);
        if (rank < r.numCols) {
            return spectral().solve(new double[z.numCols]);
        }
        DMatrixRMaj coef = new DMatrixRMaj(r.numCols, z.numCols);
        addSolution(z, false, coef);
        if (refine) {
            addSolution(gradient(coef), true, coef);
        }
        return new Solution(coef, r, s, rank, solver);
    }

    SpectralSystem spectral() {
        return SpectralSystem.of(r, z, chunks.rows());
    }

    /** Adds {@code R^-1 b}, or {@code (R'R)^-1 b}, to the coefficients. */
    private void addSolution(DMatrixRMaj b, boolean semiNormal, DMatrixRMaj coef) {
        double[] column = new double[r.numCols];
        for (int t = 0; t < b.numCols; t++) {
            for (int j = 0; j < column.length; j++) {
                column[j] = b.get(j, t);
            }
            if (semiNormal) {
                Triangle.solveTransposed(r, column);
            }
            Triangle.solve(r, column);
            for (int j = 0; j < column.length; j++) {
                coef.add(j, t, column[j]);
            }
        }
    }

    /** {@code X'(y - X b)} in a pass of its own. */
    private DMatrixRMaj gradient(DMatrixRMaj coef) {
        int p = r.numCols;
        int k = z.numCols;
        Kernels kernels = Kernels.of(Precision.DOUBLE);
        DoubleTensor b = DoubleTensor.wrap(coef);
        DoubleTensor part = DoubleTensor.wrap(new DMatrixRMaj(p, k));
        DMatrixRMaj sum = new DMatrixRMaj(p, k);
        chunks.read(chunk -> {
            Tensor x = chunk.columnRange(0, p);
            Tensor residual = chunk.columnRange(p, p + k);
            kernels.gemm(false, false, -1, x, b, 1, residual);
            kernels.gemm(true, false, 1, x, residual, 0, part);
            for (int i = 0; i < sum.data.length; i++) {
                sum.data[i] += part.data()[i];
            }
        });
        return sum;
    }
}
