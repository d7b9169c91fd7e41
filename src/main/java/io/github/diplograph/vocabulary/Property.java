package io.github.diplograph.vocabulary;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be said of a thing by a value: a key of its definition, and a word for {@code attributes}.
 *
 * @param word how extractions spell it, such as {@code political position}
 * @param name the property in the graph, such as {@code politicalPosition}
 * @param type what its values must be: text, date, whole, number, flag or word
 * @param words the list that has its words, of a {@link Type#WORD}
 * @param kinds the kinds that have it, or {@code agent}, {@code thing}, {@code occurrence}
 * @param many whether it has several values at once, which unite
 * @param disputable whether sources that differ make a dispute
 * @param meaning what it says, in one sentence
 */
public record Property(
        String word,
        String name,
        Type type,
        Optional<String> words,
        Set<String> kinds,
        boolean many,
        boolean disputable,
        String meaning) {

    /** Copies the set, which keeps its order. */
    public Property {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(meaning, "meaning");
        kinds = Ordered.copy(kinds);
    }
}
