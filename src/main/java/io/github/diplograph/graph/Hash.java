package io.github.diplograph.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The hash of a share that is small enough to be drawn before it is compared. */
final class Hash {

    private Hash() {}

    static String of(Share share) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            share.nodes()
                    .forEach(node ->
                            update(digest, List.of(node.id(), node.label(), node.properties(), node.sources())));
            share.edges()
                    .forEach(edge -> update(
                            digest,
                            List.of(
                                    edge.id(),
                                    edge.type(),
                                    edge.from(),
                                    edge.to(),
                                    edge.properties(),
                                    edge.sources())));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void update(MessageDigest digest, List<Object> element) {
        StringBuilder text = new StringBuilder(256);
        put(element, text);
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Every value tells its type and how long it is, every list how many it has: two never look like one. */
    private static void put(Object value, StringBuilder text) {
        if (value instanceof Collection<?> list) {
            text.append(list.size()).append('[');
            list.forEach(item -> put(item, text));
        } else if (value instanceof Map<?, ?> properties) {
            text.append(properties.size()).append('{');
            properties.forEach((name, property) -> {
                put(name, text);
                put(property, text);
            });
        } else {
            String written = value.toString();
            text.append(value.getClass().getSimpleName())
                    .append(written.length())
                    .append(':')
                    .append(written);
        }
    }
}
