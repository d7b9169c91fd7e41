package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/**
 * The example corpus without one of the two articles on the vote of March 2024 holds, in an empty database, what the
 * other articles claim, and only that.
 */
@Neo4jTest
class WithoutAnArticleIT {

    /** What each claim says and of what, in words of the graph. */
    private static final String ASSERTED =
            """
            MATCH (claim:Claim)
            OPTIONAL MATCH (claim)-[asserts:ASSERTS]->(thing)
            RETURN claim.id AS claim, claim {.*, firstSeen: null} AS words, thing.id AS thing,
                   properties(asserts) AS values,
                   COLLECT { MATCH (claim)-[:ACCORDING_TO]->(agent) RETURN agent.id ORDER BY agent.id } AS agents
            """;

    /**
     * Every thing, and every edge as what it is or, where it lost a dispute, as what it would be, with its claims. The
     * edges of verbs follow from who acted on what.
     */
    private static final String SUPPORTED =
            """
            MATCH (thing:_Diplograph)
            WHERE thing.sources IS NOT NULL AND NOT thing:Article
            RETURN 'node ' + thing.id AS what, thing.sources AS sources
            UNION ALL
            MATCH (from:_Diplograph)-[edge]->(to:_Diplograph)
            WHERE edge.sources IS NOT NULL AND edge.occurrence IS NULL AND NOT from:Article
            RETURN from.id + ' ' + coalesce(edge.type, type(edge)) + coalesce(' ' + edge.choice, '') + ' ' + to.id AS what,
                   edge.sources AS sources
            """;

    /** What is called disputed though all claims give one value. */
    private static final String ONE_SIDED =
            """
            MATCH (thing:_Diplograph)
            UNWIND thing.disputed AS property
            MATCH (thing)<-[asserts:ASSERTS]-(:Claim)
            WITH thing, property, count(DISTINCT asserts[property]) AS values
            WHERE values < 2
            RETURN thing.id + ' ' + property AS value
            """;

    private final Driver driver;
    private final TestDatabase database;

    WithoutAnArticleIT(Driver driver, TestDatabase database) {
        this.driver = driver;
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({"us-abstains-ceasefire-vote, israel", "israel-cancels-washington-meeting, netanyahu"})
    void everyFactOfTheOthersIsThereAndNoOther(String article, String cancelled, @TempDir Path folder)
            throws IOException {
        load(Path.of("src/corpus"));
        Map<String, Record> claims = claims();
        Map<String, TreeSet<String>> support = support();
        database.empty();

        load(without(article, folder));

        String gone = "example/extractions/" + article + "#";
        claims.keySet().removeIf(key -> key.startsWith(gone));
        support.values().forEach(sources -> sources.removeIf(source -> source.startsWith(gone)));
        support.values().removeIf(TreeSet::isEmpty);
        assertThat(claims()).isEqualTo(claims).hasSizeGreaterThan(250);
        assertThat(support()).isEqualTo(support).hasSizeGreaterThan(500);
        assertThat(values(ONE_SIDED)).isEmpty();
        assertThat(values("MATCH (who)-[:CANCELLED]->({id: 'example/washington-meeting'}) RETURN who.id AS value"))
                .containsExactly(cancelled);
        assertThat(values("MATCH (n:_Diplograph) WHERE n.id CONTAINS $article RETURN n.id AS value", article))
                .isEmpty();
    }

    private static Path without(String article, Path folder) throws IOException {
        Path corpus = Path.of("src/corpus");
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(article + ".yaml")) {
                    Path copy = folder.resolve(corpus.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }

    private void load(Path folder) {
        Corpus corpus = Corpus.read(folder);
        assertThat(corpus.diagnostics()).isEmpty();
        Loader.of(driver, null).apply(Graph.of(corpus), Progress.NONE);
    }

    private Map<String, Record> claims() {
        Map<String, Record> claims = new TreeMap<>();
        rows(ASSERTED).forEach(row -> claims.put(row.get("claim").asString() + " " + row.get("thing"), row));
        return claims;
    }

    private Map<String, TreeSet<String>> support() {
        Map<String, TreeSet<String>> support = new TreeMap<>();
        rows(SUPPORTED).forEach(row -> support.computeIfAbsent(row.get("what").asString(), what -> new TreeSet<>())
                .addAll(row.get("sources").asList(value -> value.asString())));
        return support;
    }

    private List<String> values(String cypher, String... article) {
        return rows(cypher, article).stream()
                .map(row -> row.get("value").asString())
                .toList();
    }

    private List<Record> rows(String cypher, String... article) {
        return driver.executableQuery(cypher)
                .withParameters(Map.of("article", String.join("", article)))
                .execute()
                .records();
    }
}
