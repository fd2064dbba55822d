package io.github.smallnn.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/** Bytes with their place, for readers that name it in every error. Confined. */
final class ByteSource {
    private final String name;
    private final InputStream in;
    private long position;

    ByteSource(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    /** Exactly n bytes, which the caller has found to be few enough. */
    ByteBuffer take(int n, ByteOrder order, String what) {
        byte[] bytes = new byte[n];
        int got = read(bytes, n);
        if (got < n) {
            throw wrong(position, "expected " + what + " (" + n + " bytes), found the end after " + got);
        }
        position += n;
        return ByteBuffer.wrap(bytes).order(order);
    }

    int takeByte(String what) {
        return Byte.toUnsignedInt(take(1, ByteOrder.BIG_ENDIAN, what).get());
    }

    /** That nothing follows. */
    void requireEnd(String announced) {
        if (read(new byte[1], 1) > 0) {
            throw wrong(position, "expected the end after " + announced + ", found more bytes");
        }
    }

    private int read(byte[] bytes, int n) {
        try {
            return in.readNBytes(bytes, 0, n);
        } catch (ZipException | EOFException e) {
            throw new ArrayFormatException(
                    name + " is not well-formed compressed data after byte " + position + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e, e);
        }
    }

    ArrayFormatException wrong(long at, String message) {
        return new ArrayFormatException(name + ", byte " + at + ": " + message);
    }
}
