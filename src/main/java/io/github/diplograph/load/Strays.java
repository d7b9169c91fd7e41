package io.github.diplograph.load;

import io.github.diplograph.graph.Schema;
import io.github.diplograph.load.Applied.Counters;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * What carries Diplograph's label or ids and is in no document's share: somebody has made it by hand, or has changed an
 * id. What another corpus may have written, or a document that is gone and left alone, is none of it.
 */
final class Strays {

    /** Relationships that a claim owns, and that have no sources. */
    private static final Set<String> OF_CLAIMS = Set.of("ACCORDING_TO", "ASSERTS", "MADE_IN", "WRITTEN_IN");

    private static final String NODES =
            """
            MATCH (n:_Diplograph)
            WHERE NOT n:_Unsupported AND NOT n:Run AND (n.id STARTS WITH $corpus OR NOT n.id CONTAINS '/')
            RETURN n.id AS id, labels(n) AS labels, n.name AS name, coalesce(n.sources, []) AS sources
            """;

    /** Relationships of claims begin where their ids begin; all others rest on claims of something that exists. */
    private static final String EDGES =
            """
            MATCH (a:_Diplograph)-[r:%s]->(b:_Diplograph)
            WHERE r.id CONTAINS '|' AND %s
            RETURN type(r) AS type, r.id AS id, a.id AS from, b.id AS to, a.name AS a, b.name AS b,
                   coalesce(r.sources, []) AS sources
            """;

    private static final String LOST =
            "(r.sources IS NULL OR r.sources = []" + " OR NOT EXISTS { (:_Diplograph {id: split(r.id, '|')[0]}) })";

    private static final String RETRACT_NODES =
            """
            UNWIND $rows AS row
            MATCH (n:_Diplograph {id: row.id})
            SET n.id = n.id
            WITH n, row
            WHERE coalesce(n.sources, []) = row.sources
            SET n:_Unsupported
            REMOVE n.sources
            WITH n
            MATCH (n)-[r]-(:_Diplograph)
            WHERE r.id STARTS WITH n.id + '|'
            DELETE r
            """;

    private static final String RETRACT_EDGES =
            """
            UNWIND $rows AS row
            MATCH ()-[r:%s {id: row.id}]->()
            SET r.id = r.id
            WITH r, row
            WHERE coalesce(r.sources, []) = row.sources
            DELETE r
            """;

    private final Session session;
    private final Schema schema;
    private final String prefix;
    private final Set<String> left;

    /**
     * Will look.
     *
     * @param corpus the name of the corpus
     * @param left documents that are gone and left alone
     */
    Strays(Session session, Schema schema, String corpus, Collection<String> left) {
        this.session = session;
        this.schema = schema;
        this.prefix = corpus + "/";
        this.left = new HashSet<>(left);
    }

    /**
     * Finds them.
     *
     * @param nodes ids of all nodes of the graph
     * @param told what has been told of already, as label or type and id
     */
    List<Planned> find(Seen nodes, Seen told) {
        List<Planned> found = new ArrayList<>();
        session.executeRead(transaction -> {
            Result result = transaction.run(NODES, Map.of("corpus", prefix));
            while (result.hasNext()) {
                node(result.next(), nodes, told, found);
            }
            return found.size();
        });
        Set<String> types = session.executeRead(transaction ->
                new HashSet<>(transaction.run("CALL db.relationshipTypes()").list(row -> row.get(0)
                        .asString())));
        for (String type : schema.types()) {
            if (types.contains(type)) {
                String condition = OF_CLAIMS.contains(type) ? "NOT r.id STARTS WITH a.id + '|'" : LOST;
                String statement = EDGES.formatted(Schema.quoted(type), condition);
                session.executeRead(transaction -> {
                    Result result = transaction.run(statement);
                    while (result.hasNext()) {
                        edge(result.next(), nodes, told, found);
                    }
                    return found.size();
                });
            }
        }
        found.sort((one, other) ->
                one.difference().element().compareTo(other.difference().element()));
        return found;
    }

    private void node(Record row, Seen nodes, Seen told, List<Planned> found) {
        String id = row.get("id").asString();
        List<String> sources = row.get("sources").asList(Value::asString);
        String label = row.get("labels").asList(Value::asString).stream()
                .filter(schema.labels()::contains)
                .findFirst()
                .orElse(Schema.EVERY);
        if (!nodes.contains(id) && isOurs(id, sources) && told.add(label + ' ' + id)) {
            found.add(planned(
                    new Retracted(Element.node(label, id), sources),
                    row.get("name").asString(""),
                    "",
                    ""));
        }
    }

    private void edge(Record row, Seen nodes, Seen told, List<Planned> found) {
        String id = row.get("id").asString();
        String owner = Others.owner(id);
        String type = row.get("type").asString();
        List<String> sources = row.get("sources").asList(Value::asString);
        boolean ours = owner.startsWith(prefix) || nodes.contains(owner) || !sources.isEmpty();
        if (ours && isOurs(owner, sources) && told.add(type + ' ' + id)) {
            Element element = new Element(
                    type, id, row.get("from").asString(), row.get("to").asString());
            found.add(planned(
                    new Retracted(element, sources),
                    "",
                    row.get("a").asString(""),
                    row.get("b").asString("")));
        }
    }

    private boolean isOurs(String id, List<String> sources) {
        return (id.startsWith(prefix) || !id.contains("/"))
                && !left.contains(Batch.document(id))
                && sources.stream()
                        .allMatch(source -> source.startsWith(prefix) && !left.contains(Batch.document(source)));
    }

    private static Planned planned(Retracted retracted, String name, String from, String to) {
        return new Planned(retracted, List.of(), name, from, to, List.of(), List.of());
    }

    /** Retracts them, unless somebody has come to support them since. */
    Counters retract(TransactionContext transaction, List<Planned> strays, Run run) {
        Map<String, List<Retracted>> groups = strays.stream()
                .map(stray -> (Retracted) stray.difference())
                .collect(Collectors.groupingBy(
                        stray -> stray.element().isEdge() ? stray.element().word() : "",
                        TreeMap::new,
                        Collectors.toList()));
        Counters counters = Counters.NONE;
        for (Map.Entry<String, List<Retracted>> group : groups.entrySet()) {
            List<Map<String, Object>> rows = group.getValue().stream()
                    .map(stray -> Map.<String, Object>of("id", stray.element().id(), "sources", stray.removed()))
                    .toList();
            String statement =
                    group.getKey().isEmpty() ? RETRACT_NODES : RETRACT_EDGES.formatted(Schema.quoted(group.getKey()));
            counters = counters.plus(Counters.of(
                    transaction.run(statement, Map.of("rows", rows)).consume().counters()));
        }
        Map<String, String> names = new TreeMap<>();
        strays.forEach(stray -> names.put(stray.difference().element().id(), stray.name()));
        List<Difference> differences = strays.stream().map(Planned::difference).toList();
        return counters.plus(run.note(transaction, differences, names));
    }
}
