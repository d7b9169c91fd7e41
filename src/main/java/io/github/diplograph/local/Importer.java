package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Neo4j's offline importer over a store, in a process of its own that ends with this one.
 *
 * @see <a href="https://neo4j.com/docs/operations-manual/current/import/">Neo4j's manual on the importer</a>
 */
final class Importer {

    private static final String ADMIN = "org.neo4j.cli.AdminTool";
    private static final long POLL = 200;

    /** A stage of four, and how far a stage is. */
    private static final Pattern FAR = Pattern.compile("\\((\\d)/(\\d)\\)|(\\d{1,3})% ∆");

    private static final Pattern EXCEPTION = Pattern.compile("^[a-zA-Z.]+(Exception|Error): ");

    private final ServerOptions options;
    private final Store store;

    private Importer(ServerOptions options) {
        this.options = options;
        this.store = options.store();
    }

    /** Replaces the database of a store, which counts as unfinished from now on. */
    static void run(ServerOptions options, ServerJars jars, Path folder, List<String> arguments) {
        Store store = options.store();
        FileChannel lock = store.lock();
        try {
            ServerProcess.awaitPredecessor(store);
            Files.writeString(store.unfinished(), "");
            new Importer(options).run(jars, folder, arguments);
        } catch (IOException e) {
            throw new DiplographException("cannot import into " + store.directory() + ": " + e, e);
        } finally {
            Store.close(lock);
        }
    }

    private void run(ServerJars jars, Path folder, List<String> arguments) throws IOException {
        ServerProcess.configure(options, 0, Optional.empty());
        List<String> given = new ArrayList<>(List.of("database", "import", "full", "--verbose"));
        given.addAll(arguments);
        given.add("--report-file=" + store.importerReport().toAbsolutePath().normalize());
        given.add("--overwrite-destination=true");
        given.add(Store.DATABASE);
        SharedClasses classes = SharedClasses.of(jars, options.java());
        List<String> java = new ArrayList<>(classes.mapping());
        java.add("-Xmx" + options.heap() + "m");
        java.add("-XX:+UseParallelGC");
        // the importer of 2026 takes memory for its pages by way of the JDK's own buffers, and gives up without
        java.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
        Process process = Child.of(jars, classes, ADMIN, java, given)
                .launch(
                        options.java(),
                        store.configuration().resolve("importer-arguments.txt"),
                        folder,
                        store.importerOutput());
        try {
            new ServerState(
                            process.pid(),
                            ServerState.started(process.toHandle()),
                            ProcessHandle.current().pid(),
                            0,
                            null,
                            false)
                    .write(store.state());
            while (!process.waitFor(POLL, TimeUnit.MILLISECONDS)) {
                tell(options.progress());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiplographException("interrupted while importing into " + store.directory(), e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(store.state());
        }
        if (process.exitValue() != 0) {
            throw failed(process.exitValue());
        }
        Files.deleteIfExists(store.importerReport());
    }

    /** Reads off what the importer prints how far it is. */
    private void tell(Progress progress) throws IOException {
        Matcher far = FAR.matcher(String.join("\n", output()));
        String stage = "";
        long percent = 0;
        while (far.find()) {
            if (far.group(3) == null) {
                stage = ", stage " + far.group(1) + " of " + far.group(2);
                percent = 0;
            } else {
                percent = Long.parseLong(far.group(3));
            }
        }
        if (stage.isEmpty()) {
            progress.at("importing", 0, -1);
        } else {
            progress.at("importing" + stage + ", percent", percent, 100);
        }
    }

    /** What it has printed so far; the last character may not be whole. */
    private List<String> output() throws IOException {
        return new String(Files.readAllBytes(store.importerOutput()), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }

    private DiplographException failed(int code) throws IOException {
        List<String> lines = output();
        String reason = lines.stream()
                .filter(line -> line.startsWith("original error: ") || line.startsWith("Caused by: "))
                .reduce((first, last) -> last)
                .or(() -> lines.stream()
                        .filter(line -> EXCEPTION.matcher(line).find())
                        .findFirst())
                .or(() -> lines.stream().filter(line -> !line.isEmpty()).reduce((first, last) -> last))
                .orElse("exit code " + code);
        return new DiplographException("Neo4j's importer failed over " + store.directory() + ": " + reason + "; see "
                + store.importerOutput());
    }
}
