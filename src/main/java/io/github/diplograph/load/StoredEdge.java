package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A relationship as the database holds it.
 *
 * @param from the id of the node that it starts from
 * @param to the id of the node that it leads to
 * @param properties without {@code id} and {@code sources}
 * @param sources the claims that it rests on
 */
record StoredEdge(String from, String to, Map<String, Object> properties, List<String> sources) {

    /**
     * Reads it.
     *
     * @param given its properties, {@code id} and {@code sources} among them
     * @param drawn what the documents say of the same relationship, if they do; where the database has the same, as it
     *     has mostly, nothing is copied
     */
    static StoredEdge of(String from, String to, Value given, @Nullable Edge drawn) {
        if (drawn != null && isAlike(given, drawn)) {
            return new StoredEdge(from, to, drawn.properties(), drawn.sources());
        }
        Map<String, Object> properties = new TreeMap<>(given.asMap(Value::asObject));
        properties.remove("id");
        List<String> sources = sources(properties.remove("sources"));
        return new StoredEdge(from, to, properties, sources);
    }

    /** Whether properties and sources are those that were drawn, the sources in the same order. */
    private static boolean isAlike(Value given, Edge drawn) {
        int others = drawn.sources().isEmpty() ? 1 : 2;
        if (given.size() != drawn.properties().size() + others
                || others == 2 && !drawn.sources().equals(given.get("sources").asObject())) {
            return false;
        }
        for (Map.Entry<String, Object> property : drawn.properties().entrySet()) {
            if (!property.getValue().equals(given.get(property.getKey()).asObject())) {
                return false;
            }
        }
        return true;
    }

    static List<String> sources(@Nullable Object value) {
        List<String> sources = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(source -> sources.add(String.valueOf(source)));
        }
        return sources;
    }
}
