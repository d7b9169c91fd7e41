package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Stored.Given;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What other corpora in the same database say about the entities, ties and roles that they share with this one.
 *
 * <p>Nothing is kept for it: a claim's {@code ASSERTS} carries the values that it gives. Lists unite; a value that
 * another corpus gives and that is shown cannot be changed.
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
        for (Given claim : claims(element)) {
            claim.properties().forEach((property, value) -> {
                Object ours = reconciled.get(property);
                Object theirs = shown.get(property);
                if (theirs == null || !batch.writes(property)) {
                    return;
                }
                if (theirs instanceof List<?> list) {
                    reconciled.put(property, united(list, ours, value));
                } else if (text(theirs).equals(text(value))) {
                    if (ours != null && !ours.equals(theirs)) {
                        throw refused(
                                element,
                                "has the " + property + " \"" + text(ours) + '"',
                                claim.claim(),
                                '"' + text(theirs) + '"');
                    }
                    reconciled.put(property, theirs);
                }
            });
        }
        return reconciled;
    }

    /**
     * The properties that are left when this corpus withdraws.
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
        Map<String, Object> left = new TreeMap<>(shown);
        for (Map<String, Object> withdrawn : withdrawn(element)) {
            withdrawn.forEach((property, value) -> {
                Object remains = left.get(property);
                Set<String> kept = given(element, property);
                kept.addAll(texts(registered.get(property)));
                if (remains instanceof List<?> list) {
                    Set<String> gone = texts(value);
                    gone.removeAll(kept);
                    List<?> rest = list.stream()
                            .filter(item -> !gone.contains(text(item)))
                            .toList();
                    left.put(property, rest);
                    if (rest.isEmpty()) {
                        left.remove(property);
                    }
                } else if (remains != null && text(remains).equals(text(value)) && !kept.contains(text(value))) {
                    left.remove(property);
                }
            });
        }
        return left;
    }

    private List<Given> claims(Element element) {
        return stored.given(owner(element.id())).stream()
                .filter(claim -> concerns(element, claim.properties()))
                .toList();
    }

    private List<Map<String, Object>> withdrawn(Element element) {
        return stored.edges().entrySet().stream()
                .filter(edge -> edge.getKey().type().equals("ASSERTS")
                        && edge.getValue().to().equals(owner(element.id()))
                        && concerns(element, edge.getValue().properties()))
                .map(edge -> edge.getValue().properties())
                .toList();
    }

    /** A claim on a tie or role is drawn towards its subject, and names it. */
    private static boolean concerns(Element element, Map<String, Object> asserted) {
        Object edge = asserted.get("edge");
        return element.isEdge() ? element.id().equals(edge) : edge == null;
    }

    private Set<String> given(Element element, String property) {
        Set<String> values = new HashSet<>();
        for (Given claim : claims(element)) {
            values.addAll(texts(claim.properties().get(property)));
        }
        return values;
    }

    private static List<?> united(List<?> shown, @Nullable Object ours, Object theirs) {
        Set<String> wanted = texts(ours);
        wanted.addAll(texts(theirs));
        List<?> kept =
                shown.stream().filter(item -> wanted.contains(text(item))).toList();
        if (kept.size() == wanted.size()) {
            return kept;
        }
        return List.copyOf(new TreeSet<>(wanted));
    }

    private static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new HashSet<>();
        if (value instanceof Collection<?> several) {
            several.forEach(item -> texts.add(text(item)));
        } else if (value != null) {
            texts.add(text(value));
        }
        return texts;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value);
    }

    private DiplographException refused(Element element, String ours, String source, String theirs) {
        String corpus = batch.prefix().substring(0, batch.prefix().length() - 1);
        return new DiplographException(
                "in corpus \"" + corpus + "\" " + element.id() + ' ' + ours + "; another corpus ("
                        + source + ") has given it as " + theirs
                        + ": make them agree, or give one of the two an id of its own");
    }
}
