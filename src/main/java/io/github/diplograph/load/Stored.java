package io.github.diplograph.load;

import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.load.Batch.EdgeKey;
import io.github.diplograph.load.Difference.Element;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * What the database holds of a batch: the elements that it describes, and those that its documents described when they
 * were written last.
 *
 * <p>An element that a document supports is reached from its claims: they assert the nodes that own it. No look-up
 * scans relationships; each is a seek in the index of one type.
 */
final class Stored {

    /** What corpora share is read after it has been locked: a union of their values must not miss one. */
    private static final String LOCK = "UNWIND $ids AS id MATCH (n:_Diplograph {id: id}) SET n.id = n.id";

    private static final String CLAIMS =
            """
            UNWIND $ids AS id
            MATCH (:_Diplograph {id: id})<-[written:WRITTEN_IN]-(n:_Diplograph)
            WHERE written.id IS NOT NULL
            RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
            """;

    private static final String CLAIMS_EDGES =
            """
            UNWIND $ids AS id
            MATCH (a:_Diplograph {id: id})-[r]->(b:_Diplograph)
            WHERE r.id STARTS WITH id + '|'
            RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
            """;

    private static final String NODES =
            """
            UNWIND $ids AS id
            MATCH (n:_Diplograph {id: id})
            RETURN id, labels(n) AS labels, properties(n) AS properties
            """;

    private static final String PRESENT = "UNWIND $ids AS id MATCH (n:_Diplograph {id: id}) RETURN id";

    private static final String SUPPORTED =
            """
            UNWIND $ids AS id
            MATCH (n:_Diplograph {id: id})
            WHERE any(source IN n.sources WHERE any(prefix IN $prefixes WHERE source STARTS WITH prefix))
               OR any(source IN n.sources WHERE source IN $documents)
            RETURN id, labels(n) AS labels, properties(n) AS properties
            """;

    private static final String REGISTERED =
            """
            MATCH (n:%s)
            WHERE n:_Diplograph AND any(source IN n.sources WHERE source STARTS WITH $prefix)
            RETURN n.id AS id
            """;

    private static final String ARTICLES =
            """
            MATCH (n:Article)
            WHERE n:_Diplograph AND any(source IN n.sources WHERE source IN $ids)
            RETURN n.id AS id
            """;

    /** What claims of a corpus alone give to nodes, their ties and roles; a document that is left alone is another. */
    private static final String GIVEN =
            """
            UNWIND $ids AS id
            MATCH (:_Diplograph {id: id})<-[r:ASSERTS]-(c:_Diplograph)
            UNWIND keys(r) AS name
            WITH id, name, collect(c.id STARTS WITH $corpus AND NOT split(c.id, '#')[0] IN $left) AS own
            WHERE all(claim IN own WHERE claim)
            RETURN id, collect(name) AS names
            """;

    private final TransactionContext transaction;
    private final Batch batch;
    private final Map<String, StoredNode> nodes = new TreeMap<>();
    private final Set<String> present = new HashSet<>();
    private final Map<EdgeKey, StoredEdge> edges = new LinkedHashMap<>();
    private final Map<String, List<Given>> given = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<String> referred = new HashSet<>();
    private final Map<String, List<String>> formerly = new HashMap<>();

    /**
     * Reads.
     *
     * @param transaction where to read
     * @param batch what will be compared with it
     * @param written documents of the batch that were written before
     * @param known types whose relationships are found by their id
     * @param trusting whether nothing can exist that a node owns which does not exist; true is faster
     * @param locking whether what is read will be written
     */
    static Stored read(
            TransactionContext transaction,
            Batch batch,
            Collection<String> written,
            Set<String> known,
            boolean trusting,
            boolean locking) {
        Stored stored = new Stored(transaction, batch);
        stored.read(written, known, trusting, locking);
        return stored;
    }

    private Stored(TransactionContext transaction, Batch batch) {
        this.transaction = transaction;
        this.batch = batch;
    }

