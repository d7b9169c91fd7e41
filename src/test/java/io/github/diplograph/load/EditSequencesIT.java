package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.TestDatabase;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.load.Newsroom.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/**
 * The law of loading, for files as curators write them: whatever is edited in two corpora that share a database, step by
 * step, in whatever order documents come and however many share a transaction, it ends in the graph of the last state
 * in an empty database; and when all is retracted, what others wrote is what it was.
 *
 * <p>A build runs a few sequences; {@code mvn verify -Plong -Dtest=None -Dit.test=EditSequencesIT} runs hundreds. A
 * failure prints the edits, shrunk, and the seed that brings them back.
 */
@Tag("neo4j")
@Tag("long")
class EditSequencesIT {

    private static final Options PRUNE = Options.NONE.pruning(true);
    private static final List<Integer> ELEMENTS = List.of(1, 20, 100, 10_000);
    private static @Nullable TestDatabase database;
    private static int sequences;
    private static int edits;
    private static int undone;
    private static int refused;

    /** What is edited before the next apply, of which corpus, and how it is applied. */
    record Step(List<Edit> edits, boolean second, int how) {}

    @BeforeContainer
    static void begin() {
        database = TestDatabase.chosen();
    }

    @AfterContainer
    static void end() {
        if (database != null) {
            database.close();
        }
        System.out.println(sequences + " sequences of edits: " + edits + " edits, " + undone
                + " of them invalid and taken back, " + refused + " applies refused because the corpora disagreed");
        assertThat(undone).isLessThanOrEqualTo(edits / 2);
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<Integer> any = Arbitraries.integers()
                .between(0, 1_000_000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
        Arbitrary<Edit> edit = Combinators.combine(any, any, any, any).as(Edit::new);
        Arbitrary<Boolean> second =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)));
        return Combinators.combine(edit.list().ofMinSize(1).ofMaxSize(12), second, any)
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(8);
    }

    @Property(generation = GenerationMode.RANDOMIZED)
    void a_sequence_of_edits_ends_in_the_graph_of_its_last_state(@ForAll("sequences") List<Step> steps)
            throws IOException {
        sequences++;
        Driver driver = opened().driver();
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        driver.executableQuery(
                        """
                        CREATE (p:Person {id: 'p0', name: 'Called p0'})-[:MEMBER_OF {id: 'p0|o1'}]->(:Organisation {id: 'o1'}),
                               (:Document {id: 'one/extractions/a', hash: 'theirs'}), (p)-[:VOTED {note: 1}]->(:Vote {id: 'one/v0'})
                        """)
                .execute();
        String theirs = Dump.theirs(driver);
        Path folder = Files.createTempDirectory("newsroom-");
        try {
            Newsroom one = new Newsroom("one", Wording.DEFINED);
            Newsroom two = new Newsroom("two", List.of("p0", "o0", "o1", "c0"));
            apply(driver, one.read(folder), Options.NONE, 0);
            apply(driver, two.read(folder), Options.NONE, 0);
            for (Step step : steps) {
                take(driver, step, step.second() ? two : one, folder);
            }
            Corpus first = one.read(folder);
            Corpus second = two.read(folder);
            apply(driver, first, PRUNE, 0);
            apply(driver, second, PRUNE, 0);
            String edited = Dump.ours(driver);
            assertThat(Dump.theirs(driver)).isEqualTo(theirs);

            driver.executableQuery("MATCH (n:_Diplograph) DETACH DELETE n").execute();
            apply(driver, first, Options.NONE, steps.size());
            apply(driver, second, Options.NONE, steps.size());
            assertThat(Dump.differences(Dump.ours(driver), edited))
                    .as("%s%s", one, two)
                    .isEmpty();
            List<Planned> drift = new ArrayList<>();
            Loader.of(driver, null).plan(Graph.of(first), Options.NONE.verifying(true), drift::add, Progress.NONE);
            assertThat(drift).as("%s%s", one, two).isEmpty();

            one.close();
            two.close();
            apply(driver, one.read(folder), PRUNE, steps.size());
            apply(driver, two.read(folder), PRUNE, 1);
            assertThat(Dump.ours(driver)).as("%s%s", one, two).isEmpty();
            assertThat(Dump.theirs(driver)).isEqualTo(theirs);
        } finally {
            Newsroom.delete(folder);
        }
    }

    /** Edits, applies, and sees that applying again writes nothing; what the other corpus forbids is taken back. */
    private static void take(Driver driver, Step step, Newsroom newsroom, Path folder) {
        Runnable back = newsroom.kept();
        Corpus corpus = newsroom.edit(step.edits(), folder);
        edits += step.edits().size();
        undone += newsroom.undone();
        Options options = step.how() % 2 == 0 ? PRUNE : Options.NONE;
        try {
            apply(driver, corpus, options, step.how());
        } catch (DiplographException disagreement) {
            assertThat(disagreement).hasMessageContaining("another corpus");
            refused++;
            back.run();
            corpus = newsroom.read(folder);
            apply(driver, corpus, PRUNE, step.how());
        }
        assertThat(Loader.of(driver, null)
                        .apply(Graph.of(corpus), options, Progress.NONE)
                        .wroteNothing())
                .as("a second apply writes nothing")
                .isTrue();
    }

    /** Documents in an order of their own, and some elements a transaction. */
    private static void apply(Driver driver, Corpus corpus, Options options, int how) {
        Graph graph = Graph.of(corpus);
        List<Part> parts = new ArrayList<>(graph.parts());
        Collections.shuffle(parts, new Random(how));
        Loader.of(driver, null)
                .sharing(ELEMENTS.get(how % ELEMENTS.size()))
                .apply(new Graph(graph.corpus(), graph.schema(), parts, graph::share), options, Progress.NONE);
    }

    private static TestDatabase opened() {
        if (database == null) {
            throw new IllegalStateException("no database");
        }
        return database;
    }
}
