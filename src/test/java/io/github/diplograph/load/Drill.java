package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Rounds;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;

/**
 * Applies that are disturbed at random moments, one after another over the same database: many documents are loaded, edited, and retracted, and so on. After each disturbance one more run must end in the graph that an
 * undisturbed apply of the same state makes in an empty database.
 */
final class Drill {

    /** How many documents there are; hundreds in a build, where this is to be quick. */
    static final int DOCUMENTS = Rounds.of(300, 2_000);

    /** Few elements share a transaction, so that there are many commits to fall between. */
    static final int ELEMENTS = DOCUMENTS / 6;

    private static final int BARS = 10;

    /** What the documents say next. */
    enum State {
        /** All documents. */
        FIRST,
        /** The same documents, each changed. */
        EDITED,
        /** No documents. */
        NOTHING;

        State next() {
            return values()[(ordinal() + 1) % values().length];
        }

        /** Reads nothing and draws nothing yet. */
        Graph graph() {
            return sketch(this).graph();
        }

        Options options() {
            return Options.NONE.pruning(this == NOTHING);
        }
    }

    private final Driver driver;
    private final Map<State, Graph> graphs = new TreeMap<>();
    private final Map<State, String> expected = new TreeMap<>();
    private final int[] histogram = new int[BARS];
    private int before;
    private int after;
    private State state = State.NOTHING;

    /** Applies each state undisturbed, for what is expected. */
    Drill(Driver driver) {
        this.driver = driver;
        for (State each : State.values()) {
            graphs.put(each, each.graph());
            clear();
            apply(each, driver);
            expected.put(each, Dump.ours(driver));
        }
        assertThat(expected.get(State.NOTHING)).isEmpty();
        assertThat(expected.get(State.FIRST)).isNotEqualTo(expected.get(State.EDITED));
        clear();
    }

    private void clear() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }

    /** The state to be reached next. */
    State next() {
        state = state.next();
        return state;
    }

    Graph graph(State of) {
        return graphs.getOrDefault(of, of.graph());
    }

    /** One whole apply, by the same code that is disturbed. */
    Applied apply(State target, Driver by) {
        return Loader.of(by, null).sharing(ELEMENTS).apply(graph(target), target.options(), Progress.NONE);
    }

    /** Counts what the disturbed apply got done, runs it once more, and compares. */
    void recover(State target, int round) {
        count(target);
        apply(target, driver);
        assertThat(Dump.differences(expected.getOrDefault(target, ""), Dump.ours(driver)))
                .as("round %d, to %s", round, target)
                .isEmpty();
        if (round % 10 == 0) {
            assertThat(apply(target, driver).wroteNothing()).isTrue();
        }
        driver.executableQuery("MATCH (r:Run) WHERE r:_Diplograph DELETE r").execute();
    }

    private void count(State target) {
        long done = target == State.NOTHING
                ? DOCUMENTS
                        - number(
                                "MATCH (d:Document) WHERE d:_Diplograph AND d.id <> 'drill/registry' RETURN count(d) AS n",
                                Map.of())
                : number(
                        "MATCH (d:Document) WHERE d:_Diplograph AND d.hash IN $hashes RETURN count(d) AS n",
                        Map.of(
                                "hashes",
                                graph(target).parts().stream()
                                        .map(part -> part.hash())
                                        .toList()));
        if (done <= 0) {
            before++;
        } else if (done >= DOCUMENTS) {
            after++;
        } else {
            histogram[(int) (done * BARS / DOCUMENTS)]++;
        }
    }

    private long number(String statement, Map<String, Object> parameters) {
        return driver.executableQuery(statement)
                .withParameters(parameters)
                .execute()
                .records()
                .get(0)
                .get("n")
                .asLong();
    }

    /** How many rounds were disturbed between the first and the last commit. */
    int between() {
        return Arrays.stream(histogram).sum();
    }

    /** How many documents were committed when it happened. */
    String histogram() {
        List<String> bars = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            bars.add((bar * DOCUMENTS / BARS) + "+: " + histogram[bar]);
        }
        return "documents committed at the disturbance: none: " + before + " | "
                + bars.stream().collect(Collectors.joining(" | ")) + " | all: " + after;
    }

    private static Sketch sketch(State state) {
        Sketch sketch = new Sketch("drill");
        if (state == State.NOTHING) {
            sketch.document("registry");
            return sketch;
        }
        boolean edited = state == State.EDITED;
        for (int number = 0; number < DOCUMENTS; number++) {
            Sketch.Document document = sketch.document("report-" + (10_000 + number));
            document.entity(
                    "State", "state-" + number % 40, Map.of("aliases", List.of("alias-" + number % (edited ? 7 : 5))));
            document.entity("State", "state-" + (number * 7 + 1) % 40, Map.of());
            document.vote(
                    "vote-" + (edited ? number / 3 : number / 2),
                    Map.of("result", "r" + (edited ? number / 3 : number / 2) % 2),
                    Map.of("state-" + number % 40, edited ? "for" : "abstained"));
        }
        return sketch;
    }
}
