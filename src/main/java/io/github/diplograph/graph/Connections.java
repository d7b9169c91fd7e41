package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.corpus.Subject;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Offices held and ties between entities: edges that claims of several documents and corpora may share. */
final class Connections {

    private final Drawing drawing;
    private final Vocabulary vocabulary;

    Connections(Drawing drawing, Vocabulary vocabulary) {
        this.drawing = drawing;
        this.vocabulary = vocabulary;
    }

    /** Draws the edge that a claim is about, with what all claims on it add up to. */
    void draw(Claim claim, Subject subject, List<Claim> on) {
        boolean role = claim.section().equals("roles");
        String type = role
                ? "HELD"
                : claim.entry()
                        .text("tie")
                        .flatMap(word -> vocabulary.tie(word.text()))
                        .orElseThrow()
                        .edge();
        Ref from = claim.links(role ? "person" : "subject").stream()
                .filter(ref -> ref.id().equals(subject.id()))
                .findFirst()
                .orElseThrow();
        String edge = subject.edge().orElseThrow();
        Ref to = claim.links(role ? "office" : "object").stream()
                .filter(ref ->
                        edge.equals(from.id() + "|" + ref.id()) || edge.startsWith(from.id() + "|" + ref.id() + "|"))
                .findFirst()
                .orElseThrow();
        List<Claim> stated = on.stream().filter(one -> !one.negated()).toList();
        List<Claim> plain = stated.stream().filter(Claim::plain).toList();
        if (stated.isEmpty()) {
            return;
        }
        if (plain.isEmpty()) {
            drawing.edge(
                    "CLAIMED",
                    edge + "|" + type,
                    drawing.mention(from),
                    drawing.mention(to),
                    Map.of("type", type),
                    stated);
            return;
        }
        Set<String> disputed = new TreeSet<>();
        Properties.chosen(stated, disputed);
        Map<String, Object> values = new TreeMap<>(Properties.chosen(plain, new TreeSet<>()));
        values.keySet().removeAll(List.of("name", "passage", "quote", "note", "inferred", "tie", "hedge", "seenIn"));
        Properties.attested(plain, values);
        if (!disputed.isEmpty()) {
            values.put("disputed", List.copyOf(disputed));
        }
        drawing.edge(type, edge, drawing.mention(from), drawing.mention(to), values, stated);
    }
}
