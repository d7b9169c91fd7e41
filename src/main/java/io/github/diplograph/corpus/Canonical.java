package io.github.diplograph.corpus;

import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a claim says, without where it stands in its file: the same text for the same share of the graph. */
final class Canonical {

    /** Changes whenever the same claims are drawn differently. */
    static final String VERSION = "5";

    private static final char SEPARATOR = '\u001f';

    private Canonical() {}

    static String of(Claim claim) {
        StringBuilder text = new StringBuilder(256);
        text.append(claim.id()).append(SEPARATOR).append(claim.section()).append(SEPARATOR);
        if (claim.source() != null) {
            text.append(of(claim.source()));
        }
        for (Subject subject : claim.subjects()) {
            text.append(SEPARATOR).append(subject.id()).append(subject.by()).append(subject.edge());
        }
        text.append(SEPARATOR);
        append(claim.entry(), !claim.ballots().isEmpty(), text);
        claim.links().forEach((key, refs) -> text.append(SEPARATOR).append(key).append(refs));
        for (Ballot ballot : claim.ballots()) {
            text.append(SEPARATOR)
                    .append(ballot.voter().id())
                    .append(SEPARATOR)
                    .append(Ballots.CHOICES.indexOf(ballot.choice()))
                    .append(ballot.inferred() ? '!' : '.');
        }
        return text.append(claim.words()).toString();
    }

    static String of(Entry entry) {
        StringBuilder text = new StringBuilder(128);
        append(entry, false, text);
        return text.toString();
    }

    /** Leaves out names that ballots stand for: these say what the names mean. */
    private static void append(Entry entry, boolean ballots, StringBuilder text) {
        Map<String, Value> sorted = new TreeMap<>(entry.values());
        sorted.forEach((key, value) -> {
            if (!ballots || !Ballots.CHOICES.contains(key)) {
                text.append(key).append('=').append(of(value)).append(SEPARATOR);
            }
        });
    }

    /** A value without its place: what {@code toString} of its parts says. */
    static String of(Value value) {
        return value.toString();
    }

    static String of(Header header) {
        return String.join(
                String.valueOf(SEPARATOR),
                header.dataset() ? "dataset" : "article",
                header.id(),
                String.valueOf(header.title()),
                String.valueOf(header.publisher()),
                String.valueOf(header.url()),
                String.valueOf(header.text()),
                String.valueOf(header.language()),
                header.published() == null ? "" : header.published().text());
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
