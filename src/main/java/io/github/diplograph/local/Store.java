package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one server, a Neo4j home with some of our own: the state of the server that runs over it, a lock that its
 * starter holds, what it printed, and the mark of a first load that has not ended.
 *
 * @param directory where they are
 */
record Store(Path directory) {

    /** The name of the one database that is used. */
    static final String DATABASE = "neo4j";

    Path configuration() {
        return directory.resolve("conf");
    }

    Path log() {
        return directory.resolve("logs").resolve("neo4j.log");
    }

    Path output() {
        return directory.resolve("logs").resolve("output.txt");
    }

    /** What the importer printed. */
    Path importerOutput() {
        return directory.resolve("logs").resolve("importer.txt");
    }

    /** Where the importer lists what it could not take. */
    Path importerReport() {
        return directory.resolve("logs").resolve("importer-report.txt");
    }

    /** Whether no server ever made a database here. */
    boolean isNew() {
        return !Files.isDirectory(database());
    }

    /** How much the database takes on disk, in MiB; 0 if there is none, or it cannot be read. */
    long size() {
        if (isNew()) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(database())) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private Path database() {
        return directory.resolve("data").resolve("databases").resolve(DATABASE);
    }

    /** There while the database is only partly what a first load is to make of it. */
    Path unfinished() {
        return directory.resolve("first-load.unfinished");
    }

    Path state() {
        return directory.resolve("server.properties");
    }

    /**
     * Makes the directories and keeps other processes of Diplograph out.
     *
     * @return the lock, to be closed when the server has ended
     * @throws DiplographException if another has it, or nothing can be written there
     */
    FileChannel lock() {
        @Nullable FileChannel channel = null;
        try {
            Files.createDirectories(configuration());
            Files.createDirectories(log().getParent());
            channel = FileChannel.open(
                    directory.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this process has it already: the same answer
        } catch (IOException e) {
            throw new DiplographException(
                    "cannot keep a database in " + directory + " (" + reason(e)
                            + "): choose a folder that you may write to",
                    e);
        }
        if (channel != null) {
            close(channel);
        }
        throw inUse();
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure);
    }

    /** The exception for a directory that another server has. */
    DiplographException inUse() {
        Optional<ServerState> state = ServerState.read(state()).filter(ServerState::isAlive);
        if (state.isPresent() && state.get().boltPort() == 0) {
            return new DiplographException(directory + " is in use by process "
                    + state.get().starter() + ", which fills it: wait until it has ended, or choose another directory");
        }
        return new DiplographException(state.map(other -> directory + " is in use by process " + other.starter()
                        + ", whose Neo4j answers at " + other.bolt()
                        + ": wait until it has ended, connect to that address, or choose another directory")
                .orElse(directory
                        + " is in use by another Neo4j: wait until it has ended, or choose another directory"));
    }

    static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // the operating system closes it in the end
        }
    }
}
