package io.github.diplograph.exchange;

import io.github.diplograph.diagnostic.Visible;

/**
 * A row or an object of a source that could not be placed, or not wholly.
 *
 * @param file the source
 * @param line the line on which the row begins; 0 where lines say nothing
 * @param reason what hinders it, the same words for all of a kind
 * @param detail what was written, and the way out
 */
public record Unplaced(String file, long line, String reason, String detail) {

    @Override
    public String toString() {
        return Visible.of(file + (line > 0 ? ":" + line : "") + ": " + reason + ": " + detail);
    }
}
