package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.cli.Shell.Ran;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Dump;
import io.github.diplograph.load.Loader;
import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** {@code apply --offline}. */
@Neo4jTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FirstLoadIT {

    private static final String CORPUS = "src/corpus";

    @TempDir
    Path folder;

    private final Driver online;
    private final Shell shell = Shell.plain()
            .with(Map.of(
                    "DIPLOGRAPH_SERVER",
                    TestDatabase.serverJars().toAbsolutePath().toString()));

    FirstLoadIT(Driver driver) {
        online = driver;
    }

    @Test
    void that_was_killed_says_so_and_begins_anew_and_ends_in_the_same_graph() throws Exception {
        Path store = folder.resolve("store");
        Process killed = offline(store);
        awaitWhile(killed, () -> !Files.exists(store.resolve("logs/importer.txt")));
        killed.destroyForcibly().waitFor();

        Ran refused = shell.run("apply", CORPUS, "--local", store.toString());
        assertThat(refused.err())
                .endsWith("diplograph: the first load of " + store + " did not come to its end: run the same `apply"
                        + " --offline` again, which begins anew, or delete that folder\n");
        assertThat(refused.code()).isEqualTo(1);

        Ran again = shell.run("apply", CORPUS, "--offline", "--local", store.toString(), "--report", "ballots");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("\n  created   ", "\n\nBallots\n", "United States");
        assertThat(store.resolve("first-load")).doesNotExist();

        Loader.of(online, null).apply(Graph.of(Corpus.read(Path.of(CORPUS))), Progress.NONE);
        try (LocalNeo4j server =
                        LocalNeo4j.over(store, TestDatabase.serverJars()).start();
                Driver offline = GraphDatabase.driver(server.uri())) {
            assertThat(Dump.differences(Dump.ours(online), Dump.ours(offline))).isEmpty();
        }
        Ran refill = shell.run("apply", CORPUS, "--offline", "--local", store.toString());
        assertThat(refill.err())
                .endsWith("diplograph: a first load needs an empty database, and the one in " + store
                        + " holds data: apply without --offline, or name another folder with --local\n");
        assertThat(refill.code()).isEqualTo(1);
    }

    @Test
    void takes_a_database_that_was_made_and_holds_nothing_but_none_that_runs() {
        Path store = folder.resolve("store");
        try (LocalNeo4j server =
                LocalNeo4j.over(store, TestDatabase.serverJars()).shared().start()) {
            Ran running = shell.run("apply", CORPUS, "--offline", "--local", store.toString());
            assertThat(running.complaints())
                    .containsExactly("diplograph: a first load needs the local server stopped, and the one over "
                            + store + " runs: end its `serve`, or apply without --offline");
            assertThat(running.code()).isEqualTo(1);
            assertThat(server.httpUri()).isEmpty();
        }
        Ran empty = shell.run("apply", CORPUS, "--offline", "--local", store.toString(), "--format", "json");
        assertThat(empty.code()).as(empty.err()).isZero();
        assertThat(empty.out()).contains("\"created\"", "\"claims\"");
    }

    @Test
    void is_refused_for_other_peoples_servers() {
        Ran remote = shell.run("apply", CORPUS, "--offline", "--uri", "bolt://localhost:1");
        assertThat(remote.err())
                .startsWith("a first load goes into the local server: leave out --uri and NEO4J_URI, or use `export"
                        + " --format neo4j-admin` for a server of your own\n");
        assertThat(remote.code()).isEqualTo(2);
        assertThat(shell.run("apply", CORPUS, "--offline", "--database", "x").err())
                .startsWith("a first load goes into the local server's only database: leave out --database\n");
    }

    private Process offline(Path store) throws IOException {
        List<String> command = Stream.of(
                        TestDatabase.application().resolve("bin/diplograph").toString(),
                        "apply",
                        CORPUS,
                        "--offline",
                        "--local",
                        store.toString())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J_"));
        builder.environment()
                .put(
                        "DIPLOGRAPH_SERVER",
                        TestDatabase.serverJars().toAbsolutePath().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("out.txt").toFile());
        return builder.start();
    }

    private void awaitWhile(Process process, java.util.function.BooleanSupplier condition)
            throws InterruptedException, IOException {
        while (condition.getAsBoolean()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "it ended before it could be killed: " + Files.readString(folder.resolve("out.txt")));
            }
        }
    }
}
