package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.Rounds;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.DiplographException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Connections that are cut at random byte positions, half of them once, half of them until the loader has given up. A
 * build does it a few times; {@code mvn verify -Plong -Dtest=None -Dit.test=CutConnectionsIT} 200 times.
 */
@Neo4jTest(oncePerClass = true)
@Tag("long")
class CutConnectionsIT {

    private static final long SEED = Long.getLong("diplograph.seed", System.nanoTime());
    private static final String LOST = "cannot apply corpus \"drill\": the connection was lost; run it again (";
    private static final String GONE =
            "cannot apply corpus \"drill\": no Neo4j answers; start it, or check address and network (";

    private final TestDatabase database;

    CutConnectionsIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void cost_at_most_one_more_run() throws Exception {
        int rounds = Rounds.of(6, 200);
        Random random = new Random(SEED);
        Drill drill = new Drill(database.driver());
        Map<String, Integer> endings = new TreeMap<>();
        AuthToken token = database.password().isEmpty()
                ? AuthTokens.none()
                : AuthTokens.basic(database.username(), database.password());
        try (Wire wire = new Wire(database.uri())) {
            Map<Drill.State, Long> bytes = new EnumMap<>(Drill.State.class);
            try (Driver driver = GraphDatabase.driver(wire.uri(), token)) {
                for (Drill.State each : Drill.State.values()) {
                    wire.cutAfter(Long.MAX_VALUE, false);
                    drill.apply(each, driver);
                    bytes.put(each, wire.passed());
                }
            }
            for (int round = 1; round <= rounds; round++) {
                Drill.State target = drill.next();
                boolean stays = round % 2 == 0;
                Config config = Config.builder()
                        .withMaxTransactionRetryTime(stays ? 1 : 60, TimeUnit.SECONDS)
                        .build();
                try (Driver driver = GraphDatabase.driver(wire.uri(), token, config)) {
                    wire.cutAfter((long) (random.nextDouble() * bytes.getOrDefault(target, 0L)), stays);
                    drill.apply(target, driver);
                    endings.merge(wire.isCut() ? "went on by itself" : "not cut", 1, Integer::sum);
                } catch (DiplographException failure) {
                    String message = String.valueOf(failure.getMessage());
                    assertThat(message.startsWith(LOST) || message.startsWith(GONE))
                            .as(message)
                            .isTrue();
                    assertThat(message).doesNotContain("\n").endsWith(")");
                    endings.merge(stays ? "gave up" : "gave up though it was cut once", 1, Integer::sum);
                }
                drill.recover(target, round);
            }
        } finally {
            System.out.println(
                    "connections cut " + rounds + " times (seed " + SEED + "): " + endings + "; " + drill.histogram());
        }
        assertThat(endings).doesNotContainKey("gave up though it was cut once");
    }
}
