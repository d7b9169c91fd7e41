package io.github.diplograph.vocabulary;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A key of an entry and what becomes of its value.
 *
 * @param name how extractions spell it
 * @param type what its value must be
 * @param many whether it takes a list; a single value is then a list of one
 * @param edge the type of the edge that it draws, if it draws one
 * @param admits of a {@link Type#NAME}, what may be named: kinds, or {@code agent}, {@code thing} (any entity),
 *     {@code occurrence} (any vote, statement or event), {@code article}; a group stands wherever its members may
 * @param property the property that it sets, if it sets one
 * @param required whether no entry can be without it
 * @param words of a {@link Type#WORD}, the list that has the words
 * @param kinds in a definition of an entity, the kinds that have this key; empty if all have it
 * @param disputable whether sources that differ make a dispute
 * @param meaning what it says, in one sentence
 */
public record Key(
        String name,
        Type type,
        boolean many,
        Optional<String> edge,
        Set<String> admits,
        Optional<String> property,
        boolean required,
        Optional<String> words,
        Set<String> kinds,
        boolean disputable,
        String meaning) {

    /** Copies the sets, which keep their order. */
    public Key {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(meaning, "meaning");
        admits = Ordered.copy(admits);
        kinds = Ordered.copy(kinds);
    }

    /**
     * Whether a definition of an entity of some kind can have this key.
     *
     * @param kind the kind
     * @return true if it can
     */
    public boolean suits(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
