package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.exchange.Unplaced;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows the first of what finds no place, and writes all of it into a file; without any there is no file. */
final class UnplacedList implements Consumer<Unplaced>, AutoCloseable {

    private static final int SHOWN = 20;

    private final Path file;
    private final Console console;
    private @Nullable Writer writer;
    private long count;

    UnplacedList(Path file, Console console) {
        this.file = file;
        this.console = console;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void accept(Unplaced row) {
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = Files.newBufferedWriter(file);
            }
            writer.write(row + "\n");
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (count++ < SHOWN) {
            console.complain(row.toString());
        }
    }

    /** Says how many more there are. */
    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (count > SHOWN) {
            console.complain("… and " + (count - SHOWN) + " more; all of them are in " + file);
        }
    }

    private DiplographException unwritable(IOException cause) {
        return new DiplographException("cannot write \"" + file + "\"; name another file with --unplaced", cause);
    }
}
