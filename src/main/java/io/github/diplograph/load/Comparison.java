package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Node;
import io.github.diplograph.load.Batch.EdgeKey;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import io.github.diplograph.load.Staying.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a batch differs from what the database holds; decides, and writes nothing. */
final class Comparison {

    private final Batch batch;
    private final Stored stored;
    private final Others others;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Changed> revived = new TreeMap<>();
    private final Set<String> held = new TreeSet<>();

    private Comparison(Batch batch, Stored stored) {
        this.batch = batch;
        this.stored = stored;
        this.others = new Others(batch, stored);
    }

    /**
     * Compares.
     *
     * @throws io.github.diplograph.diagnostic.DiplographException if another corpus has given another value
     */
    static Comparison of(Batch batch, Stored stored) {
        Comparison comparison = new Comparison(batch, stored);
        comparison.held.addAll(LeftBallots.keep(batch, stored));
        batch.nodes().values().forEach(comparison::node);
        stored.nodes().forEach(comparison::formerNode);
        batch.edges().forEach(comparison::edge);
        stored.edges().forEach(comparison::formerEdge);
        batch.retracted()
                .forEach(id -> comparison.differences.add(new Retracted(Element.node(Batch.DOCUMENT, id), List.of())));
        comparison.differences.sort(Comparator.comparing(Difference::element));
        comparison.others.held().forEach(comparison::hold);
        return comparison;
    }

    /** All differences but those of the documents' own nodes: nodes first, by label or type, and id. */
    List<Difference> differences() {
        return differences;
    }

    /** Documents that would have changed more, had not others been left alone that are gone from disk. */
    Set<String> held() {
        return held;
    }

    /** Nodes that are {@link Created} in the graph's eyes and stand in the database without support, by id. */
    Map<String, Changed> revived() {
        return revived;
    }

    /** The names of the nodes that differ, by id, as the graph has them or else the database. */
    Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        for (Difference difference : differences) {
            Element element = difference.element();
            if (!element.isEdge()) {
                name(element.id()).ifPresent(name -> names.put(element.id(), name));
            }
        }
        return names;
    }

    /** The name of a node that the documents speak of, or that was read. */
    Optional<String> name(String id) {
        return Stream.of(batch.nodes(), batch.mentions(), batch.documents())
                .flatMap(nodes -> Stream.ofNullable(nodes.get(id)))
                .map(Node::properties)
                .map(properties -> properties.get("name"))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .or(() -> Optional.ofNullable(stored.nodes().get(id))
                        .map(node -> node.properties().get("name")))
                .map(String::valueOf);
    }

    /** Nodes that other documents define and that must be there for relationships to touch. */
    List<Node> bare() {
        return batch.mentions().values().stream()
                .filter(node -> !stored.has(node.id()))
                .toList();
    }

    private void node(Node node) {
        Element element = Element.node(node.label(), node.id());
        StoredNode before = stored.nodes().get(node.id());
        if (before == null) {
            differences.add(new Created(element, node.properties(), node.sources()));
            return;
        }
        String formerly = before.labels().contains(node.label()) ? node.label() : batch.label(before.labels());
        Changed changed = changed(
                element,
                formerly,
                before.properties(),
                others.reconciled(element, formerly, node.properties(), before.properties(), before.sources()),
                before.sources(),
                node.sources());
        if (before.unsupported()) {
            revived.put(node.id(), changed);
            differences.add(new Created(element, node.properties(), node.sources()));
        } else if (says(changed)) {
            differences.add(changed);
        }
    }

    private void edge(EdgeKey key, Edge edge) {
        Element element = new Element(edge.type(), edge.id(), edge.from(), edge.to());
        StoredEdge before = stored.edges().get(key);
        if (before == null) {
            differences.add(new Created(element, edge.properties(), edge.sources()));
        } else if (!before.from().equals(edge.from()) || !before.to().equals(edge.to())) {
            List<String> kept = before.sources().stream()
                    .filter(source -> !batch.owns(source))
                    .toList();
            differences.add(
                    new Retracted(new Element(key.type(), key.id(), before.from(), before.to()), before.sources()));
            differences.add(new Created(element, edge.properties(), List.copyOf(Batch.union(kept, edge.sources()))));
        } else if (!before.properties().equals(edge.properties())
                || !before.sources().equals(edge.sources())) {
            Changed changed = changed(
                    element,
                    edge.type(),
                    before.properties(),
                    others.reconciled(element, edge.type(), edge.properties(), before.properties(), before.sources()),
                    before.sources(),
                    edge.sources());
            if (says(changed)) {
                differences.add(changed);
            }
        }
    }

    private void formerNode(String id, StoredNode node) {
        if (!batch.nodes().containsKey(id) && !node.unsupported()) {
            Element element = Element.node(batch.label(node.labels()), id);
            former(element, node.properties(), node.sources(), stored.isClaim(id));
        }
    }

    private void formerEdge(EdgeKey key, StoredEdge edge) {
        if (!batch.edges().containsKey(key)) {
            Element element = new Element(key.type(), key.id(), edge.from(), edge.to());
            former(element, edge.properties(), edge.sources(), stored.isClaim(Others.owner(key.id())));
        }
    }

    private void hold(Element element) {
        batch.sources(element).forEach(source -> held.add(Batch.document(source)));
    }

    /** An element that the documents do not describe any longer, if they ever did. */
    private void former(Element element, Map<String, Object> properties, List<String> sources, boolean ofClaim) {
        List<String> kept =
                sources.stream().filter(source -> others.keeps(element, source)).toList();
        List<String> removed = sources.stream()
                .filter(source -> batch.owns(source) && !kept.contains(source))
                .sorted()
                .toList();
        if (!kept.isEmpty()) {
            held.add(batch.registry());
        }
        if (sources.isEmpty() ? ofClaim : removed.size() == sources.size()) {
            differences.add(new Retracted(element, removed));
        } else if (!removed.isEmpty()) {
            Shown left = others.left(element, properties, sources);
            Element becomes = new Element(left.word(), element.id(), element.from(), element.to());
            differences.add(changed(becomes, element.word(), properties, left.properties(), sources, kept));
        }
    }

    private Changed changed(
            Element element,
            String formerly,
            Map<String, Object> before,
            Map<String, Object> after,
            Collection<String> sourcesBefore,
            Collection<String> sourcesAfter) {
        SortedMap<String, Object> was = new TreeMap<>();
        SortedMap<String, Object> becomes = new TreeMap<>();
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Object one = before.get(key);
            Object other = after.get(key);
            if (stored.writes(element, key) && (one == null || !one.equals(other))) {
                if (one != null) {
                    was.put(key, one);
                }
                if (other != null) {
                    becomes.put(key, other);
                }
            }
        }
        TreeSet<String> added = new TreeSet<>(sourcesAfter);
        sourcesBefore.forEach(added::remove);
        TreeSet<String> removed = new TreeSet<>(sourcesBefore);
        removed.removeIf(source -> !batch.owns(source));
        sourcesAfter.forEach(removed::remove);
        return new Changed(element, formerly, was, becomes, List.copyOf(added), List.copyOf(removed));
    }

    private static boolean says(Changed changed) {
        return !changed.before().isEmpty()
                || !changed.after().isEmpty()
                || !changed.added().isEmpty()
                || !changed.removed().isEmpty()
                || !changed.formerly().equals(changed.element().word());
    }
}
