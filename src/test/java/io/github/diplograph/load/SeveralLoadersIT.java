package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.neo4j.driver.Driver;

@Neo4jTest
class SeveralLoadersIT {

    private static final int LOADERS = 4;

    private final Driver driver;

    SeveralLoadersIT(Driver driver) {
        this.driver = driver;
    }

    @RepeatedTest(2)
    void of_one_corpus_end_in_the_graph_of_one() throws Exception {
        Sketch full = corpus("news", 12, 12);
        Sketch half = corpus("news", 12, 4);
        apply(full);
        String expected = Dump.ours(driver);
        clear();

        together(List.of(full.graph(), full.graph(), full.graph(), full.graph()));
        assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
        together(List.of(half.graph(), half.graph(), half.graph(), half.graph()));
        together(List.of(full.graph(), full.graph(), full.graph(), full.graph()));

        assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
    }

    @RepeatedTest(2)
    void of_different_documents_lose_no_source_of_what_these_share() throws Exception {
        Graph full = corpus("news", 12, 2).graph();
        Graph half = corpus("news", 12, 1).graph();
        Sketch silent = corpus("news", 12, 1);
        for (int number = 0; number < 11; number++) {
            silent.document("report-" + number).clear();
        }
        apply(full);
        String expected = Dump.ours(driver);
        clear();
        apply(silent.graph());
        String expectedWhenSilent = Dump.ours(driver);
        clear();

        together(quarters(full));
        assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
        together(quarters(half));
        together(quarters(silent.graph()));
        assertThat(Dump.differences(expectedWhenSilent, Dump.ours(driver))).isEmpty();
        together(quarters(full));
        assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
    }

    private static List<Graph> quarters(Graph graph) {
        List<Graph> quarters = new ArrayList<>();
        for (int loader = 0; loader < LOADERS; loader++) {
            List<Part> parts = new ArrayList<>();
            for (int part = loader; part < graph.parts().size(); part += LOADERS) {
                parts.add(graph.parts().get(part));
            }
            quarters.add(new Graph(graph.corpus(), graph.schema(), parts, graph::share));
        }
        return quarters;
    }

    @RepeatedTest(2)
    void of_different_corpora_end_in_the_graph_of_one_after_the_other() throws Exception {
        List<Sketch> corpora = new ArrayList<>();
        for (int corpus = 0; corpus < LOADERS; corpus++) {
            corpora.add(corpus("corpus-" + corpus, 6, 6));
        }
        corpora.forEach(this::apply);
        String expected = Dump.ours(driver);
        clear();

        together(corpora.stream().map(Sketch::graph).toList());

        assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
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
            corpora.forEach(corpus -> loaders.add(() -> apply(corpus)));
            for (Future<Applied> done : threads.invokeAll(loaders)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Applied apply(Sketch corpus) {
        return apply(corpus.graph());
    }

    private Applied apply(Graph graph) {
        return Loader.of(driver, null).apply(graph, Progress.NONE);
    }

    private void clear() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }
}
