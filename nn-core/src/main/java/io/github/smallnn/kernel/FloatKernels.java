// Generated from DoubleKernels.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** Portable kernels for floats: plain loops that C2 compiles, and {@link Gemms} for products. Confined. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatKernels implements Kernels {
    private final GemmWorkspace workspace = new GemmWorkspace();
    private final ConvKernels convolution = new FloatConvolution(workspace);
    private final PoolKernels pooling = new FloatPooling();
    private final NormKernels norm = new FloatNorm();
    private final AxisKernels axis = new FloatAxis();
    private final FloatLoopChoice loops = new FloatLoopChoice();
    private final FloatUnary unary = new FloatUnary(loops);
    private final FloatSoftmax softmax = new FloatSoftmax(loops);

    @Override
    public Precision precision() {
        return Precision.FLOAT;
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
                .sgemm(
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
        ProductOperands of = new ProductOperands(transA, transB, alpha, a, b, beta, c).in(Precision.FLOAT);
        PlannedProduct fixed = FixedProducts.suit(of.m(), of.n(), of.k()) ? FixedProducts.make(of) : null;
        return fixed == null ? new FloatBoundProduct(of, workspace) : fixed;
    }

    @Override
    public void dense(Tensor x, Tensor w, Tensor bias, Unary f, double p, double q, Tensor z, Tensor y) {
        gemm(false, false, 1, x, w, 0, z);
        FloatLoops fast = loops.of(z.rows() * z.cols());
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
        float[] a = data(x);
        float[] b = data(y);
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
        float[] u = data(a);
        float[] v = data(b);
        float[] w = data(out);
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

    private static float combine(Binary f, float a, float b) {
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
        float[] u = data(a);
        float[] v = data(b);
        float[] g = data(dout);
        float[] w = data(d);
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

    private static float slope(Binary f, boolean right, float a, float b) {
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
            float[] w = data(d);
            float b = (float) beta;
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
            FloatPairwise.apply(
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
            FloatPairwise.derive(
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
        float[] a = data(x);
        float[] b = data(y);
        for (int r = 0; r < y.rows(); r++) {
            int ao = x.offset() + r * x.stride() + xFrom;
            int bo = y.offset() + r * y.stride() + yFrom;
            if (beta == 0 && alpha == 1) {
                System.arraycopy(a, ao, b, bo, cols);
            } else if (beta == 0) {
                for (int c = 0; c < cols; c++) {
                    b[bo + c] = (float) alpha * a[ao + c];
                }
            } else {
                for (int c = 0; c < cols; c++) {
                    b[bo + c] = (float) beta * b[bo + c] + (float) alpha * a[ao + c];
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
        float[] a = data(x);
        float[] s = data(out);
        for (int r = 0, o = x.offset(), so = out.offset(); r < x.rows(); r++, o += x.stride(), so += out.stride()) {
            s[so] += FloatRows.sum(a, o, x.cols());
        }
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        softmax.softmax(x, y);
    }

    @Override
    public void softmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx) {
        for (int r = 0; r < y.rows(); r++) {
            FloatRows.softmaxBackward(
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
        FloatCrossEntropy.index(t, values, logp);
    }

    @Override
    public void indexCrossEntropyBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx) {
        FloatCrossEntropy.indexBackward(softmax.exp(logp), t, g, beta, dx);
    }

    @Override
    public void crossEntropy(Tensor x, Tensor t, Tensor values, Tensor logp) {
        logSoftmax(x, logp);
        FloatCrossEntropy.distribution(t, values, logp);
    }

    @Override
    public void crossEntropyBackward(Tensor logp, Tensor t, Tensor g, double beta, Tensor dx) {
        FloatCrossEntropy.distributionBackward(softmax.exp(logp), t, g, beta, dx);
    }

    @Override
    public void dropoutMask(long key, int firstRow, double p, Tensor mask) {
        float[] m = data(mask);
        float keep = (float) (1 / (1 - p));
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
        float[] a = data(x);
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
        float[] o = data(out);
        for (int r = 0; r < out.rows(); r++) {
            float v = (float) (factor * data(weights)[weights.offset() + r * weights.stride()]);
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
        float[] a = data(x);
        for (int r = 0, o = x.offset(); r < x.rows(); r++, o += x.stride()) {
            for (int c = 0; c < x.cols(); c++) {
                if (!Float.isFinite(a[o + c])) {
                    return (long) r * x.cols() + c;
                }
            }
        }
        return -1;
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
