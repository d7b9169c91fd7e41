package io.github.diplograph.bench;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Share;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * The limit: a program written by hand on the plain driver for just this data. It finds its parameters ready in memory,
 * checks nothing, reads nothing, and could not run twice.
 */
final class Ceiling {

    /**
     * One way of writing.
     *
     * @param votes how many votes share a transaction
     * @param sessions how many transactions run at a time
     */
    record Form(int votes, int sessions) {
        @Override
        public String toString() {
            return votes + " votes a transaction, " + sessions + (sessions == 1 ? " session" : " sessions");
        }
    }

    static final List<Form> FORMS = List.of(new Form(50, 1), new Form(100, 1), new Form(50, 2));

    private static final String PLACES =
            """
            UNWIND range(0, size($ids) - 1) AS i
            MATCH (n:_Diplograph {id: $ids[i]})
            WITH i, n ORDER BY i
            WITH collect(n) AS nodes
            WHERE size(nodes) = size($ids)
            """;

    private static final String NODES = "UNWIND $rows AS row CREATE (n:_Diplograph:$(row[0])) SET n = row[1]";

    private static final String EDGES = PLACES
            + "UNWIND $rows AS row WITH nodes[row[0]] AS a, nodes[row[1]] AS b, row"
            + " CREATE (a)-[r:$(row[2])]->(b) SET r = row[3]";

    private static final String BALLOTS = PLACES
            + "UNWIND $rows AS row WITH nodes, nodes[row[0]] AS b, $ids[row[0]] + '|' AS prefix, row[1] AS places,"
            + " row[2] AS type, row[3] AS all UNWIND places AS place"
            + " WITH nodes[place] AS a, b, type, all {.*, id: prefix + $ids[place]} AS properties"
            + " CREATE (a)-[r:$(type)]->(b) SET r = properties";

    private static final String STRIPPED = PLACES
            + "UNWIND $rows AS row WITH nodes, nodes[row[0]] AS b, row"
            + " UNWIND row[1] AS place WITH nodes[place] AS a, b, row, row[3] AS properties"
            + " CREATE (a)-[r:$(row[2])]->(b) SET r = properties";

    private static final String PLAIN =
            "UNWIND $rows AS row MATCH (a:_Diplograph {id: row.a}) MATCH (b:_Diplograph {id: row.b})"
                    + " CREATE (a)-[:VOTED {choice: row.choice}]->(b)";

    /** What some votes bring along, as parameters. */
    private static final class Slice {
        private final List<List<Object>> nodes = new ArrayList<>();
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<List<Object>> edges = new ArrayList<>();
        private final Map<List<Object>, List<Object>> ballots = new LinkedHashMap<>();

        private int place(String id) {
            return places.computeIfAbsent(id, key -> places.size());
        }
    }

    private final Schema schema;
    private final Set<String> types = new HashSet<>();
    private final List<Slice> slices = new ArrayList<>(List.of(new Slice()));
    private final Form form;
    private long written;

    /** Makes the lists ready. */
    Ceiling(Graph graph, Form form) {
        this.schema = graph.schema();
        this.form = form;
        Map<String, Map<String, Object>> known = new HashMap<>();
        for (Part part : graph.parts()) {
            slice(graph.share(part), known);
        }
    }

    /** How many ballots there are. */
    long ballots() {
        return written;
    }

