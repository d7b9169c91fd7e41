package io.github.diplograph.load;

import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.load.Applied.Counters;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.summary.SummaryCounters;

/**
 * Writes what a comparison found, in the transaction that read it.
 *
 * <p>Where labels and types stand in a statement they are the vocabulary's, and quoted; everything else is a parameter. Rows are sorted, so that two writers meet in the same order. What is created is created, not merged: the
 * constraints catch a race. What several documents share changes by delta, after its lock has been taken by a write
 * that changes nothing; and late, so that others who share it wait for little more than the commit.
 */
final class Writer {

    private static final int ROWS = 5_000;

    /** Two loaders of one document take turns here. */
    private static final String LOCK =
            """
            UNWIND $ids AS id
            MERGE (n:_Diplograph {id: id})
            ON CREATE SET n:Document
            SET n.id = n.id
            RETURN id, properties(n) AS properties
            """;

    /** One statement for all labels: a server that was just started spends its time compiling. */
    private static final String CREATE_NODES =
            "UNWIND $rows AS row CREATE (n:_Diplograph:$(row.labels)) SET n = row.properties";

    /** One statement for all types. The nodes are found once each, and named by their place in the list. */
    private static final String CREATE_EDGES =
            """
            UNWIND range(0, size($ids) - 1) AS i
            MATCH (n:_Diplograph {id: $ids[i]})
            WITH i, n ORDER BY i
            WITH collect(n) AS nodes
            WHERE size(nodes) = size($ids)
            UNWIND $rows AS row
            WITH nodes[row[0]] AS a, nodes[row[1]] AS b, row
            CREATE (a)-[r:$(row[2])]->(b)
            SET r = row[3]
            """;

    /** The same for relationships into one node that differ in nothing but where they start, such as a vote's ballots. */
    private static final String CREATE_GROUPS =
            """
            UNWIND range(0, size($ids) - 1) AS i
            MATCH (n:_Diplograph {id: $ids[i]})
            WITH i, n ORDER BY i
            WITH collect(n) AS nodes
            WHERE size(nodes) = size($ids)
            UNWIND $rows AS row
            WITH nodes, nodes[row[0]] AS b, $ids[row[0]] + '|' AS prefix, row[1] AS places, row[2] AS type, row[3] AS all
            UNWIND places AS place
            WITH nodes[place] AS a, b, type, all {.*, id: prefix + $ids[place]} AS properties
            CREATE (a)-[r:$(type)]->(b)
            SET r = properties
            """;

    private static final String CHANGE_NODES =
            """
            UNWIND $rows AS row
            MATCH (n:_Diplograph {id: row.id})
            SET n += row.set%s
            REMOVE n:_Unsupported%s
            RETURN count(*) AS found
            """;

    private static final String CHANGE_EDGES =
            """
            UNWIND $rows AS row
            MATCH ()-[r:%s {id: row.id}]->()
            SET r += row.set
            RETURN count(*) AS found
            """;

    private static final String SOURCES =
            """
            COLLECT {
              UNWIND [old IN coalesce(%1$s.sources, []) WHERE NOT old IN row.removed] + row.added AS source
              RETURN DISTINCT source ORDER BY source
            }""";

    private static final String SUPPORT_NODES =
            """
            UNWIND $rows AS row
            MATCH (n:_Diplograph {id: row.id})
            SET n.id = n.id
            WITH n, row, %s AS sources
            SET n += row.set, n.sources = CASE sources WHEN [] THEN null ELSE sources END%s
            REMOVE n:_Unsupported%s
            FOREACH (lost IN CASE sources WHEN [] THEN [n] ELSE [] END | SET lost:_Unsupported)
            RETURN count(*) AS found
            """;

    private static final String SUPPORT_EDGES =
            """
            UNWIND $rows AS row
            MATCH ()-[r:%s {id: row.id}]->()
            SET r.id = r.id
            WITH r, row, %s AS sources
            SET r += row.set, r.sources = CASE sources WHEN [] THEN null ELSE sources END
            FOREACH (lost IN CASE sources WHEN [] THEN [r] ELSE [] END | REMOVE lost.id DELETE lost)
            RETURN count(*) AS found
            """;

    /** Neo4j 2026 takes an id for used by what the same transaction deletes, unless that has lost it first. */
    private static final String DELETE_EDGES =
            "UNWIND $rows AS row MATCH ()-[r:%s {id: row.id}]->() REMOVE r.id DELETE r";

    private static final String ABANDON_NODES =
            "UNWIND $rows AS row MATCH (n:_Diplograph {id: row.id}) SET n:_Unsupported";

