package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Rounds;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.local.LocalNeo4j;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A server that is killed (SIGKILL) at random moments of an apply, and started again over the same data: at once, while
 * the loader still tries, or when it has given up. A build does it twice;
 * {@code mvn verify -Plong -Dtest=None -Dit.test=KilledServerIT} 20 times.
 */
@Tag("long")
class KilledServerIT {

    private static final long SEED = Long.getLong("diplograph.seed", System.nanoTime());

    @TempDir
    Path store;

    @Test
    void is_started_again_and_holds_what_one_more_run_completes() throws Exception {
        int rounds = Rounds.of(2, 20);
        Random random = new Random(SEED);
        Map<String, Integer> endings = new TreeMap<>();
        ExecutorService loader = Executors.newSingleThreadExecutor();
        LocalNeo4j server = LocalNeo4j.over(store, TestDatabase.serverJars()).start();
        URI uri = server.uri();
        try (Driver driver = GraphDatabase.driver(uri)) {
            Drill drill = new Drill(driver);
            for (int round = 1; round <= rounds; round++) {
                Drill.State target = drill.next();
                boolean patient = round % 2 == 0;
                int documents = (int) (random.nextDouble() * Drill.DOCUMENTS);
                AtomicInteger done = new AtomicInteger();
                Progress progress = (work, now, total) -> done.set((int) now);
                Config config = Config.builder()
                        .withMaxTransactionRetryTime(patient ? 180 : 1, TimeUnit.SECONDS)
                        .build();
                Future<String> ending = loader.submit(() -> {
                    try (Driver own = GraphDatabase.driver(uri, config)) {
                        Loader.of(own, null)
                                .sharing(Drill.ELEMENTS)
                                .apply(drill.graph(target), target.options(), progress);
                        return "went on by itself";
                    } catch (DiplographException failure) {
                        return String.valueOf(failure.getMessage());
                    }
                });
                while (done.get() < documents && !ending.isDone()) {
                    Thread.onSpinWait();
                }
                LockSupport.parkNanos(random.nextInt(30_000_000));
                ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
                process.destroyForcibly();
                process.onExit().get();
                server.close();
                String ended = patient ? "" : ending.get();
                server = LocalNeo4j.over(store, TestDatabase.serverJars())
                        .boltPort(uri.getPort())
                        .start();
                ended = patient ? ending.get() : ended;
                if (!ended.equals("went on by itself")) {
                    assertThat(ended)
                            .matches("cannot apply corpus \"drill\": (the connection was lost; run it again|no Neo4j"
                                    + " answers; start it, or check address and network|the database is not started;"
                                    + " start it, or see the server's log) \\(.*\\)");
                    ended = ended.replaceAll(".*: (.*) \\(.*", "$1").replaceAll(";.*", "");
                }
                endings.merge(ended, 1, Integer::sum);
                drill.recover(target, round);
            }
            System.out.println(
                    "server killed " + rounds + " times (seed " + SEED + "): " + endings + "; " + drill.histogram());
        } finally {
            loader.shutdownNow();
            server.close();
        }
    }
}
