package io.github.diplograph.graph;

import java.util.List;
import java.util.Objects;

/**
 * What one document gives to the graph.
 *
 * <p>Properties are final: where several documents speak of one element, each share shows it with the values that all
 * of them together add up to. Sources are this document's own: the element's sources are the union over all shares.
 *
 * @param part the document
 * @param nodes its nodes, sorted by id; the {@code Document} node is among them, with {@code hash}
 * @param edges its edges, sorted by type and id
 * @param mentions nodes that edges touch and another document defines, sorted by id: label and name only, no sources;
 *     created bare if the other document has not been applied yet
 */
public record Share(Part part, List<Node> nodes, List<Edge> edges, List<Node> mentions) {

    /** Copies the collections. */
    public Share {
        Objects.requireNonNull(part, "part");
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        mentions = List.copyOf(mentions);
    }
}