    /** A node that anything still touches waits for the sweep: another document may bring its support. */
    private static final String DELETE_NODES =
            """
            UNWIND $rows AS row
            MATCH (n:_Diplograph {id: row.id})
            WHERE n:_Unsupported AND NOT EXISTS { (n)--() }
            DELETE n
            """;

    private static final String WRITE_DOCUMENTS =
            "UNWIND $rows AS row MATCH (n:_Diplograph {id: row.id}) SET n += row.set RETURN count(*) AS found";

    /** The database is no longer as it was read: what was to be changed is gone, or what was to be created is there. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message);
        }
    }

    private final TransactionContext transaction;
    private final ZonedDateTime now;
    private Counters counters = Counters.NONE;

    /**
     * Will write.
     *
     * @param transaction where to write
     * @param now when new claims were first seen
     */
    Writer(TransactionContext transaction, ZonedDateTime now) {
        this.transaction = transaction;
        this.now = now;
    }

    /** What the server has counted so far. */
    Counters counters() {
        return counters;
    }

    /** Waits until nobody else writes these documents; creates their nodes, and returns their properties, by id. */
    Map<String, Map<String, Object>> lock(List<String> ids) {
        Map<String, Map<String, Object>> documents = new HashMap<>();
        Result result = transaction.run(LOCK, Map.of("ids", ids));
        for (Record row : result.list()) {
            documents.put(row.get("id").asString(), row.get("properties").asMap(Value::asObject));
        }
        count(result);
        return documents;
    }

    void write(Comparison comparison) {
        List<Created> createdNodes = new ArrayList<>();
        List<Created> createdEdges = new ArrayList<>();
        List<Changed> changedNodes = new ArrayList<>(comparison.revived().values());
        List<Changed> changedEdges = new ArrayList<>();
        List<Retracted> retractedNodes = new ArrayList<>();
        List<Retracted> retractedEdges = new ArrayList<>();
        for (Difference difference : comparison.differences()) {
            boolean edge = difference.element().isEdge();
            if (difference instanceof Created created) {
                if (!comparison.revived().containsKey(created.element().id()) || edge) {
                    (edge ? createdEdges : createdNodes).add(created);
                }
            } else if (difference instanceof Changed changed) {
                (edge ? changedEdges : changedNodes).add(changed);
            } else if (difference instanceof Retracted retracted) {
                (edge ? retractedEdges : retractedNodes).add(retracted);
            }
        }
        retractEdges(retractedEdges);
        createNodes(createdNodes, comparison.bare());
        Set<String> shared =
                changedNodes.stream().map(changed -> changed.element().id()).collect(Collectors.toSet());
        Map<Boolean, List<Created>> touching =
                createdEdges.stream().collect(Collectors.partitioningBy(created -> touches(created.element(), shared)));
        createEdges(touching.getOrDefault(false, List.of()));
        changeNodes(changedNodes);
        createEdges(touching.getOrDefault(true, List.of()));
        changeEdges(changedEdges);
        retractNodes(retractedNodes);
    }

    /** Last of all, so that a document whose hash is there is there as a whole. */
    void writeDocuments(Map<String, Map<String, Object>> documents) {
        List<Map<String, Object>> rows = new ArrayList<>();
        documents.forEach((id, set) -> rows.add(Map.of("id", id, "set", set)));
        change(WRITE_DOCUMENTS, rows);
    }

