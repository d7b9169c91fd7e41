package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What some documents give to the graph, taken together: what one transaction brings about. */
final class Batch {

    static final String DOCUMENT = "Document";
    static final String CLAIM = "Claim";
    static final String ARTICLE = "Article";

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
    private final Set<String> retracted = new TreeSet<>();
    private @Nullable Set<String> known;
    private Set<String> left = Set.of();
    private Function<String, Map<String, Object>> bundled = id -> Map.of();
    private @Nullable Staying staying;

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
            if (Departed.isRetracted(share)) {
                retracted.add(share.part().id());
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

    /** The nodes of documents that stay. */
    List<Node> lasting() {
        return documents.values().stream()
                .filter(node -> !retracted.contains(node.id()))
                .toList();
    }

    /** Documents that leave as a whole. */
    Set<String> retracted() {
        return retracted;
    }

    /**
     * From now on elements of these documents that nothing supports are theirs too.
     *
     * @param documents all documents of the corpus, those that only the database has among them
     */
    void verifying(Set<String> documents) {
        known = documents;
    }

    /** From now on what these documents of the corpus say stays: they are gone from disk, and nobody has pruned them. */
    void leaving(Set<String> documents) {
        left = documents;
    }

    /** Documents that are gone from disk and left alone. */
    Set<String> left() {
        return left;
    }

    /** Whether a source is a document that is left alone, or a claim made in one. */
    boolean isLeft(String source) {
        return !left.isEmpty() && left.contains(document(source));
    }

    /** From now on what the bundled registry gives to entities is known. */
    void bundled(Function<String, Map<String, Object>> registry) {
        bundled = registry;
    }

    /** From now on what documents of the corpus say that stay as they are is known. */
    void staying(Staying documents) {
        staying = documents;
    }

    /** An element as documents of the corpus show it that stay as they are, and that it rests on too. */
    Optional<Staying.Shown> staying(Element element, Collection<String> sources) {
        return staying == null
                ? Optional.empty()
                : staying.find(
                        sources.stream()
                                .filter(source -> !owns(source))
                                .map(Batch::document)
                                .collect(Collectors.toSet()),
                        element);
    }

    /** What the bundled registry gives to an entity; empty if nothing. */
    Map<String, Object> bundled(String entity) {
        return bundled.apply(entity);
    }

    /** Whether every element is compared, and not only what a changed document may have changed. */
    boolean isVerifying() {
        return known != null;
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

    /** The documents say this of a node from now on. */
    void put(Node node) {
        nodes.put(node.id(), node);
    }

    /** The documents say this of a relationship from now on. */
    void put(Edge edge) {
        edges.put(new EdgeKey(edge.type(), edge.id()), edge);
    }

    /** The documents say nothing of a relationship from now on. */
    void remove(EdgeKey edge) {
        edges.remove(edge);
    }

    /** The claims of these documents that an element rests on; none if they do not describe it. */
    List<String> sources(Element element) {
        if (element.isEdge()) {
            Edge edge = edges.get(new EdgeKey(element.word(), element.id()));
            return edge == null ? List.of() : edge.sources();
        }
        Node node = nodes.get(element.id());
        return node == null ? List.of() : node.sources();
    }

    /** The documents among these that have a say in a difference. */
    List<String> documents(Difference difference) {
        TreeSet<String> said = new TreeSet<>();
        Element element = difference.element();
        said.add(document(Others.owner(element.id())));
        if (difference instanceof Changed changed) {
            changed.removed().forEach(source -> said.add(document(source)));
        } else if (difference instanceof Retracted retracted) {
            retracted.removed().forEach(source -> said.add(document(source)));
        }
        sources(element).forEach(source -> said.add(document(source)));
        said.retainAll(documents.keySet());
        return List.copyOf(said);
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

    /** Whether a source is the registry's part of this corpus. */
    boolean isRegistered(String source) {
        return source.startsWith(registry() + "#");
    }

    /** Whether a source is one of these documents, or a claim made in one; to verify, also of one that nobody knows. */
    boolean owns(String source) {
        String document = document(source);
        return documents.containsKey(document)
                || known != null && source.startsWith(prefix()) && !known.contains(document);
    }

    /** The document of a source, which is the document itself or a claim made in it. */
    static String document(String source) {
        int hash = source.lastIndexOf('#');
        return hash > 0 ? source.substring(0, hash) : source;
    }

    /** Whether an id is not one of this corpus: a claim of another's, or an entity. */
    boolean isForeign(String id) {
        return !id.startsWith(prefix());
    }

    /** Whether a property is one that Diplograph writes; others are somebody else's. */
    boolean writes(String property) {
        return properties.contains(property);
    }

    /** A node's label among those that it has; empty if the schema knows none of them. */
    String label(Collection<String> among) {
        return among.stream().filter(labels::contains).findFirst().orElse("");
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
        String before = "|";
        for (Edge edge : edges.values()) {
            // what one node owns stands mostly together
            if (!edge.id().startsWith(before)) {
                String owner = edge.owner();
                owners.add(owner);
                before = owner + "|";
            }
        }
        return owners;
    }
}
