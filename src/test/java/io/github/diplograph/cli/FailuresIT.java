package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.diplograph.TestDatabase;
import io.github.diplograph.cli.Shell.Ran;
import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;

/**
 * What is said when a real server fails: one sentence and no stack trace; and that running it again ends right
 * (but on a disk that was full: Neo4j did not always start over what that left). Their
 * server asks for a password, ends transactions after fifteen seconds, and at last is read-only.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresIT {

    private static final String PASSWORD = "correct horse";
    private static final String CANNOT = "diplograph: cannot apply corpus \"first\": ";

    @TempDir
    static Path folder;

    private static LocalNeo4j server;
    private static Path corpus;

    @BeforeAll
    static void a_server_with_authentication() {
        corpus = folder.resolve("first");
        Shell.plain().run("init", corpus.toString());
        server = start(0, "db.transaction.timeout", "15s");
    }

    private static LocalNeo4j start(int port, String setting, String value) {
        return LocalNeo4j.over(folder.resolve("store"), TestDatabase.serverJars())
                .setting("dbms.security.auth_enabled", "true")
                .setting(setting, value)
                .boltPort(port)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Ran apply(String password) {
        return Shell.plain()
                .with(Map.of(
                        "NEO4J_URI", server.uri().toString(), "NEO4J_USERNAME", "neo4j", "NEO4J_PASSWORD", password))
                .run("apply", corpus.toString());
    }

    /** One line, and all of it, but for what the server itself says in brackets where that is cut; and progress. */
    private static void assertSentence(Ran ran, String sentence) {
        List<String> complaints = ran.complaints();
        assertThat(complaints).hasSize(1);
        assertThat(ran.err()).doesNotContain("\tat ");
        String complaint = complaints.get(0);
        assertThat(sentence.endsWith("…") ? complaint.substring(0, sentence.length() - 1) + "…" : complaint)
                .isEqualTo(sentence);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
    }

    /** Another person, in a file that nothing refers to. */
    private static void edit(String id) throws IOException {
        Files.writeString(corpus.resolve("entities/extra.yaml"), "entities:\n  " + id + ": {person: " + id + "}\n");
    }

    @Test
    @Order(1)
    void a_password_that_was_never_changed() {
        Ran ran = apply("neo4j");
        URI uri = server.uri();
        try (Driver driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "neo4j"));
                Session session = driver.session(SessionConfig.forDatabase("system"))) {
            session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", Map.of("new", PASSWORD))
                    .consume();
        }
        assertSentence(
                ran,
                CANNOT + "the server wants the password changed first; set a new one with `ALTER CURRENT USER SET"
                        + " PASSWORD` (Neo.ClientError.Security.CredentialsExpired: …");
    }

    @Test
    @Order(2)
    void a_wrong_password() {
        assertSentence(
                apply("wrong"),
                "diplograph: cannot connect to " + server.uri()
                        + ": the server refuses user name or password; give --username, and NEO4J_PASSWORD or"
                        + " --password-file");
        assertThat(apply(PASSWORD).code()).isZero();
    }

    @Test
    @Order(3)
    void a_transaction_that_takes_too_long() throws IOException {
        edit("extra-0");
        assertThat(apply(PASSWORD).code()).isZero();
        try (Driver driver = GraphDatabase.driver(server.uri(), AuthTokens.basic("neo4j", PASSWORD));
                Session session = driver.session();
                Transaction other = session.beginTransaction(TransactionConfig.builder()
                        .withTimeout(Duration.ofMinutes(5))
                        .build())) {
            other.run("MATCH (n:_Diplograph) SET n.id = n.id").consume();
            edit("extra-1");
            assertSentence(
                    apply(PASSWORD),
                    CANNOT
                            + "the server ended a transaction that waited too long for somebody else's; let that end, or raise"
                            + " db.transaction.timeout, and run it again (Neo.ClientError.Transaction.LockClientStopped: …");
        }
        assertThat(apply(PASSWORD).code()).isZero();
        assertThat(apply(PASSWORD).out()).contains("nothing differed");
    }

    @Test
    @Order(4)
    void a_password_that_was_wrong_too_often() {
        Ran ran = apply("wrong");
        for (int attempt = 0; attempt < 5 && !ran.err().contains("too often"); attempt++) {
            ran = apply("wrong");
        }
        assertSentence(
                ran,
                "diplograph: cannot connect to " + server.uri()
                        + ": the server has been given a wrong password too often; wait some seconds, and check it");
        awaitForgiveness();
    }

    private static void awaitForgiveness() {
        long begin = System.nanoTime();
        while (apply(PASSWORD).code() != 0) {
            assertThat(System.nanoTime() - begin).isLessThan(60_000_000_000L);
        }
    }

    @Test
    @Order(5)
    void a_database_that_is_read_only() throws IOException {
        int port = server.uri().getPort();
        server.close();
        server = start(port, "server.databases.read_only", "neo4j");
        edit("extra-2");
        assertSentence(
                apply(PASSWORD),
                CANNOT + "the database is read-only; allow writing, or name another (Neo.ClientError.…");
        server.close();
        server = start(port, "db.transaction.timeout", "15s");
        assertThat(apply(PASSWORD).code()).isZero();
        assertThat(apply(PASSWORD).out()).contains("nothing differed");
    }

    @Test
    @Order(6)
    void a_folder_in_which_nothing_can_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Ran ran = Shell.plain()
                .with(Map.of("DIPLOGRAPH_SERVER", TestDatabase.serverJars().toString()))
                .run(
                        "apply",
                        corpus.toString(),
                        "--local",
                        file.resolve("store").toString());
        assertSentence(
                ran,
                "diplograph: cannot keep a database in " + file.resolve("store")
                        + " (Not a directory): choose a folder that you may write to");
    }

    @Test
    @Order(7)
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void a_disk_that_is_full() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeThat(mount(disk))
                .as("a file system of its own takes root and Linux")
                .isTrue();
        try {
            Path store = disk.resolve("store");
            try (LocalNeo4j small =
                    LocalNeo4j.over(store, TestDatabase.serverJars()).start()) {
                Shell shell = Shell.plain().with(Map.of("NEO4J_URI", small.uri().toString()));
                assertThat(shell.run("apply", corpus.toString()).code()).isZero();
                StringBuilder people = new StringBuilder("entities:\n");
                for (int person = 0; person < 3_000; person++) {
                    people.append("  p" + person + ": {person: Somebody " + person + "}\n");
                }
                Files.writeString(corpus.resolve("entities/crowd.yaml"), people);
                Path filler = disk.resolve("filler");
                fill(filler);
                Ran ran = shell.run("apply", corpus.toString());
                assertSentence(
                        ran,
                        CANNOT
                                + "the server could not write the transaction; see whether its disk is full, restart it, and run"
                                + " it again (Neo.DatabaseError.Transaction.TransactionLogError: …");
                Files.delete(filler);
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (file.toFile().getUsableSpace() >= megabyte.length) {
                out.write(megabyte);
            }
            out.write(new byte[(int) file.toFile().getUsableSpace()]);
        }
    }

    private static boolean mount(Path disk) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=1000m", "tmpfs", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(Arrays.asList(command))
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
