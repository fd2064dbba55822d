package io.github.smallnn.testing;

import io.github.smallnn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the bits of numbers, one pattern for every NaN: Java leaves open which NaN an operation gives. Confined to
 * one thread.
 */
public final class Bits {
    private final MessageDigest digest;

    /** Starts with nothing. */
    public Bits() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /**
     * Adds numbers.
     *
     * @param values any numbers
     * @return this
     */
    public Bits add(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        for (double value : values) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
        digest.update(bytes.flip());
        return this;
    }

    /**
     * Adds the numbers of a tensor, row by row; a float counts as the double that equals it.
     *
     * @param tensor any tensor
     * @return this
     */
    public Bits add(Tensor tensor) {
        return add(tensor.toArray());
    }

    /**
     * Adds a text.
     *
     * @param text any text
     * @return this
     */
    public Bits add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * The fingerprint of all that was added.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
