package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** An apply that ended in the middle leaves nothing behind where the files are then as they were before it. */
@Neo4jTest(oncePerClass = true)
class TakenBackIT {

    private static final Options PRUNE = Options.NONE.pruning(true);
    private static final int ORDERS = 3;
    private static final String TEXTS = "entities/texts.yaml";
    private static final String FIRST = "extractions/first.yaml";
    private static final String SECOND = "extractions/second.yaml";

    private static final Map<String, String> BEFORE = Map.of(
            TEXTS,
            """
            entities:
              text: {resolution: The budget}
              ada: {person: Ada Marsh}
              league: {organisation: The League}
              chair: {office: Chair of the League, of: league}
            """,
            FIRST,
            """
            article: {id: a, published: 2024-03-25}
            roles: [{person: ada, office: chair, from: 2022, passage: x}]
            votes: [{id: budget, resolution: text, date: 2024-03-20, for: [Malta], passage: x}]
            """);

    private static final Map<String, String> AFTER = Map.of(
            TEXTS,
            """
            entities:
              text: {resolution: The budget, note: a long text}
              ada: {person: Ada Marsh, aliases: [Marsh]}
              league: {organisation: The League}
              chair: {office: Chair of the League, of: league, note: the fourth}
            """,
            FIRST,
            """
            article: {id: a, published: 2024-03-25}
            roles: [{person: ada, office: chair, passage: x}]
            votes: [{id: budget, resolution: text, date: 2024-03-20, for: [Malta], result: passed, passage: x}]
            """,
            SECOND,
            """
            article: {id: b, published: 2024-03-26}
            entities: {text: {resolution: The budget, aliases: [The long budget]}}
            attributes:
              - {about: text, property: binding, value: true, passage: x}
              - {about: ada, property: birth, value: 1950, passage: x}
            roles: [{person: ada, office: chair, until: 2024, passage: x}]
            votes: [{id: budget, resolution: text, date: 2024-03-20, against: [Chad], counts: {for: 1}, passage: x}]
            """);

    private final Driver driver;
    private final Loader loader;

    @TempDir
    private Path folder;

    TakenBackIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null).sharing(1);
    }

    @Test
    void what_was_added() {
        takeBack(corpus("before", BEFORE), corpus("after", AFTER));
    }

    @Test
    void what_was_withdrawn() {
        takeBack(corpus("after", AFTER), corpus("before", BEFORE));
    }

    private void takeBack(Graph right, Graph wrong) {
        clear();
        loader.apply(right, Progress.NONE);
        String expected = Dump.ours(driver);
        for (int order = 0; order < ORDERS; order++) {
            List<Part> parts = new ArrayList<>(wrong.parts());
            Collections.shuffle(parts, new Random(order));
            for (Part last : parts) {
                assertThatThrownBy(() -> loader.apply(until(last, wrong, parts), PRUNE, Progress.NONE))
                        .hasMessage("no further");

                loader.apply(right, PRUNE, Progress.NONE);

                assertThat(Dump.differences(expected, Dump.ours(driver)))
                        .as("order %d until %s", order, last.id())
                        .isEmpty();
            }
        }
    }

    private static Graph until(Part last, Graph graph, List<Part> parts) {
        return new Graph(graph.corpus(), graph.schema(), parts, part -> {
            if (part.equals(last)) {
                throw new IllegalStateException("no further");
            }
            return graph.share(part);
        });
    }

    private Graph corpus(String name, Map<String, String> files) {
        TestCorpus corpus = TestCorpus.named("news", folder.resolve(name));
        files.forEach(corpus::with);
        return Graph.of(corpus.read());
    }

    private void clear() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }
}
