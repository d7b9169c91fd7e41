package io.github.diplograph.corpus;

import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says, without where it stands in its file: the same text for the same share of the graph, and another for
 * another, for every part tells how long it is, and every list how many parts it has.
 */
final class Canonical {

    /** Changes whenever the same claims are drawn differently. */
    static final String VERSION = "6";

    private Canonical() {}

    static String of(Claim claim) {
        StringBuilder text = new StringBuilder(256);
        put(claim.id(), text);
        put(claim.section(), text);
        put(claim.source() == null ? null : of(claim.source()), text);
        all(claim.subjects(), text, subject -> {
            put(subject.id(), text);
            all(subject.by(), text, ref -> put(of(ref), text));
            put(subject.edgeId(), text);
        });
        put(claim.entry(), !claim.ballots().isEmpty(), text);
        all(claim.links().entrySet(), text, link -> {
            put(link.getKey(), text);
            all(link.getValue(), text, ref -> put(of(ref), text));
        });
        all(claim.ballots(), text, ballot -> {
            put(ballot.voter().id(), text);
            text.append(Ballots.CHOICES.indexOf(ballot.choice())).append(ballot.inferred() ? '!' : '.');
        });
        put(claim.words().toString(), text);
        return text.toString();
    }

    static String of(Entity.Definition definition) {
        StringBuilder text = new StringBuilder(128);
        put(definition.claim(), text);
        put(definition.entry(), false, text);
        return text.toString();
    }

    static String of(Ref ref) {
        StringBuilder text = new StringBuilder(64);
        put(ref.id(), text);
        put(ref.kind(), text);
        put(ref.of(), text);
        put(ref.name(), text);
        return text.toString();
    }

    static String of(Header header) {
        StringBuilder text = new StringBuilder(128);
        put(header.dataset() ? "dataset" : "article", text);
        put(header.id(), text);
        put(header.title(), text);
        put(header.publisher() == null ? null : header.publisher().text(), text);
        put(header.url(), text);
        put(header.text(), text);
        put(header.language(), text);
        put(header.published() == null ? null : header.published().text(), text);
        return text.toString();
    }

    /** Leaves out names that ballots stand for: these say what the names mean. */
    private static void put(Entry entry, boolean ballots, StringBuilder text) {
        Map<String, Value> sorted = new TreeMap<>(entry.values());
        if (ballots) {
            Ballots.CHOICES.forEach(sorted::remove);
        }
        all(sorted.entrySet(), text, value -> {
            put(value.getKey(), text);
            put(value.getValue(), text);
        });
    }

    /** A value without its place. */
    private static void put(Value value, StringBuilder text) {
        if (value instanceof Value.Texts list) {
            all(list.texts(), text, one -> put(one.text(), text));
        } else {
            put(value.toString(), text);
        }
    }

    private static void put(@Nullable String part, StringBuilder text) {
        if (part == null) {
            text.append('-');
        } else {
            text.append(part.length()).append(':').append(part);
        }
    }

    private static <T> void all(Collection<T> parts, StringBuilder text, Consumer<T> put) {
        text.append(parts.size()).append('[');
        parts.forEach(put);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0x1e);
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(List<String> texts) {
        MessageDigest digest = sha256();
        texts.forEach(text -> update(digest, text));
        return hex(digest);
    }
}
