package io.github.diplograph.vocabulary;

import java.util.Objects;
import java.util.Set;

/**
 * How two things are tied for a time.
 *
 * @param name how extractions spell it, such as {@code member of}
 * @param edge the type of the edge from subject to object
 * @param subjects what can be the subject: kinds, or {@code agent}, {@code thing}
 * @param objects what can be the object, likewise
 * @param spellings other words that are accepted for it
 * @param meaning what it says, in one sentence
 */
public record Tie(
        String name, String edge, Set<String> subjects, Set<String> objects, Set<String> spellings, String meaning) {

    /** Copies the sets, which keep their order. */
    public Tie {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(meaning, "meaning");
        subjects = Ordered.copy(subjects);
        objects = Ordered.copy(objects);
        spellings = Ordered.copy(spellings);
    }
}
