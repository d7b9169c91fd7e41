package io.github.diplograph.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node as one document sees it.
 *
 * @param id unique over the whole graph
 * @param label its own label, a word of the vocabulary; in Neo4j it also has {@code _Diplograph}
 * @param properties what it shows, without {@code id} and {@code sources}: {@code String}, {@code Long},
 *     {@code Double}, {@code Boolean}, {@code LocalDate}, or a list of one of these
 * @param sources the claims of this document that it rests on, sorted; empty for what belongs to its document alone
 *     (claims, the document itself), which has no property {@code sources}
 */
public record Node(String id, String label, Map<String, Object> properties, List<String> sources) {

    /** Copies the collections. */
    public Node {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        properties = Fixed.of(properties);
        sources = List.copyOf(sources);
    }
}
