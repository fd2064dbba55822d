package io.github.smallnn.data;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The numbers of an array whose header has been read. Memory grows with the bytes that arrive, not with the header. */
final class ArrayData {
    private static final int CHUNK = 1 << 14;

    private ArrayData() {}

    /** The number of elements of a shape, at most {@code maxElements}; every axis but the first has at least one. */
    static int elements(ByteSource in, long[] shape, long maxElements) {
        long elements = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < 0 || axis > 0 && shape[axis] == 0) {
                throw in.wrong(
                        in.position(),
                        "the shape " + Arrays.toString(shape) + " has an axis of " + shape[axis]
                                + "; lengths must be at least " + (axis == 0 ? 0 : 1));
            }
            if (shape[axis] > 0 && elements > maxElements / shape[axis]) {
                throw in.wrong(
                        in.position(),
                        "the shape " + Arrays.toString(shape) + " has more than the " + maxElements
                                + " elements that may be read; raise the limit if that is meant");
            }
            elements *= shape[axis];
        }
        return (int) elements;
    }

    /** Reads the elements, in row-major order, and requires that nothing follows. */
    static double[] read(ByteSource in, ElementType type, ByteOrder order, int elements) {
        double[] values = new double[Math.min(elements, CHUNK)];
        for (int done = 0; done < elements; ) {
            int n = Math.min(elements - done, CHUNK);
            long start = in.position();
            ByteBuffer bytes =
                    in.take(n * type.bytes(), order, "elements " + done + " to " + (done + n - 1) + " of " + elements);
            if (done + n > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(elements, 2L * values.length));
            }
            for (int i = 0; i < n; i++) {
                try {
                    values[done + i] = type.read(bytes);
                } catch (ArithmeticException e) {
                    throw new ArrayFormatException(
                            in.name() + ", byte " + (start + (long) i * type.bytes()) + ": element " + (done + i)
                                    + " is " + e.getMessage(),
                            e);
                }
            }
            done += n;
        }
        in.requireEnd(elements + " elements of " + type.bytes() + " bytes each");
        return values;
    }

    static NumericArray array(long[] shape, double[] values) {
        List<Integer> axes = Arrays.stream(shape).mapToObj(n -> (int) n).toList();
        int rows = axes.isEmpty() ? 1 : axes.get(0);
        int cols = 1;
        for (int axis = 1; axis < axes.size(); axis++) {
            cols *= axes.get(axis);
        }
        Tensor tensor = DoubleTensor.wrap(DMatrixRMaj.wrap(rows, cols, values));
        return new NumericArray(axes, tensor);
    }
}
