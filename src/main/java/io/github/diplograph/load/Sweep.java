package io.github.diplograph.load;

import io.github.diplograph.graph.Schema;
import io.github.diplograph.load.Applied.Counters;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** Nodes that nothing supports any longer, once no relationship of Diplograph touches them. */
final class Sweep {

    /** Of whatever type: another corpus may have a vocabulary of its own. */
    private static final String TOUCHED = "EXISTS { (n)-[r]-(:_Diplograph) WHERE r.id CONTAINS '|' }";

    private static final String LOOK = "MATCH (n:_Unsupported) WHERE n:_Diplograph AND NOT " + TOUCHED
            + " RETURN n.id AS id, labels(n) AS labels ORDER BY id";

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

    /** What nothing supports and no relationship of Diplograph touches, such as an interrupted apply leaves behind. */
    static List<Retracted> left(Session session, Schema schema) {
        return session.executeRead(transaction -> transaction
                .run(LOOK)
                .list(row -> new Retracted(
                        Element.node(
                                row.get("labels").asList(Value::asString).stream()
                                        .filter(schema.labels()::contains)
                                        .findFirst()
                                        .orElse(""),
                                row.get("id").asString()),
                        List.of())));
    }

    static Swept run(Session session, Schema schema, Run run) {
        Map<String, Object> parameters = new HashMap<>();
        List<Retracted> left = left(session, schema);
        List<String> ids = left.stream().map(gone -> gone.element().id()).toList();
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
            Result result = transaction.run(statement, parameters);
            for (Record row : result.list()) {
                if (row.get("kept").asBoolean()) {
                    strangers.add(row.get("id").asString());
                }
            }
            Counters counters = Counters.of(result.consume().counters());
            if (counters.nodesDeleted() > 0 && run.id().isEmpty()) {
                counters = counters.plus(run.note(transaction, List.copyOf(left), Map.of()));
            }
            return new Swept(List.copyOf(strangers), counters);
        }));
    }
}
