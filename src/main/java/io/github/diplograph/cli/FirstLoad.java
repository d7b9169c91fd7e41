package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.exchange.Neo4jAdmin;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Options;
import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A first load of the local server by Neo4j's own offline importer: files, import, constraints and indexes.
 *
 * <p>Killed in the middle, it leaves a store that says so, and begins anew when it is run again.
 */
final class FirstLoad {

    private static final String FILES = "first-load";

    private final StoreOptions store;
    private final Console console;

    FirstLoad(StoreOptions store, Console console) {
        this.store = store;
        this.console = console;
    }

    /** Refuses a store that holds anything, or that a server has. */
    void check() {
        if (store.running().isPresent()) {
            throw new DiplographException("a first load needs the local server stopped, and the one over "
                    + store.store() + " runs: end its `serve`, or apply without --offline");
        }
        if (LocalNeo4j.holding(store.store()) == LocalNeo4j.Holding.DATABASE && holdsAnything()) {
            throw new DiplographException("a first load needs an empty database, and the one in " + store.store()
                    + " holds data: apply without --offline, or name another folder with --local");
        }
    }

    private boolean holdsAnything() {
        try (LocalNeo4j server = store.server(console).start();
                Connection connection = Connection.over(server, null)) {
            return connection.driver().executableQuery("MATCH (n) RETURN n LIMIT 1").execute().records().stream()
                    .findAny()
                    .isPresent();
        }
    }

    /** What was loaded, and the server that runs over it. */
    record Loaded(Graph graph, Applied applied, Connection connection) {}

    /** Loads a valid corpus. */
    Loaded load(Corpus corpus, Options options) {
        Graph graph = Graph.of(corpus);
        ZonedDateTime seen = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        Path files = store.store().resolve(FILES);
        LocalNeo4j server;
        Neo4jAdmin.Written written;
        try {
            delete(files);
            written = Neo4jAdmin.write(graph, files, seen, console.progress());
            server = store.server(console).sustained().firstLoad(files, written.arguments());
        } finally {
            delete(files);
        }
        Connection connection = Connection.over(server, null);
        try {
            Applied applied = Loader.of(connection.driver(), null)
                    .endFirstLoad(graph, written.schema(), written.elements(), seen, options, console.progress());
            server.endFirstLoad();
            return new Loaded(graph, applied, connection);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new DiplographException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
