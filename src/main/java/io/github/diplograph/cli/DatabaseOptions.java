package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.local.LocalNeo4j;
import io.github.diplograph.local.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database a command speaks to: one with an address, as in Neo4j's own tools, or else the local server. */
final class DatabaseOptions {

    private static final Set<String> SCHEMES = Set.of("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc");
    private static final int LAST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    StoreOptions store = new StoreOptions();

    @Option(
            names = {"-a", "--address", "--uri"},
            paramLabel = "URI",
            description =
                    "A Neo4j to connect to, such as neo4j://host:7687. Without it: NEO4J_URI, or the local server.")
    private @Nullable String address;

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "The user. Without it: NEO4J_USERNAME, or neo4j if there is a password.")
    private @Nullable String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password. Without it: NEO4J_PASSWORD, or a prompt.")
    private @Nullable Path passwordFile;

    @Option(
            names = {"-d", "--database"},
            paramLabel = "NAME",
            description = "The database. Without it: NEO4J_DATABASE, or the user's home database.")
    private @Nullable String database;

    /** Every user of the machine can read the arguments of every process. */
    @Option(
            names = {"-p", "--password"},
            arity = "0..1",
            fallbackValue = "",
            hidden = true,
            description = "Refused.")
    private @Nullable String refused;

    /** Refuses what cannot be meant, before any work is done. */
    void check(Console console) {
        if (refused != null) {
            throw usage("a password is never an argument: set NEO4J_PASSWORD, name a file with --password-file, or wait"
                    + " for the prompt");
        }
        Optional<String> remote = address(console);
        remote.ifPresent(this::uri);
        if (remote.isEmpty() && (username != null || passwordFile != null)) {
            throw usage("the local server asks for no password; name another one with --uri");
        }
    }

    /** Whether there is nothing to be asked: no address, and no data of a local server. */
    boolean isNothingThere(Console console) {
        return address(console).isEmpty() && !Files.isDirectory(store.store());
    }

    /** Refuses what is not the local server. */
    void checkLocal(Console console) {
        address(console).ifPresent(remote -> {
            throw usage(
                    "a first load goes into the local server: leave out --uri and NEO4J_URI, or use `export --format"
                            + " neo4j-admin` for a server of your own");
        });
        if (database != null) {
            throw usage("a first load goes into the local server's only database: leave out --database");
        }
    }

    /** Connects, and starts the local server if that is meant and does not run. */
    Connection open(Console console) {
        return open(console, false);
    }

    /**
     * Connects, and starts the local server if that is meant and does not run.
     *
     * @param much whether there may be minutes of work for it
     */
    Connection open(Console console, boolean much) {
        Optional<String> remote = address(console);
        String name = database == null ? console.environment("NEO4J_DATABASE").orElse(null) : database;
        if (remote.isPresent()) {
            return Connection.to(uri(remote.get()), login(console, remote.get()), name);
        }
        Optional<LocalNeo4j> running = store.running();
        return Connection.over(running.orElseGet(() -> start(console, much)), database);
    }

    private LocalNeo4j start(Console console, boolean much) {
        ServerOptions server = store.server(console);
        return (much ? server.sustained() : server).start();
    }

    private Optional<String> address(Console console) {
        if (address != null && store.local != null) {
            throw usage("--uri and --local exclude each other");
        }
        return store.local != null
                ? Optional.empty()
                : Optional.ofNullable(address).or(() -> console.environment("NEO4J_URI"));
    }

    private URI uri(String written) {
        // not left to the parser, which sees no user where the rest is no address
        if (written.contains("@")) {
            throw usage("an address has no user and no password in it: use --username, and NEO4J_PASSWORD or"
                    + " --password-file");
        }
        try {
            URI uri = new URI(written.contains("://") ? written : "neo4j://" + written);
            if (uri.getHost() != null && SCHEMES.contains(uri.getScheme())) {
                return connectable(uri);
            }
        } catch (URISyntaxException e) {
            // as bad as one with another scheme
        }
        throw usage("\"" + Visible.of(written) + "\" is no address of a Neo4j: it is like neo4j://host:7687,"
                + " neo4j+s://host, bolt://host:7687 or bolt+s://host");
    }

    /** Drivers refuse these only when they are made, after a corpus has been read. */
    private URI connectable(URI uri) {
        if (uri.getPort() > LAST_PORT) {
            throw usage("\"" + Visible.of(uri.toString()) + "\" has the port " + uri.getPort()
                    + ", and the last one is " + LAST_PORT);
        }
        if (uri.getRawQuery() != null
                && !uri.getRawQuery().isEmpty()
                && uri.getScheme().startsWith("bolt")) {
            throw usage("\"" + Visible.of(uri.toString()) + "\" has parameters behind \"?\", which only addresses with"
                    + " neo4j:// take");
        }
        return uri;
    }

    private AuthToken login(Console console, String remote) {
        Optional<String> user = Optional.ofNullable(username).or(() -> console.environment("NEO4J_USERNAME"));
        Optional<String> password =
                passwordFile == null ? console.environment("NEO4J_PASSWORD") : Optional.of(firstLine(passwordFile));
        if (user.isEmpty() && password.isEmpty()) {
            return AuthTokens.none();
        }
        String name = user.orElse("neo4j");
        String secret = password.or(
                        () -> console.password("password of " + Visible.of(name) + " at " + Visible.of(remote) + ": "))
                .orElseThrow(() -> usage("the password of \"" + Visible.of(name)
                        + "\" is missing: set NEO4J_PASSWORD, or name a file with --password-file"));
        return AuthTokens.basic(name, secret);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new DiplographException(
                    "cannot read the password file \"" + file + "\"; is it a file, and may you read it?", e);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