    private void createNodes(List<Created> created, List<Node> bare) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Created difference : created) {
            String label = difference.element().word();
            Map<String, Object> properties = written(difference);
            if (label.equals(Batch.CLAIM)) {
                properties.put("firstSeen", now);
            }
            rows.add(Map.of("labels", List.of(label), "properties", properties));
        }
        for (Node node : bare) {
            Map<String, Object> properties = new HashMap<>(node.properties());
            properties.put("id", node.id());
            rows.add(Map.of("labels", List.of(node.label(), Schema.UNSUPPORTED), "properties", properties));
        }
        run(CREATE_NODES, rows);
    }

    private static boolean touches(Element edge, Set<String> nodes) {
        return nodes.contains(edge.from()) || nodes.contains(edge.to());
    }

    private void createEdges(List<Created> created) {
        for (int from = 0; from < created.size(); from += ROWS) {
            List<Created> chunk = created.subList(from, Math.min(from + ROWS, created.size()));
            NewEdges rows = NewEdges.of(chunk);
            long made = 0;
            if (!rows.single().isEmpty()) {
                made += createEdges(CREATE_EDGES, rows.single(), rows.ids());
            }
            if (!rows.grouped().isEmpty()) {
                made += createEdges(CREATE_GROUPS, rows.grouped(), rows.ids());
            }
            if (made != chunk.size()) {
                throw new Conflict("nodes that relationships touch are gone");
            }
        }
    }

    private long createEdges(String statement, List<List<Object>> rows, List<String> ids) {
        return count(transaction.run(statement, Map.of("ids", ids, "rows", rows)))
                .relationshipsCreated();
    }

    static Map<String, Object> written(Created difference) {
        Map<String, Object> properties = new HashMap<>(difference.properties());
        properties.put("id", difference.element().id());
        if (!difference.sources().isEmpty()) {
            properties.put("sources", difference.sources());
        }
        return properties;
    }

    private void changeNodes(List<Changed> changed) {
        Function<Changed, String> relabelled = difference -> difference.formerly()
                + (difference.formerly().equals(difference.element().word())
                        ? ""
                        : "\n" + difference.element().word());
        grouped(changed, relabelled).forEach((labels, group) -> {
            String[] fromTo = labels.split("\n", -1);
            String set = fromTo.length == 1 ? "" : ", n:" + Schema.quoted(fromTo[1]);
            String remove = fromTo.length == 1 || fromTo[0].isEmpty() ? "" : ", n:" + Schema.quoted(fromTo[0]);
            change(CHANGE_NODES.formatted(set, remove), rows(group, false));
            change(SUPPORT_NODES.formatted(SOURCES.formatted("n"), set, remove), rows(group, true));
        });
    }

    private void changeEdges(List<Changed> changed) {
        grouped(changed, difference -> difference.element().word()).forEach((type, group) -> {
            change(CHANGE_EDGES.formatted(Schema.quoted(type)), rows(group, false));
            change(SUPPORT_EDGES.formatted(Schema.quoted(type), SOURCES.formatted("r")), rows(group, true));
        });
    }

    private void retractEdges(List<Retracted> retracted) {
        grouped(retracted, difference -> difference.element().word()).forEach((type, group) -> {
            run(DELETE_EDGES.formatted(Schema.quoted(type)), gone(group, false));
            run(SUPPORT_EDGES.formatted(Schema.quoted(type), SOURCES.formatted("r")), gone(group, true));
        });
    }

    private void retractNodes(List<Retracted> retracted) {
        run(ABANDON_NODES, gone(retracted, false));
        run(SUPPORT_NODES.formatted(SOURCES.formatted("n"), "", ""), gone(retracted, true));
        run(DELETE_NODES, retracted.stream().map(Writer::gone).toList());
    }

    private static List<Map<String, Object>> rows(List<Changed> changed, boolean support) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Changed difference : changed) {
            if (support
                    == (!difference.added().isEmpty() || !difference.removed().isEmpty())) {
                Map<String, Object> set = new HashMap<>(difference.after());
                difference.before().keySet().forEach(key -> set.putIfAbsent(key, null));
                rows.add(Map.of(
                        "id", difference.element().id(),
                        "set", set,
                        "added", difference.added(),
                        "removed", difference.removed()));
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> gone(List<Retracted> retracted, boolean support) {
        return retracted.stream()
                .filter(difference -> support == !difference.removed().isEmpty())
                .map(Writer::gone)
                .toList();
    }

    private static Map<String, Object> gone(Retracted difference) {
        return Map.of(
                "id", difference.element().id(),
                "set", Map.of(),
                "added", List.of(),
                "removed", difference.removed());
    }

    private void change(String statement, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<Map<String, Object>> chunk = rows.subList(from, Math.min(from + ROWS, rows.size()));
            Result result = transaction.run(statement, Map.of("rows", chunk));
            Record found = result.single();
            count(result);
            if (found.get("found").asInt() != chunk.size()) {
                throw new Conflict("elements that were to be changed are gone");
            }
        }
    }

    private void run(String statement, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            count(transaction.run(statement, Map.of("rows", rows.subList(from, Math.min(from + ROWS, rows.size())))));
        }
    }

    private SummaryCounters count(Result result) {
        var counted = result.consume().counters();
        counters = counters.plus(Counters.of(counted));
        return counted;
    }

    private static <T> SortedMap<String, List<T>> grouped(List<T> all, Function<T, String> by) {
        SortedMap<String, List<T>> groups = new TreeMap<>();
        for (T each : all) {
            groups.computeIfAbsent(by.apply(each), key -> new ArrayList<>()).add(each);
        }
        return groups;
    }
}
