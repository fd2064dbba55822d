// Generated from DoublePooling.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** {@link PoolKernels} for floats: rows and channels here, one image at a time in {@link FloatPool}. Any thread. */
final class FloatPooling implements PoolKernels {

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
                FloatPool.max(window, height, width, data(x), xo, data(y), yo);
            }
        }
    }

    @Override
    public void maxPoolBackward(Window window, Shape in, Tensor x, Tensor dy, double beta, Tensor dx) {
        FloatKernels.rescale(beta, dx);
        int height = Window.heightOf(in);
        int width = Window.widthOf(in);
        int channels = Window.channels(in);
        int outputs = dy.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = x.offset() + r * x.stride();
            int dxo = dx.offset() + r * dx.stride();
            int dyo = dy.offset() + r * dy.stride();
            for (int c = 0; c < channels; c++, xo += height * width, dxo += height * width, dyo += outputs) {
                FloatPool.maxBackward(window, height, width, data(x), xo, data(dy), dyo, data(dx), dxo);
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
                FloatPool.average(window, countPadding, height, width, data(x), xo, data(y), yo);
            }
        }
    }

    @Override
    public void averagePoolBackward(Window window, boolean countPadding, Shape in, Tensor dy, double beta, Tensor dx) {
        FloatKernels.rescale(beta, dx);
        int height = Window.heightOf(in);
        int width = Window.widthOf(in);
        int channels = Window.channels(in);
        int outputs = dy.cols() / channels;
        for (int r = 0; r < dy.rows(); r++) {
            int dxo = dx.offset() + r * dx.stride();
            int dyo = dy.offset() + r * dy.stride();
            for (int c = 0; c < channels; c++, dxo += height * width, dyo += outputs) {
                FloatPool.averageBackward(window, countPadding, height, width, data(dy), dyo, data(dx), dxo);
            }
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
