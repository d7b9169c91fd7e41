package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What some documents give to the graph, taken together: what one transaction brings about. */
final class Batch {

    static final String DOCUMENT = "Document";
    static final String CLAIM = "Claim";

    /** What tells relationships apart. */
    record EdgeKey(String type, String id) {}

    private final String corpus;
    private final Schema schema;
    private final Set<String> labels;
    private final Set<String> types;
    private final Set<String> properties;
    private final SortedMap<String, Node> documents = new TreeMap<>();
    private final SortedMap<String, Node> nodes = new TreeMap<>();
    private final SortedMap<String, Node> mentions = new TreeMap<>();
    private final Map<EdgeKey, Edge> edges = new LinkedHashMap<>();

    Batch(String corpus, Schema schema, Collection<Share> shares) {
        this.corpus = corpus;
        this.schema = schema;
        this.labels = Set.copyOf(schema.labels());
        this.types = Set.copyOf(schema.types());
        this.properties = Set.copyOf(schema.properties());
        Map<String, Node> touched = new HashMap<>();
        for (Share share : shares) {
            for (Node node : share.nodes()) {
                check(node.id(), node.label(), labels, node.properties());
                if (node.label().equals(DOCUMENT)) {
                    documents.put(node.id(), node);
                } else {
                    nodes.merge(node.id(), node, Batch::together);
                }
            }
            share.mentions().forEach(node -> touched.putIfAbsent(node.id(), node));
        }
        nodes.keySet().forEach(touched::remove);
        mentions.putAll(touched);
        for (Share share : shares) {
            Node document = documents.get(share.part().id());
            if (document == null
                    || !share.part().hash().equals(document.properties().get("hash"))) {
                throw new IllegalStateException("no Document node with its hash in the share of "
                        + share.part().id());
            }
            for (Edge edge : share.edges()) {
                check(edge.id(), edge.type(), types, edge.properties());
                check(edge, edge.from());
                check(edge, edge.to());
                edges.merge(new EdgeKey(edge.type(), edge.id()), edge, Batch::together);
            }
        }
    }

    /** The documents' own nodes, which are written last. */
    SortedMap<String, Node> documents() {
        return documents;
    }

    /** All other nodes that the documents define. */
    SortedMap<String, Node> nodes() {
        return nodes;
    }

    /** Nodes that other documents define. */
    SortedMap<String, Node> mentions() {
        return mentions;
    }

    Map<EdgeKey, Edge> edges() {
        return edges;
    }

    Schema schema() {
        return schema;
    }

    /** What ids of this corpus begin with. */
    String prefix() {
        return corpus + "/";
    }

    /** The id of the registry's part, which has no claims. */
    String registry() {
        return corpus + "/registry";
    }

    /** Whether a source is one of these documents, or a claim made in one. */
    boolean owns(String source) {
        int hash = source.lastIndexOf('#');
        return documents.containsKey(source) || (hash > 0 && documents.containsKey(source.substring(0, hash)));
    }

    /** Whether an id is not one of this corpus: a claim of another's, or an entity. */
    boolean isForeign(String id) {
        return !id.startsWith(prefix());
    }

    /** Whether a property is one that Diplograph writes; others are somebody else's. */
    boolean writes(String property) {
        return properties.contains(property);
    }

    /** A node's label among those that it has, or the first if none is known. */
    String label(Collection<String> among) {
        return among.stream()
                .filter(labels::contains)
                .findFirst()
                .orElseGet(
                        () -> among.isEmpty() ? Schema.EVERY : among.iterator().next());
    }

    private void check(String id, String word, Set<String> words, Map<String, Object> given) {
        if (!words.contains(word)) {
            throw new IllegalStateException("the schema has no " + word + ", which " + id + " is");
        }
        for (String property : given.keySet()) {
            if (!properties.contains(property)) {
                throw new IllegalStateException("the schema has no property " + property + ", which " + id + " has");
            }
        }
    }

    private void check(Edge edge, String end) {
        if (!nodes.containsKey(end) && !mentions.containsKey(end) && !documents.containsKey(end)) {
            throw new IllegalStateException(
                    edge.type() + " " + edge.id() + " touches " + end + ", which no share mentions");
        }
    }

    private static Node together(Node one, Node other) {
        if (!one.label().equals(other.label()) || !one.properties().equals(other.properties())) {
            throw new IllegalStateException("two shares differ about " + one.id() + ": " + one + " and " + other);
        }
        return new Node(one.id(), one.label(), one.properties(), union(one.sources(), other.sources()));
    }

    private static Edge together(Edge one, Edge other) {
        if (!one.from().equals(other.from())
                || !one.to().equals(other.to())
                || !one.properties().equals(other.properties())) {
            throw new IllegalStateException("two shares differ about " + one.id() + ": " + one + " and " + other);
        }
        return new Edge(
                one.id(), one.type(), one.from(), one.to(), one.properties(), union(one.sources(), other.sources()));
    }

    static List<String> union(Collection<String> one, Collection<String> other) {
        TreeSet<String> union = new TreeSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }

    /** The ids of nodes that own the relationships. */
    Set<String> owners() {
        Set<String> owners = new HashSet<>();
        edges.values().forEach(edge -> owners.add(edge.owner()));
        return owners;
    }
}
