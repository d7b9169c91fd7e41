package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.Rounds;
import io.github.diplograph.diagnostic.Progress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Values;

/**
 * Somebody else's data in the same database, of the same look: same labels, ids, names and types of relationship, with
 * constraints and indexes of its own, tied to our nodes. A build has some thousand elements of it;
 * {@code mvn verify -Plong -Dtest=None -Dit.test=StrangersIT} a hundred thousand.
 */
@Neo4jTest(oncePerClass = true)
class StrangersIT {

    private static final String CREATE =
            """
            UNWIND range(1, $n) AS i
            CREATE (p:Person {id: 'person-' + i % 50, name: 'Person ' + i, sources: ['news/a#' + i], mine: i}),
                   (s:State:Reviewed {id: 'state-' + i % 12, name: 'State', earliest: date('2024-01-01'), mine: i}),
                   (c:Claim {id: 'news/report-' + i % 20 + '#vote-' + i % 20, kind: 'entity', mine: i}),
                   (p)-[:MEMBER_OF {id: 'person-' + i, sources: ['news/x#1'], mine: i}]->(s),
                   (c)-[:ASSERTS {mine: i}]->(p),
                   (c)-[:WRITTEN_IN {id: 'theirs|' + i, mine: i}]->(:Document {hash: 'h', file: 'f', mine: i})
            """;

    /** Theirs to ours, and between ours; on nodes that will leave, too. */
    private static final String TIE =
            """
            MATCH (n:_Diplograph)
            WHERE n:State OR n:Vote OR n:Claim
            WITH n ORDER BY n.id LIMIT 500
            MATCH (p:Person {mine: 1})
            CREATE (p)-[:READ {mine: 1, name: n.id}]->(n), (n)-[:ABOUT {mine: 2}]->(n)
            """;

    private static final List<String> SCHEMA = List.of(
            "CREATE CONSTRAINT theirs_unique FOR (n:Person) REQUIRE n.mine IS UNIQUE",
            "CREATE INDEX theirs_index FOR (n:State) ON (n.name)",
            "CREATE INDEX theirs_edges FOR ()-[r:MEMBER_OF]-() ON (r.mine)",
            "CREATE FULLTEXT INDEX theirs_text FOR (n:Claim) ON EACH [n.kind]");

    private static final String NODES =
            """
            MATCH (n) WHERE n.mine IS NOT NULL
            RETURN elementId(n) AS line, labels(n) AS labels, properties(n) AS properties
            """;

    /** What is theirs, and whatever else touches a node of theirs. */
    private static final String EDGES =
            """
            MATCH (a)-[r]->(b) WHERE r.mine IS NOT NULL OR a.mine IS NOT NULL OR b.mine IS NOT NULL
            RETURN elementId(r) + ' ' + elementId(a) + ' ' + elementId(b) AS line, [type(r)] AS labels,
                   properties(r) AS properties
            """;

    private static final String SCHEMAS =
            """
            SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint
            WHERE name STARTS WITH 'theirs'
            RETURN name + type + coalesce(owningConstraint, '') AS line, labelsOrTypes AS labels,
                   {properties: properties} AS properties
            """;

    private final Driver driver;
    private final Loader loader;

    StrangersIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @Test
    void find_every_byte_of_it_as_it_was() {
        int elements = Rounds.of(7_000, 100_000);
        SCHEMA.forEach(statement -> driver.executableQuery(statement).execute());
        driver.executableQuery(CREATE)
                .withParameters(Map.of("n", elements / 7 + 1))
                .execute();
        String theirs = dump();
        assertThat(theirs.lines().count()).isGreaterThan(elements);

        loader.apply(corpus(20).graph(), Progress.NONE);
        assertThat(Dump.differences(theirs, dump())).isEmpty();
        driver.executableQuery(TIE).execute();
        theirs = dump();

        Sketch edited = corpus(12);
        edited.document("report-3").entity("Person", "person-3", Map.of("aliases", List.of("Third")));
        loader.apply(edited.graph(), Progress.NONE);
        assertThat(Dump.differences(theirs, dump())).isEmpty();

        loader.apply(edited.graph(), Options.NONE.pruning(true).verifying(true), Progress.NONE);
        assertThat(Dump.differences(theirs, dump())).isEmpty();

        Sketch nothing = new Sketch("news");
        nothing.document("registry");
        Applied applied = loader.apply(nothing.graph(), Options.NONE.pruning(true), Progress.NONE);
        assertThat(Dump.differences(theirs, dump())).isEmpty();
        assertThat(applied.strangers()).isNotEmpty();
        assertThat(Dump.ours(driver)).isEmpty();
        System.out.println("somebody else's data: " + theirs.lines().count() + " elements, byte for byte the same");
    }

    private static Sketch corpus(int documents) {
        Sketch sketch = new Sketch("news");
        for (int number = 0; number < documents; number++) {
            sketch.document("report-" + number)
                    .entity("Person", "person-" + number, Map.of())
                    .entity("State", "state-" + number % 12, Map.of())
                    .entity("Organisation", "council", Map.of())
                    .member("person-" + number, "council", Map.of("from", "2020"))
                    .vote("vote-" + number, Map.of(), Map.of("state-" + number % 12, "for"));
        }
        return sketch;
    }

    /** Everything of theirs, with the database's own ids: nothing may be replaced by its like. */
    private String dump() {
        StringBuilder lines = new StringBuilder();
        for (String statement : List.of(NODES, EDGES, SCHEMAS)) {
            driver.executableQuery(statement).execute().records().stream()
                    .map(row -> row.get("line").asString()
                            + ' '
                            + row.get("labels")
                            + ' '
                            + new TreeMap<>(row.get("properties").asMap(Values.ofValue())))
                    .sorted()
                    .forEach(line -> lines.append(line).append('\n'));
        }
        return lines.toString();
    }
}
