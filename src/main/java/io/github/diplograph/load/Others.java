package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Stored.Given;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What other corpora in the same database say about the entities, ties and roles that they share with this one.
 *
 * <p>Nothing is kept for it: a claim's {@code ASSERTS} carries the values that it gives. Lists unite, and days on which
 * a tie or role is attested narrow when it began and ended; a value that another corpus gives cannot be changed.
 */
final class Others {

    private final Batch batch;
    private final Stored stored;

    Others(Batch batch, Stored stored) {
        this.batch = batch;
        this.stored = stored;
    }

    /** The node that a relationship's id begins with. */
    static String owner(String id) {
        int bar = id.indexOf('|');
        return bar < 0 ? id : id.substring(0, bar);
    }

    /**
     * The properties that an element has when this corpus and the others have their say.
     *
     * @param formerly its label or type in the database
     * @param wanted what this corpus shows
     * @param shown what the database shows
     * @param sources what it rests on in the database
     * @throws DiplographException if another corpus has given another label or value
     */
    Map<String, Object> reconciled(
            Element element,
            String formerly,
            Map<String, Object> wanted,
            Map<String, Object> shown,
            Collection<String> sources) {
        Optional<String> foreign = sources.stream().filter(batch::isForeign).findFirst();
        if (foreign.isEmpty()) {
            return wanted;
        }
        if (!formerly.isEmpty() && !formerly.equals(element.word())) {
            throw refused(element, "is a " + element.word(), foreign.get(), "a " + formerly);
        }
        Map<String, Object> reconciled = new TreeMap<>(wanted);
        List<Given> claims = claims(element);
        Testimony.of(element.isEdge(), claims, shown).forEach((property, theirs) -> {
            if (batch.writes(property)) {
                Object ours = reconciled.getOrDefault(property, theirs);
                reconciled.put(
                        property,
                        Testimony.together(element.isEdge(), property, ours, theirs)
                                .orElseThrow(() -> refused(element, claims, property, ours, theirs)));
            }
        });
        return reconciled;
    }

    /**
     * The properties that are left when this corpus withdraws: what the others give, and nothing else.
     *
     * @param shown what the database shows
     * @param sources what it rests on in the database
     */
    Map<String, Object> without(Element element, Map<String, Object> shown, Collection<String> sources) {
        boolean ours = sources.stream().anyMatch(source -> !batch.isForeign(source) && !batch.owns(source));
        boolean bundled = sources.stream().anyMatch(source -> batch.isForeign(source) && source.contains("/registry#"));
        Map<String, Object> registered = bundled ? batch.bundled(element.id()) : Map.of();
        if (ours || bundled && registered.isEmpty()) {
            return shown;
        }
        Map<String, Object> left = new TreeMap<>(Testimony.of(element.isEdge(), claims(element), shown));
        registered.forEach((property, value) -> left.merge(
                property, value, (theirs, given) -> Testimony.together(element.isEdge(), property, theirs, given)
                        .orElse(theirs)));
        if (!element.isEdge() && shown.containsKey("name")) {
            left.put("name", shown.get("name"));
        }
        return left;
    }

    private List<Given> claims(Element element) {
        return stored.given(owner(element.id())).stream()
                .filter(claim -> concerns(element, claim.properties()))
                .toList();
    }

    /** A claim on a tie or role is drawn towards its subject, and names it. */
    private static boolean concerns(Element element, Map<String, Object> asserted) {
        Object edge = asserted.get("edge");
        return element.isEdge() ? element.id().equals(edge) : edge == null;
    }

    private DiplographException refused(
            Element element, List<Given> claims, String property, Object ours, Object theirs) {
        String source = claims.stream()
                .filter(Given::plain)
                .filter(claim ->
                        Testimony.text(claim.properties().get(property)).equals(Testimony.text(theirs)))
                .map(Given::claim)
                .findFirst()
                .orElse("");
        return refused(
                element,
                "has the " + property + " \"" + Testimony.text(ours) + '"',
                source,
                '"' + Testimony.text(theirs) + '"');
    }

    private DiplographException refused(Element element, String ours, String source, String theirs) {
        String corpus = batch.prefix().substring(0, batch.prefix().length() - 1);
        return new DiplographException(
                "in corpus \"" + corpus + "\" " + element.id() + ' ' + ours + "; another corpus ("
                        + source + ") has given it as " + theirs
                        + ": make them agree, or give one of the two an id of its own");
    }
}
