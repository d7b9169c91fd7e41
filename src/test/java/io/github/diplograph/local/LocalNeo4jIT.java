package io.github.diplograph.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.DiplographException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

class LocalNeo4jIT {

    private static final Path SERVER = TestDatabase.serverJars();

    @TempDir
    Path store;

    @Nested
    class A_server_over_an_empty_directory {

        @Test
        void answers_as_soon_as_it_has_started_and_keeps_its_data_when_it_is_stopped() {
            try (LocalNeo4j server = LocalNeo4j.over(store, SERVER).start()) {
                assertThat(server.uri().toString()).startsWith("bolt://localhost:");
                assertThat(server.httpUri()).isEmpty();
                run(server.uri(), "CREATE (:Vote {id: 'kept'})");
            }
            try (LocalNeo4j server = LocalNeo4j.over(store, SERVER).start()) {
                assertThat(run(server.uri(), "MATCH (v:Vote) RETURN v.id AS id"))
                        .containsExactly(Map.of("id", "kept"));
            }
        }

        @Test
        void ends_when_it_is_closed_and_can_be_closed_twice() {
            LocalNeo4j server = LocalNeo4j.over(store, SERVER).start();
            ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
            server.close();
            server.close();
            assertThat(process.isAlive()).isFalse();
            assertThat(store.resolve("server.properties")).doesNotExist();
        }

        @Test
        void serves_the_browser_to_its_own_origin_only_where_http_is_asked_for() throws Exception {
            try (LocalNeo4j server = LocalNeo4j.over(store, SERVER).http(0).start()) {
                URI http = server.httpUri().orElseThrow();
                HttpResponse<String> page = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(http.resolve("/browser/"))
                                        .header("Origin", "http://example.org")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("Neo4j Browser");
                HttpResponse<String> root = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(http.resolve("/"))
                                        .header("Origin", "http://example.org")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(root.headers().allValues("Access-Control-Allow-Origin"))
                        .doesNotContain("*", "http://example.org");
            }
        }

        @Test
        void tells_that_it_is_starting() {
            List<String> told = new CopyOnWriteArrayList<>();
            LocalNeo4j.over(store, SERVER)
                    .progress((work, done, total) -> told.add(work + " " + done + " " + total))
                    .start()
                    .close();
            assertThat(told).startsWith("starting Neo4j 0 -1");
        }
    }

    @Nested
    class A_second_server_over_the_same_directory {

        @Test
        void is_refused_and_told_who_has_it() {
            try (LocalNeo4j first = LocalNeo4j.over(store, SERVER).start()) {
                assertThatThrownBy(() -> LocalNeo4j.over(store, SERVER).start())
                        .isInstanceOf(DiplographException.class)
                        .hasMessage(store + " is in use by process "
                                + ProcessHandle.current().pid() + ", whose Neo4j answers at " + first.uri()
                                + ": wait until it has ended, connect to that address, or choose another directory");
            }
        }

        @Test
        void is_found_instead_where_the_first_is_shared() {
            try (LocalNeo4j first =
                    LocalNeo4j.over(store, SERVER).shared().http(0).start()) {
                LocalNeo4j found = LocalNeo4j.running(store).orElseThrow();
                assertThat(found.uri()).isEqualTo(first.uri());
                assertThat(found.httpUri()).isEqualTo(first.httpUri());
                found.close();
                assertThat(run(first.uri(), "RETURN 1 AS one")).containsExactly(Map.of("one", 1L));
            }
            assertThat(LocalNeo4j.running(store)).isEmpty();
        }

        @Test
        void is_not_found_where_the_first_is_not_shared() {
            try (LocalNeo4j first = LocalNeo4j.over(store, SERVER).start()) {
                assertThat(ProcessHandle.of(first.pid())).isPresent();
                assertThat(LocalNeo4j.running(store)).isEmpty();
            }
        }

