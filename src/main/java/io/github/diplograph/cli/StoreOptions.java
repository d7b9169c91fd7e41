package io.github.diplograph.cli;

import io.github.diplograph.local.LocalNeo4j;
import io.github.diplograph.local.ServerOptions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the local server keeps its data, and where its jars are. */
final class StoreOptions {

    private static final Path DEFAULT = Path.of(".diplograph");

    @Option(
            names = {"-l", "--local"},
            paramLabel = "DIR",
            description = "The local server's data. Without it and without an address: .diplograph.")
    @Nullable
    Path local;

    @Option(
            names = "--server",
            paramLabel = "DIR",
            description = "The jars of a Neo4j server, or a Neo4j home. Without it: DIPLOGRAPH_SERVER, or the server"
                    + " that lies beside this program.")
    @Nullable
    Path server;

    /** The folder of the data. */
    Path store() {
        return local == null ? DEFAULT : local;
    }

    /** The server that runs over the data already. */
    Optional<LocalNeo4j> running() {
        return LocalNeo4j.running(store());
    }

    /** A server over the data, yet to be started. */
    ServerOptions server(Console console) {
        Path jars = server == null
                ? console.environment("DIPLOGRAPH_SERVER").map(Path::of).orElseGet(StoreOptions::beside)
                : server;
        return LocalNeo4j.over(store(), jars).progress(console.progress());
    }

    private static Path beside() {
        @Nullable String home = System.getProperty("diplograph.home");
        if (home != null) {
            return Path.of(home, "server");
        }
        CodeSource source = StoreOptions.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = Path.of(source.getLocation().toURI()).toAbsolutePath();
            Path lib = jar.getParent();
            Path application = lib == null ? null : lib.getParent();
            return (application == null ? jar : application).resolve("server");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
