package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** A property that the vocabulary has lost leaves with its last source, and what others wrote under its name stays. */
@Neo4jTest(oncePerClass = true)
class LostWordsIT {

    private static final Options PRUNE = Options.NONE.pruning(true);
    private static final int ORDERS = 4;
    private static final String WORDS =
            "properties: {tonnage: {type: number, of: [person], disputable: true, meaning: How heavy it is.}}\n";
    private static final String HEAVY = "entities: {ada: {person: Ada Marsh, tonnage: 20}}\n";
    private static final String LIGHT = "entities: {ada: {person: Ada Marsh, aliases: [Marsh]}}\n";

    private final Driver driver;
    private final Loader loader;

    @TempDir
    private Path folder;

    LostWordsIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null).sharing(1);
    }

    @BeforeEach
    void clear() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }

    @Test
    void with_the_document_that_used_it() {
        assertLeaves(heavy(), light(corpus("after")));
    }

    @Test
    void with_the_entry_that_used_it() {
        assertLeaves(heavy(), light(corpus("after").with("extractions/a.yaml", LIGHT)));
    }

    @Test
    void only_when_the_document_is_pruned() {
        apply(heavy(), 0, Options.NONE);
        TestCorpus light = light(corpus("after"));

        apply(light, 0, Options.NONE);
        assertThat(Dump.ours(driver)).contains("tonnage=20");
        apply(light, 0, PRUNE);

        assertThat(Dump.ours(driver)).doesNotContain("tonnage");
    }

    @Test
    void unless_another_corpus_gives_it_too() {
        apply(heavy(), 0, Options.NONE);
        apply(
                TestCorpus.named("others", folder.resolve("others"))
                        .with("corpus.yaml", "name: others\nvocabulary: words.yaml\n")
                        .with("words.yaml", WORDS)
                        .with("extractions/c.yaml", HEAVY),
                0,
                Options.NONE);

        apply(light(corpus("after")), 0, PRUNE);

        assertThat(Dump.ours(driver)).contains("id=ada, name=Ada Marsh, sources=[news/extractions/b#ada, others/");
        assertThat(Dump.ours(driver)).contains("tonnage=20}");
    }

    @Test
    void and_somebody_elses_under_such_a_name_stays() {
        apply(light(corpus("before")), 0, Options.NONE);
        driver.executableQuery("MATCH (n:Person {id: 'ada'}) SET n.tonnage = 30")
                .execute();

        apply(light(corpus("after")).with("extractions/b.yaml", LIGHT.replace("[Marsh]", "[Ada]")), 0, PRUNE);

        assertThat(Dump.ours(driver)).contains("aliases=[Ada], id=ada", "tonnage=30}");
    }

    private void assertLeaves(TestCorpus heavy, TestCorpus light) {
        for (int order = 0; order < ORDERS; order++) {
            clear();
            apply(heavy, order, Options.NONE);
            assertThat(Dump.ours(driver)).contains("tonnage=20");

            apply(light, order, PRUNE);

            String edited = Dump.ours(driver);
            clear();
            apply(light, order, PRUNE);
            assertThat(Dump.differences(Dump.ours(driver), edited))
                    .as("order %d", order)
                    .isEmpty();
        }
    }

    private TestCorpus heavy() {
        return corpus("before")
                .with("corpus.yaml", "name: news\nvocabulary: words.yaml\n")
                .with("words.yaml", WORDS)
                .with("extractions/a.yaml", HEAVY)
                .with("extractions/b.yaml", LIGHT);
    }

    private static TestCorpus light(TestCorpus corpus) {
        return corpus.with("extractions/b.yaml", LIGHT);
    }

    private TestCorpus corpus(String name) {
        return TestCorpus.named("news", folder.resolve(name));
    }

    private void apply(TestCorpus corpus, int order, Options options) {
        Graph graph = Graph.of(corpus.read());
        List<Part> parts = new ArrayList<>(graph.parts());
        Collections.shuffle(parts, new Random(order));
        loader.apply(new Graph(graph.corpus(), graph.schema(), parts, graph::share), options, Progress.NONE);
    }
}
