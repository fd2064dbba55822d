package io.github.smallnn.linear;

import io.github.smallnn.tensor.Shape;
import org.ejml.data.DMatrixRMaj;

/**
 * A value per sample that is affine in the network's inputs.
 *
 * @param rows (inputs + 1) x size: what a unit of each input adds, and below it what is there without any input
 * @param shape logical shape of one sample
 * @param free whether a trainable constant has been added
 */
record AffineValue(DMatrixRMaj rows, Shape shape, boolean free) {

    /** The inputs themselves. */
    static AffineValue input(Shape shape) {
        int size = shape.size();
        DMatrixRMaj rows = new DMatrixRMaj(size + 1, size);
        for (int i = 0; i < size; i++) {
            rows.set(i, i, 1);
        }
        return new AffineValue(rows, shape, false);
    }

    AffineValue reshaped(Shape to) {
        return new AffineValue(rows, to, free);
    }

    /** {@code factor this + shift}, both repeated over the elements. */
    AffineValue scaled(double[] factor, double[] shift, boolean freed) {
        DMatrixRMaj out = rows.copy();
        int last = out.numRows - 1;
        for (int j = 0; j < out.numCols; j++) {
            double f = factor[j % factor.length];
            for (int i = 0; i <= last; i++) {
                out.set(i, j, f * rows.get(i, j));
            }
            out.add(last, j, shift[j % shift.length]);
        }
        return new AffineValue(out, shape, free || freed);
    }

    /** {@code this + factor other}. */
    AffineValue plus(double factor, AffineValue other) {
        DMatrixRMaj out = rows.copy();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] += factor * other.rows.data[i];
        }
        return new AffineValue(out, shape, free || other.free);
    }

    /** Product with an in x out matrix on the last axis. */
    AffineValue times(double[] weight, Shape to) {
        int in = shape.last();
        int out = to.last();
        DMatrixRMaj product = new DMatrixRMaj(rows.numRows, to.size());
        for (int i = 0; i < rows.numRows; i++) {
            for (int g = 0; g < shape.size() / in; g++) {
                for (int p = 0; p < in; p++) {
                    double x = rows.get(i, g * in + p);
                    for (int j = 0; j < out; j++) {
                        product.add(i, g * out + j, x * weight[p * out + j]);
                    }
                }
            }
        }
        return new AffineValue(product, to, free);
    }

    /** Copies a range of the last axis to a place in the last axis of another value. */
    void copy(int from, int count, AffineValue target, int to) {
        int in = shape.last();
        int out = target.shape.last();
        for (int i = 0; i < rows.numRows; i++) {
            for (int g = 0; g < shape.size() / in; g++) {
                for (int j = 0; j < count; j++) {
                    target.rows.set(i, g * out + to + j, rows.get(i, g * in + from + j));
                }
            }
        }
    }

    /** A value of zeros. */
    AffineValue blank(Shape to, boolean freed) {
        return new AffineValue(new DMatrixRMaj(rows.numRows, to.size()), to, freed);
    }
}
