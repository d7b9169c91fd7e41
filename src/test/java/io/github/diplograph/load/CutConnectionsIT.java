package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.Rounds;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;

/**
 * Connections that are cut at random byte positions, half of them once, half of them until the loader has given up. A
 * build does it a few times; {@code mvn verify -Plong -Dtest=None -Dit.test=CutConnectionsIT} 200 times.
 */
@Neo4jTest(oncePerClass = true)
class CutConnectionsIT {

    private static final String LOST = "cannot apply corpus \"drill\": the connection was lost; run it again (";
    private static final String GONE =
            "cannot apply corpus \"drill\": no Neo4j answers; start it, or check address and network (";

    private final TestDatabase database;

    CutConnectionsIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void cost_at_most_one_more_run() throws Exception {
        Drill drill = new Drill(database.driver());
        Map<String, Integer> endings = new TreeMap<>();
        try (Wire wire = new Wire(database.uri())) {
            Map<Drill.State, Long> bytes = new EnumMap<>(Drill.State.class);
            try (Driver driver = database.connect(wire.uri(), Config.defaultConfig())) {
                for (Drill.State each : Drill.State.values()) {
                    wire.cutAfter(Long.MAX_VALUE, false);
                    drill.apply(each, driver, Progress.NONE);
                    bytes.put(each, wire.passed());
                }
            }
            drill.repeat("connections cut", Rounds.of(6, 200), (target, random, round) -> {
                boolean stays = round % 2 == 0;
                wire.cutAfter((long) (random.nextDouble() * bytes.getOrDefault(target, 0L)), stays);
                AtomicInteger committed = new AtomicInteger();
                String ending = apply(drill, target, wire, stays, committed);
                endings.merge(ending, 1, Integer::sum);
                return committed.get();
            });
        } finally {
            System.out.println("connections cut: " + endings);
        }
        assertThat(endings).doesNotContainKey("gave up though it was cut once");
    }

    /** Says how it ended, and how many documents were known to be committed before the cut. */
    private String apply(Drill drill, Drill.State target, Wire wire, boolean stays, AtomicInteger committed) {
        Config config = Config.builder()
                .withMaxTransactionRetryTime(stays ? 1 : 60, TimeUnit.SECONDS)
                .build();
        try (Driver driver = database.connect(wire.uri(), config)) {
            drill.apply(target, driver, (work, done, total) -> {
                if (!wire.isCut()) {
                    committed.set((int) done);
                }
            });
            return wire.isCut() ? "went on by itself" : "not cut";
        } catch (DiplographException failure) {
            String message = String.valueOf(failure.getMessage());
            assertThat(message.startsWith(LOST) || message.startsWith(GONE))
                    .as(message)
                    .isTrue();
            assertThat(message).doesNotContain("\n").endsWith(")");
            return stays ? "gave up" : "gave up though it was cut once";
        }
    }
}
