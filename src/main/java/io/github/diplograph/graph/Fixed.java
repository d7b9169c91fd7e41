package io.github.diplograph.graph;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Properties by name, sorted, which nobody can change: copied once, and then shared by all elements that are alike. */
public final class Fixed extends AbstractMap<String, Object> {

    private final SortedMap<String, Object> sorted;

    private Fixed(SortedMap<String, Object> sorted) {
        this.sorted = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Properties that stay as they are.
     *
     * @param properties values by name, none of them null
     * @return a copy, or the same if it is fixed already
     */
    public static Map<String, Object> of(Map<String, Object> properties) {
        return properties instanceof Fixed ? properties : new Fixed(new TreeMap<>(properties));
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return sorted.entrySet();
    }

    @Override
    public Set<String> keySet() {
        return sorted.keySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return sorted.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return sorted.containsKey(name);
    }
}
