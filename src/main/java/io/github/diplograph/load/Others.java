package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Staying.Shown;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What others say about elements that documents of this corpus describe: other corpora in the same database about the
 * entities, ties and roles that they share, and documents that are gone from disk and not pruned.
 *
 * <p>Nothing is kept for it: a claim's {@code ASSERTS} carries the values that it gives. Lists unite, and days on which
 * a tie or role is attested narrow when it began and ended; a value that another corpus gives cannot be changed; one that
 * a document gives which is left alone stays where no other gives one.
 */
final class Others {

    private final Batch batch;
    private final Stored stored;
    private final Set<Element> held = new HashSet<>();
    private final Map<String, Map<String, Object>> won = new HashMap<>();

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
     * The properties that an element has when its documents and the others have their say.
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
        Map<String, Object> reconciled = new TreeMap<>(wanted);
        Optional<String> foreign = sources.stream().filter(batch::isForeign).findFirst();
        if (foreign.isPresent()) {
            if (!formerly.isEmpty() && !formerly.equals(element.word())) {
                throw refused(element, "is a " + element.word(), foreign.get(), "a " + formerly);
            }
            agree(element, reconciled, shown);
        }
        if (sources.stream().anyMatch(batch::isLeft)) {
            hold(element, reconciled, shown);
        }
        return reconciled;
    }

    /** Elements of which something stays that only a document gives which is left alone. */
    Set<Element> held() {
        return held;
    }

    private void agree(Element element, Map<String, Object> reconciled, Map<String, Object> shown) {
        List<Given> claims = claims(element).stream()
                .filter(claim -> batch.isForeign(claim.claim()))
                .toList();
        Testimony.of(element.isEdge(), claims, shown).forEach((property, theirs) -> {
            if (batch.writes(property)) {
                Object ours = reconciled.getOrDefault(property, theirs);
                reconciled.put(
                        property,
                        Testimony.together(element.isEdge(), property, ours, theirs)
                                .orElseThrow(() -> refused(element, claims, property, ours, theirs)));
            }
        });
    }

    private void hold(Element element, Map<String, Object> reconciled, Map<String, Object> shown) {
        List<Given> claims = claims(element).stream()
                .filter(claim -> batch.isLeft(claim.claim()))
                .toList();
        Map<String, Object> visible = new TreeMap<>(shown);
        visible.putAll(reconciled);
        Map<String, Object> kept = Testimony.of(element.isEdge(), claims, visible);
        if (shown.get("disputed") instanceof List<?> disputed) {
            List<?> still = disputed.stream()
                    .filter(property -> isOpen(Testimony.text(property), claims, reconciled))
                    .toList();
            kept.put("disputed", still);
            won(element, still, Testimony.of(element.isEdge(), claims, shown), shown, reconciled);
        }
        if (element.isEdge()) {
            // a deed's edge repeats what the occurrence shows
            won.getOrDefault(owner(element.id()), Map.of())
                    .forEach((property, value) -> reconciled.computeIfPresent(property, (same, ours) -> value));
        }
        kept.forEach((property, value) -> {
            Object ours = reconciled.getOrDefault(property, List.of());
            Object both = Testimony.together(
                            element.isEdge(), property, reconciled.getOrDefault(property, value), value)
                    .orElse(ours);
            if (batch.writes(property) && !both.equals(ours)) {
                reconciled.put(property, both);
                held.add(element);
            }
        });
    }

    /** A dispute that a document has won is not lost because it is gone; a built name has words of what is shown. */
    private void won(
            Element element,
            List<?> disputed,
            Map<String, Object> theirs,
            Map<String, Object> shown,
            Map<String, Object> reconciled) {
        Map<String, Object> all = new TreeMap<>();
        disputed.stream().map(Testimony::text).filter(theirs::containsKey).forEach(property -> {
            Testimony.bounds(property).forEach(reconciled::remove);
            Testimony.bounds(property).stream()
                    .filter(theirs::containsKey)
                    .forEach(one -> all.put(one, theirs.get(one)));
        });
        if (!all.isEmpty()) {
            held.add(element);
            reconciled.putAll(all);
            if (!element.isEdge()) {
                won.put(element.id(), all);
                reconciled.computeIfPresent("name", (name, ours) -> shown.getOrDefault(name, ours));
            }
        }
    }

    /** Whether claims still give another value; of what only claims show, such as who did it, whether they give any. */
    private static boolean isOpen(String property, List<Given> claims, Map<String, Object> reconciled) {
        return reconciled.containsKey(property)
                ? Testimony.differ(property, claims, reconciled)
                : claims.stream().anyMatch(claim -> claim.properties().containsKey(property));
    }

    /**
     * What is left of an element when its documents withdraw: as those of this corpus show it that have not changed, or
     * else what the others give.
     *
     * @param shown what the database shows
     * @param sources what it rests on in the database
     */
    Shown left(Element element, Map<String, Object> shown, Collection<String> sources) {
        Optional<Shown> staying = batch.staying(element, sources);
        if (staying.isEmpty()) {
            return new Shown(element.word(), without(element, shown, sources));
        }
        String word = staying.get().word();
        Element becomes = new Element(word, element.id(), element.from(), element.to());
        return new Shown(word, reconciled(becomes, element.word(), staying.get().properties(), shown, sources));
    }

    /** Whether the registry stays a source of an element, because a document that is left alone refers to it. */
    boolean keeps(Element element, String source) {
        return batch.isRegistered(source) && stored.isReferred(owner(element.id()));
    }

    /** What the others give, and nothing else; documents of this corpus that have changed too see to it themselves. */
    private Map<String, Object> without(Element element, Map<String, Object> shown, Collection<String> sources) {
        boolean shared = batch.isForeign(element.id());
        boolean ours = sources.stream()
                .anyMatch(source -> !batch.isForeign(source)
                        && !batch.owns(source)
                        && !(shared && (batch.isLeft(source) || batch.isRegistered(source))));
        boolean bundled = sources.stream()
                .anyMatch(source -> source.contains("/registry#") && (!batch.owns(source) || keeps(element, source)));
        Map<String, Object> registered = bundled ? batch.bundled(element.id()) : Map.of();
        if (ours || bundled && registered.isEmpty()) {
            Map<String, Object> known = new TreeMap<>(shown);
            known.keySet().removeIf(property -> !batch.writes(property) && stored.writes(element, property));
            return known;
        }
        Map<String, Object> left = new TreeMap<>(Testimony.of(element.isEdge(), claims(element), shown));
        registered.forEach((property, value) -> left.merge(
                property, value, (theirs, given) -> Testimony.together(element.isEdge(), property, theirs, given)
                        .orElse(theirs)));
        if (!element.isEdge() && shown.containsKey("name")) {
            left.putIfAbsent("name", shown.get("name"));
        }
        // to withdraw adds nothing: what is not shown may be on its way out in another loader's hands
        left.replaceAll((property, value) -> value instanceof List<?> list && shown.get(property) instanceof List<?> all
                ? list.stream().filter(all::contains).toList()
                : value);
        left.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
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
