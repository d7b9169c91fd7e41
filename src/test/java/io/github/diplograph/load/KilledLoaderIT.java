package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.Rounds;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A loader that is killed (SIGKILL) at random moments. A build does it a few times;
 * {@code mvn verify -Plong -Dtest=None -Dit.test=KilledLoaderIT} 200 times, and prints how many documents were committed
 * each time.
 */
@Neo4jTest(oncePerClass = true)
@Tag("long")
class KilledLoaderIT {

    private static final long SEED = Long.getLong("diplograph.seed", System.nanoTime());

    private final TestDatabase database;

    KilledLoaderIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leaves_what_one_more_run_completes() throws Exception {
        int rounds = Rounds.of(3, 200);
        Random random = new Random(SEED);
        Drill drill = new Drill(database.driver());
        Drill.State target = drill.next();
        Victim victim = new Victim(target);
        try {
            for (int round = 1; round <= rounds; round++) {
                victim.kill((int) (random.nextDouble() * Drill.DOCUMENTS), random.nextInt(30_000_000));
                Drill.State reached = target;
                target = drill.next();
                // it starts while the last one's work is completed
                victim = new Victim(target);
                drill.recover(reached, round);
            }
        } finally {
            victim.process.destroyForcibly().waitFor();
            System.out.println("loader killed " + rounds + " times (seed " + SEED + "): " + drill.histogram());
        }
        assertThat(drill.between()).isGreaterThanOrEqualTo(rounds * 3 / 4);
    }

    /** A process that is ready to apply, and says how far it has come. */
    private final class Victim {

        private final Process process;

        Victim(Drill.State target) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Ddiplograph.long=" + Boolean.getBoolean("diplograph.long"),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Loading.class.getName(),
                    database.uri().toString(),
                    database.username(),
                    target.name());
            builder.environment().put("NEO4J_TEST_PASSWORD", database.password());
            process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        }

        /** Lets it begin, waits until that many documents are done and a little longer, and kills it. */
        void kill(int documents, long nanoseconds) throws IOException, InterruptedException {
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                    OutputStream input = process.getOutputStream()) {
                assertThat(output.readLine()).isEqualTo("ready");
                input.write('\n');
                input.flush();
                String line = output.readLine();
                while (line != null && Integer.parseInt(line) < documents) {
                    line = output.readLine();
                }
                LockSupport.parkNanos(nanoseconds);
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** What is killed. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) throws IOException {
            Drill.State target = Drill.State.valueOf(arguments[2]);
            Graph graph = target.graph();
            String password = System.getenv("NEO4J_TEST_PASSWORD");
            AuthToken token = password.isEmpty() ? AuthTokens.none() : AuthTokens.basic(arguments[1], password);
            try (Driver driver = GraphDatabase.driver(arguments[0], token)) {
                driver.verifyConnectivity();
                System.out.println("ready");
                System.in.read();
                Progress progress = (work, done, total) -> System.out.println(done);
                Loader.of(driver, null).sharing(Drill.ELEMENTS).apply(graph, target.options(), progress);
            }
        }
    }
}
