package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The process of a server that this process started, until it has ended. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Store store;
    private final FileChannel lock;
    private final SharedClasses classes;
    private final Process process;
    private final Thread hook;
    private volatile boolean answered;

    private ServerProcess(Store store, FileChannel lock, SharedClasses classes, Process process) {
        this.store = store;
        this.lock = lock;
        this.classes = classes;
        this.process = process;
        this.hook = new Thread(this::stop, "diplograph-stop-neo4j");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a server and waits until it answers. */
    static LocalNeo4j start(ServerOptions options, ServerJars jars) {
        Store store = options.store();
        FileChannel lock = store.lock();
        try {
            if (!options.isFirstLoad() && Files.exists(store.unfinished())) {
                throw new DiplographException("the first load of " + store.directory() + " did not come to its end: run"
                        + " the same `apply --offline` again, which begins anew, or delete that folder");
            }
            awaitPredecessor(store);
            int bolt = options.chosenBoltPort();
            @Nullable Integer http = options.chosenHttpPort();
            SharedClasses classes = SharedClasses.of(jars, options.java());
            long logged = size(store.log());
            ServerProcess server = new ServerProcess(
                    store, lock, classes, launch(options, jars, classes, bolt, Optional.ofNullable(http)));
            try {
                server.await(options, jars, () -> Bolt.answers(bolt) && (http == null || Http.answers(http)), logged);
                server.answered = true;
                ServerState state = server.state(bolt, http, options.isShared());
                state.write(store.state());
                return new LocalNeo4j(store, state, server);
            } catch (RuntimeException | IOException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            Store.close(lock);
            throw new DiplographException("cannot start Neo4j over " + store.directory() + ": " + e, e);
        } catch (RuntimeException e) {
            Store.close(lock);
            throw e;
        }
    }

    /** Stops the server and waits until it has. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the hook is at it
        }
        stop();
    }

    /** The end of its input ends the server in good order, on every operating system. */
    private synchronized void stop() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            classes.keep(answered);
            Files.deleteIfExists(store.state());
        } catch (IOException e) {
            // the file names a process that is gone, which every reader finds out
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            Store.close(lock);
        }
    }

    /** A server whose starter was killed may take a moment to notice. */
    static void awaitPredecessor(Store store) {
        Optional<ProcessHandle> predecessor = ServerState.read(store.state()).flatMap(ServerState::process);
        if (predecessor.isPresent()) {
            try {
                predecessor.get().onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException e) {
                throw store.inUse();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Process launch(
            ServerOptions options, ServerJars jars, SharedClasses classes, int bolt, Optional<Integer> http)
            throws IOException {
        Store store = options.store();
        Path home = store.directory().toAbsolutePath().normalize();
        configure(options, bolt, http);
        List<String> arguments = new ArrayList<>(classes.options());
        arguments.add("-Xmx" + options.heap() + "m");
        arguments.addAll(
                options.isSustained()
                        ? List.of("-XX:+UseParallelGC")
                        : List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        List<String> given = List.of("--home-dir=" + home, "--config-dir=" + home.resolve("conf"));
        return Child.of(jars, classes, jars.main(), arguments, given)
                .launch(options.java(), store.configuration().resolve("java-arguments.txt"), home, store.output());
    }

    /** Writes the configuration of whatever runs over the store next. */
    static void configure(ServerOptions options, int bolt, Optional<Integer> http) throws IOException {
        Files.write(
                options.store().configuration().resolve("neo4j.conf"),
                options.configuration(bolt, http).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    private void await(ServerOptions options, ServerJars jars, BooleanSupplier answers, long logged)
            throws IOException {
        long begin = System.nanoTime();
        long told = -1;
        while (!answers.getAsBoolean()) {
            long elapsed = System.nanoTime() - begin;
            if (elapsed > START.toNanos()) {
                throw new DiplographException("Neo4j over " + store.directory() + " does not answer after "
                        + START.toSeconds() + " seconds: see " + store.log());
            }
            if (TimeUnit.NANOSECONDS.toSeconds(elapsed) > told) {
                told = TimeUnit.NANOSECONDS.toSeconds(elapsed);
                options.progress().at("starting Neo4j", told, -1);
            }
            try {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw ended(options, jars, logged);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DiplographException("interrupted while Neo4j was starting over " + store.directory(), e);
            }
        }
    }

    private DiplographException ended(ServerOptions options, ServerJars jars, long logged) throws IOException {
        List<String> lines = new ArrayList<>(linesFrom(store.log(), logged));
        lines.addAll(linesFrom(store.output(), 0));
        if (lines.stream().anyMatch(line -> line.contains("store_lock"))) {
            return store.inUse();
        }
        String reason = lines.stream()
                .filter(line ->
                        line.startsWith("Caused by: ") || line.startsWith("Exception in ") || line.startsWith("Error"))
                .reduce((first, last) -> last)
                .orElse("exit code " + process.exitValue());
        return new DiplographException(
                "Neo4j " + jars.version() + ", on Java " + options.java().version() + ", ended while starting over "
                        + store.directory() + ": " + reason + "; see " + store.log());
    }

    private ServerState state(int bolt, @Nullable Integer http, boolean shared) {
        return new ServerState(
                process.pid(),
                ServerState.started(process.toHandle()),
                ProcessHandle.current().pid(),
                bolt,
                http,
                shared);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static List<String> linesFrom(Path file, long offset) throws IOException {
        if (size(file) <= offset) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, (int) offset, bytes.length - (int) offset, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
