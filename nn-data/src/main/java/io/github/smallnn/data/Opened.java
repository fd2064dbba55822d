package io.github.smallnn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files opened, read by somebody and closed again. */
final class Opened {
    private static final int BUFFER = 1 << 16;

    private Opened() {}

    static <T> T read(Path file, Function<InputStream, T> reader) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.apply(in);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static UncheckedIOException unreadable(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new UncheckedIOException("cannot read " + file + ": there is no such file; check the path", e)
                : new UncheckedIOException("cannot read " + file + ": " + e, e);
    }

    /** The bytes themselves, or what they hold if they begin as gzip does. */
    static InputStream unpacked(String name, InputStream in) {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        try {
            boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
        } catch (ZipException | EOFException e) {
            throw new ArrayFormatException(name + " begins as gzip but is not well-formed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e, e);
        }
    }
}
