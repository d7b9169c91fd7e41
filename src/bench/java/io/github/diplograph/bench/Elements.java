package io.github.diplograph.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * Everything that a database holds but its history: for each combination of labels and each type how many elements there
 * are, and the sum of their hashes, which does not depend on their order. Two databases that have the same sums hold
 * the same elements, each with the same ends, properties and sources.
 */
final class Elements {

    /** When a claim was first seen is of the load and not of the graph, as are the runs. */
    private static final String NODES =
            "MATCH (n) WHERE NOT n:Run RETURN labels(n) AS labels, n {.*, firstSeen: null} AS properties";

    private static final String EDGES =
            """
            MATCH (a)-[r]->(b) WHERE NOT a:Run AND NOT b:Run
            RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
            """;

    private static final String CONSTRAINTS =
            "SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties";

    private static final String INDEXES =
            "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, state WHERE type <> 'LOOKUP'";

    /** So many elements, and the two halves of the sum of their hashes. */
    private record Sum(long elements, long first, long second) {

        Sum plus(ByteBuffer hash) {
            return new Sum(elements + 1, first + hash.getLong(), second + hash.getLong());
        }
    }

    private static final Sum NONE = new Sum(0, 0, 0);

    private final MessageDigest digest;
    private final SortedMap<String, Sum> sums = new TreeMap<>();
    private long nodes;
    private long relationships;

    private Elements() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads all. */
    static Elements of(Driver driver) {
        Elements elements = new Elements();
        try (Session session = driver.session()) {
            session.run(NODES).forEachRemaining(row -> {
                SortedSet<String> labels = new TreeSet<>(row.get("labels").asList(Value::asString));
                elements.nodes++;
                elements.add(labels.toString(), properties(row.get("properties")));
            });
            session.run(EDGES).forEachRemaining(row -> {
                elements.relationships++;
                elements.add(
                        row.get("type").asString(),
                        row.get("from") + " " + row.get("to") + " " + properties(row.get("properties")));
            });
            session.run(CONSTRAINTS)
                    .forEachRemaining(
                            row -> elements.add("constraints", row.values().toString()));
            session.run(INDEXES)
                    .forEachRemaining(
                            row -> elements.add("indexes", row.values().toString()));
        }
        return elements;
    }

    /** How many, in words. */
    String size() {
        return Results.number(nodes, 0) + " nodes and " + Results.number(relationships, 0) + " relationships";
    }

    /** The labels and types under which another database holds something else. */
    List<String> differing(Elements other) {
        List<String> differing = new ArrayList<>();
        SortedSet<String> all = new TreeSet<>(sums.keySet());
        all.addAll(other.sums.keySet());
        for (String word : all) {
            Sum one = sums.get(word);
            if (one == null || !one.equals(other.sums.get(word))) {
                differing.add(word);
            }
        }
        return differing;
    }

    private void add(String word, String element) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(element.getBytes(StandardCharsets.UTF_8)));
        sums.put(word, sums.getOrDefault(word, NONE).plus(hash));
    }

    /** In the order of their names; texts in quotation marks, so that no other type looks like them. */
    private static String properties(Value value) {
        Map<String, Object> sorted = new TreeMap<>(value.asMap(Value::toString));
        return sorted.toString();
    }
}
