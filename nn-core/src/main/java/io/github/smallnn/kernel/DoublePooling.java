package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** {@link PoolKernels} for doubles: rows and channels here, one image at a time in {@link DoublePool}. Any thread. */
final class DoublePooling implements PoolKernels {

    @Override
    public void maxPool(Window window, Shape in, Tensor x, Tensor y) {
        int height = Window.heightOf(in);
        int width = Window.widthOf(in);
        int channels = Window.channels(in);
        int outputs = y.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = x.offset() + r * x.stride();
            int yo = y.offset() + r * y.stride();
            for (int c = 0; c < channels; c++, xo += height * width, yo += outputs) {
                DoublePool.max(window, height, width, data(x), xo, data(y), yo);
            }
        }
    }

    @Override
    public void maxPoolBackward(Window window, Shape in, Tensor x, Tensor dy, double beta, Tensor dx) {
        DoubleKernels.rescale(beta, dx);
        int height = Window.heightOf(in);
        int width = Window.widthOf(in);
        int channels = Window.channels(in);
        int outputs = dy.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = x.offset() + r * x.stride();
            int dxo = dx.offset() + r * dx.stride();
            int dyo = dy.offset() + r * dy.stride();
            for (int c = 0; c < channels; c++, xo += height * width, dxo += height * width, dyo += outputs) {
                DoublePool.maxBackward(window, height, width, data(x), xo, data(dy), dyo, data(dx), dxo);
            }
        }
    }

    @Override
    public void averagePool(Window window, boolean countPadding, Shape in, Tensor x, Tensor y) {
        int height = Window.heightOf(in);
        int width = Window.widthOf(in);
        int channels = Window.channels(in);
        int outputs = y.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = x.offset() + r * x.stride();
            int yo = y.offset() + r * y.stride();
            for (int c = 0; c < channels; c++, xo += height * width, yo += outputs) {
                DoublePool.average(window, countPadding, height, width, data(x), xo, data(y), yo);
            }
        }
    }

    @Override
    public void averagePoolBackward(Window window, boolean countPadding, Shape in, Tensor dy, double beta, Tensor dx) {
        DoubleKernels.rescale(beta, dx);
        int height = Window.heightOf(in);
        int width = Window.widthOf(in);
        int channels = Window.channels(in);
        int outputs = dy.cols() / channels;
        for (int r = 0; r < dy.rows(); r++) {
            int dxo = dx.offset() + r * dx.stride();
            int dyo = dy.offset() + r * dy.stride();
            for (int c = 0; c < channels; c++, dxo += height * width, dyo += outputs) {
                DoublePool.averageBackward(window, countPadding, height, width, data(dy), dyo, data(dx), dxo);
            }
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
