package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.Rounds;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
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
class KilledLoaderIT {

    /** Longer than there is between two commits. */
    private static final int WHILE = 100_000_000;

    private static final int SIGNAL = 128;
    private static final int KILL = 9;

    private final TestDatabase database;

    KilledLoaderIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leaves_what_one_more_run_completes() throws Exception {
        Drill drill = new Drill(database.driver());
        try (Victims victims = new Victims()) {
            drill.repeat("loader killed", Rounds.of(3, 200), (target, random, round) -> {
                victims.next(target).kill((int) (random.nextDouble() * Drill.DOCUMENTS), random.nextInt(WHILE));
                // it starts while the work of this one is completed
                victims.ready(target.next());
                return drill.committed(target);
            });
        }
    }

    /** Of which one more is started before it is needed. */
    private final class Victims implements AutoCloseable {

        private @Nullable Victim waiting;

        void ready(Drill.State target) throws IOException {
            waiting = new Victim(target);
        }

        Victim next(Drill.State target) throws IOException {
            return waiting == null ? new Victim(target) : waiting;
        }

        @Override
        public void close() {
            if (waiting != null) {
                waiting.process.destroyForcibly();
            }
        }
    }

    /** A process that is ready to apply, and says how far it has come. */
    private final class Victim {

        private final Process process;

        Victim(Drill.State target) throws IOException {
            Path library = TestDatabase.application().resolve("lib");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Ddiplograph.long=" + Boolean.getBoolean("diplograph.long"),
                    // what the packaged application starts by in half the time; its library comes first
                    "-XX:SharedArchiveFile=" + library.resolve("diplograph.jsa"),
                    "-Xshare:auto",
                    "-Xlog:disable",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    library + "/*" + File.pathSeparator + System.getProperty("java.class.path"),
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
                // it was killed, or had ended well before: a loader that fails by itself is another matter
                assertThat(process.destroyForcibly().waitFor()).isIn(SIGNAL + KILL, 0);
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
