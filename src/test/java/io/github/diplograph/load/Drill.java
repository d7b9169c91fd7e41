package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Rounds;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.neo4j.driver.Driver;

/**
 * Applies that are disturbed at random moments, one after another over the same database: many documents are loaded,
 * edited, and retracted, and so on. After each disturbance one more run must end in the graph that an undisturbed apply
 * of the same state makes in an empty database; and three disturbances in four must fall between the first commit and
 * the last.
 */
final class Drill {

    /** How many documents there are; hundreds in a build, where this is to be quick. */
    static final int DOCUMENTS = Rounds.of(300, 2_000);

    /** Few elements share a transaction, so that there are many commits to fall between. */
    static final int ELEMENTS = DOCUMENTS / 8;

    private static final long SEED = Long.getLong("diplograph.seed", System.nanoTime());
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

    /** An apply that is disturbed. */
    interface Disturbance {

        /**
         * Begins to apply, and disturbs that.
         *
         * @return how many documents were committed by then
         */
        int disturb(State target, Random random, int round) throws Exception;
    }

    private final Driver driver;
    private final Map<State, Graph> graphs = new TreeMap<>();
    private final Map<State, String> expected = new TreeMap<>();
    private final int[] histogram = new int[BARS];
    private int before;
    private int after;

    /** Applies each state undisturbed, for what is expected. */
    Drill(Driver driver) {
        this.driver = driver;
        for (State each : State.values()) {
            graphs.put(each, each.graph());
            clear();
            apply(each, driver, Progress.NONE);
            expected.put(each, Dump.ours(driver));
        }
        assertThat(expected.get(State.NOTHING)).isEmpty();
        assertThat(expected.get(State.FIRST)).isNotEqualTo(expected.get(State.EDITED));
        clear();
    }

    private void clear() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }

    /** Disturbs an apply again and again, each time to the next state; prints how far they had come. */
    void repeat(String disturbed, int rounds, Disturbance disturbance) throws Exception {
        Random random = new Random(SEED);
        long begin = System.nanoTime();
        State target = State.FIRST;
        int round = 0;
        try {
            while (round < rounds) {
                round++;
                count(disturbance.disturb(target, random, round));
                recover(target, round);
                target = target.next();
                if (round % 20 == 0 && round < rounds) {
                    System.out.println(said(disturbed, round, begin));
                }
            }
        } finally {
            System.out.println(said(disturbed, round, begin));
        }
        assertThat(Arrays.stream(histogram).sum()).isGreaterThanOrEqualTo(rounds * 3 / 4);
    }

    private String said(String disturbed, int rounds, long begin) {
        List<String> bars = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            bars.add((bar * DOCUMENTS / BARS) + "+: " + histogram[bar]);
        }
        return disturbed + " " + rounds + " times in " + (System.nanoTime() - begin) / 1_000_000_000 + " s (seed "
                + SEED
                + "); of " + DOCUMENTS + " documents were committed: none: " + before + " | "
                + String.join(" | ", bars) + " | all: " + after;
    }

    Graph graph(State of) {
        return graphs.getOrDefault(of, of.graph());
    }

    /** One whole apply, by the same code that is disturbed. */
    Applied apply(State target, Driver by, Progress progress) {
        return Loader.of(by, null).sharing(ELEMENTS).apply(graph(target), target.options(), progress);
    }

    /** Runs it once more, and compares. */
    private void recover(State target, int round) {
        apply(target, driver, Progress.NONE);
        assertThat(Dump.differences(expected.getOrDefault(target, ""), Dump.ours(driver)))
                .as("round %d, to %s", round, target)
                .isEmpty();
        if (round % 10 == 0) {
            assertThat(apply(target, driver, Progress.NONE).wroteNothing()).isTrue();
        }
        driver.executableQuery("MATCH (r:Run) WHERE r:_Diplograph DELETE r").execute();
    }

    /** How many documents the database has as they are to be. */
    int committed(State target) {
        return (int)
                (target == State.NOTHING
                        ? DOCUMENTS - number("MATCH (d:Document) WHERE d:_Diplograph RETURN count(d) AS n", Map.of())
                        : number(
                                "MATCH (d:Document) WHERE d:_Diplograph AND d.hash IN $hashes RETURN count(d) AS n",
                                Map.of(
                                        "hashes",
                                        graph(target).parts().stream()
                                                .map(part -> part.hash())
                                                .toList())));
    }

    private void count(int committed) {
        if (committed <= 0) {
            before++;
        } else if (committed >= DOCUMENTS) {
            after++;
        } else {
            histogram[committed * BARS / DOCUMENTS]++;
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
            if (number % 3 == 0) {
                int vote = number / (edited ? 9 : 6);
                document.vote(
                        "vote-" + vote,
                        Map.of("result", "r" + vote % 2),
                        Map.of("state-" + number % 40, edited ? "for" : "abstained"));
            }
            if (number % 8 == 0) {
                document.entity("State", "state-" + (number * 7 + 1) % 40, Map.of());
            }
        }
        return sketch;
    }
}
