package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mapping. No key stands in it twice.
 *
 * @param entries its entries in the order of the file
 * @param position where it begins
 */
public record YamlMap(List<Entry> entries, Position position) implements YamlNode {

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the value; an absent scalar if nothing was written
     */
    public record Entry(YamlScalar key, YamlNode value) {

        /** Checks that nothing is missing. */
        public Entry {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }

        /**
         * An entry that stands in no file yet.
         *
         * @param key the key
         * @param value the value
         * @return the entry
         */
        public static Entry of(String key, YamlNode value) {
            return new Entry(YamlScalar.text(key), value);
        }
    }

    /** Copies the entries. */
    public YamlMap {
        entries = List.copyOf(entries);
        Objects.requireNonNull(position, "position");
    }

    /**
     * A mapping that stands in no file yet.
     *
     * @param entries its entries
     * @return the mapping
     */
    public static YamlMap of(List<Entry> entries) {
        return new YamlMap(entries, Position.of(""));
    }

    /**
     * The value of a key. Looks at one entry after the other.
     *
     * @param key the key as written
     * @return its value, or empty if the mapping has no such key
     */
    public Optional<YamlNode> get(String key) {
        for (Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }
}
