package io.github.diplograph.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.driver.types.Path;

/** What the driver returns, as text, numbers, booleans, days, lists and maps. */
final class Values {

    private Values() {}

    static List<@Nullable Object> of(Record row) {
        List<@Nullable Object> cells = new ArrayList<>(row.size());
        for (Value value : row.values()) {
            cells.add(of(value.asObject()));
        }
        return cells;
    }

    private static @Nullable Object of(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate) {
            return value;
        }
        if (value instanceof Iterable<?> list && !(value instanceof Path)) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(of(item)));
            return items;
        }
        if (value instanceof Path path) {
            List<@Nullable Object> items = new ArrayList<>();
            items.add(of(path.start()));
            for (Path.Segment segment : path) {
                items.add(of(segment.relationship()));
                items.add(of(segment.end()));
            }
            return items;
        }
        if (value instanceof Entity entity) {
            return of(((MapAccessor) entity).asMap());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new TreeMap<>();
            map.forEach((key, item) -> entries.put(String.valueOf(key), of(item)));
            return entries;
        }
        return value.toString();
    }
}
