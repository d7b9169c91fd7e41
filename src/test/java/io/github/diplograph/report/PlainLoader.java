package io.github.diplograph.report;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/** Loads a graph into an empty database as plainly as can be: what the loader must come to in the end. */
final class PlainLoader {

    private static final String SOURCES = " SET x.sources = CASE WHEN size($sources) = 0 THEN x.sources"
            + " ELSE coalesce(x.sources, []) + [s IN $sources WHERE NOT s IN coalesce(x.sources, [])] END";

    private PlainLoader() {}

    static void load(Graph graph, Driver driver) {
        try (Session session = driver.session()) {
            graph.schema().rules().forEach(rule -> session.run(rule.cypher()).consume());
            for (Part part : graph.parts()) {
                session.executeWriteWithoutResult(transaction -> load(graph.share(part), transaction));
            }
            session.executeWriteWithoutResult(transaction -> transaction
                    .run("MATCH (x:_Diplograph) WHERE x.sources IS NOT NULL"
                            + " SET x.sources = COLLECT { UNWIND x.sources AS s RETURN s ORDER BY s }")
                    .consume());
            session.executeWriteWithoutResult(transaction -> transaction
                    .run("MATCH (:_Diplograph)-[x]->() WHERE x.sources IS NOT NULL"
                            + " SET x.sources = COLLECT { UNWIND x.sources AS s RETURN s ORDER BY s }")
                    .consume());
            session.run("CALL db.awaitIndexes(60)").consume();
        }
    }

    private static void load(Share share, TransactionContext transaction) {
        List<Node> nodes = new ArrayList<>(share.mentions());
        nodes.addAll(share.nodes());
        for (Node node : nodes) {
            transaction
                    .run(
                            "MERGE (x:_Diplograph {id: $id}) SET x:" + Schema.quoted(node.label())
                                    + ", x += $properties" + SOURCES,
                            Map.of("id", node.id(), "properties", node.properties(), "sources", node.sources()))
                    .consume();
        }
        for (Edge edge : share.edges()) {
            transaction
                    .run(
                            "MATCH (a:_Diplograph {id: $from}), (b:_Diplograph {id: $to}) MERGE (a)-[x:"
                                    + Schema.quoted(edge.type()) + " {id: $id}]->(b) SET x += $properties" + SOURCES,
                            Map.of(
                                    "id", edge.id(),
                                    "from", edge.from(),
                                    "to", edge.to(),
                                    "properties", edge.properties(),
                                    "sources", edge.sources()))
                    .consume();
        }
    }
}
