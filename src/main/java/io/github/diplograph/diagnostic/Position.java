package io.github.diplograph.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in a file, as editors count it.
 *
 * @param file the file, relative to the corpus, with {@code /} between its parts
 * @param line the line, from 1; 0 means the file as a whole
 * @param column the column in Unicode code points, from 1; 0 means the line as a whole
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::file)
            .thenComparingInt(Position::line)
            .thenComparingInt(Position::column);

    /** Checks that the numbers are not negative. */
    public Position {
        Objects.requireNonNull(file, "file");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column must not be negative: " + line + ":" + column);
        }
    }

    /**
     * The position that means a file as a whole.
     *
     * @param file the file
     * @return its position, without line and column
     */
    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, or less where less is known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
