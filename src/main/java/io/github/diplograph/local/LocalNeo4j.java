package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running Neo4j Community server over a directory, in a process of its own.
 *
 * <p>It listens on the loopback interface only, asks for no password, reports nothing to anyone, and ends when it is
 * closed or when the process that started it ends, kill -9 included. Data, configuration and logs are in the directory,
 * which is an ordinary Neo4j home.
 */
public final class LocalNeo4j implements AutoCloseable {

    private final Store store;
    private final ServerState state;
    private final @Nullable ServerProcess process;

    LocalNeo4j(Store store, ServerState state, @Nullable ServerProcess process) {
        this.store = store;
        this.state = state;
        this.process = process;
    }

    /**
     * A server that is yet to be started.
     *
     * @param store the directory of its data, made if missing; only one server at a time can have it
     * @param server a folder with the jars of a Neo4j server, or a Neo4j home
     * @return what can be chosen before it starts
     */
    public static ServerOptions over(Path store, Path server) {
        return new ServerOptions(store, server);
    }

    /**
     * The server that another process has started over a directory and shares.
     *
     * @param store the directory of its data
     * @return the server, if it still answers; closing it leaves it running
     */
    public static Optional<LocalNeo4j> running(Path store) {
        Store directory = new Store(store);
        return ServerState.read(directory.state())
                .filter(state -> state.shared() && state.isAlive() && Bolt.answers(state.boltPort()))
                .map(state -> new LocalNeo4j(directory, state, null));
    }

    /**
     * What a directory holds.
     *
     * @param store the directory of a server's data
     * @return whether a first load can begin there
     */
    public static Holding holding(Path store) {
        Store directory = new Store(store);
        if (Files.exists(directory.unfinished())) {
            return Holding.UNFINISHED;
        }
        return directory.isNew() ? Holding.NOTHING : Holding.DATABASE;
    }

    /** What the directory of a server's data can hold. */
    public enum Holding {
        /** No database. */
        NOTHING,
        /** A database of which a first load did not come to its end. */
        UNFINISHED,
        /** A database, empty or not. */
        DATABASE
    }

    /**
     * Tells that all is done that {@link ServerOptions#firstLoad} began: from now on the database is like any other.
     */
    public void endFirstLoad() {
        try {
            Files.deleteIfExists(store.unfinished());
        } catch (IOException e) {
            throw new DiplographException("cannot delete " + store.unfinished() + ": " + e, e);
        }
    }

    /**
     * Where drivers connect, without authentication.
     *
     * @return an address such as {@code bolt://localhost:7687}
     */
    public URI uri() {
        return state.bolt();
    }

    /**
     * Where browsers connect.
     *
     * @return an address such as {@code http://localhost:7474}, if HTTP was asked for
     */
    public Optional<URI> httpUri() {
        return state.http();
    }

    /**
     * The server's process.
     *
     * @return its number in the operating system
     */
    public long pid() {
        return state.pid();
    }

    /**
     * What the server has to tell.
     *
     * @return its log, one line an event
     */
    public Path log() {
        return store.log();
    }

    /** Stops the server and waits until it has; leaves one that another process started. Harmless when repeated. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
