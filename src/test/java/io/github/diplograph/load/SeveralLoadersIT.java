package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.Rounds;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;

/**
 * Loaders that work at once, each over a connection of its own and with as many elements a transaction as it likes,
 * over a database without constraints and indexes at first. A build does each of these once;
 * {@code mvn verify -Plong -Dtest=None -Dit.test=SeveralLoadersIT} 20 times.
 */
@Neo4jTest
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SeveralLoadersIT {

    private static final int LOADERS = 8;
    private static final int ROUNDS = Rounds.of(1, 20);
    private static final List<Integer> ELEMENTS = List.of(1, 300, 10_000);

    private final TestDatabase database;
    private final Driver driver;
    private int applies;

    SeveralLoadersIT(TestDatabase database) {
        this.database = database;
        this.driver = database.driver();
    }

    @AfterEach
    void say(TestInfo test) {
        System.out.println(test.getDisplayName() + ": " + applies + " applies, " + LOADERS + " at once");
    }

    @Test
    void of_one_corpus_end_in_the_graph_of_one() throws Exception {
        Graph full = corpus("news", 12, 12).graph();
        Graph half = corpus("news", 12, 4).graph();
        apply(full);
        String expected = Dump.ours(driver);
        for (int round = 0; round < ROUNDS; round++) {
            database.empty();
            together(Collections.nCopies(LOADERS, full));
            assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
            together(Collections.nCopies(LOADERS, half));
            together(Collections.nCopies(LOADERS, full));
            assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
        }
    }

    @Test
    void of_different_documents_lose_no_source_of_what_these_share() throws Exception {
        Graph full = corpus("news", 12, 2).graph();
        Graph half = corpus("news", 12, 1).graph();
        Sketch silent = corpus("news", 12, 1);
        for (int number = 0; number < 11; number++) {
            silent.document("report-" + number).clear();
        }
        apply(full);
        String expected = Dump.ours(driver);
        database.empty();
        apply(silent.graph());
        String expectedWhenSilent = Dump.ours(driver);
        for (int round = 0; round < ROUNDS; round++) {
            database.empty();
            together(divided(full));
            holds(expected, full);
            together(divided(half));
            together(divided(silent.graph()));
            holds(expectedWhenSilent, silent.graph());
            together(divided(full));
            holds(expected, full);
        }
    }

    /** Who has a part of the documents marks what rests on the others too; whoever has all of them ends the work. */
    private void holds(String expected, Graph whole) {
        assertThat(Dump.differences(expected, Dump.ours(driver).replace("-held,", ",")))
                .isEmpty();
        apply(whole);
        assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
    }

    @Test
    void of_overlapping_corpora_end_in_the_graph_of_one_after_the_other() throws Exception {
        List<Graph> corpora = new ArrayList<>();
        List<Graph> smaller = new ArrayList<>();
        for (int corpus = 0; corpus < LOADERS; corpus++) {
            corpora.add(corpus("corpus-" + corpus, 6, 6).graph());
            smaller.add(corpus("corpus-" + corpus, 6, 1).graph());
        }
        smaller.forEach(this::apply);
        String expectedWhenSmaller = Dump.ours(driver);
        corpora.forEach(this::apply);
        String expected = Dump.ours(driver);
        for (int round = 0; round < ROUNDS; round++) {
            database.empty();
            together(corpora);
            assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
            together(smaller);
            assertThat(Dump.differences(expectedWhenSmaller, Dump.ours(driver))).isEmpty();
            together(corpora);
            assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
        }
    }

    private static List<Graph> divided(Graph graph) {
        List<Graph> divided = new ArrayList<>();
        for (int loader = 0; loader < LOADERS; loader++) {
            List<Part> parts = new ArrayList<>();
            for (int part = loader; part < graph.parts().size(); part += LOADERS) {
                parts.add(graph.parts().get(part));
            }
            divided.add(new Graph(graph.corpus(), graph.schema(), parts, graph::share));
        }
        return divided;
    }

    /** Documents that share entities, a tie and a vote; of each, some votes. */
    private static Sketch corpus(String name, int documents, int votes) {
        Sketch corpus = new Sketch(name);
        for (int number = 0; number < documents; number++) {
            Sketch.Document document = corpus.document("report-" + number);
            document.entity("Organisation", "council", Map.of());
            Map<String, String> ballots = new TreeMap<>();
            for (int state = 0; state < 10; state++) {
                document.entity("State", "state-" + state, Map.of("aliases", List.of(name + "-" + number)));
                ballots.put("state-" + state, state < 5 ? "for" : "abstained");
            }
            document.member("state-0", "council", Map.of());
            document.vote("shared", Map.of(), ballots);
            for (int vote = 0; vote < votes; vote++) {
                document.vote("vote-" + number + "-" + vote, Map.of(), ballots);
            }
        }
        return corpus;
    }

    private void together(List<Graph> corpora) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(corpora.size());
        try {
            List<Callable<Applied>> loaders = new ArrayList<>();
            for (Graph corpus : corpora) {
                int elements = ELEMENTS.get(loaders.size() % ELEMENTS.size());
                loaders.add(() -> {
                    try (Driver own = database.connect()) {
                        return Loader.of(own, null).sharing(elements).apply(corpus, Progress.NONE);
                    }
                });
            }
            for (Future<Applied> done : threads.invokeAll(loaders)) {
                done.get();
                applies++;
            }
        } finally {
            threads.shutdown();
        }
    }

    private void apply(Graph graph) {
        Loader.of(driver, null).apply(graph, Progress.NONE);
    }
}
