package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Verb;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry. A point of a statement is an entry of its own, with what it inherits. A definition of an entity has its
 * {@code id}, {@code kind} and {@code name} beside its other keys.
 *
 * @param kind the kind of entry
 * @param position where it begins
 * @param values the values by key, in the order of the file; keys whose value was wrong are left out
 * @param sound whether nothing in it was wrong
 */
public record Entry(EntryKind kind, Position position, Map<String, Value> values, boolean sound) {

    /** Copies the values. */
    public Entry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(position, "position");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The text of a key: also a date's, a number's, a verb's name.
     *
     * @param key the key
     * @return the text, of a list the first; empty if the entry does not have the key
     */
    public Optional<Text> text(String key) {
        Value value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Text text) {
            return Optional.of(text);
        }
        return Optional.of(
                value instanceof Value.Texts list ? list.texts().get(0) : new Text(value.toString(), value.position()));
    }

    /**
     * The texts of a key.
     *
     * @param key the key
     * @return the texts in the order of the file, a single one as a list; none if the entry does not have the key
     */
    public List<Text> texts(String key) {
        return values.get(key) instanceof Value.Texts list
                ? list.texts()
                : text(key).map(List::of).orElse(List.of());
    }

    /**
     * The date of a key.
     *
     * @param key the key
     * @return the date; empty if the key has none
     */
    public Optional<Edtf> date(String key) {
        return values.get(key) instanceof Value.Date date ? Optional.of(date.date()) : Optional.empty();
    }

    /**
     * The whole number of a key.
     *
     * @param key the key
     * @return the number; empty if the key has none
     */
    public Optional<Long> whole(String key) {
        return values.get(key) instanceof Value.Whole whole ? Optional.of(whole.number()) : Optional.empty();
    }

    /**
     * The number of a key, whole or not.
     *
     * @param key the key
     * @return the number; empty if the key has none
     */
    public Optional<Double> number(String key) {
        Value value = values.get(key);
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.number());
        }
        return value instanceof Value.Decimal number ? Optional.of(number.number()) : Optional.empty();
    }

    /**
     * Whether a key is there and true.
     *
     * @param key the key
     * @return false if it is false or not there
     */
    public boolean flag(String key) {
        return values.get(key) instanceof Value.Flag flag && flag.set();
    }

    /**
     * The verb of a statement or an event.
     *
     * @return the verb; empty if there is none or it was wrong
     */
    public Optional<Verb> verb() {
        return values.get("verb") instanceof Value.Act act ? Optional.of(act.verb()) : Optional.empty();
    }

    /**
     * What a vote's source counts.
     *
     * @return a number for each choice that is counted; empty if nothing is
     */
    public Map<String, Long> counts() {
        return values.get("counts") instanceof Value.Counts counts ? counts.counts() : Map.of();
    }

    /**
     * Where a key's value stands.
     *
     * @param key the key
     * @return its position, or that of the entry if it does not have the key
     */
    public Position at(String key) {
        Value value = values.get(key);
        return value == null ? position : value.position();
    }
}
