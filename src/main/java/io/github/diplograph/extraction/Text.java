package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Position;
import java.util.Objects;

/**
 * A text of an extraction: a name, words, a word of the vocabulary, an id.
 *
 * @param text the text; of a word of the vocabulary its name, not the accepted spelling that was written
 * @param position where it stands
 */
public record Text(String text, Position position) implements Value {

    /** Checks that nothing is missing. */
    public Text {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
    }

    /** The text alone. */
    @Override
    public String toString() {
        return text;
    }
}
