package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.vocabulary.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The direct edges of one occurrence's verb, as all claims that state them add up: each shows the same whichever document
 * draws it.
 */
final class VerbEdges {

    private final Drawing drawing;
    private final String occurrence;
    private final Verb verb;
    private final Map<String, Stated> edges = new TreeMap<>();

    /** One edge: who says so, and through whom it was done, unless somebody says that it was done directly. */
    private static final class Stated {

        private final String from;
        private final String to;
        private final List<Claim> claims = new ArrayList<>(1);
        private final Set<String> through = new TreeSet<>();
        private boolean directly;

        private Stated(String from, String to) {
            this.from = from;
            this.to = to;
        }
    }

    VerbEdges(Drawing drawing, String occurrence, Verb verb) {
        this.drawing = drawing;
        this.occurrence = occurrence;
        this.verb = verb;
    }

    /**
     * Takes in a claim that states the deed.
     *
     * @param by who did it according to this claim, sorted
     */
    void add(Claim claim, List<Ref> by) {
        List<Ref> targets = claim.links("towards");
        if (targets.isEmpty() && verb.symmetric()) {
            for (int i = 0; i < by.size(); i++) {
                for (int j = i + 1; j < by.size(); j++) {
                    add(by.get(i), by.get(j), List.of(), claim);
                }
            }
        }
        for (Ref target : targets) {
            by.forEach(actor -> add(actor, target, List.of(), claim));
            claim.links("on behalf of").stream()
                    .filter(principal -> !by.contains(principal) && !by.isEmpty())
                    .forEach(principal -> add(principal, target, by, claim));
        }
    }

    private void add(Ref actor, Ref target, List<Ref> through, Claim claim) {
        String from = drawing.mention(actor);
        String to = drawing.mention(target);
        Stated edge = edges.computeIfAbsent(occurrence + "|" + from + "|" + to, id -> new Stated(from, to));
        edge.claims.add(claim);
        edge.directly |= through.isEmpty();
        through.forEach(agent -> edge.through.add(drawing.id(agent)));
    }

    /** Draws those that rest on a claim of this document, with what the occurrence shows on each. */
    void draw(Map<String, Object> values) {
        edges.forEach((id, edge) -> {
            Map<String, Object> shown = new TreeMap<>(values);
            if (!edge.directly) {
                shown.put("through", List.copyOf(edge.through));
            }
            drawing.edge(verb.edge(), id, edge.from, edge.to, shown, edge.claims);
        });
    }
}
