package io.github.diplograph.evidence;

import java.util.Objects;

/**
 * The passage of a text that comes nearest to words that it does not have.
 *
 * @param text at most twelve words of the text, on one line
 * @param line the line on which they begin, from 1
 */
public record Passage(String text, int line) {

    /** Checks that the text is there. */
    public Passage {
        Objects.requireNonNull(text, "text");
    }
}
