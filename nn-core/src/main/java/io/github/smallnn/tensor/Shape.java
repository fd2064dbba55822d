package io.github.smallnn.tensor;

import java.util.Arrays;

/**
 * Logical shape of one sample, such as {@code [3]} or {@code [1, 28, 28]}.
 *
 * <p>A value of shape {@code [d0, ..., dk]} is stored as one row of {@code d0 * ... * dk} numbers per sample, the last
 * axis running fastest. A parameter of shape {@code [d0, d1, ...]} is stored as {@code d0} rows of the rest, a parameter
 * of rank 1 as one row. Immutable, any thread.
 */
public final class Shape {
    private final int[] sizes;
    private final int size;

    private Shape(int[] sizes) {
        this.sizes = sizes;
        long product = 1;
        for (int d : sizes) {
            if (d < 1) {
                throw new IllegalArgumentException(
                        "shape " + Arrays.toString(sizes) + ": every axis must be at least 1, but one is " + d);
            }
            product *= d;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "shape " + Arrays.toString(sizes) + " has more than 2^31-1 elements; use smaller axes");
            }
        }
        this.size = (int) product;
    }

    /**
     * A shape from its axes.
     *
     * @param sizes axis lengths, at least one, each at least 1
     * @return the shape
     * @throws IllegalArgumentException if there is no axis, an axis is below 1, or the product exceeds 2^31-1
     */
    public static Shape of(int... sizes) {
        if (sizes.length == 0) {
            throw new IllegalArgumentException("a shape needs at least one axis; use Shape.of(1) for a single number");
        }
        return new Shape(sizes.clone());
    }

    /**
     * Number of axes.
     *
     * @return the rank, at least 1
     */
    public int rank() {
        return sizes.length;
    }

    /**
     * Length of one axis.
     *
     * @param axis from 0 to {@code rank() - 1}
     * @return the length
     */
    public int axis(int axis) {
        return sizes[axis];
    }

    /**
     * Length of the last axis: the features that a dense layer mixes.
     *
     * @return the last length
     */
    public int last() {
        return sizes[sizes.length - 1];
    }

    /**
     * Number of elements of one sample.
     *
     * @return the product of all axes
     */
    public int size() {
        return size;
    }

    /**
     * The same shape with another last axis.
     *
     * @param last new length of the last axis
     * @return a new shape
     */
    public Shape withLast(int last) {
        int[] copy = sizes.clone();
        copy[copy.length - 1] = last;
        return new Shape(copy);
    }

    /**
     * Rows in which a parameter of this shape is stored: 1 for rank 1, else the first axis.
     *
     * @return storage rows
     */
    public int parameterRows() {
        return sizes.length == 1 ? 1 : sizes[0];
    }

    /**
     * Columns in which a parameter of this shape is stored.
     *
     * @return {@code size() / parameterRows()}
     */
    public int parameterCols() {
        return size / parameterRows();
    }

    /**
     * The axes as an array.
     *
     * @return a fresh copy
     */
    public int[] toArray() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Shape s && Arrays.equals(sizes, s.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}
