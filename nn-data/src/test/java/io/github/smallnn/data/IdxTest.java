package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.graph.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxTest {
    private static NumericArray read(byte[] bytes) {
        return Idx.read(new ByteArrayInputStream(bytes), "t.idx", 100_000);
    }

    private static byte[] idx(int type, int[] shape, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * shape.length + data.length);
        out.putShort((short) 0).put((byte) type).put((byte) shape.length);
        for (int axis : shape) {
            out.putInt(axis);
        }
        return out.put(data).array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(0x08, new byte[] {1, -1}, new double[] {1, 255}),
                Arguments.of(0x09, new byte[] {1, -1}, new double[] {1, -1}),
                Arguments.of(0x0b, new byte[] {1, 2, -1, -2}, new double[] {258, -2}),
                Arguments.of(0x0c, new byte[] {0, 1, 0, 0, -1, -1, -1, -1}, new double[] {65536, -1}),
                Arguments.of(0x0d, bytes(b -> b.putFloat(0.1f).putFloat(-7)), new double[] {0.1f, -7}),
                Arguments.of(0x0e, bytes(b -> b.putDouble(0.1).putDouble(-7)), new double[] {0.1, -7}));
    }

    private static byte[] bytes(Consumer<ByteBuffer> fill) {
        ByteBuffer b = ByteBuffer.allocate(16);
        fill.accept(b);
        return Arrays.copyOf(b.array(), b.position());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyType(int type, byte[] data, double[] want) throws IOException {
        byte[] file = idx(type, new int[] {2}, data);
        assertThat(read(file).values().toArray()).containsExactly(want);
        assertThat(read(gzip(file)).values().toArray()).containsExactly(want);
    }

    @Test
    void imagesAndLabels(@TempDir Path folder) throws IOException {
        long seed = 5;
        byte[] pixels = new byte[600 * 7 * 9]; // several chunks
        new Random(seed).nextBytes(pixels);
        byte[] labels = new byte[600];
        new Random(seed + 1).nextBytes(labels);
        Path images = folder.resolve("images.gz");
        Path classes = folder.resolve("labels");
        Files.write(images, gzip(idx(8, new int[] {600, 7, 9}, pixels)));
        Files.write(classes, idx(8, new int[] {600}, labels));
        assertThat(Idx.read(images).shape()).containsExactly(600, 7, 9);
        Dataset data = Idx.dataset(images, classes);
        assertThat(data.inputs().describe()).isEqualTo("600 x 63");
        for (int r = 0; r < 600; r++) {
            assertThat(data.inputs().get(r, r % 63)).isEqualTo(pixels[r * 63 + r % 63] & 0xff);
            assertThat(data.targets().get(r, 0)).isEqualTo(labels[r] & 0xff);
        }
        Files.write(classes, idx(8, new int[] {599}, Arrays.copyOf(labels, 599)));
        assertThatExceptionOfType(ArrayFormatException.class)
                .isThrownBy(() -> Idx.dataset(images, classes))
                .withMessageContaining("labels has the shape [599], but " + images + " has 600 rows");
    }

    static Stream<Arguments> malformed() {
        byte[] two = {1, 2};
        byte[] wrongType = idx(7, new int[] {2}, two);
        byte[] noAxes = idx(8, new int[0], two);
        byte[] other = {80, 75, 3, 4, 5};
        return Stream.of(
                Arguments.of(new byte[0], "byte 0: expected the first zero byte (1 bytes), found the end after 0"),
                Arguments.of(other, "byte 0: an IDX file begins with two zero bytes"),
                Arguments.of(wrongType, "byte 2: the type of the elements must be one of 0x08"),
                Arguments.of(noAxes, "byte 3: the number of axes must be between 1 and 32, found 0"),
                Arguments.of(new byte[] {0, 0, 8, 2, 0, 0, 0, 1}, "byte 8: expected the length of axis 1 (4 bytes)"),
                Arguments.of(idx(8, new int[] {-1}, two), "has an axis of -1; lengths must be at least 0"),
                Arguments.of(idx(8, new int[] {2, 0}, two), "has an axis of 0; lengths must be at least 1"),
                Arguments.of(idx(8, new int[] {100_001}, two), "more than the 100000 elements that may be read"),
                Arguments.of(
                        idx(8, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 4}, two),
                        "more than the 100000 elements"),
                Arguments.of(
                        idx(8, new int[] {3}, two), "byte 8: expected elements 0 to 2 of 3 (3 bytes), found the end"),
                Arguments.of(idx(8, new int[] {1}, two), "byte 9: expected the end after 1 elements of 1 bytes each"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedFilesAreNamedByByte(byte[] bytes, String message) {
        assertThatExceptionOfType(ArrayFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining("t.idx, byte ")
                .withMessageContaining(message);
    }

    /** A header that promises much makes the reader allocate no more than what is there. */
    @Test
    void memoryFollowsTheBytesNotTheHeader() {
        byte[] bytes = idx(0x0e, new int[] {Integer.MAX_VALUE - 8}, new byte[64]);
        assertThatThrownBy(() -> Idx.read(new ByteArrayInputStream(bytes), "t.idx", Integer.MAX_VALUE - 8))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("found the end after 64");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] plain = idx(0x0c, new int[] {2, 2}, new byte[16]);
        byte[] packed = gzip(plain);
        for (byte[] whole : new byte[][] {plain, packed}) {
            for (int n = 0; n < whole.length; n++) {
                byte[] part = Arrays.copyOf(whole, n);
                assertThatThrownBy(() -> read(part)).as("cut to %d bytes", n).isInstanceOf(ArrayFormatException.class);
            }
        }
        packed[packed.length - 6] ^= 1; // the checksum
        assertThatThrownBy(() -> read(packed))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("not well-formed compressed data");
    }

    @Test
    void aFailingStreamIsNamed(@TempDir Path folder) {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }
        };
        assertThatThrownBy(() -> Idx.read(failing, "remote", 10))
                .hasMessageContaining("cannot read remote")
                .hasMessageContaining("the line went dead");
        assertThatThrownBy(() -> Idx.read(folder.resolve("missing"))).hasMessageContaining("there is no such file");
    }
}
