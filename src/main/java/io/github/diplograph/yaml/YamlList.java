package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Position;
import java.util.List;
import java.util.Objects;

/**
 * A list.
 *
 * @param items its items in the order of the file
 * @param position where it begins
 */
public record YamlList(List<YamlNode> items, Position position) implements YamlNode {

    /** Copies the items. */
    public YamlList {
        items = List.copyOf(items);
        Objects.requireNonNull(position, "position");
    }

    /**
     * A list that stands in no file yet.
     *
     * @param items its items
     * @return the list
     */
    public static YamlList of(List<? extends YamlNode> items) {
        return new YamlList(List.copyOf(items), Position.of(""));
    }
}
