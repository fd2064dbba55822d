package io.github.smallnn.data;

import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * An array of numbers of any rank as it came from a file. The tensor belongs to the holder of this value.
 *
 * @param shape the lengths of its axes; empty for one number
 * @param values the numbers in double precision: the first axis by all others, so a vector is a column and one number
 *     is 1 x 1
 */
public record NumericArray(List<Integer> shape, Tensor values) {

    /**
     * Copies the shape and checks that it fits.
     *
     * @param shape the lengths of its axes
     * @param values the numbers, the first axis by all others
     * @throws IllegalArgumentException if the shape asks for other rows or columns than the tensor has
     */
    public NumericArray {
        shape = List.copyOf(shape);
        long columns = 1;
        for (int axis : shape.subList(Math.min(1, shape.size()), shape.size())) {
            columns *= axis;
        }
        int rows = shape.isEmpty() ? 1 : shape.get(0);
        if (values.rows() != rows || values.cols() != columns) {
            throw new IllegalArgumentException("an array of shape " + shape + " has " + rows + " x " + columns
                    + " values, but was given " + values.describe());
        }
    }
}
