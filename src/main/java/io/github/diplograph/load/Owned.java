package io.github.diplograph.load;

import io.github.diplograph.graph.Schema;
import io.github.diplograph.load.Batch.EdgeKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** The relationships that nodes own, as the database holds them: those whose ids begin with the node's. */
final class Owned {

    /** Stands for an end that is nobody's, or somebody else's. */
    static final String UNKNOWN = "?";

    /** One statement for all types, each with a seek of its own in the index. */
    private static final String OWNED =
            """
            UNWIND $prefixes AS prefix
            CALL (prefix) {
            %s
            }
            RETURN type, CASE WHEN b:_Diplograph THEN b.id ELSE '?' END AS to, properties, id,
                   CASE id WHEN '' THEN prefix ELSE '' END AS prefix, starts
            """;

    /**
     * Relationships that differ in nothing but where they start, such as a vote's ballots, are one row: their ids end
     * in where they start, and none is given. Cypher takes 1 and 1.0 for alike, so where all is verified each is alone.
     */
    private static final String OF_TYPE =
            """
            MATCH (a%2$s)-[r:%1$s]->(b%2$s)
            WHERE r.id STARTS WITH prefix
            WITH b, r, CASE WHEN a:_Diplograph THEN a.id ELSE '?' END AS start
            WITH b, start, type(r) AS type, r {.*, id: ''} AS properties,
                 CASE WHEN NOT $each AND r.id = prefix + start THEN '' ELSE r.id END AS id
            RETURN type, b, properties, id, collect(start) AS starts""";

    private static final String KNOWN = ":_Diplograph";

    /** A node from which somebody has taken the label is no longer known, and its relationships have lost an end. */
    private static final String ANY = "";

    private final TransactionContext transaction;
    private final Batch batch;
    private final String types;

    /**
     * For what is read in one transaction.
     *
     * @param batch what will be compared with it
     * @param known types whose relationships are found by their id
     */
    Owned(TransactionContext transaction, Batch batch, Set<String> known) {
        this.transaction = transaction;
        this.batch = batch;
        String ends = batch.isVerifying() ? ANY : KNOWN;
        this.types = transaction.run("CALL db.relationshipTypes()").stream()
                .map(row -> row.get(0).asString())
                .filter(known::contains)
                .sorted()
                .map(type -> OF_TYPE.formatted(Schema.quoted(type), ends))
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    /** Reads those of some nodes, one by one while the server finds the next. */
    void read(Collection<String> owners, BiConsumer<EdgeKey, StoredEdge> found) {
        if (types.isEmpty()) {
            return;
        }
        List<String> prefixes = owners.stream().map(id -> id + "|").toList();
        transaction
                .run(OWNED.formatted(types), Map.of("prefixes", prefixes, "each", batch.isVerifying()))
                .forEachRemaining(row -> row(row, found));
    }

    private void row(Record row, BiConsumer<EdgeKey, StoredEdge> found) {
        String type = row.get("type").asString();
        String to = row.get("to").asString();
        String id = row.get("id").asString();
        String prefix = row.get("prefix").asString();
        @Nullable StoredEdge first = null;
        for (String from : row.get("starts").asList(Value::asString)) {
            EdgeKey key = new EdgeKey(type, id.isEmpty() ? prefix + from : id);
            if (first == null) {
                first = StoredEdge.of(
                        from, to, row.get("properties"), batch.edges().get(key));
            }
            found.accept(key, new StoredEdge(from, to, first.properties(), first.sources()));
        }
    }
}
