package io.github.diplograph.cli;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.load.Options;
import io.github.diplograph.local.LocalNeo4j;
import io.github.diplograph.report.Format;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the local server running, with Neo4j Browser over a corpus. */
@Command(
        name = "serve",
        header = "Show a corpus in Neo4j Browser.",
        description = {
            "Applies the corpus to the local server as `apply` does, opens Neo4j Browser on this machine alone, prints"
                    + " one link to it, and runs until Ctrl-C. Meanwhile other commands find the server running.",
            "Without a corpus in DIR, or in the current folder, it serves the data that is there."
        },
        footer = {"  diplograph serve src/corpus --local target/demo", "  diplograph serve --local target/demo"})
final class ServeCommand implements Callable<Integer> {

    private static final int HTTP = 7474;
    private static final int BOLT = 7687;

    /** Who did what to whom, as a picture. */
    private static final String FIRST =
            "MATCH p=(:_Diplograph)-[deed]->(:_Diplograph)" + " WHERE deed.occurrence IS NOT NULL RETURN p LIMIT 60";

    private final Console given;

    @Mixin
    private Common common = new Common();

    @Mixin
    private CorpusOptions options = new CorpusOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "For the browser. Without it: 7474, or a free one if that is taken.")
    private @Nullable Integer httpPort;

    @Option(
            names = "--bolt-port",
            paramLabel = "PORT",
            description = "For drivers. Without it: 7687, or a free one if that is taken.")
    private @Nullable Integer boltPort;

    ServeCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = common.on(given);
        @Nullable Corpus corpus = null;
        if (options.isCorpus()) {
            corpus = options.read(console);
            if (!ApplyCommand.isValid(corpus, console, "applied")) {
                return Main.FAILED;
            }
        } else if (!Files.isDirectory(store.store())) {
            throw new DiplographException(
                    "there is nothing to serve: name the folder of a corpus, or with --local" + " that of a database");
        }
        Optional<LocalNeo4j> running = store.running();
        if (running.isPresent()) {
            show(corpus, running.get(), console);
            console.say("it runs already, and ends with the `serve` that started it");
            return Main.FINE;
        }
        LocalNeo4j server = store.server(console)
                .shared()
                .http(httpPort == null ? preferred(HTTP) : httpPort)
                .boltPort(boltPort == null ? preferred(BOLT) : boltPort)
                .start();
        // Ctrl-C and SIGTERM are how this command is meant to end
        Thread end = new Thread(
                () -> {
                    server.close();
                    console.say("stopped");
                    Runtime.getRuntime().halt(Main.FINE);
                },
                "diplograph-end");
        try {
            show(corpus, server, console);
            Runtime.getRuntime().addShutdownHook(end);
            console.say("Ctrl-C stops it");
            new CountDownLatch(1).await();
        } finally {
            server.close();
        }
        return Main.FINE;
    }

    private void show(@Nullable Corpus corpus, LocalNeo4j server, Console console) {
        try (Connection connection = Connection.over(server, null).leavingServer()) {
            if (corpus != null) {
                ApplyCommand.apply(corpus, connection, Options.NONE.by(ApplyCommand.user(console)), console)
                        .lines(console.complaintInk())
                        .forEach(console::say);
            }
        }
        Optional<String> link = server.httpUri().map(http -> link(http, server.uri()));
        if (common.format == Format.JSON) {
            Map<String, @Nullable Object> addresses = new LinkedHashMap<>();
            addresses.put("browser", link.orElse(null));
            addresses.put("bolt", server.uri().toString());
            Json.print(console, addresses);
        } else {
            console.print(link.orElse(server.uri().toString()));
        }
        console.flush();
    }

    /** Connects without a click, and has a first question ready. */
    private static String link(URI http, URI bolt) {
        return http + "/browser/?dbms=" + bolt + "&preselectAuthMethod=NO_AUTH&cmd=edit&arg="
                + URLEncoder.encode(FIRST, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The port that people expect, so that what the browser remembers stays; 0 where something else has it. */
    private static int preferred(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            return 0;
        }
    }
}
