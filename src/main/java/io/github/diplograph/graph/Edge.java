package io.github.diplograph.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A relationship as one document sees it.
 *
 * @param id unique among the relationships of its type; begins with the id of the node that owns it and {@code |}
 * @param type its type, a word of the vocabulary
 * @param from the id of the node that it starts from
 * @param to the id of the node that it leads to
 * @param properties what it shows, without {@code id} and {@code sources}; types as for nodes
 * @param sources the claims of this document that it rests on, sorted; empty for what belongs to its document alone
 */
public record Edge(
        String id, String type, String from, String to, Map<String, Object> properties, List<String> sources) {

    /** Copies the collections. */
    public Edge {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        properties = Fixed.of(properties);
        sources = List.copyOf(sources);
    }

    /**
     * The node whose disappearance takes this edge along: the occurrence, the claim, or a tie's subject.
     *
     * @return the id before the first {@code |}
     */
    public String owner() {
        int bar = id.indexOf('|');
        return bar < 0 ? id : id.substring(0, bar);
    }
}
