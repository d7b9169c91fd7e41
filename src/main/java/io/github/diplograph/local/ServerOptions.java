package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be chosen before a local server starts. Mutable, as builders are: each method returns this. */
public final class ServerOptions {

    /** In MiB, as what follows. */
    private static final int HEAP = 512;

    private static final int SUSTAINED_HEAP = 1024;
    private static final int PAGES = 64;
    private static final int SUSTAINED_PAGES = 512;

    private final Store store;
    private final Path server;
    private final Map<String, String> settings = new TreeMap<>();
    private Java java = Java.running();
    private Progress progress = Progress.NONE;
    private boolean shared;
    private int boltPort;
    private int httpPort = -1;
    private int heap;
    private int pageCache;
    private boolean sustained;
    private boolean firstLoad;

    ServerOptions(Path store, Path server) {
        this.store = new Store(store);
        this.server = server;
    }

    /**
     * Lets other processes find the server by {@link LocalNeo4j#running}.
     *
     * @return this
     */
    public ServerOptions shared() {
        shared = true;
        return this;
    }

    /**
     * The port for drivers; without this a free one is chosen.
     *
     * @param port a port that nothing listens on, or 0 for a free one
     * @return this
     */
    public ServerOptions boltPort(int port) {
        boltPort = port;
        return this;
    }

    /**
     * Opens HTTP too, with Neo4j Browser, for pages of that very origin; without this it is closed.
     *
     * @param port a port that nothing listens on, or 0 for a free one
     * @return this
     */
    public ServerOptions http(int port) {
        httpPort = port;
        return this;
    }

    /**
     * The most memory for objects; without this 512, or for {@linkplain #sustained() sustained} work up to 1024.
     *
     * @param megabytes how much, in MiB
     * @return this
     */
    public ServerOptions heap(int megabytes) {
        heap = megabytes;
        return this;
    }

    /**
     * The memory for pages of the store; without this as much as the store has, at least 64, or for
     * {@linkplain #sustained() sustained} work 512, and at most a quarter of the machine's.
     *
     * @param megabytes how much, in MiB
     * @return this
     */
    public ServerOptions pageCache(int megabytes) {
        pageCache = megabytes;
        return this;
    }

    /**
     * Prepares the server for minutes of work rather than for seconds: it starts more slowly, takes more memory where
     * the machine has it, and then runs faster.
     *
     * @return this
     */
    public ServerOptions sustained() {
        sustained = true;
        return this;
    }

    /**
     * Another Java than the one that runs this program.
     *
     * @param home its directory
     * @return this
     * @throws DiplographException if there is no Java
     */
    public ServerOptions java(Path home) {
        java = Java.in(home);
        return this;
    }

    /**
     * A setting of the server, for what has no method here.
     *
     * @param name as in {@code neo4j.conf}
     * @param value its value
     * @return this
     */
    public ServerOptions setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Who is told while the server starts: the work is {@code starting Neo4j}, the units are seconds, the total is
     * unknown.
     *
     * @param listener told once a second
     * @return this
     */
    public ServerOptions progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @return the server; close it
     * @throws DiplographException if the jars are missing, Java does not fit, the directory or a port is in use, or the
     *     server ends while starting
     */
    public LocalNeo4j start() {
        return ServerProcess.start(this, fittingJars());
    }

    private ServerJars fittingJars() {
        ServerJars jars = ServerJars.in(server);
        if (java.feature() < jars.oldestJava()) {
            throw new DiplographException("Neo4j " + jars.version() + " needs Java " + jars.oldestJava()
                    + " or newer, and " + java.home() + " is Java " + java.version()
                    + ": set JAVA_HOME to a newer one");
        }
        return jars;
    }

    /**
     * Replaces the database by what files hold, using Neo4j's own offline importer, and starts the server over it. Until
     * {@link LocalNeo4j#endFirstLoad()} the store counts as unfinished: no server starts over it but by this method,
     * which begins anew.
     *
     * @param folder where the importer runs, with the files
     * @param arguments what {@code neo4j-admin database import full} is told, without the name of the database
     * @return the server; close it
     * @throws DiplographException as {@link #start()} does, or if the importer fails
     */
    public LocalNeo4j firstLoad(Path folder, List<String> arguments) {
        ServerJars jars = fittingJars();
        Importer.run(this, jars, folder, arguments);
        firstLoad = true;
        return ServerProcess.start(this, jars);
    }

    Store store() {
        return store;
    }

    Java java() {
        return java;
    }

    Progress progress() {
        return progress;
    }

    boolean isShared() {
        return shared;
    }

    boolean isSustained() {
        return sustained;
    }

    boolean isFirstLoad() {
        return firstLoad;
    }

    /** In MiB. */
    int heap() {
        return heap > 0 ? heap : sustained ? Memory.share(HEAP, SUSTAINED_HEAP) : HEAP;
    }

    /** In MiB. */
    int pageCache() {
        return pageCache > 0
                ? pageCache
                : Memory.share(PAGES, Math.max(sustained ? SUSTAINED_PAGES : PAGES, store.size()));
    }

    /** A free port where none was chosen. */
    int chosenBoltPort() {
        return Ports.free(boltPort);
    }

    /** A free port where none was chosen, or null where HTTP stays closed. */
    @Nullable
    Integer chosenHttpPort() {
        return httpPort < 0 ? null : Ports.free(httpPort);
    }

    /** The server's configuration, as its own file has it. */
    Map<String, String> configuration(int bolt, Optional<Integer> http) {
        Map<String, String> configuration = new TreeMap<>();
        configuration.put("server.default_listen_address", "127.0.0.1");
        configuration.put("server.default_advertised_address", "localhost");
        configuration.put("server.bolt.listen_address", ":" + bolt);
        configuration.put("server.bolt.advertised_address", ":" + bolt);
        configuration.put("server.https.enabled", "false");
        configuration.put("server.http.enabled", String.valueOf(http.isPresent()));
        http.ifPresent(port -> {
            configuration.put("server.http.listen_address", ":" + port);
            configuration.put("server.http.advertised_address", ":" + port);
            // without authentication the server otherwise answers the requests of any page in any tab
            configuration.put("dbms.security.http_access_control_allow_origin", "http://localhost:" + port);
        });
        configuration.put("dbms.security.auth_enabled", "false");
        configuration.put("dbms.usage_report.enabled", "false");
        configuration.put("client.allow_telemetry", "false");
        configuration.put("server.memory.pagecache.size", pageCache() + "m");
        configuration.put("db.tx_log.preallocate", "false");
        // Bolt otherwise waits ten seconds for late-comers when it is stopped
        configuration.put("internal.dbms.bolt.netty_server_shutdown_quiet_period", "0");
        // the line above may mean nothing to another version
        configuration.put("server.config.strict_validation.enabled", "false");
        configuration.putAll(settings);
        return configuration;
    }
}
