package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/** {@link ConvKernels} for doubles. Owns the columns of one sample, which grow on first use and never shrink. Confined. */
// The columns are made again for the weight's gradient; keeping them for the whole batch was measured (docs/adr/0004).
final class DoubleConvolution implements ConvKernels {
    private final GemmWorkspace work;
    private double[] columns = {};

    DoubleConvolution(GemmWorkspace work) {
        this.work = work;
    }

    @Override
    public void convolve(Window window, int groups, Shape in, Tensor x, Tensor w, Tensor bias, Tensor y) {
        int out = w.rows() / groups;
        int depth = w.cols();
        int positions = y.cols() / w.rows();
        reserve(groups * depth * positions);
        for (int r = 0; r < x.rows(); r++) {
            gather(window, in, x, r);
            int yo = y.offset() + r * y.stride();
            if (bias != null) {
                spread(data(bias), bias.offset(), w.rows(), positions, data(y), yo);
            }
            for (int g = 0; g < groups; g++) {
                gemm(
                        false,
                        false,
                        out,
                        positions,
                        depth,
                        data(w),
                        w.offset() + g * out * w.stride(),
                        w.stride(),
                        columns,
                        g * depth * positions,
                        positions,
                        bias == null ? 0 : 1,
                        data(y),
                        yo + g * out * positions,
                        positions);
            }
        }
    }

    private static void spread(double[] bias, int bo, int channels, int positions, double[] y, int yo) {
        for (int o = 0, at = yo; o < channels; o++, at += positions) {
            Arrays.fill(y, at, at + positions, bias[bo + o]);
        }
    }

    @Override
    public void convolveBackwardInput(
            Window window, int groups, Shape in, Tensor w, Tensor dy, double beta, Tensor dx) {
        int out = w.rows() / groups;
        int depth = w.cols();
        int positions = dy.cols() / w.rows();
        reserve(groups * depth * positions);
        DoubleKernels.rescale(beta, dx);
        for (int r = 0; r < dy.rows(); r++) {
            for (int g = 0; g < groups; g++) {
                gemm(
                        true,
                        false,
                        depth,
                        positions,
                        out,
                        data(w),
                        w.offset() + g * out * w.stride(),
                        w.stride(),
                        data(dy),
                        dy.offset() + r * dy.stride() + g * out * positions,
                        positions,
                        0,
                        columns,
                        g * depth * positions,
                        positions);
            }
            int channels = Window.channels(in);
            DoubleColumns.scatter(
                    window,
                    channels,
                    Window.heightOf(in),
                    Window.widthOf(in),
                    columns,
                    data(dx),
                    dx.offset() + r * dx.stride());
        }
    }

    @Override
    public void convolveBackwardWeight(
            Window window, int groups, Shape in, Tensor x, Tensor dy, double beta, Tensor dw) {
        int out = dw.rows() / groups;
        int depth = dw.cols();
        int positions = dy.cols() / dw.rows();
        reserve(groups * depth * positions);
        for (int r = 0; r < x.rows(); r++) {
            gather(window, in, x, r);
            for (int g = 0; g < groups; g++) {
                gemm(
                        false,
                        true,
                        out,
                        depth,
                        positions,
                        data(dy),
                        dy.offset() + r * dy.stride() + g * out * positions,
                        positions,
                        columns,
                        g * depth * positions,
                        positions,
                        r == 0 ? beta : 1,
                        data(dw),
                        dw.offset() + g * out * dw.stride(),
                        dw.stride());
            }
        }
    }

    @Override
    public void convolveBackwardBias(Tensor dy, double beta, Tensor db) {
        int positions = dy.cols() / db.cols();
        double[] d = data(db);
        DoubleKernels.rescale(beta, db);
        for (int r = 0; r < dy.rows(); r++) {
            for (int o = 0, at = dy.offset() + r * dy.stride(); o < db.cols(); o++, at += positions) {
                d[db.offset() + o] += DoubleRows.sum(data(dy), at, positions);
            }
        }
    }

    private void gather(Window window, Shape in, Tensor x, int row) {
        DoubleColumns.gather(
                window,
                Window.channels(in),
                Window.heightOf(in),
                Window.widthOf(in),
                data(x),
                x.offset() + row * x.stride(),
                columns);
    }

    private void reserve(int elements) {
        if (columns.length < elements) {
            columns = new double[elements];
        }
    }

    private void gemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double[] a,
            int ao,
            int lda,
            double[] b,
            int bo,
            int ldb,
            double beta,
            double[] c,
            int co,
            int ldc) {
        Gemms.select(m, n, k).dgemm(ta, tb, m, n, k, 1, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
