package io.github.smallnn.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a golden file keeps of an array that is too large to be kept whole.
 *
 * @param place file, case id and path
 * @param shape the sizes of its axes
 * @param dtype {@code float64}, {@code int64} or {@code uint64}
 * @param sha256 SHA-256 over the little-endian bytes in row-major order, in hex
 * @param sum the exactly rounded sum
 * @param head the first five rows
 * @param tail the last five rows
 */
public record GoldenDigest(
        String place,
        List<Integer> shape,
        String dtype,
        String sha256,
        double sum,
        GoldenArray head,
        GoldenArray tail) {

    /**
     * The number of values in the whole array.
     *
     * @return the product of the axes
     */
    public int size() {
        int size = 1;
        for (int axis : shape) {
            size *= axis;
        }
        return size;
    }

    /**
     * SHA-256 over the little-endian bytes of doubles.
     *
     * @param values the values, not modified
     * @return the digest in hex
     */
    public static String sha256(double[] values) {
        ByteBuffer bytes = littleEndian(values.length, Double.BYTES);
        for (double v : values) {
            bytes.putDouble(v);
        }
        return sha256(bytes);
    }

    /**
     * SHA-256 over the little-endian bytes of longs.
     *
     * @param values the values, not modified
     * @return the digest in hex
     */
    public static String sha256(long[] values) {
        ByteBuffer bytes = littleEndian(values.length, Long.BYTES);
        for (long v : values) {
            bytes.putLong(v);
        }
        return sha256(bytes);
    }

    /**
     * SHA-256 over the little-endian bytes of ints.
     *
     * @param values the values, not modified
     * @return the digest in hex
     */
    public static String sha256(int[] values) {
        ByteBuffer bytes = littleEndian(values.length, Integer.BYTES);
        for (int v : values) {
            bytes.putInt(v);
        }
        return sha256(bytes);
    }

    private static ByteBuffer littleEndian(int count, int width) {
        return ByteBuffer.allocate(Math.multiplyExact(count, width)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
