package io.github.diplograph.graph;

import io.github.diplograph.corpus.Choice;
import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.corpus.Subject;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One vote, statement, event or figure, with all its edges, as all claims on it add up. */
final class OccurrenceDrawing {

    private static final Set<String> ELSEWHERE =
            Set.of("by", "according to", "for", "against", "abstained", "not voting");
    private static final Set<String> OF_THE_CLAIM = Set.of("passage", "hedge", "seenIn");

    private final Corpus corpus;
    private final Drawing drawing;
    private final String id;
    private final String section;
    private final List<Claim> claims;
    private final Map<String, Object> properties;
    private final Set<String> disputed = new TreeSet<>();
    private final boolean factual;
    private final Map<Ref, List<Claim>> actors = new TreeMap<>();
    private final Map<Ref, List<Claim>> instead = new TreeMap<>();

    /**
     * Weighs all claims.
     *
     * @param on all claims that meet on the occurrence, those on its attributes included
     */
    OccurrenceDrawing(Corpus corpus, Drawing drawing, Subject subject, List<Claim> on) {
        this.corpus = corpus;
        this.drawing = drawing;
        this.id = drawing.within(subject.id());
        this.claims = on.stream()
                .filter(claim -> !claim.section().equals("attributes"))
                .toList();
        this.section = claims.get(0).section();
        this.properties = new TreeMap<>(Properties.chosen(claims, disputed));
        OF_THE_CLAIM.forEach(properties::remove);
        this.factual = status();
        weighActors(subject);
        if (section.equals("statements")) {
            properties.putIfAbsent("speech", properties.containsKey("quote") ? "direct" : "indirect");
        }
        properties.put("name", Titles.of(section, properties, claims, actors.keySet()));
        if (!disputed.isEmpty()) {
            properties.put("disputed", List.copyOf(disputed));
        }
        new Attributes(corpus.vocabulary())
                .set(
                        on.stream()
                                .filter(claim -> claim.section().equals("attributes"))
                                .toList(),
                        properties);
    }

    /** Draws the node and every edge that rests on a claim of this document. */
    void draw(Collection<Claim> on) {
        List<Edge> ballots = section.equals("votes") ? new Ballots(drawing, id, claims).all(disputed) : List.of();
        if (disputed.contains(Ballots.DISPUTED)) {
            properties.merge("disputed", List.of(Ballots.DISPUTED), Descriptions::unite);
        }
        drawing.node(id, drawing.label(Provenance.kind(section)), properties, drawing.own(on));
        ballots.forEach(drawing::sourced);
        actorEdges();
        links();
        verbEdges();
    }

    private boolean status() {
        if (!section.equals("events") && !section.equals("statements")) {
            return false;
        }
        Choice<String> status = Choice.ofStatus(claims, this::open);
        properties.put("status", status.value());
        if (status.disputed()) {
            disputed.add("status");
        } else {
            disputed.remove("status");
        }
        boolean denied = Boolean.TRUE.equals(properties.get("negated"));
        return !denied && deed(status.value());
    }

    private boolean open(String status) {
        return corpus.vocabulary().word("statuses", status).map(Word::open).orElse(false);
    }

    private boolean deed(String status) {
        return corpus.vocabulary().word("statuses", status).map(Word::deed).orElse(false);
    }

    /** Chooses who did it; those whom only other claims name are kept for {@code CLAIMED}. */
    private void weighActors(Subject subject) {
        Choice<Set<Ref>> chosen = Choice.of(claims, claim -> by(claim, subject), OccurrenceDrawing::oneOfBoth)
                .orElse(null);
        if (chosen == null) {
            return;
        }
        for (Claim claim : claims) {
            by(claim, subject).ifPresent(all -> {
                Map<Ref, List<Claim>> kept = oneOfBoth(all, chosen.value()) ? actors : instead;
                all.forEach(actor ->
                        kept.computeIfAbsent(actor, made -> new ArrayList<>(1)).add(claim));
            });
        }
        for (Ref actor : actors.keySet()) {
            List<Claim> more = instead.remove(actor);
            if (more != null) {
                actors.getOrDefault(actor, List.of()).addAll(more);
            }
        }
        if (chosen.disputed()) {
            disputed.add("by");
        }
    }

    /** Whether one source names all whom the other names: then it only knows of more. */
    private static boolean oneOfBoth(Set<Ref> some, Set<Ref> others) {
        return some.containsAll(others) || others.containsAll(some);
    }

    private static Optional<Set<Ref>> by(Claim claim, Subject subject) {
        return claim.subjects().stream()
                .filter(one -> one.id().equals(subject.id()))
                .map(one -> (Set<Ref>) new TreeSet<>(one.by()))
                .filter(all -> !all.isEmpty())
                .findFirst();
    }

    private void actorEdges() {
        String type = section.equals("statements") ? "SAID" : "ACTED_IN";
        String shown = actors.isEmpty() ? "" : edgeId(actors.keySet().iterator().next());
        actors.forEach((actor, on) -> {
            Map<String, Object> values = new TreeMap<>();
            if (type.equals("SAID")
                    && on.stream().anyMatch(claim -> claim.entry().flag("joint"))) {
                values.put("joint", true);
            }
            if (disputed.contains("by")) {
                values.put("disputed", List.of("by"));
            }
            drawing.edge(type, edgeId(actor), drawing.mention(actor), id, values, on);
        });
        instead.forEach((actor, on) -> drawing.edge(
                "CLAIMED", edgeId(actor), drawing.mention(actor), id, Map.of("type", type, "instead", shown), on));
    }

    private String edgeId(Ref other) {
        return id + "|" + drawing.id(other);
    }

    private void links() {
        for (Key key : claims.get(0).entry().kind().keys()) {
            if (key.type() != Type.NAME || key.edge().isEmpty() || ELSEWHERE.contains(key.name())) {
                continue;
            }
            Map<Ref, List<Claim>> targets = new TreeMap<>();
            for (Claim claim : claims) {
                claim.links(key.name()).forEach(ref -> targets.computeIfAbsent(ref, made -> new ArrayList<>(1))
                        .add(claim));
            }
            String type = key.name().equals("towards") && section.equals("events")
                    ? verb().map(Verb::affects).orElse(key.edge().get())
                    : key.edge().get();
            targets.forEach(
                    (target, on) -> drawing.edge(type, edgeId(target), id, drawing.mention(target), Map.of(), on));
        }
    }

    private Optional<Verb> verb() {
        return claims.get(0).entry().verb();
    }

    /** The direct edges that a person looks for first: only for what occurred, said plainly by the article itself. */
    private void verbEdges() {
        Verb verb = verb().orElse(null);
        if (verb == null || !factual) {
            return;
        }
        Map<String, Object> values = new TreeMap<>();
        values.put("occurrence", id);
        for (String name : List.of("date", "earliest", "latest", "quantity", "outOf", "unit", "comparator")) {
            if (properties.containsKey(name)) {
                values.put(name, properties.get(name));
            }
        }
        VerbEdges edges = new VerbEdges(drawing, id, verb);
        for (Claim claim : claims) {
            boolean stated = claim.plain() && !claim.negated() && deed(claim.status());
            if (stated) {
                edges.add(claim, agents(claim));
            }
        }
        edges.draw(values);
    }

    /** Who did it according to one claim, of those that are shown; the article's own judgement is no deed. */
    private List<Ref> agents(Claim claim) {
        return actors.keySet().stream()
                .filter(actor -> actors.getOrDefault(actor, List.of()).contains(claim)
                        && !actor.kind().equals(Ref.ARTICLE))
                .sorted()
                .toList();
    }
}
