package io.github.diplograph.report;

import java.util.Locale;

/** The ways in which a table is written. */
public enum Format {
    /** Aligned columns for people; sources as numbers that are explained under the table. */
    TABLE,
    /** Comma-separated values, RFC 4180, with a header line; lists are joined with {@code "; "}. */
    CSV,
    /** An array of objects, one a line, RFC 8259. */
    JSON,
    /** A table of GitHub Flavored Markdown; sources as in {@link #TABLE}. */
    MARKDOWN;

    /** The word that the command line uses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
