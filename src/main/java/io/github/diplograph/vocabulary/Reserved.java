package io.github.diplograph.vocabulary;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What names in the graph look like, and which of them are taken by the structure that every graph has. */
final class Reserved {

    static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(?:[ -][a-z0-9]+)*");
    static final Pattern LABEL = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");
    static final Pattern EDGE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    static final Pattern PROPERTY = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    private static final Set<String> LABELS = Set.of("Article", "Claim", "Document", "Run");

    final Set<String> verbs = new HashSet<>();
    final Set<String> ties = new HashSet<>();
    private final Set<String> edges = new HashSet<>(Set.of(
            "PUBLISHED_BY",
            "MADE_IN",
            "WRITTEN_IN",
            "ACCORDING_TO",
            "ASSERTS",
            "CLAIMED",
            "CANCELS",
            "TOWARDS",
            "AFFECTED"));
    private final Set<String> properties = new HashSet<>(Set.of(
            "id",
            "name",
            "sources",
            "disputed",
            "earliest",
            "latest",
            "fromEarliest",
            "fromLatest",
            "toEarliest",
            "toLatest",
            "attested",
            "kind",
            "verb",
            "label",
            "occurrence",
            "edge",
            "check",
            "quoteOffsets",
            "passageOffsets",
            "firstSeen",
            "dataset",
            "published",
            "textSha256",
            "file",
            "corpus",
            "hash"));

    /** Takes what the kinds of entry use. */
    void structure(Collection<EntryKind> entries, EntryKind header) {
        for (EntryKind entry : entries) {
            for (Key key : entry.keys()) {
                key.edge().ifPresent(edges::add);
                key.property().ifPresent(properties::add);
            }
        }
        header.keys().forEach(key -> key.edge().ifPresent(edges::add));
    }

    boolean label(String label) {
        return LABEL.matcher(label).matches() && !LABELS.contains(label);
    }

    boolean verb(String edge) {
        return !edges.contains(edge) && !ties.contains(edge);
    }

    boolean tie(String edge) {
        return !edges.contains(edge) && !verbs.contains(edge);
    }

    boolean property(String property) {
        return !properties.contains(property);
    }
}
