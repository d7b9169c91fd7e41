package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Document;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.corpus.Subject;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who says so: the article, the document that extracts it, and a claim for each of its entries. */
final class Provenance {

    private static final int NAME = 80;

    private final Drawing drawing;
    private final Attributes attributes;

    Provenance(Drawing drawing, Attributes attributes) {
        this.drawing = drawing;
        this.attributes = attributes;
    }

    void document(String corpus, Part part) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("name", part.file().isEmpty() ? "registry" : part.file());
        properties.put("corpus", corpus);
        properties.put("hash", part.hash());
        if (!part.file().isEmpty()) {
            properties.put("file", part.file());
        }
        drawing.node(part.id(), "Document", properties, List.of());
    }

    void article(Document document, Optional<Ref> publisher) {
        if (document.header() == null) {
            return;
        }
        Header header = document.header();
        Map<String, Object> properties = new TreeMap<>();
        properties.put("name", header.title() == null ? header.id() : header.title());
        put(properties, "title", header.title());
        put(properties, "url", header.url());
        put(properties, "language", header.language());
        put(properties, "textSha256", document.textSha256());
        if (header.dataset()) {
            properties.put("dataset", true);
        }
        if (header.published() != null) {
            properties.put("published", header.published().text());
            Properties.bounds("published", header.published(), properties);
        }
        String id = drawing.within(header.id());
        List<String> sources = List.of(document.id());
        drawing.node(id, "Article", properties, sources);
        publisher.ifPresent(ref -> {
            String to = drawing.mention(ref);
            drawing.sourced(new Edge(id + "|" + to, "PUBLISHED_BY", id, to, Map.of(), sources));
        });
    }

    void claim(Claim claim) {
        Map<String, Object> properties = new TreeMap<>();
        String section = claim.section();
        properties.put("kind", kind(section));
        properties.put("name", name(claim));
        words(claim, "quote", "quote", properties);
        words(claim, "passage", "passage", properties);
        words(claim, "seen in", "seenIn", properties);
        properties.computeIfPresent("seenIn", (key, value) -> ((List<?>) value).get(0));
        claim.entry().text("hedge").ifPresent(hedge -> properties.put("hedge", hedge.text()));
        claim.entry().text("says").ifPresent(says -> properties.put("says", says.text()));
        claim.entry().text("note").ifPresent(note -> properties.put("note", note.text()));
        claim.words()
                .check()
                .ifPresent(check -> properties.put("check", check.name().toLowerCase(Locale.ROOT)));
        offsets(claim.words().quoteOffsets(), "quoteOffsets", properties);
        offsets(claim.words().passageOffsets(), "passageOffsets", properties);
        drawing.node(claim.id(), "Claim", properties, List.of());
        drawing.edge("WRITTEN_IN", claim.id(), claim.document(), Map.of());
        if (claim.source() != null) {
            drawing.edge("MADE_IN", claim.id(), drawing.within(claim.source().id()), Map.of());
        }
        for (Ref agent : claim.links("according to")) {
            drawing.edge("ACCORDING_TO", claim.id(), drawing.mention(agent), Map.of());
        }
    }

    /** Says which values this claim gives to what it is about, which is called by that name. */
    void asserts(Claim claim, Subject subject, String to, String called) {
        Map<String, Object> values = new TreeMap<>(Properties.of(claim.entry()));
        List.of("name", "quote", "note", "says", "passage", "hedge", "seenIn").forEach(values::remove);
        if (!subject.by().isEmpty()) {
            values.put("by", subject.by().stream().map(drawing::id).toList());
        }
        if (claim.section().equals("attributes")) {
            values.clear();
            values.putAll(attributes.of(claim));
        }
        if (claim.section().equals("entities")) {
            // of two that are one, one name stays, and the other is an alias that this claim gives
            claim.entry()
                    .text("name")
                    .map(Text::text)
                    .filter(name -> !name.equals(called))
                    .ifPresent(name -> values.merge("aliases", List.of(name), Descriptions::unite));
        }
        subject.edge().ifPresent(edge -> values.put("edge", edge));
        String id =
                claim.id() + "|" + to + subject.edge().map(edge -> "|" + edge).orElse("");
        drawing.sourced(new Edge(id, "ASSERTS", claim.id(), to, values, List.of()));
    }

    /** The kind of a section's entries: {@code vote} for {@code votes}. */
    static String kind(String section) {
        return section.equals("entities") ? "entity" : section.substring(0, section.length() - 1);
    }

    private static String name(Claim claim) {
        List<Text> words = new ArrayList<>(claim.entry().texts("passage"));
        words.addAll(claim.entry().texts("quote"));
        String name = words.isEmpty()
                ? claim.id().substring(claim.id().indexOf('#') + 1)
                : words.get(0).text();
        return name.codePointCount(0, name.length()) <= NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }

    private static void words(Claim claim, String key, String property, Map<String, Object> properties) {
        List<String> words = claim.entry().texts(key).stream().map(Text::text).toList();
        if (!words.isEmpty()) {
            properties.put(property, words);
        }
    }

    private static void offsets(List<Integer> offsets, String property, Map<String, Object> properties) {
        if (!offsets.isEmpty()) {
            properties.put(property, offsets.stream().map(Integer::longValue).toList());
        }
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
