package io.github.diplograph.load;

import io.github.diplograph.graph.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A node as the database holds it.
 *
 * @param labels its labels without the one that every node has
 * @param unsupported whether nothing supports it any longer
 * @param properties without {@code id}, {@code sources} and {@code firstSeen}
 * @param sources the claims that it rests on
 */
record StoredNode(List<String> labels, boolean unsupported, Map<String, Object> properties, List<String> sources) {

    /** Reads a row with {@code labels} and {@code properties}. */
    static StoredNode of(Record row) {
        Map<String, Object> properties = new TreeMap<>(row.get("properties").asMap(Value::asObject));
        properties.remove("id");
        properties.remove("firstSeen");
        List<String> sources = StoredEdge.sources(properties.remove("sources"));
        List<String> labels = row.get("labels").asList(Value::asString);
        List<String> told = labels.stream()
                .filter(label -> !label.equals(Schema.EVERY) && !label.equals(Schema.UNSUPPORTED))
                .toList();
        return new StoredNode(told, labels.contains(Schema.UNSUPPORTED), properties, sources);
    }
}
