package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.exchange.Unplaced;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows the first of what finds no place, and writes all of it into a file. What stands there stays until there is
 * something to replace it, or until all has found a place: then there is no file.
 */
final class UnplacedList implements Consumer<Unplaced>, AutoCloseable {

    private static final int SHOWN = 20;

    private final Path file;
    private final Path half;
    private final Console console;
    private @Nullable Writer writer;
    private long count;

    UnplacedList(Path file, Console console) {
        this.file = file;
        this.half = isReplaceable() ? file.resolveSibling("." + file.getFileName() + ".half") : file;
        this.console = console;
    }

    /** A link, such as that to the terminal, or a pipe is written to as it is. */
    private boolean isReplaceable() {
        return isFile() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isFile() {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void accept(Unplaced row) {
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = Files.newBufferedWriter(half);
            }
            writer.write(row + "\n");
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (count++ < SHOWN) {
            console.complain(row.toString());
        }
    }

    /** All has been read and written: where everything found a place, an earlier list is out of date. */
    void complete() {
        try {
            if (count == 0 && isFile()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Leaves the whole list in its place, and says how many more there are. */
    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
                if (!half.equals(file)) {
                    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (count > SHOWN) {
            console.complain("… and " + (count - SHOWN) + " more; all of them are in " + Visible.of(file.toString()));
        }
    }

    private DiplographException unwritable(IOException cause) {
        return new DiplographException("cannot write \"" + file + "\"; name another file with --unplaced", cause);
    }
}
