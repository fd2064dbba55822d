package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that NumPy wrote, and what is wrong with others. */
class NpyTest {
    private static final long LIMIT = 1000;

    private static byte[] file(String name) {
        try (InputStream in = NpyTest.class.getResourceAsStream("/arrays/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumericArray read(byte[] bytes) {
        return Npy.read(new ByteArrayInputStream(bytes), "t.npy", LIMIT);
    }

    private static NumericArray numpy(String name) {
        return read(file(name + ".npy"));
    }

    @Test
    void everyTypeOfNumPy() {
        assertThat(numpy("int16_column_major").values().toRows())
                .isDeepEqualTo(new double[][] {{-2, -1, 0}, {1, 2, 3}});
        assertThat(numpy("float32").values().toArray()).containsExactly(0.1f, -2.5e30f);
        assertThat(numpy("int32_big_endian").values().toRows()).isDeepEqualTo(new double[][] {
            {1, -2}, {3, Integer.MAX_VALUE}
        });
        assertThat(numpy("bool").values().toArray()).containsExactly(1, 0, 1);
        assertThat(numpy("version2").values().toArray()).containsExactly(1, 255);
        assertThat(numpy("uint64").values().toArray()).containsExactly(5, 0x1p63 + 0x1p11);
        assertThat(numpy("special").values().toArray())
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0);
    }

    @Test
    void everyRank() {
        assertThat(numpy("scalar").shape()).isEmpty();
        assertThat(numpy("scalar").values().describe()).isEqualTo("1 x 1");
        assertThat(numpy("bool").shape()).containsExactly(3);
        assertThat(numpy("bool").values().describe()).isEqualTo("3 x 1");
        assertThat(numpy("none").shape()).containsExactly(0, 3);
        NumericArray cube = numpy("cube_column_major");
        assertThat(cube.shape()).containsExactly(2, 3, 4);
        assertThat(cube.values().describe()).isEqualTo("2 x 12");
        assertThat(cube.values().toArray())
                .containsExactly(IntStream.range(0, 24).asDoubleStream().toArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    objects     | the array holds Python objects, which are never read
                    complex     | the type of the elements is '<c8'
                    fields      | byte 20: the array has named fields
                    large_int64 | byte 136: element 1 is 9007199254740993, which a number of 53 bits cannot hold
                    """)
    void whatIsNotReadIsNamed(String name, String message) {
        assertThatExceptionOfType(ArrayFormatException.class)
                .isThrownBy(() -> numpy(name))
                .withMessageContaining("t.npy, byte ")
                .withMessageContaining(message);
    }

    private static byte[] npy(String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[10 + text.length + dataBytes];
        byte[] mark = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)};
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        System.arraycopy(text, 0, bytes, mark.length, text.length);
        return bytes;
    }

    static Stream<Arguments> malformed() {
        String doubles = "{'descr': '<f8', 'fortran_order': False, 'shape': ";
        return Stream.of(
                Arguments.of(
                        doubles + "(2,), }  ", 15, "byte 69: expected elements 0 to 1 of 2 (16 bytes), found the end"),
                Arguments.of(doubles + "(2,), }  ", 17, "byte 85: expected the end after 2 elements of 8 bytes each"),
                Arguments.of(doubles + "(1001,)}", 0, "has more than the 1000 elements that may be read"),
                Arguments.of(doubles + "(999999999, 999999999, 999999999)}", 0, "has more than the 1000 elements"),
                Arguments.of(doubles + "(2, 0)}", 0, "has an axis of 0; lengths must be at least 1"),
                Arguments.of(doubles + "(-1,)}", 8, "byte 61: expected the length of an axis, found '-'"),
                Arguments.of(doubles + "(9999999999999999999,)}", 8, "byte 61: expected the length of an axis"),
                Arguments.of(doubles + "(1,)} x", 8, "byte 66: expected the end of the header, found 'x'"),
                Arguments.of(doubles + "(1,)", 8, "byte 64: expected '}', found the end of the header"),
                Arguments.of("{'descr': '<f8', 'fortran_order': 1}", 8, "byte 44: expected True or False, found '1'"),
                Arguments.of(
                        "{'descr': '<f8', 'fortran_order': True}", 8, "needs 'descr', 'fortran_order' and 'shape'"),
                Arguments.of("{'descr': '<f8', 'more': False}", 8, "the header has 'more', expected"),
                Arguments.of("{'descr': '<f8", 8, "byte 20: expected a quoted text, found '''"),
                Arguments.of("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 8, "Python objects"),
                Arguments.of("{'descr': '|b1', 'fortran_order': False, 'shape': ()}", 0, "elements 0 to 0 of 1 (1 b"),
                Arguments.of("[]", 8, "byte 10: expected '{', found '['"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedFilesAreNamedByByte(String header, int dataBytes, String message) {
        assertThatExceptionOfType(ArrayFormatException.class)
                .isThrownBy(() -> read(npy(header, dataBytes)))
                .withMessageContaining("t.npy, byte ")
                .withMessageContaining(message);
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("t.npy, byte 0: an NPY file begins with");
        assertThatThrownBy(() -> read(new byte[0]))
                .hasMessageContaining("byte 0: expected the mark of an NPY file (6 bytes), found the end after 0");
        byte[] version = npy("", 0);
        version[6] = 9;
        assertThatThrownBy(() -> read(version))
                .hasMessageContaining("byte 6: expected an NPY file of version 1, 2 or 3");
        byte[] truth = npy("{'descr': '|b1', 'fortran_order': False, 'shape': (2,)}", 2);
        truth[truth.length - 1] = 7;
        assertThatThrownBy(() -> read(truth)).hasMessageContaining("byte 66: element 1 is the byte 7");
        byte[] longHeader = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 127};
        assertThatThrownBy(() -> read(longHeader)).hasMessageContaining("a header of 2147483647 bytes is longer");
    }

    /** A file cut at any byte is an error: nothing is read by halves. */
    @Test
    void everyTruncationIsRefused() {
        byte[] whole = file("int32_big_endian.npy");
        for (int n = 0; n < whole.length; n++) {
            byte[] part = Arrays.copyOf(whole, n);
            assertThatThrownBy(() -> read(part)).as("cut to %d bytes", n).isInstanceOf(ArrayFormatException.class);
        }
    }

    @Test
    void limitsAreChecked() {
        InputStream in = InputStream.nullInputStream();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.read(in, "t.npy", 0))
                .withMessageContaining("maxElements must be between 1 and 2^31-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumericArray(List.of(2, 3), numpy("bool").values()))
                .withMessageContaining("2 x 3 values, but was given 3 x 1");
    }

    @Test
    void archives(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("two.npz");
        Files.write(file, file("two.npz"));
        Map<String, NumericArray> two = Npz.read(file);
        assertThat(two).containsOnlyKeys("x", "labels");
        assertThat(two.get("x").values().toRows()).isDeepEqualTo(new double[][] {{0, 1}, {2, 3}});
        assertThat(two.get("labels").values().toArray()).containsExactly(1, 0);
        assertThatThrownBy(() -> Npz.read(file, 5))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("two.npz!labels.npy")
                .hasMessageContaining("more than the 1 elements");
        assertThatThrownBy(() -> Npz.read(file, 4)).hasMessageContaining("the arrays before have all the 4 elements");
        Path plain = folder.resolve("plain.npy");
        Files.write(plain, file("bool.npy"));
        assertThat(Npy.read(plain).values().rows()).isEqualTo(3);
        assertThatThrownBy(() -> Npz.read(plain))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("plain.npy is not a well-formed zip archive");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Npz.read(missing)).hasMessageContaining("missing: there is no such file");
        assertThatThrownBy(() -> Npy.read(missing)).hasMessageContaining("missing: there is no such file");
    }

    @Test
    void damagedArchivesAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stored.npz");
        byte[] bytes = file("stored.npz");
        Files.write(file, bytes);
        assertThat(Npz.read(file).get("a").values().toArray()).containsExactly(1.5, -2);
        int half = indexOf(bytes, new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf8, 0x3f}); // the number 1.5
        bytes[half] = 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("stored.npz!a.npy is damaged");
        Path packed = folder.resolve("packed.npz");
        byte[] compressed = file("two.npz");
        for (int i = 60; i < 70; i++) {
            compressed[i] ^= (byte) 0xff;
        }
        Files.write(packed, compressed);
        assertThatThrownBy(() -> Npz.read(packed))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("packed.npz");
        Path other = folder.resolve("other.npz");
        Files.write(other, zip("readme.txt"));
        assertThatThrownBy(() -> Npz.read(other)).hasMessageContaining("other.npz!readme.txt is no NPY array");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("the bytes are not there");
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        return out.toByteArray();
    }
}