        @Test
        void is_refused_where_the_first_is_not_of_diplograph() throws IOException {
            Path databases = Files.createDirectories(store.resolve("data/databases"));
            try (FileChannel stranger = FileChannel.open(
                            databases.resolve("store_lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = stranger.lock()) {
                assertThat(lock.isValid()).isTrue();
                assertThatThrownBy(() -> LocalNeo4j.over(store, SERVER).start())
                        .isInstanceOf(DiplographException.class)
                        .hasMessage(store
                                + " is in use by another Neo4j: wait until it has ended, or choose another directory");
            }
        }

        @Test
        void is_not_believed_in_when_the_process_is_another() throws IOException {
            new ServerState(ProcessHandle.current().pid(), 1, 1, 7687, null, true)
                    .write(store.resolve("server.properties"));
            assertThat(LocalNeo4j.running(store)).isEmpty();
        }
    }

    @Nested
    class When_the_parent_is_killed {

        @Test
        void the_server_ends_and_the_next_one_starts_over_the_same_data() throws Exception {
            Process parent = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Parent.class.getName(),
                            store.toString(),
                            SERVER.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
                ProcessHandle server =
                        ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
                parent.destroyForcibly().waitFor();
                try (LocalNeo4j next = LocalNeo4j.over(store, SERVER).start()) {
                    assertThat(server.isAlive()).isFalse();
                    assertThat(run(next.uri(), "MATCH (v:Vote) RETURN v.id AS id"))
                            .containsExactly(Map.of("id", "before"));
                }
                server.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Nested
    class What_cannot_start {

        @Test
        void has_no_jars() {
            Path nothing = store.resolve("server");
            assertThatThrownBy(() -> LocalNeo4j.over(store, nothing).start())
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("no Neo4j server in " + nothing
                            + ": `mvn package` puts its jars into target/diplograph/server; a folder of such jars or a"
                            + " Neo4j home will do");
        }

        @Test
        void wants_a_port_that_is_taken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertThatThrownBy(() -> LocalNeo4j.over(store, SERVER)
                                .boltPort(taken.getLocalPort())
                                .start())
                        .isInstanceOf(DiplographException.class)
                        .hasMessage("port " + taken.getLocalPort()
                                + " is taken: choose another one, or 0 for one that is free");
            }
        }

        @Test
        void runs_on_a_java_that_is_too_old() throws IOException {
            Path java = Files.createDirectories(store.resolve("java"));
            Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
            String version = ServerJars.in(SERVER).version();
            int oldest = ServerJars.in(SERVER).oldestJava();
            assertThatThrownBy(() -> LocalNeo4j.over(store, SERVER).java(java).start())
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("Neo4j " + version + " needs Java " + oldest + " or newer, and " + java
                            + " is Java 11.0.2: set JAVA_HOME to a newer one");
        }

        @Test
        void is_configured_wrongly_and_says_so_with_the_servers_own_words() {
            assertThatThrownBy(() -> LocalNeo4j.over(store, SERVER)
                            .setting("server.memory.pagecache.size", "much")
                            .start())
                    .isInstanceOf(DiplographException.class)
                    .hasMessageContaining("ended while starting over " + store)
                    .hasMessageContaining("'much' is not a valid");
        }
    }

    /** A program that starts a server, tells its process number, and waits to be killed. */
    static final class Parent {

        public static void main(String[] arguments) throws IOException {
            LocalNeo4j server = LocalNeo4j.over(Path.of(arguments[0]), Path.of(arguments[1]))
                    .start();
            run(server.uri(), "CREATE (:Vote {id: 'before'})");
            System.out.println(server.pid());
            System.in.read();
        }
    }

    private static List<Map<String, Object>> run(URI uri, String cypher) {
        try (Driver driver = GraphDatabase.driver(uri)) {
            return driver.executableQuery(cypher).execute().records().stream()
                    .map(row -> row.asMap())
                    .toList();
        }
    }
}
