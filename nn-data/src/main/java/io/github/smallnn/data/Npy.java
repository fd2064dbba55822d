package io.github.smallnn.data;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads NPY files, NumPy's format of one array. Booleans, integers of 8 to 64 bits, float32 and float64 become doubles,
 * each exactly as written: an integer that a double cannot hold is an error. Arrays of Python objects are refused.
 * Nothing is read by halves: a file that does not hold what its header says is an error that names the byte.
 */
public final class Npy {
    private Npy() {}

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
        ByteSource source = new ByteSource(name, in);
        NpyHeader header = NpyHeader.read(source);
        long[] shape = header.shape();
        int elements = ArrayData.elements(source, shape, maxElements);
        double[] values = ArrayData.read(source, header.type(), header.order(), elements);
        return ArrayData.array(shape, header.columnMajor() ? toRowMajor(values, shape) : values);
    }

    /** Elements of which the first axis runs fastest, put in the order in which the last one does. */
    private static double[] toRowMajor(double[] values, long[] shape) {
        double[] out = new double[values.length];
        int[] index = new int[shape.length];
        for (int i = 0; i < out.length; i++) {
            long from = 0;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from = from * shape[axis] + index[axis];
            }
            out[i] = values[(int) from];
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return out;
    }
}
