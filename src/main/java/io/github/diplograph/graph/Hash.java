package io.github.diplograph.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of a share that is small enough to be drawn before it is compared. */
final class Hash {

    private Hash() {}

    static String of(Share share) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            share.nodes().forEach(node -> update(digest, node.toString()));
            share.edges().forEach(edge -> update(digest, edge.toString()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0x1e);
    }
}