    private void slice(Share share, Map<String, Map<String, Object>> known) {
        Map<String, Integer> votes = new HashMap<>();
        share.nodes().stream()
                .filter(node -> node.label().equals("Vote"))
                .forEach(node -> votes.put(node.id(), votes.size()));
        int count = Math.max(1, (votes.size() + form.votes() - 1) / form.votes());
        List<Slice> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Slice());
        }
        Map<String, Integer> owner = new HashMap<>();
        votes.forEach((vote, number) -> owner.put(vote, number / form.votes()));
        share.edges().stream()
                .filter(edge -> edge.type().equals("ASSERTS"))
                .forEach(edge -> owner.put(edge.from(), owner.getOrDefault(edge.to(), 0)));
        for (Node node : share.nodes()) {
            Map<String, Object> before = known.get(node.id());
            if (before != null) {
                unite(before, node.sources());
                continue;
            }
            Map<String, Object> properties = new HashMap<>(node.properties());
            properties.put("id", node.id());
            if (!node.sources().isEmpty()) {
                properties.put("sources", node.sources());
            }
            if (node.label().equals("Claim")) {
                properties.put("firstSeen", ZonedDateTime.now());
            } else if (!node.label().equals("Vote")) {
                known.put(node.id(), properties);
            }
            slice(made, owner.get(node.id())).nodes.add(List.of(node.label(), properties));
        }
        for (Edge edge : share.edges()) {
            types.add(edge.type());
            add(slice(made, owner.get(edge.owner())), edge, known);
        }
        slices.addAll(made);
    }

    /** What is no vote's alone goes first, before sessions part. */
    private Slice slice(List<Slice> made, Integer number) {
        return number == null ? slices.get(0) : made.get(number);
    }

    /** What several documents rest on has the claims of all, sorted. */
    private static void unite(Map<String, Object> properties, List<String> more) {
        TreeSet<String> all = new TreeSet<>(more);
        ((List<?>) properties.getOrDefault("sources", List.of())).forEach(source -> all.add((String) source));
        if (!all.isEmpty()) {
            properties.put("sources", List.copyOf(all));
        }
    }

    @SuppressWarnings("unchecked")
    private void add(Slice slice, Edge edge, Map<String, Map<String, Object>> known) {
        Map<String, Object> properties = new TreeMap<>(edge.properties());
        if (!edge.sources().isEmpty()) {
            properties.put("sources", edge.sources());
        }
        if (edge.properties().containsKey("choice")) {
            written++;
            List<Object> alike = List.of(edge.to(), edge.type(), properties);
            List<Object> row = slice.ballots.computeIfAbsent(
                    alike, key -> List.of(slice.place(edge.to()), new ArrayList<>(), edge.type(), properties));
            ((List<Object>) row.get(1)).add(slice.place(edge.from()));
        } else {
            Map<String, Object> before = known.get(edge.type() + ' ' + edge.id());
            if (before != null) {
                unite(before, edge.sources());
                return;
            }
            properties.put("id", edge.id());
            if (!edge.sources().isEmpty()
                    && !edge.type().equals("VOTE_ON")
                    && !edge.type().equals("TAKEN_IN")) {
                known.put(edge.type() + ' ' + edge.id(), properties);
            }
            slice.edges.add(List.of(slice.place(edge.from()), slice.place(edge.to()), edge.type(), properties));
        }
    }

    /** Creates constraints and indexes, and writes everything. */
    void write(Driver driver) throws Exception {
        try (Session session = driver.session()) {
            session.executeWrite(transaction -> {
                for (Schema.Rule rule : schema.rules()) {
                    if (rule.asks() != Schema.Asks.UNIQUE_RELATIONSHIP || types.containsAll(rule.words())) {
                        transaction.run(rule.cypher()).consume();
                    }
                }
                return null;
            });
            session.run("CALL db.awaitIndexes(600)").consume();
            session.executeWrite(transaction -> write(transaction, slices.get(0), BALLOTS, true));
        }
        each(driver, slices.subList(1, slices.size()), BALLOTS, true);
    }

    /** Writes the ballots without ids, sources and constraints, between nodes that are there; returns the seconds. */
    double writeStripped(Driver driver) throws Exception {
        nodes(driver);
        List<Slice> bare = new ArrayList<>();
        for (Slice slice : slices) {
            Slice stripped = new Slice();
            stripped.places.putAll(slice.places);
            slice.ballots
                    .values()
                    .forEach(row -> stripped.ballots.put(
                            List.of(stripped.ballots.size()),
                            List.of(
                                    row.get(0),
                                    row.get(1),
                                    row.get(2),
                                    Map.of("choice", ((Map<?, ?>) row.get(3)).get("choice")))));
            bare.add(stripped);
        }
        return Results.seconds(() -> each(driver, bare, STRIPPED, false));
    }

    /** Writes the same with one row a ballot, its voter and its vote looked up each time; returns the seconds. */
    double writePlain(Driver driver) throws Exception {
        nodes(driver);
        List<List<Map<String, Object>>> all = rows();
        return Results.seconds(() -> {
            try (Session session = driver.session()) {
                for (List<Map<String, Object>> rows : all) {
                    session.executeWrite(transaction ->
                            transaction.run(PLAIN, Map.of("rows", rows)).consume());
                }
            }
        });
    }

    private void nodes(Driver driver) {
        try (Session session = driver.session()) {
            for (Slice slice : slices) {
                session.run(NODES, Map.of("rows", slice.nodes)).consume();
            }
        }
    }

    private List<List<Map<String, Object>>> rows() {
        List<List<Map<String, Object>>> all = new ArrayList<>();
        for (Slice slice : slices) {
            List<String> ids = List.copyOf(slice.places.keySet());
            List<Map<String, Object>> rows = new ArrayList<>();
            for (List<Object> row : slice.ballots.values()) {
                for (Object place : (List<?>) row.get(1)) {
                    rows.add(Map.of(
                            "a", ids.get((Integer) place),
                            "b", ids.get((Integer) row.get(0)),
                            "choice", ((Map<?, ?>) row.get(3)).get("choice")));
                }
            }
            all.add(rows);
        }
        return all;
    }

    private void each(Driver driver, List<Slice> all, String ballots, boolean whole) throws Exception {
        if (form.sessions() == 1) {
            try (Session session = driver.session()) {
                for (Slice slice : all) {
                    session.executeWrite(transaction -> write(transaction, slice, ballots, whole));
                }
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(form.sessions());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < form.sessions(); i++) {
                int mine = i;
                running.add(threads.submit(() -> {
                    try (Session session = driver.session()) {
                        for (int j = mine; j < all.size(); j += form.sessions()) {
                            Slice slice = all.get(j);
                            session.executeWrite(transaction -> write(transaction, slice, ballots, whole));
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object write(TransactionContext transaction, Slice slice, String ballots, boolean whole) {
        List<String> ids = List.copyOf(slice.places.keySet());
        if (whole) {
            transaction.run(NODES, Map.of("rows", slice.nodes)).consume();
            if (!slice.edges.isEmpty()) {
                transaction.run(EDGES, Map.of("ids", ids, "rows", slice.edges)).consume();
            }
        }
        if (!slice.ballots.isEmpty()) {
            transaction
                    .run(ballots, Map.of("ids", ids, "rows", List.copyOf(slice.ballots.values())))
                    .consume();
        }
        return ids;
    }
}
