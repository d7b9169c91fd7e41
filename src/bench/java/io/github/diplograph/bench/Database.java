package io.github.diplograph.bench;

import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** A server over a store of its own, and a connection to it. */
final class Database implements AutoCloseable {

    /** In MiB; the same for all that is compared. */
    static final int HEAP = 1024;

    static final int PAGES = 1024;

    private final LocalNeo4j server;
    private final Driver driver;

    private Database(LocalNeo4j server) {
        this.server = server;
        this.driver = connect(server.uri().toString());
    }

    static Database fresh(Path store, Path jars) throws IOException {
        delete(store);
        return over(store, jars);
    }

    static Database over(Path store, Path jars) {
        return new Database(LocalNeo4j.over(store, jars)
                .sustained()
                .heap(HEAP)
                .pageCache(PAGES)
                .start());
    }

    /** As the command line does, for all that is compared: by default a driver formats what it sends for its log. */
    @SuppressWarnings("deprecation")
    static Driver connect(String uri) {
        return GraphDatabase.driver(
                uri, Config.builder().withLogging(Logging.slf4j()).build());
    }

    Driver driver() {
        return driver;
    }

    String uri() {
        return server.uri().toString();
    }

    List<Record> rows(String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.run(statement, parameters).list();
        }
    }

    long number(String statement) {
        return rows(statement, Map.of()).get(0).get(0).asLong();
    }

    /** Deletes all that warming up has left. */
    void clear() {
        for (String label : List.of("Vote", "_Diplograph", "State")) {
            rows("MATCH (n:" + label + ") CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 100 ROWS", Map.of());
        }
    }

    /** Drops the constraints and indexes. */
    void forget() {
        rows("SHOW CONSTRAINTS YIELD name", Map.of())
                .forEach(row -> rows("DROP CONSTRAINT `" + row.get(0).asString() + "`", Map.of()));
        rows("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", Map.of())
                .forEach(row -> rows("DROP INDEX `" + row.get(0).asString() + "`", Map.of()));
    }

    @Override
    public void close() {
        driver.close();
        server.close();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot delete " + path, e);
                }
            });
        }
    }
}
