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
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
class KilledServerIT {

    /** Longer than there is between two commits. */
    private static final int WHILE = 100_000_000;

    @TempDir
    Path store;

    private LocalNeo4j server;

    @Test
    void is_started_again_and_holds_what_one_more_run_completes() throws Exception {
        Map<String, Integer> endings = new TreeMap<>();
        ExecutorService loader = Executors.newSingleThreadExecutor();
        server = LocalNeo4j.over(store, TestDatabase.serverJars()).start();
        URI uri = server.uri();
        // connections to a server that was killed are not used again
        Config checked = Config.builder()
                .withConnectionLivenessCheckTimeout(0, TimeUnit.SECONDS)
                .build();
        try (Driver driver = GraphDatabase.driver(uri, checked)) {
            Drill drill = new Drill(driver);
            drill.repeat("server killed", Rounds.of(2, 20), (target, random, round) -> {
                boolean patient = round % 2 == 0;
                int documents = (int) (random.nextDouble() * Drill.DOCUMENTS);
                AtomicInteger done = new AtomicInteger();
                CountDownLatch reached = new CountDownLatch(1);
                Future<String> ending = loader.submit(() -> {
                    try {
                        return apply(drill, target, uri, patient, (work, now, total) -> {
                            done.set((int) now);
                            if (now >= documents) {
                                reached.countDown();
                            }
                        });
                    } finally {
                        reached.countDown();
                    }
                });
                reached.await();
                LockSupport.parkNanos(random.nextInt(WHILE));
                int committed = done.get();
                kill();
                String ended = patient ? "" : ending.get();
                server = LocalNeo4j.over(store, TestDatabase.serverJars())
                        .boltPort(uri.getPort())
                        .start();
                ended = patient ? ending.get() : ended;
                endings.merge(ended, 1, Integer::sum);
                return committed;
            });
        } finally {
            System.out.println("server killed: " + endings);
            loader.shutdownNow();
            server.close();
        }
    }

    private void kill() throws Exception {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
        server.close();
    }

    /** Says how it ended. */
    private static String apply(Drill drill, Drill.State target, URI uri, boolean patient, Progress progress) {
        Config config = Config.builder()
                .withMaxTransactionRetryTime(patient ? 180 : 1, TimeUnit.SECONDS)
                .build();
        try (Driver own = GraphDatabase.driver(uri, config)) {
            drill.apply(target, own, progress);
            return "went on by itself";
        } catch (DiplographException failure) {
            String message = String.valueOf(failure.getMessage());
            assertThat(message)
                    .matches("cannot apply corpus \"drill\": (the connection was lost; run it again|no Neo4j"
                            + " answers; start it, or check address and network|the database is not started;"
                            + " start it, or see the server's log) \\(.*\\)");
            return message.replaceAll(".*: (.*) \\(.*", "$1").replaceAll(";.*", "");
        }
    }
}