    /** The nodes of the batch that exist, and those that its documents supported. */
    Map<String, StoredNode> nodes() {
        return nodes;
    }

    /** The relationships of existing owners in the batch, and those that its documents supported. */
    Map<EdgeKey, StoredEdge> edges() {
        return edges;
    }

    /** What an element rests on that has this label or type. */
    List<String> sources(Element element, String word) {
        if (element.isEdge()) {
            StoredEdge edge = edges.get(new EdgeKey(word, element.id()));
            return edge == null ? List.of() : edge.sources();
        }
        StoredNode node = nodes.get(element.id());
        return node == null ? List.of() : node.sources();
    }

    boolean has(String id) {
        return nodes.containsKey(id) || present.contains(id);
    }

    /** Whether a node is a claim that was made in documents of the batch. */
    boolean isClaim(String id) {
        return claims.contains(id);
    }

    /**
     * Whether a property is one that this corpus writes, or has written to the element while its vocabulary had it;
     * others are somebody else's.
     */
    boolean writes(Element element, String property) {
        String owner = Others.owner(element.id());
        return batch.writes(property)
                || formerly.getOrDefault(owner, List.of()).contains(property)
                || element.word().equals("ASSERTS") && claims.contains(owner);
    }

    /** Whether a document that is left alone refers to what the registry gave. */
    boolean isReferred(String id) {
        return referred.contains(id);
    }

    /** What claims of other corpora, and of documents that are left alone, give to a node, its ties and roles. */
    List<Given> given(String entity) {
        return given.getOrDefault(entity, List.of());
    }

    private void read(Collection<String> written, Set<String> known, boolean trusting, boolean locking) {
        Set<String> owners = written.isEmpty() ? new TreeSet<>() : claims(written);
        Set<String> wanted = batch.owners();
        wanted.removeIf(claims::contains);
        Set<String> defined = new TreeSet<>(owners);
        batch.nodes().values().stream()
                .filter(node -> !trusting || !node.label().equals(Batch.CLAIM))
                .forEach(node -> defined.add(node.id()));
        defined.removeAll(claims);
        if (locking) {
            Set<String> shared = new TreeSet<>(defined);
            shared.addAll(wanted);
            shared.removeIf(id -> !batch.isForeign(id));
            if (!shared.isEmpty()) {
                transaction.run(LOCK, Map.of("ids", List.copyOf(shared))).consume();
            }
        }
        for (Record row : rows(NODES, Map.of("ids", List.copyOf(defined)))) {
            node(row);
            Node node = batch.nodes().get(row.get("id").asString());
            if (node != null && node.label().equals(Batch.CLAIM)) {
                claims.add(node.id());
            }
        }
        rows(PRESENT, Map.of("ids", List.copyOf(batch.mentions().keySet())))
                .forEach(row -> present.add(row.get("id").asString()));
        if (batch.isVerifying()) {
            wanted.addAll(batch.nodes().keySet());
        }
        wanted.stream().filter(id -> !trusting || has(id)).forEach(owners::add);
        edges(owners, written, known);
        given.putAll(Given.read(transaction, batch, owners(this::isOthers, false), nodes));
        Set<String> strange = strange();
        if (!strange.isEmpty()) {
            transaction
                    .run(
                            GIVEN,
                            Map.of(
                                    "ids", List.copyOf(strange),
                                    "corpus", batch.prefix(),
                                    "left", List.copyOf(batch.left())))
                    .forEachRemaining(row -> formerly.put(
                            row.get("id").asString(), row.get("names").asList(Value::asString)));
        }
        if (written.contains(batch.registry()) && !batch.left().isEmpty()) {
            referred.addAll(Departed.referring(transaction, batch.left(), owners(batch::isRegistered, true)));
        }
    }

