package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** J'J and J'r, formed from blocks of rows of J so that J itself is never stored whole, and their damped solution. Confined. */
final class NormalMatrix {
    private static final int BLOCK_ELEMENTS = 1 << 18;

    private final SquaresObjective squares;
    private final Kernels kernels = Kernels.of(Precision.DOUBLE);
    private final LinearSolverDense<DMatrixRMaj> cholesky;
    private final DoubleTensor product;
    private final DMatrixRMaj damped;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final double[] gradient;
    private final int size;
    private final int blockRows;
    private final double[] block;

    NormalMatrix(SquaresObjective squares, int size) {
        this.squares = squares;
        this.size = size;
        this.blockRows = Math.max(1, Math.min(squares.count(), BLOCK_ELEMENTS / size));
        this.block = new double[blockRows * size];
        this.product = DoubleTensor.wrap(new DMatrixRMaj(size, size));
        this.damped = new DMatrixRMaj(size, size);
        this.right = new DMatrixRMaj(size, 1);
        this.solution = new DMatrixRMaj(size, 1);
        this.gradient = new double[size];
        this.cholesky = LinearSolverFactory_DDRM.symmPosDef(size);
    }

    /** Forms both at a point. */
    void form(ParameterSet at, double[] residuals) {
        Arrays.fill(gradient, 0);
        for (int from = 0; from < residuals.length; from += blockRows) {
            int rows = Math.min(blockRows, residuals.length - from);
            squares.jacobian(at, from, rows, block);
            DoubleTensor j = DoubleTensor.wrap(DMatrixRMaj.wrap(rows, size, block));
            kernels.gemm(true, false, 1, j, j, from == 0 ? 0 : 1, product);
            for (int i = 0; i < rows; i++) {
                addRow(i * size, residuals[from + i]);
            }
        }
    }

    private void addRow(int at, double residual) {
        for (int k = 0; k < size; k++) {
            gradient[k] += residual * block[at + k];
        }
    }

    /** J'r, half the gradient of r'r. */
    double[] gradient() {
        return gradient;
    }

    double largestDiagonal() {
        double most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, product.get(i, i));
        }
        return most;
    }

    /** Solves (J'J + mu I) h = -J'r; false if rounding has left the matrix without a Cholesky factor. */
    boolean solve(double mu, double[] h) {
        damped.setTo(product.matrix());
        for (int i = 0; i < size; i++) {
            damped.add(i, i, mu);
            right.set(i, 0, -gradient[i]);
        }
        if (!cholesky.setA(damped)) {
            return false;
        }
        cholesky.solve(right, solution);
        Vectors.copy(solution.data, h);
        return true;
    }
}
