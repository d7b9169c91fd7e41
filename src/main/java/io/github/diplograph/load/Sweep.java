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

    /**
     * What was swept.
     *
     * @param strangers ids of nodes that strangers hold, sorted
     * @param leftovers nodes that not the walk before has retracted
     * @param counters what the server counted
     */
    record Swept(List<String> strangers, List<Retracted> leftovers, Counters counters) {}

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

    /** Sweeps after a walk, and notes what that has not told of. */
    static Swept run(Session session, Schema schema, Walk walk) {
        List<Retracted> left = left(session, schema);
        if (left.isEmpty()) {
            return new Swept(List.of(), List.of(), Counters.NONE);
        }
        Map<String, Object> nothing = new HashMap<>();
        schema.properties().forEach(property -> nothing.put(property, null));
        List.of("id", "sources", "firstSeen").forEach(property -> nothing.put(property, null));
        Map<String, Object> parameters =
                Map.of("ids", left.stream().map(gone -> gone.element().id()).toList(), "nothing", nothing);
        List<String> labels = new ArrayList<>(schema.labels());
        labels.addAll(List.of(Schema.EVERY, Schema.UNSUPPORTED));
        String statement =
                SWEEP.formatted(TOUCHED, labels.stream().map(Schema::quoted).collect(Collectors.joining(":")));
        Swept swept = Walk.settled(() -> session.executeWrite(transaction -> {
            TreeSet<String> gone = new TreeSet<>();
            TreeSet<String> strangers = new TreeSet<>();
            Result result = transaction.run(statement, parameters);
            for (Record row : result.list()) {
                (row.get("kept").asBoolean() ? strangers : gone)
                        .add(row.get("id").asString());
            }
            gone.addAll(strangers);
            List<Retracted> leftovers = left.stream()
                    .filter(node -> gone.contains(node.element().id())
                            && !walk.hasRetracted(node.element().id()))
                    .toList();
            Counters counters = Counters.of(result.consume().counters());
            if (!leftovers.isEmpty()) {
                counters = counters.plus(walk.run().note(transaction, List.copyOf(leftovers), Map.of()));
            }
            return new Swept(List.copyOf(strangers), leftovers, counters);
        }));
        if (!swept.leftovers().isEmpty()) {
            walk.run().noted();
        }
        return swept;
    }
}
