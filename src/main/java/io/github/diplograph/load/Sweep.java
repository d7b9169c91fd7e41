package io.github.diplograph.load;

import io.github.diplograph.graph.Schema;
import io.github.diplograph.load.Applied.Counters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.Session;

/** Nodes that nothing supports any longer, once no relationship of Diplograph touches them. */
final class Sweep {

    private static final String TOUCHED = "EXISTS { (n)-[r]-() WHERE r.id CONTAINS '|' AND type(r) IN $types }";

    private static final String LOOK =
            "MATCH (n:_Unsupported) WHERE n:_Diplograph AND NOT " + TOUCHED + " RETURN n.id AS id ORDER BY id";

    /** The lock first: another writer may have brought support since. */
    private static final String SWEEP =
            """
            UNWIND $ids AS id
            MATCH (n:_Diplograph {id: id})
            SET n.id = n.id
            WITH n, id
            WHERE '_Unsupported' IN labels(n) AND NOT %s
            WITH n, id, EXISTS { (n)--() } AS kept
            FOREACH (stays IN CASE WHEN kept THEN [n] ELSE [] END | SET stays += $nothing REMOVE stays:%s)
            FOREACH (goes IN CASE WHEN kept THEN [] ELSE [n] END | DELETE goes)
            RETURN id, kept
            """;

    /** What was swept: the ids of nodes that strangers hold, sorted, and what the server counted. */
    record Swept(List<String> strangers, Counters counters) {}

    private Sweep() {}

    static Swept run(Session session, Schema schema) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("types", schema.types());
        List<String> ids = session.executeRead(transaction ->
                transaction.run(LOOK, parameters).list(row -> row.get("id").asString()));
        if (ids.isEmpty()) {
            return new Swept(List.of(), Counters.NONE);
        }
        Map<String, Object> nothing = new HashMap<>();
        schema.properties().forEach(property -> nothing.put(property, null));
        List.of("id", "sources", "firstSeen").forEach(property -> nothing.put(property, null));
        parameters.put("ids", ids);
        parameters.put("nothing", nothing);
        List<String> labels = new ArrayList<>(schema.labels());
        labels.addAll(List.of(Schema.EVERY, "_Unsupported"));
        String statement =
                SWEEP.formatted(TOUCHED, labels.stream().map(Schema::quoted).collect(Collectors.joining(":")));
        return Walk.settled(() -> session.executeWrite(transaction -> {
            TreeSet<String> strangers = new TreeSet<>();
            var result = transaction.run(statement, parameters);
            for (var row : result.list()) {
                if (row.get("kept").asBoolean()) {
                    strangers.add(row.get("id").asString());
                }
            }
            return new Swept(
                    List.copyOf(strangers), Counters.of(result.consume().counters()));
        }));
    }
}
