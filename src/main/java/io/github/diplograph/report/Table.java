package io.github.diplograph.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer: rows of values. A value is text, a whole number ({@code Long}), a number ({@code Double}), a
 * {@code Boolean}, a {@code LocalDate}, a list, a map, or null. Lists and rows cannot be changed.
 *
 * @param columns the names of the columns
 * @param rows the rows, each with a value for every column
 * @param warnings what the reader should know about the answer: that it was cut, that the database is empty
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows, List<String> warnings) {

    /** The column whose ids are written as numbers with a key under the table. */
    static final String SOURCES = "sources";

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " values under " + columns.size() + " columns");
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
        warnings = List.copyOf(warnings);
    }

    /**
     * Writes the whole table, as wide as it is, and a line break at its end. Control characters in values are made
     * visible, so that no data can command a terminal.
     *
     * @param format how
     * @param out where to
     * @throws UncheckedIOException if that cannot be written to
     */
    public void write(Format format, Appendable out) {
        write(format, out, 0);
    }

    /**
     * Writes the whole table; the cells of {@link Format#TABLE} wrap so that it fits a terminal.
     *
     * @param format how
     * @param out where to
     * @param width the terminal's width in columns, 0 for as wide as it takes
     * @throws UncheckedIOException if that cannot be written to
     */
    public void write(Format format, Appendable out, int width) {
        try {
            switch (format) {
                case TABLE -> new AlignedTable(this, width).write(out);
                case CSV -> Csv.write(this, out);
                case JSON -> Json.write(this, out);
                case MARKDOWN -> Markdown.write(this, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Table with(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Table(columns, rows, more);
    }
}
