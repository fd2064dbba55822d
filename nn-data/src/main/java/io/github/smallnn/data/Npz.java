package io.github.smallnn.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads NPZ files, NumPy's zip archives of several NPY arrays, plain or compressed; see {@link Npy}. */
public final class Npz {
    private static final String ENDING = ".npy";

    private Npz() {}

    /**
     * Reads all arrays of a file, of at most 2^28 elements together.
     *
     * @param file the file
     * @return the arrays by name, in the order of the file; unmodifiable
     * @throws ArrayFormatException if the file is no zip archive of NPY arrays
     * @throws UncheckedIOException if the file is missing or cannot be read, naming it
     */
    public static Map<String, NumericArray> read(Path file) {
        return read(file, ArrayLimit.DEFAULT);
    }

    /**
     * Reads all arrays of a file.
     *
     * @param file the file
     * @param maxElements the most elements to read of all arrays together, 1 to 2^31 - 9
     * @return the arrays by name, in the order of the file; unmodifiable
     * @throws ArrayFormatException if the file is no zip archive of NPY arrays, or they have too many elements
     * @throws UncheckedIOException if the file is missing or cannot be read, naming it
     */
    public static Map<String, NumericArray> read(Path file, long maxElements) {
        ArrayLimit.check(maxElements);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(zip, file, maxElements);
        } catch (ZipException e) {
            throw new ArrayFormatException(file + " is not a well-formed zip archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw Opened.unreadable(file, e);
        }
    }

    private static Map<String, NumericArray> read(ZipFile zip, Path file, long maxElements) throws IOException {
        Map<String, NumericArray> arrays = new LinkedHashMap<>();
        long left = maxElements;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String place = file + "!" + entry.getName();
            if (!entry.getName().endsWith(ENDING)) {
                throw new ArrayFormatException(place + " is no NPY array; an NPZ file holds nothing else");
            }
            String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
            if (left == 0) {
                throw new ArrayFormatException(place + ": the arrays before have all the " + maxElements
                        + " elements that may be read; raise the limit if that is meant");
            }
            // A zip file does not look at its checksums by itself.
            try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                NumericArray array = Npy.read(in, place, left);
                if (in.getChecksum().getValue() != entry.getCrc()) {
                    throw new ArrayFormatException(place + " is damaged: its bytes do not have the checksum it names");
                }
                left -= (long) array.values().rows() * array.values().cols();
                if (arrays.put(name, array) != null) {
                    throw new ArrayFormatException(file + " has two arrays named '" + name + "'");
                }
            }
        }
        return Collections.unmodifiableMap(arrays);
    }
}
