package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Position;
import java.util.Objects;

/**
 * A text, exactly as written: {@code NO}, {@code 1.10} and {@code 0123} are those letters and digits.
 *
 * @param text the text, escapes resolved and lines folded as YAML 1.2 says; empty for a key without a value
 * @param style how it is written
 * @param position where it begins
 */
public record YamlScalar(String text, Style style, Position position) implements YamlNode {

    /** Checks that nothing is missing. */
    public YamlScalar {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(position, "position");
    }

    /**
     * A number, a date, a truth value or a text that stands in no file yet.
     *
     * @param text the text
     * @return a scalar that is written without quotes wherever every YAML parser then reads the same value
     */
    public static YamlScalar of(String text) {
        return new YamlScalar(text, Style.PLAIN, Position.of(""));
    }

    /**
     * A text that stands in no file yet.
     *
     * @param text the text
     * @return a scalar that every YAML parser reads as a text, even where it looks like a number or a date
     */
    public static YamlScalar text(String text) {
        return new YamlScalar(text, Style.QUOTED, Position.of(""));
    }

    /**
     * Whether nothing was written, as after a key without a value.
     *
     * @return true if the scalar is empty and not in quotes
     */
    public boolean isAbsent() {
        return text.isEmpty() && style == Style.PLAIN;
    }
}
