package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Share;
import io.github.diplograph.load.Difference.Element;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What documents that stay as they are say of elements from which others withdraw. A document whose view of an element
 * has changed is written itself, for its hash tells what it shows; but where an apply ended in the middle, and the files
 * are again as they were before it, only what had been written is written again.
 */
final class Staying {

    /** How many documents' shares are kept: what is withdrawn together is mostly shared with few. */
    private static final int KEPT = 4;

    /** An element as a document shows it: label or type, and properties. */
    record Shown(String word, Map<String, Object> properties) {}

    private final Graph graph;
    private final Map<String, Part> parts;
    private final Map<String, Map<String, Shown>> shown = new LinkedHashMap<>();

    /**
     * Prepares.
     *
     * @param graph all documents
     * @param hashes those that the database has, by id: one with the same hash stays
     */
    Staying(Graph graph, Map<String, String> hashes) {
        this.graph = graph;
        this.parts = graph.parts().stream()
                .filter(part -> part.hash().equals(hashes.get(part.id())))
                .collect(Collectors.toMap(Part::id, part -> part));
    }

    /**
     * Finds an element.
     *
     * @param documents ids of documents that may show it
     * @return as any of them shows it, for they agree; empty if none of them stays
     */
    synchronized Optional<Shown> find(Collection<String> documents, Element element) {
        return documents.stream()
                .filter(parts::containsKey)
                .flatMap(document -> Stream.ofNullable(of(document).get(key(element))))
                .findFirst();
    }

    private Map<String, Shown> of(String document) {
        if (shown.size() == KEPT && !shown.containsKey(document)) {
            shown.clear();
        }
        return shown.computeIfAbsent(document, id -> index(graph.share(Objects.requireNonNull(parts.get(id), id))));
    }

    private static Map<String, Shown> index(Share share) {
        Map<String, Shown> index = new HashMap<>();
        for (Node node : share.nodes()) {
            index.put(node.id(), new Shown(node.label(), node.properties()));
        }
        for (Edge edge : share.edges()) {
            index.put(edge.type() + ' ' + edge.id(), new Shown(edge.type(), edge.properties()));
        }
        return index;
    }

    private static String key(Element element) {
        return element.isEdge() ? element.word() + ' ' + element.id() : element.id();
    }
}
