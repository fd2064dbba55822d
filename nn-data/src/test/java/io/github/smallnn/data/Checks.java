package io.github.smallnn.data;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static io.github.smallnn.testing.GoldenAssert.assertEqual;
import static io.github.smallnn.testing.GoldenAssert.assertUlps;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.GoldenDigest;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;

/** Comparisons of made data with golden arrays, whole or kept as digests. */
final class Checks {
    static final double CLOSE = 1e-12;
    private static final int NORMAL_ULPS = 4;

    private Checks() {}

    /** Equal to the bit. */
    static void exact(Tensor got, GoldenValue want) {
        if (want.isDigest()) {
            assertThat(GoldenDigest.sha256(got.toArray()))
                    .as(want.place())
                    .isEqualTo(want.digest().sha256());
        } else {
            assertUlps(want.place(), got.toArray(), want.array().doubles(), 0);
        }
    }

    /** Whole numbers such as labels, equal. */
    static void labels(Tensor got, GoldenValue want) {
        long[] labels = Arrays.stream(got.toArray()).mapToLong(v -> (long) v).toArray();
        assertThat(got.toArray())
                .as(want.place() + " whole numbers")
                .containsExactly(Arrays.stream(labels).asDoubleStream().toArray());
        if (want.isDigest()) {
            assertThat(GoldenDigest.sha256(labels))
                    .as(want.place())
                    .isEqualTo(want.digest().sha256());
        } else {
            assertEqual(want.place(), labels, want.array().longs());
        }
    }

    static void rows(int[] got, GoldenValue want) {
        assertEqual(
                want.place(),
                Arrays.stream(got).asLongStream().toArray(),
                want.array().longs());
    }

    /** Normal numbers, within 4 ulp. */
    static void normals(Tensor got, GoldenValue want) {
        if (!want.isDigest()) {
            assertUlps(want.place(), got.toArray(), want.array().doubles(), NORMAL_ULPS);
            return;
        }
        GoldenDigest digest = want.digest();
        double[] values = got.toArray();
        assertThat(values).as(want.place()).hasSize(digest.size());
        int n = digest.head().size();
        assertUlps(
                want.place() + " head", Arrays.copyOf(values, n), digest.head().doubles(), NORMAL_ULPS);
        assertUlps(want.place() + " tail", tail(values, n), digest.tail().doubles(), NORMAL_ULPS);
        double allowed =
                Arrays.stream(values).map(v -> NORMAL_ULPS * Math.ulp(v)).sum();
        assertClose(want.place() + " sum", Arrays.stream(values).sum(), digest.sum(), 1e-15, allowed);
    }

    /** What is behind a matrix product, an elementary function or a QR decomposition, within 1e-12. */
    static void close(Tensor got, GoldenValue want) {
        if (!want.isDigest()) {
            assertClose(want.place(), got.toArray(), want.array().doubles(), CLOSE, CLOSE);
            return;
        }
        GoldenDigest digest = want.digest();
        double[] values = got.toArray();
        assertThat(values).as(want.place()).hasSize(digest.size());
        int n = digest.head().size();
        assertClose(
                want.place() + " head", Arrays.copyOf(values, n), digest.head().doubles(), CLOSE, CLOSE);
        assertClose(want.place() + " tail", tail(values, n), digest.tail().doubles(), CLOSE, CLOSE);
        double allowed =
                Arrays.stream(values).map(v -> CLOSE * (1 + Math.abs(v))).sum();
        assertClose(want.place() + " sum", Arrays.stream(values).sum(), digest.sum(), 0, allowed);
    }

    private static double[] tail(double[] values, int n) {
        return Arrays.copyOfRange(values, values.length - n, values.length);
    }
}
