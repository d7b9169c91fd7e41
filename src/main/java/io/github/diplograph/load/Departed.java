package io.github.diplograph.load;

import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * Documents of a corpus that the database has and the graph does not. To retract one is to write it as one that says
 * nothing, and its node with it.
 *
 * <p>The registry's part of a corpus without documents is one of them: a corpus that is pruned to nothing leaves nothing.
 */
final class Departed {

    /** No document has it: what is to be retracted differs from whatever the database has. */
    private static final String NO_HASH = "";

    /** What a document's retraction may touch at most, about: its claims, and the edges of what they assert. */
    private static final String SIZES =
            """
            UNWIND $ids AS id
            MATCH (d:_Diplograph {id: id})
            RETURN id, COUNT { (d)--() } + reduce(sum = 0, edges IN COLLECT {
              MATCH (d)<-[:WRITTEN_IN]-()-[:ASSERTS]->(o)
              WHERE o.id STARTS WITH $corpus
              RETURN COUNT { (o)--() }
            } | sum + edges) AS size
            """;

    /** Strangers' relationships may have anything under any name. */
    private static final String REFERRING =
            """
            UNWIND $ids AS id
            MATCH (n:_Diplograph {id: id})
            WHERE EXISTS {
              (n)-[r]-(:_Diplograph)
              WHERE any(source IN [] + coalesce(r.sources, split(toStringOrNull(r.id), '|')[0])
                    WHERE split(toStringOrNull(source), '#')[0] IN $left)
            }
            RETURN id
            """;

    private final String corpus;
    private final List<Part> parts;
    private final List<String> missing;
    private final boolean pruned;

    private Departed(String corpus, List<Part> parts, List<String> missing, boolean pruned) {
        this.corpus = corpus;
        this.parts = parts;
        this.missing = missing;
        this.pruned = pruned;
    }

    /**
     * Finds them.
     *
     * @param held ids of the documents of this corpus that the database has
     * @param prune whether they are to be retracted
     */
    static Departed of(Graph graph, Collection<String> held, boolean prune) {
        TreeSet<String> missing = new TreeSet<>(held);
        List<Part> parts = graph.parts();
        boolean nothing = parts.size() == 1 && isEmpty(graph, parts.get(0));
        if (nothing && (prune || !held.contains(parts.get(0).id()))) {
            parts = List.of();
        }
        parts.forEach(part -> missing.remove(part.id()));
        return new Departed(graph.corpus(), parts, List.copyOf(missing), prune);
    }

    private static boolean isEmpty(Graph graph, Part part) {
        if (!part.file().isEmpty()) {
            return false;
        }
        Share share = graph.share(part);
        return share.edges().isEmpty() && share.nodes().size() == 1;
    }

    /** The parts that are written. */
    List<Part> parts() {
        return parts;
    }

    /** How many documents the walk passes. */
    int total() {
        return parts.size() + (pruned ? missing.size() : 0);
    }

    /** Their ids, sorted. */
    List<String> missing() {
        return missing;
    }

    /** Their ids, sorted, if they are left alone. */
    List<String> left() {
        return pruned ? List.of() : missing;
    }

    /** Their ids, sorted, if they are retracted. */
    List<String> retracted() {
        return pruned ? missing : List.of();
    }

    /** Which of some nodes documents speak of that are left alone. */
    static List<String> referring(TransactionContext transaction, Collection<String> left, Collection<String> nodes) {
        return transaction
                .run(REFERRING, Map.of("ids", List.copyOf(nodes), "left", List.copyOf(left)))
                .list(row -> row.get("id").asString());
    }

    /** Whether a share is that of a document that is retracted. */
    static boolean isRetracted(Share share) {
        return share.part().hash().equals(NO_HASH);
    }

    /** Shares that say nothing, gathered until they are worth a transaction. */
    List<List<Share>> shares(Session session, int elements) {
        List<List<Share>> groups = new ArrayList<>();
        if (retracted().isEmpty()) {
            return groups;
        }
        Map<String, Long> sizes = new HashMap<>();
        session.executeRead(transaction -> transaction
                        .run(SIZES, Map.of("ids", missing, "corpus", corpus + "/"))
                        .list())
                .forEach(row ->
                        sizes.put(row.get("id").asString(), row.get("size").asLong()));
        List<Share> group = new ArrayList<>();
        long sum = 0;
        for (String id : missing) {
            long size = sizes.getOrDefault(id, 0L);
            if (!group.isEmpty() && sum + size > elements) {
                groups.add(group);
                group = new ArrayList<>();
                sum = 0;
            }
            sum += size;
            Node document = new Node(id, Batch.DOCUMENT, Map.of("hash", NO_HASH), List.of());
            group.add(new Share(new Part(id, "", NO_HASH), List.of(document), List.of(), List.of()));
        }
        groups.add(group);
        return groups;
    }
}
