package io.github.diplograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Dump;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Options;
import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** What Neo4j's offline importer makes of a graph, beside what an apply makes of it. */
@Neo4jTest
class Neo4jAdminIT {

    private static final ZonedDateTime SEEN = ZonedDateTime.of(2024, 3, 25, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final String RULES =
            """
            SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties
            WHERE type <> 'LOOKUP'
            RETURN name + ' ' + type + ' ' + entityType + ' ' + apart + ' ' + of AS rule
            """
                    .replace("apart", "reduce(t = '', w IN labelsOrTypes | t + w)")
                    .replace("of AS", "reduce(t = '', w IN properties | t + w) AS");

    private final Driver online;

    @TempDir
    Path folder;

    Neo4jAdminIT(Driver driver) {
        online = driver;
    }

    @Test
    void is_the_same_as_what_an_apply_makes_and_stays_so_when_another_corpus_comes() throws IOException {
        Graph example = Graph.of(Corpus.read(Path.of("src/corpus")));
        Graph other = Graph.of(Corpus.read(otherCorpus()));
        Loader.of(online, null).apply(example, Progress.NONE);
        try (LocalNeo4j server = firstLoad(example);
                Driver offline = GraphDatabase.driver(server.uri())) {
            assertThat(Dump.differences(Dump.ours(online), Dump.ours(offline))).isEmpty();
            assertThat(rules(offline)).isEqualTo(rules(online));
            assertWritesNothing(offline, example);
            assertThat(offline.executableQuery("MATCH (c:Claim) WHERE c.firstSeen = $seen RETURN count(c) AS claims")
                            .withParameters(java.util.Map.of("seen", SEEN))
                            .execute()
                            .records()
                            .get(0)
                            .get("claims")
                            .asInt())
                    .isEqualTo(example.parts().stream()
                            .mapToInt(part -> (int) example.share(part).nodes().stream()
                                    .filter(node -> node.label().equals("Claim"))
                                    .count())
                            .sum());

            Loader.of(online, null).apply(other, Progress.NONE);
            Loader.of(offline, null).apply(other, Progress.NONE);

            assertThat(Dump.ours(online))
                    .contains("chile -POSTPONED-> other/some-vote {id=other/some-delay|chile|other/some-vote,"
                            + " occurrence=other/some-delay, sources=[other/extractions/article-0#some-delay,"
                            + " other/extractions/article-1#some-delay], through=[brazil, peru]}");
            assertThat(Dump.differences(Dump.ours(online), Dump.ours(offline))).isEmpty();
            assertWritesNothing(offline, example);
        }
    }

    @Test
    void keeps_every_value_that_csv_might_take_for_something_else() {
        Graph hostile = Handmade.hostile();
        Loader.of(online, null).apply(hostile, Progress.NONE);
        try (LocalNeo4j server = firstLoad(hostile);
                Driver offline = GraphDatabase.driver(server.uri())) {
            assertThat(Dump.differences(Dump.ours(online), Dump.ours(offline))).isEmpty();
            assertWritesNothing(offline, hostile);
        }
    }

    private LocalNeo4j firstLoad(Graph graph) {
        Path store = folder.resolve("store");
        Path files = folder.resolve("files");
        Neo4jAdmin.Written written = Neo4jAdmin.write(graph, files, SEEN, Progress.NONE);
        LocalNeo4j server = LocalNeo4j.over(store, TestDatabase.serverJars()).firstLoad(files, written.arguments());
        assertThat(LocalNeo4j.holding(store)).isEqualTo(LocalNeo4j.Holding.UNFINISHED);
        try (Driver driver = GraphDatabase.driver(server.uri())) {
            Applied applied = Loader.of(driver, null)
                    .endFirstLoad(graph, written.schema(), written.elements(), SEEN, Options.NONE, Progress.NONE);
            assertThat(applied.totals().created()).isEqualTo(written.elements());
            server.endFirstLoad();
            return server;
        } catch (RuntimeException | AssertionError e) {
            server.close();
            throw e;
        }
    }

    private static void assertWritesNothing(Driver driver, Graph graph) {
        List<Object> planned = new ArrayList<>();
        Loader loader = Loader.of(driver, null);
        loader.plan(graph, Options.NONE.verifying(true), planned::add, Progress.NONE);
        assertThat(planned).isEmpty();
        assertThat(loader.apply(graph, Options.NONE.verifying(true), Progress.NONE)
                        .wroteNothing())
                .isTrue();
    }

    private static List<String> rules(Driver driver) {
        return driver.executableQuery(RULES).execute().records().stream()
                .map(row -> row.get("rule").asString())
                .sorted()
                .toList();
    }

    /** Shares states with the example, and has a dispute of its own, and a deed through agents of whom one source knows. */
    private Path otherCorpus() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("corpus.yaml"), "name: other\n");
        Files.createDirectory(other.resolve("extractions"));
        for (int i = 0; i < 2; i++) {
            Files.writeString(
                    other.resolve("extractions/article-" + i + ".yaml"),
                    """
                    article: {id: article-%1$d, published: 2024-03-2%1$d}
                    votes:
                      - id: some-vote
                        body: UN Security Council
                        date: 2024-03-20
                        counts: {for: 1%1$d}
                        %2$s: [United States]
                        for: [China]
                        passage: "a vote"
                    events:
                      - id: some-delay
                        verb: postponed
                        by: %3$s
                        on behalf of: Chile
                        towards: some-vote
                        passage: "a vote"
                    """
                            .formatted(i, i == 0 ? "against" : "abstained", i == 0 ? "Peru" : "[Peru, Brazil]"));
        }
        return other;
    }
}
