package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads IDX files, the format of the MNIST digits, plain or packed with gzip: two zero bytes, the type of the elements,
 * the number of axes, their lengths and the elements, all with the highest byte first. Numbers become doubles, each
 * exactly as written. Nothing is read by halves: a file that does not hold what its header says is an error that names
 * the byte.
 */
public final class Idx {
    private static final int MAX_AXES = 32;

    private Idx() {}

    /**
     * Reads a file of at most 2^28 elements.
     *
     * @param file the file
     * @return the array
     * @throws ArrayFormatException if the content is no such array or has another size than its header says
     * @throws UncheckedIOException if the file is missing or cannot be read, naming it
     */
    public static NumericArray read(Path file) {
        return read(file, ArrayLimit.DEFAULT);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param maxElements the most elements to read, 1 to 2^31 - 9
     * @return the array
     * @throws ArrayFormatException if the content is no such array, has another size than its header says, or too many
     *     elements
     * @throws UncheckedIOException if the file is missing or cannot be read, naming it
     */
    public static NumericArray read(Path file, long maxElements) {
        return Opened.read(file, in -> read(in, file.toString(), maxElements));
    }

    /**
     * Reads a stream of bytes to its end. The stream stays open.
     *
     * @param in the bytes
     * @param name what error messages call it
     * @param maxElements the most elements to read, 1 to 2^31 - 9
     * @return the array
     * @throws ArrayFormatException if the content is no such array, has another size than its header says, or too many
     *     elements
     * @throws UncheckedIOException if the stream cannot be read
     */
    public static NumericArray read(InputStream in, String name, long maxElements) {
        ArrayLimit.check(maxElements);
        ByteSource source = new ByteSource(name, Opened.unpacked(name, in));
        if (source.takeByte("the first zero byte") != 0 || source.takeByte("the second zero byte") != 0) {
            throw source.wrong(0, "an IDX file begins with two zero bytes; this is another kind of file");
        }
        ElementType type = type(source, source.takeByte("the type of the elements"));
        int axes = source.takeByte("the number of axes");
        if (axes < 1 || axes > MAX_AXES) {
            throw source.wrong(3, "the number of axes must be between 1 and " + MAX_AXES + ", found " + axes);
        }
        long[] shape = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = source.take(4, ByteOrder.BIG_ENDIAN, "the length of axis " + axis)
                    .getInt();
        }
        int elements = ArrayData.elements(source, shape, maxElements);
        return ArrayData.array(shape, ArrayData.read(source, type, ByteOrder.BIG_ENDIAN, elements));
    }

    private static ElementType type(ByteSource source, int code) {
        return switch (code) {
            case 0x08 -> ElementType.UINT8;
            case 0x09 -> ElementType.INT8;
            case 0x0b -> ElementType.INT16;
            case 0x0c -> ElementType.INT32;
            case 0x0d -> ElementType.FLOAT32;
            case 0x0e -> ElementType.FLOAT64;
            default ->
                throw source.wrong(
                        2,
                        "the type of the elements must be one of 0x08, 0x09, 0x0b, 0x0c, 0x0d and 0x0e, found "
                                + String.format("0x%02x", code));
        };
    }

    /**
     * Reads a file of inputs and one of class indices, such as the two of MNIST. Inputs are as written, 0 to 255 for
     * pixels.
     *
     * @param inputs file of an array whose first axis are the rows
     * @param labels file of a vector with one class index per row
     * @return the dataset
     * @throws ArrayFormatException if the content of a file is no such array, or the labels are no vector of one number
     *     per row
     * @throws UncheckedIOException if a file is missing or cannot be read, naming it
     */
    public static Dataset dataset(Path inputs, Path labels) {
        NumericArray x = read(inputs);
        NumericArray y = read(labels);
        if (!y.shape().equals(Arrays.asList(x.values().rows()))) {
            throw new ArrayFormatException(labels + " has the shape " + y.shape() + ", but " + inputs + " has "
                    + x.values().rows() + " rows; expected one label per row");
        }
        return new Dataset(x.values(), y.values());
    }
}
