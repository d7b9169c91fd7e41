package io.github.diplograph.load;

import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import io.github.diplograph.load.Applied.Counters;
import io.github.diplograph.load.Batch.EdgeKey;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Compares groups of documents with the database, and writes nothing.
 *
 * <p>Each group meets the database as it is, not as the groups before would have left it; so what these create or
 * support is remembered.
 */
final class Look {

    private static final String DOCUMENTS =
            "UNWIND $ids AS id MATCH (n:_Diplograph {id: id}) RETURN id, properties(n) AS properties";

    private static final String NAMES =
            "UNWIND $ids AS id MATCH (n:_Diplograph {id: id}) WHERE n.name IS NOT NULL RETURN id, n.name AS name";

    /** By document, and there by the thing that owns what differs: a vote before its ballots. */
    private static final Comparator<Planned> ORDER = Comparator.comparing((Planned planned) ->
                    planned.documents().isEmpty() ? "" : planned.documents().get(0))
            .thenComparing(
                    planned -> Others.owner(planned.difference().element().id()))
            .thenComparing(planned -> planned.difference().element());

    private static final String DISPUTED = "disputed";

    /** What differs in a group, and by label or type and id what that rests on in the database. */
    private record Found(List<Planned> planned, Map<String, List<String>> sources) {}

    private final Session session;
    private final Setup setup;
    private final Walk walk;
    private final Map<String, Set<String>> left = new HashMap<>();
    private final Seen supported = new Seen();
    private final Seen gone = new Seen();
    private final Seen nodes = new Seen();

    Look(Session session, Setup setup, Walk walk) {
        this.session = session;
        this.setup = setup;
        this.walk = walk;
    }

    /** What the graph has no document for and the database holds: somebody has made it by hand, or changed its id. */
    List<Planned> strays(Strays strays) {
        Seen told = new Seen();
        told.addAll(supported);
        told.addAll(gone);
        return strays.find(nodes, told);
    }

    /** What an interrupted apply left behind, as far as no document brings it back. */
    List<Planned> leftovers(Schema schema) {
        return Sweep.left(session, schema).stream()
                .filter(left -> !supported.contains(key(left)) && gone.add(key(left)))
                .map(left -> new Planned(left, List.of(), "", "", "", List.of(), List.of()))
                .toList();
    }

    /** New documents that look like ones that are gone, by the names of these. */
    SortedMap<String, String> renamed() {
        return walk.renames().guess(session, walk.departed().missing());
    }

    private static String key(Difference difference) {
        return difference.element().word() + ' ' + difference.element().id();
    }

    /** Compares one group, and tells what differs: by document, nodes before relationships. */
    Walk.Step compare(List<Share> shares, Consumer<? super Planned> found) {
        if (walk.isVerifying()) {
            shares.forEach(share -> share.nodes().forEach(node -> nodes.add(node.id())));
        }
        Found compared = session.executeRead(transaction -> compare(transaction, shares));
        List<Planned> planned = compared.planned();
        List<Planned> told = new ArrayList<>();
        Set<String> created = new HashSet<>();
        planned.stream()
                .map(Planned::difference)
                .filter(Created.class::isInstance)
                .forEach(difference -> created.add(key(difference)));
        for (Planned one : planned) {
            Difference difference = one.difference();
            String key = key(difference);
            if (difference instanceof Created && !supported.add(key)) {
                continue;
            }
            if (difference instanceof Changed changed && !changed.added().isEmpty()) {
                supported.add(key);
            }
            // a relationship that moves to other ends leaves and comes in one group
            if (difference instanceof Retracted retracted && supported.contains(key) && !created.contains(key)) {
                one = with(
                        one,
                        new Changed(
                                retracted.element(),
                                retracted.element().word(),
                                Map.of(),
                                Map.of(),
                                List.of(),
                                retracted.removed()),
                        one.disputedBefore());
            }
            if (difference instanceof Changed changed && losesTheLast(changed, compared.sources())) {
                Element element = changed.element();
                Element gone = new Element(changed.formerly(), element.id(), element.from(), element.to());
                one = with(one, new Retracted(gone, changed.removed()), List.of());
            }
            if (one.difference() instanceof Retracted) {
                gone.add(key(one.difference()));
            }
            told.add(one);
        }
        told.sort(ORDER);
        told.forEach(found);
        Set<String> differ = new HashSet<>();
        planned.forEach(one -> differ.addAll(one.documents()));
        int same = (int) shares.stream()
                .filter(share -> !differ.contains(share.part().id()))
                .count();
        return new Walk.Step(told.stream().map(Planned::difference).toList(), Counters.NONE, same, false);
    }

