package io.github.diplograph.local;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a server answers and which process it is, as its starter wrote it down.
 *
 * @param pid the server's process
 * @param started when that process started, in milliseconds of the epoch, or 0 if the system does not tell: numbers of
 *     processes are used again
 * @param starter the process that started it
 * @param boltPort for drivers
 * @param httpPort for browsers, or null
 * @param shared whether others may use it
 */
record ServerState(long pid, long started, long starter, int boltPort, @Nullable Integer httpPort, boolean shared) {

    URI bolt() {
        return URI.create("bolt://localhost:" + boltPort);
    }

    Optional<URI> http() {
        return Optional.ofNullable(httpPort).map(port -> URI.create("http://localhost:" + port));
    }

    /** Whether the server's process runs, and is still the same. */
    boolean isAlive() {
        return process().isPresent();
    }

    /** The server's process, if it runs and is still the same. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> started(process) == started);
    }

    static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** What a file says; nothing if it is not there, or not whole. */
    static Optional<ServerState> read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            String http = lines.getProperty("http", "");
            return Optional.of(new ServerState(
                    Long.parseLong(lines.getProperty("pid", "")),
                    Long.parseLong(lines.getProperty("started", "")),
                    Long.parseLong(lines.getProperty("starter", "")),
                    Integer.parseInt(lines.getProperty("bolt", "")),
                    http.isEmpty() ? null : Integer.valueOf(http),
                    Boolean.parseBoolean(lines.getProperty("shared"))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Replaces a file as a whole. */
    void write(Path file) throws IOException {
        String text = "pid=" + pid + "\nstarted=" + started + "\nstarter=" + starter + "\nbolt=" + boltPort + "\nhttp="
                + (httpPort == null ? "" : httpPort) + "\nshared=" + shared + "\n";
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, text, StandardCharsets.ISO_8859_1);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
