package io.github.diplograph.load;

import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Share;
import io.github.diplograph.load.Applied.Counters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Which new document looks like one that is gone: by far the most entries of both are called the same. */
final class Renames {

    /** A file with more entries is known by the first of them. */
    private static final int ENTRIES = 1_000;

    private static final String CLAIMS =
            """
            UNWIND $ids AS id
            MATCH (:_Diplograph {id: id})
            RETURN id, COLLECT {
              MATCH (:_Diplograph {id: id})<-[:WRITTEN_IN]-(c:_Diplograph)
              RETURN c.id AS claim ORDER BY claim LIMIT $most
            } AS claims
            """;

    /** A claim that was made before under another name of its file was not first seen when it got its new one. */
    private static final String CARRY =
            """
            UNWIND $rows AS row
            MATCH (:_Diplograph {id: row.old})<-[:WRITTEN_IN]-(before:_Diplograph)
            MATCH (after:_Diplograph {id: row.new + substring(before.id, size(row.old))})
            WHERE before.firstSeen < after.firstSeen
            SET after.firstSeen = before.firstSeen
            """;

    private final SortedMap<String, Set<String>> added = new TreeMap<>();

    /** Notes what new documents say, if they are new. */
    void note(Collection<Share> shares, Set<String> held) {
        for (Share share : shares) {
            if (!held.contains(share.part().id())) {
                Set<String> entries = new HashSet<>();
                share.nodes().stream()
                        .filter(node -> node.label().equals(Batch.CLAIM))
                        .map(Node::id)
                        .sorted()
                        .limit(ENTRIES)
                        .forEach(claim -> entries.add(entry(claim)));
                added.put(share.part().id(), entries);
            }
        }
    }

    /**
     * Guesses.
     *
     * @param gone ids of documents that the database has and the graph does not
     * @return new names by old ones
     */
    SortedMap<String, String> guess(Session session, List<String> gone) {
        SortedMap<String, String> renamed = new TreeMap<>();
        if (added.isEmpty() || gone.isEmpty()) {
            return renamed;
        }
        SortedMap<String, Set<String>> former = new TreeMap<>();
        session.executeRead(transaction -> transaction
                        .run(CLAIMS, Map.of("ids", gone, "most", ENTRIES))
                        .list())
                .forEach(row -> {
                    Set<String> entries = new HashSet<>();
                    row.get("claims").asList(Value::asString).forEach(claim -> entries.add(entry(claim)));
                    former.put(row.get("id").asString(), entries);
                });
        former.forEach((old, before) -> {
            String best = "";
            double most = 0.5;
            for (Map.Entry<String, Set<String>> candidate : added.entrySet()) {
                double alike = alike(before, candidate.getValue());
                if (alike >= most && !renamed.containsValue(candidate.getKey())) {
                    best = candidate.getKey();
                    most = Math.nextUp(alike);
                }
            }
            if (!best.isEmpty()) {
                renamed.put(old, best);
            }
        });
        return renamed;
    }

    /**
     * Lets claims of renamed documents keep when they were first seen.
     *
     * @param renamed new names by old ones, of documents that are about to be retracted
     */
    static Counters carry(TransactionContext transaction, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return Counters.NONE;
        }
        List<Map<String, String>> rows = renamed.entrySet().stream()
                .map(pair -> Map.of("old", pair.getKey(), "new", pair.getValue()))
                .toList();
        return Counters.of(
                transaction.run(CARRY, Map.of("rows", rows)).consume().counters());
    }

    /** The share of the entries of the larger one that both have. */
    private static double alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.isEmpty() ? 0 : (double) both.size() / Math.max(one.size(), other.size());
    }

    private static String entry(String claim) {
        return claim.substring(claim.lastIndexOf('#') + 1);
    }
}