    /** Whether groups before have taken from an element all that it rested on but what this one takes. */
    private boolean losesTheLast(Changed changed, Map<String, List<String>> sources) {
        if (changed.removed().isEmpty()) {
            return false;
        }
        Set<String> still =
                left.computeIfAbsent(before(changed), key -> new HashSet<>(sources.getOrDefault(key, List.of())));
        changed.removed().forEach(still::remove);
        return still.isEmpty() && !supported.contains(key(changed));
    }

    private static String before(Changed changed) {
        return changed.formerly() + ' ' + changed.element().id();
    }

    private static Planned with(Planned planned, Difference difference, List<String> disputedAfter) {
        return new Planned(
                difference,
                planned.documents(),
                planned.name(),
                planned.from(),
                planned.to(),
                planned.disputedBefore(),
                disputedAfter);
    }

    private Found compare(TransactionContext transaction, List<Share> shares) {
        Map<String, Map<String, Object>> documents = new HashMap<>();
        transaction
                .run(DOCUMENTS, Map.of("ids", Walk.ids(shares)))
                .forEachRemaining(row -> documents.put(
                        row.get("id").asString(), row.get("properties").asMap(Value::asObject)));
        Batch batch = walk.batch(shares);
        List<String> written = batch.documents().keySet().stream()
                .filter(id -> documents.getOrDefault(id, Map.of()).containsKey("hash"))
                .toList();
        Stored stored = Stored.read(transaction, batch, written, setup.types(), !batch.isVerifying(), false);
        Comparison comparison = Comparison.of(batch, stored);
        List<Difference> differences = new ArrayList<>(comparison.differences());
        Walk.lasting(batch, comparison).forEach(node -> Walk.document(node, documents.getOrDefault(node.id(), Map.of()))
                .ifPresent(differences::add));
        Map<String, String> names = names(transaction, comparison, differences);
        List<Planned> planned = new ArrayList<>();
        Map<String, List<String>> sources = new HashMap<>();
        for (Difference difference : differences) {
            Element element = difference.element();
            planned.add(new Planned(
                    difference,
                    batch.documents(difference),
                    element.isEdge() ? "" : names.getOrDefault(element.id(), ""),
                    element.isEdge() ? names.getOrDefault(element.from(), element.from()) : "",
                    element.isEdge() ? names.getOrDefault(element.to(), element.to()) : "",
                    disputed(element, stored),
                    disputedAfter(difference, stored)));
            if (difference instanceof Changed changed && !changed.removed().isEmpty()) {
                sources.put(before(changed), stored.sources(element, changed.formerly()));
            }
        }
        return new Found(planned, sources);
    }

    private static Map<String, String> names(
            TransactionContext transaction, Comparison comparison, List<Difference> differences) {
        Map<String, String> names = new TreeMap<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (Difference difference : differences) {
            Element element = difference.element();
            for (String id : element.isEdge() ? List.of(element.from(), element.to()) : List.of(element.id())) {
                Optional<String> name = comparison.name(id);
                name.ifPresentOrElse(known -> names.put(id, known), () -> unknown.add(id));
            }
        }
        if (!unknown.isEmpty()) {
            transaction
                    .run(NAMES, Map.of("ids", List.copyOf(unknown)))
                    .forEachRemaining(row ->
                            names.put(row.get("id").asString(), row.get("name").asString("")));
        }
        return names;
    }

    /** As the difference leaves them; what it does not touch stays. */
    private static List<String> disputedAfter(Difference difference, Stored stored) {
        if (difference instanceof Created created) {
            return texts(created.properties().get(DISPUTED));
        }
        if (difference instanceof Changed changed) {
            return changed.before().containsKey(DISPUTED) || changed.after().containsKey(DISPUTED)
                    ? texts(changed.after().get(DISPUTED))
                    : disputed(difference.element(), stored);
        }
        return List.of();
    }

    private static List<String> disputed(Element element, Stored stored) {
        if (element.isEdge()) {
            StoredEdge edge = stored.edges().get(new EdgeKey(element.word(), element.id()));
            return edge == null ? List.of() : texts(edge.properties().get(DISPUTED));
        }
        StoredNode node = stored.nodes().get(element.id());
        return node == null ? List.of() : texts(node.properties().get(DISPUTED));
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).sorted().toList()
                : List.of();
    }
}
