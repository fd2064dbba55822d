package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** Portable kernels for doubles: plain loops that C2 compiles, and {@link Gemms} for products. Confined. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleKernels implements Kernels {
    private final GemmWorkspace workspace = new GemmWorkspace();
    private final ConvKernels convolution = new DoubleConvolution(workspace);
    private final PoolKernels pooling = new DoublePooling();
    private final NormKernels norm = new DoubleNorm();
    private final AxisKernels axis = new DoubleAxis();
    private final DoubleLoopChoice loops = new DoubleLoopChoice();
    private final DoubleUnary unary = new DoubleUnary(loops);
    private final DoubleSoftmax softmax = new DoubleSoftmax(loops);

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public NormKernels norm() {
        return norm;
    }

    @Override
    public AxisKernels axis() {
        return axis;
    }

    @Override
    public void gemm(boolean transA, boolean transB, double alpha, Tensor a, Tensor b, double beta, Tensor c) {
        int k = transA ? a.rows() : a.cols();
        Gemms.select(c.rows(), c.cols(), k)
                .dgemm(
                        transA,
                        transB,
                        c.rows(),
                        c.cols(),
                        k,
                        alpha,
                        data(a),
                        a.offset(),
                        a.stride(),
                        data(b),
                        b.offset(),
                        b.stride(),
                        beta,
                        data(c),
                        c.offset(),
                        c.stride(),
                        workspace);
    }

    @Override
    public PlannedProduct plan(
            boolean transA, boolean transB, double alpha, Tensor a, Tensor b, double beta, Tensor c) {
        ProductOperands of = new ProductOperands(transA, transB, alpha, a, b, beta, c).in(Precision.DOUBLE);
        PlannedProduct fixed = FixedProducts.suit(of.m(), of.n(), of.k()) ? FixedProducts.make(of) : null;
        return fixed == null ? new DoubleBoundProduct(of, workspace) : fixed;
    }

    @Override
    public void dense(Tensor x, Tensor w, Tensor bias, Unary f, double p, double q, Tensor z, Tensor y) {
        gemm(false, false, 1, x, w, 0, z);
        DoubleLoops fast = loops.of(z.rows() * z.cols());
        if (bias != null && f == Unary.RELU && y == z) {
            fast.addRowRelu(data(bias), bias.offset(), data(z), z.offset(), z.stride(), z.rows(), z.cols());
            return;
        }
        if (bias != null) {
            fast.addRow(data(bias), bias.offset(), data(z), z.offset(), z.stride(), z.rows(), z.cols());
        }
        if (f != Unary.IDENTITY || y != z) {
            unary(f, p, q, z, y);
        }
    }

    @Override
    public void unary(Unary f, double p, double q, Tensor x, Tensor y) {
        double[] a = data(x);
        double[] b = data(y);
        boolean whole = x.isContiguous() && y.isContiguous();
        int runs = whole ? 1 : x.rows();
        int n = whole ? x.rows() * x.cols() : x.cols();
        for (int r = 0; r < runs; r++) {
            unary.apply(f, p, q, a, x.offset() + r * x.stride(), b, y.offset() + r * y.stride(), n);
        }
    }

    @Override
    public void unaryBackward(Unary f, double p, double q, Tensor x, Tensor y, Tensor dy, double beta, Tensor dx) {
        boolean whole = x.isContiguous() && y.isContiguous() && dy.isContiguous() && dx.isContiguous();
        int runs = whole ? 1 : y.rows();
        int n = whole ? y.rows() * y.cols() : y.cols();
        for (int r = 0; r < runs; r++) {
            unary.derive(
                    f,
                    p,
                    q,
                    data(x),
                    x.offset() + r * x.stride(),
                    data(y),
                    y.offset() + r * y.stride(),
                    data(dy),
                    dy.offset() + r * dy.stride(),
                    beta,
                    data(dx),
                    dx.offset() + r * dx.stride(),
                    n);
        }
    }

    @Override
    public void binary(Binary f, Tensor a, Tensor b, Tensor out) {
        double[] u = data(a);
        double[] v = data(b);
        double[] w = data(out);
        int ac = columnStep(a, out);
        int bc = columnStep(b, out);
        int cols = out.cols();
        for (int r = 0; r < out.rows(); r++) {
            int ao = rowStart(a, out, r);
            int bo = rowStart(b, out, r);
            int wo = out.offset() + r * out.stride();
            for (int c = 0; c < cols; c++) {
                w[wo + c] = combine(f, u[ao + c * ac], v[bo + c * bc]);
            }
        }
    }

    private static double combine(Binary f, double a, double b) {
        return switch (f) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
        };
    }

    @Override
    public void binaryBackward(Binary f, boolean right, Tensor a, Tensor b, Tensor dout, double beta, Tensor d) {
        rescale(beta, d);
        double[] u = data(a);
        double[] v = data(b);
        double[] g = data(dout);
        double[] w = data(d);
        int ac = columnStep(a, dout);
        int bc = columnStep(b, dout);
        int dc = columnStep(d, dout);
        for (int r = 0; r < dout.rows(); r++) {
            int ao = rowStart(a, dout, r);
            int bo = rowStart(b, dout, r);
            int go = dout.offset() + r * dout.stride();
            int wo = rowStart(d, dout, r);
            for (int c = 0; c < dout.cols(); c++) {
                w[wo + c * dc] += g[go + c] * slope(f, right, u[ao + c * ac], v[bo + c * bc]);
            }
        }
    }

    private static double slope(Binary f, boolean right, double a, double b) {
        return switch (f) {
            case ADD -> 1;
            case SUBTRACT -> right ? -1 : 1;
            case MULTIPLY -> right ? a : b;
            case DIVIDE -> right ? -a / (b * b) : 1 / b;
        };
    }

    private static int rowStart(Tensor t, Tensor like, int row) {
        return t.offset() + (t.rows() == 1 && like.rows() != 1 ? 0 : row * t.stride());
    }

    private static int columnStep(Tensor t, Tensor like) {
        return t.cols() == 1 && like.cols() != 1 ? 0 : 1;
    }

    /** D = beta D without reading D where beta is 0. */
    static void rescale(double beta, Tensor d) {
        if (beta == 0) {
            d.fill(0);
        } else if (beta != 1) {
            double[] w = data(d);
            double b = (double) beta;
            for (int r = 0, o = d.offset(); r < d.rows(); r++, o += d.stride()) {
                for (int c = 0; c < d.cols(); c++) {
                    w[o + c] *= b;
                }
            }
        }
    }

    @Override
    public void pairwise(Pairwise f, double p, Tensor x, Tensor t, Tensor values) {
        for (int r = 0; r < x.rows(); r++) {
            DoublePairwise.apply(
                    f,
                    p,
                    data(x),
                    x.offset() + r * x.stride(),
                    data(t),
                    t.offset() + r * t.stride(),
                    data(values),
                    values.offset() + r * values.stride(),
                    x.cols());
        }
    }

    @Override
    public void pairwiseBackward(
            Pairwise f, boolean byTarget, double p, Tensor x, Tensor t, Tensor g, double beta, Tensor d) {
        for (int r = 0; r < x.rows(); r++) {
            DoublePairwise.derive(
                    f,
                    byTarget,
                    p,
                    data(x),
                    x.offset() + r * x.stride(),
                    data(t),
                    t.offset() + r * t.stride(),
                    data(g),
                    g.offset() + r * g.stride(),
                    beta,
                    data(d),
                    d.offset() + r * d.stride(),
                    x.cols());
        }
    }

    @Override
    public void addColumns(double alpha, Tensor x, int xFrom, double beta, Tensor y, int yFrom, int cols) {
        double[] a = data(x);
        double[] b = data(y);
        for (int r = 0; r < y.rows(); r++) {
            int ao = x.offset() + r * x.stride() + xFrom;
            int bo = y.offset() + r * y.stride() + yFrom;
            if (beta == 0 && alpha == 1) {
                System.arraycopy(a, ao, b, bo, cols);
            } else if (beta == 0) {
                for (int c = 0; c < cols; c++) {
                    b[bo + c] = (double) alpha * a[ao + c];
                }
            } else {
                for (int c = 0; c < cols; c++) {
                    b[bo + c] = (double) beta * b[bo + c] + (double) alpha * a[ao + c];
                }
            }
        }
    }

    @Override
    public void sumRows(Tensor x, double beta, Tensor out) {
        rescale(beta, out);
        loops.of(x.rows() * x.cols())
                .sumRows(data(x), x.offset(), x.stride(), x.rows(), x.cols(), data(out), out.offset());
    }

    @Override
    public void sumColumns(Tensor x, double beta, Tensor out) {
        rescale(beta, out);
        double[] a = data(x);
        double[] s = data(out);
        for (int r = 0, o = x.offset(), so = out.offset(); r < x.rows(); r++, o += x.stride(), so += out.stride()) {
            s[so] += DoubleRows.sum(a, o, x.cols());
        }
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        softmax.softmax(x, y);
    }

    @Override
    public void softmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx) {
        for (int r = 0; r < y.rows(); r++) {
            DoubleRows.softmaxBackward(
                    data(y),
                    y.offset() + r * y.stride(),
                    data(dy),
                    dy.offset() + r * dy.stride(),
                    beta,
                    data(dx),
                    dx.offset() + r * dx.stride(),
                    y.cols());
        }
    }

    @Override
    public void logSoftmax(Tensor x, Tensor y) {
        softmax.logSoftmax(x, y);
    }

    @Override
    public void logSoftmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx) {
        softmax.logSoftmaxBackward(y, dy, beta, dx);
    }

    @Override
    public void indexCrossEntropy(Tensor x, Tensor t, Tensor values, Tensor logp) {
        logSoftmax(x, logp);
        DoubleCrossEntropy.index(t, values, logp);
    }

    @Override
    public void indexCrossEntropyBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx) {
        DoubleCrossEntropy.indexBackward(softmax.exp(logp), t, g, beta, dx);
    }

    @Override
    public void crossEntropy(Tensor x, Tensor t, Tensor values, Tensor logp) {
        logSoftmax(x, logp);
        DoubleCrossEntropy.distribution(t, values, logp);
    }

    @Override
    public void crossEntropyBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx) {
        DoubleCrossEntropy.distributionBackward(softmax.exp(logp), t, g, beta, dx);
    }

    @Override
    public void dropoutMask(long key, int firstRow, double p, Tensor mask) {
        double[] m = data(mask);
        double keep = (double) (1 / (1 - p));
        for (int r = 0, o = mask.offset(); r < mask.rows(); r++, o += mask.stride()) {
            long rowKey = CounterRandom.rowKey(key, firstRow + r);
            for (int c = 0; c < mask.cols(); c++) {
                m[o + c] = CounterRandom.uniform(rowKey, c) < p ? 0 : keep;
            }
        }
    }

    @Override
    public ConvKernels convolution() {
        return convolution;
    }

    @Override
    public PoolKernels pooling() {
        return pooling;
    }

    @Override
    public double sum(Tensor x, Tensor weights) {
        double[] a = data(x);
        double total = 0;
        for (int r = 0, o = x.offset(); r < x.rows(); r++, o += x.stride()) {
            double rowTotal = 0;
            for (int c = 0; c < x.cols(); c++) {
                rowTotal += a[o + c];
            }
            total += weights == null ? rowTotal : rowTotal * data(weights)[weights.offset() + r * weights.stride()];
        }
        return total;
    }

    @Override
    public void spread(double factor, Tensor weights, Tensor out) {
        if (weights == null) {
            out.fill(factor);
            return;
        }
        double[] o = data(out);
        for (int r = 0; r < out.rows(); r++) {
            double v = (double) (factor * data(weights)[weights.offset() + r * weights.stride()]);
            int at = out.offset() + r * out.stride();
            for (int c = 0; c < out.cols(); c++) {
                o[at + c] = v;
            }
        }
    }

    @Override
    public void scale(double alpha, Tensor x) {
        rescale(alpha, x);
    }

    @Override
    public long firstNonFinite(Tensor x) {
        double[] a = data(x);
        for (int r = 0, o = x.offset(); r < x.rows(); r++, o += x.stride()) {
            for (int c = 0; c < x.cols(); c++) {
                if (!Double.isFinite(a[o + c])) {
                    return (long) r * x.cols() + c;
                }
            }
        }
        return -1;
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
