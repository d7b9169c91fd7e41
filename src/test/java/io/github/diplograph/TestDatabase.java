package io.github.diplograph;

import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.testcontainers.neo4j.Neo4jContainer;

/** A database that tests may do with as they like. Its server ends with the run, if the run started it. */
public final class TestDatabase implements AutoCloseable {

    private static final Duration CONTAINER_START = Duration.ofMinutes(3);
    private static final int DELETED_AT_ONCE = 10_000;

    private final URI uri;
    private final String username;
    private final String password;
    private final Driver driver;
    private final Runnable stop;

    private TestDatabase(URI uri, String username, String password, Runnable stop) {
        this.uri = uri;
        this.username = username;
        this.password = password;
        this.stop = stop;
        this.driver = connect(uri, Config.defaultConfig());
    }

    /** The folder with the jars of the local server. */
    public static Path serverJars() {
        return Path.of(System.getProperty("diplograph.server", "target/diplograph/server"));
    }

    /** The folder of the packaged application. */
    public static Path application() {
        return Path.of(System.getProperty("diplograph.application", "target/diplograph"))
                .toAbsolutePath();
    }

    /** The database that the run was told to use, started if it is not there; to be closed. */
    public static TestDatabase chosen() {
        String choice = System.getProperty("neo4j", "local");
        return switch (choice) {
            case "local" -> local();
            case "container" -> container();
            default ->
                given(
                        URI.create(choice),
                        System.getProperty("neo4j.username", "neo4j"),
                        System.getenv().getOrDefault("NEO4J_TEST_PASSWORD", ""));
        };
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** The user to connect as. */
    public String username() {
        return username;
    }

    /** The user's password; empty where there is no authentication. */
    public String password() {
        return password;
    }

    /** What the command line's environment says, so that it reaches this database. */
    public Map<String, String> environment() {
        return password.isEmpty()
                ? Map.of("NEO4J_URI", uri().toString())
                : Map.of("NEO4J_URI", uri().toString(), "NEO4J_USERNAME", username, "NEO4J_PASSWORD", password);
    }

    /** How often a pattern is found in a database. */
    public static long count(Driver driver, String pattern) {
        return driver.executableQuery("MATCH " + pattern + " RETURN count(*) AS n")
                .execute()
                .records()
                .get(0)
                .get("n")
                .asLong();
    }

    /** A connection, shared by all tests. */
    public Driver driver() {
        return driver;
    }

    /** A connection of its own, to be closed. */
    public Driver connect() {
        return connect(uri, Config.defaultConfig());
    }

    /** A connection of its own by way of another address, to be closed. */
    public Driver connect(URI through, Config config) {
        AuthToken token = password.isEmpty() ? AuthTokens.none() : AuthTokens.basic(username, password);
        return GraphDatabase.driver(through, token, config);
    }

    /** Deletes all nodes, relationships, constraints and indexes but the two that every database has. */
    public void empty() {
        try (Session session = driver.session()) {
            // a state of the General Assembly has thousands of ballots: by themselves, edges fit into transactions
            session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF " + DELETED_AT_ONCE + " ROWS")
                    .consume();
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF " + DELETED_AT_ONCE + " ROWS")
                    .consume();
            List<String> constraints = session.run("SHOW CONSTRAINTS YIELD name")
                    .list(row -> "DROP CONSTRAINT `" + row.get("name").asString() + "`");
            session.executeWriteWithoutResult(transaction ->
                    constraints.forEach(statement -> transaction.run(statement).consume()));
            List<String> indexes = session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")
                    .list(row -> "DROP INDEX `" + row.get("name").asString() + "`");
            session.executeWriteWithoutResult(transaction ->
                    indexes.forEach(statement -> transaction.run(statement).consume()));
        }
    }

    /** Leaves nothing in it, and ends its server if this run started it. */
    @Override
    public void close() {
        try {
            empty();
        } finally {
            driver.close();
            stop.run();
        }
    }

    private static TestDatabase local() {
        try {
            Path store = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "neo4j-");
            LocalNeo4j server = LocalNeo4j.over(store, serverJars()).start();
            return new TestDatabase(server.uri(), "neo4j", "", () -> {
                server.close();
                delete(store);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase container() {
        Neo4jContainer container = new Neo4jContainer("neo4j:5.26.30").withStartupTimeout(CONTAINER_START);
        container.start();
        return new TestDatabase(
                URI.create(container.getBoltUrl()), "neo4j", container.getAdminPassword(), container::stop);
    }

    static TestDatabase given(URI uri, String username, String password) {
        TestDatabase database = new TestDatabase(uri, username, password, () -> {});
        try (Session session = database.driver.session()) {
            long nodes = session.run("MATCH (n) RETURN count(n) AS nodes")
                    .single()
                    .get("nodes")
                    .asLong();
            long schema = session.run("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN count(*) AS indexes")
                    .single()
                    .get("indexes")
                    .asLong();
            if (nodes + schema > 0) {
                throw new IllegalStateException("the tests empty their database, and the one at " + uri + " has "
                        + nodes + " nodes and " + schema + " indexes: give them one that is empty");
            }
        } catch (RuntimeException e) {
            database.driver.close();
            throw e;
        }
        return database;
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