    /** The claims of documents with their relationships; returns the nodes that the documents describe. */
    private Set<String> claims(Collection<String> written) {
        Set<String> owners = new TreeSet<>();
        for (Record row : rows(CLAIMS, Map.of("ids", List.copyOf(written)))) {
            node(row);
            claims.add(row.get("id").asString());
        }
        for (Record row : rows(CLAIMS_EDGES, Map.of("ids", List.copyOf(claims)))) {
            String type = row.get("type").asString();
            edge(type, row);
            if (type.equals("ASSERTS")) {
                owners.add(row.get("to").asString());
            }
        }
        for (Record row : rows(ARTICLES, Map.of("ids", List.copyOf(written)))) {
            owners.add(row.get("id").asString());
        }
        if (written.contains(batch.registry())) {
            for (String label : batch.schema().entityLabels()) {
                String statement = REGISTERED.formatted(Schema.quoted(label));
                for (Record row : rows(statement, Map.of("prefix", batch.registry() + "#"))) {
                    owners.add(row.get("id").asString());
                }
            }
        }
        return owners;
    }

    /** What the owners own, and what that leads to: an office that only a role defines owns its own ties. */
    private void edges(Set<String> owners, Collection<String> written, Set<String> known) {
        if (owners.isEmpty()) {
            return;
        }
        Owned owned = new Owned(transaction, batch, known);
        List<String> prefixes = written.stream().map(id -> id + "#").toList();
        Set<String> seen = new HashSet<>(owners);
        Set<String> next = owners;
        while (!next.isEmpty()) {
            Set<String> ends = new HashSet<>();
            owned.read(next, (key, edge) -> {
                edges.put(key, edge);
                if (edge.sources().stream().anyMatch(batch::owns)) {
                    ends.add(edge.from());
                    ends.add(edge.to());
                }
            });
            ends.remove(Owned.UNKNOWN);
            ends.removeIf(id -> !seen.add(id));
            next = new TreeSet<>();
            if (!ends.isEmpty()) {
                for (Record row : rows(
                        SUPPORTED,
                        Map.of("ids", List.copyOf(ends), "prefixes", prefixes, "documents", List.copyOf(written)))) {
                    node(row);
                    next.add(row.get("id").asString());
                }
            }
        }
    }

    /** Nodes that have, or own a relationship that has, a property of which the vocabulary knows nothing. */
    private Set<String> strange() {
        Set<String> strange = new TreeSet<>();
        nodes.forEach((id, node) -> {
            if (isStrange(node.properties())) {
                strange.add(id);
            }
        });
        edges.forEach((key, edge) -> {
            if (isStrange(edge.properties())) {
                strange.add(Others.owner(key.id()));
            }
        });
        return strange;
    }

    private boolean isStrange(Map<String, Object> properties) {
        for (String property : properties.keySet()) {
            if (!batch.writes(property)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOthers(String source) {
        return batch.isForeign(source) || batch.isLeft(source);
    }

    /**
     * Nodes that rest on such a source, or own a relationship that does.
     *
     * @param former whether only of what the documents of the batch no longer describe
     */
    private Set<String> owners(Predicate<String> source, boolean former) {
        Set<String> owners = new TreeSet<>();
        nodes.forEach((id, node) -> {
            if (!(former && batch.nodes().containsKey(id))
                    && node.sources().stream().anyMatch(source)) {
                owners.add(id);
            }
        });
        edges.forEach((key, edge) -> {
            if (!(former && batch.edges().containsKey(key))
                    && edge.sources().stream().anyMatch(source)) {
                owners.add(Others.owner(key.id()));
            }
        });
        return owners;
    }

    private void node(Record row) {
        nodes.put(row.get("id").asString(), StoredNode.of(row));
    }

    private void edge(String type, Record row) {
        Value properties = row.get("properties");
        EdgeKey key = new EdgeKey(type, properties.get("id").asString());
        String from = row.get("from").asString();
        edges.put(
                key,
                StoredEdge.of(
                        from,
                        row.get("to").asString(),
                        properties,
                        batch.edges().get(key)));
    }

    private List<Record> rows(String statement, Map<String, Object> parameters) {
        return parameters.values().stream().anyMatch(value -> value instanceof List<?> list && list.isEmpty())
                ? List.of()
                : transaction.run(statement, parameters).list();
    }
}
