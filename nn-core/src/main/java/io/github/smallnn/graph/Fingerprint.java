package io.github.smallnn.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a sequence of texts and 64-bit words. */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    // Texts are preceded by their length, so that "ab", "c" and "a", "bc" differ.
    Fingerprint text(String s) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        bits(bytes.length);
        digest.update(bytes);
        return this;
    }

    Fingerprint bits(long word) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, word));
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
