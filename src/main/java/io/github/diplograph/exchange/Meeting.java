package io.github.diplograph.exchange;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Elements that several documents' shares may hold, with the union of their sources; written when all have spoken. */
final class Meeting {

    private record MetNode(Node node, Set<String> sources) {}

    private record MetEdge(Edge edge, Set<String> sources) {}

    private final Graph graph;
    private final Map<String, MetNode> nodes = new TreeMap<>();
    private final Map<String, Map<String, MetEdge>> edges = new TreeMap<>();
    private final Map<String, Node> mentioned = new TreeMap<>();

    Meeting(Graph graph) {
        this.graph = graph;
    }

    /** Takes in what one document's share has for it. */
    void add(Rows rows) {
        for (Node node : rows.sharedNodes()) {
            MetNode met = nodes.computeIfAbsent(node.id(), id -> new MetNode(node, new TreeSet<>()));
            if (!met.node().label().equals(node.label())
                    || !met.node().properties().equals(node.properties())) {
                throw new IllegalStateException("two shares differ about " + node.id() + ": " + met + " and " + node);
            }
            met.sources().addAll(node.sources());
        }
        for (Edge edge : rows.sharedEdges()) {
            MetEdge met = edges.computeIfAbsent(edge.type(), type -> new TreeMap<>())
                    .computeIfAbsent(edge.id(), id -> new MetEdge(edge, new TreeSet<>()));
            if (!met.edge().from().equals(edge.from())
                    || !met.edge().to().equals(edge.to())
                    || !met.edge().properties().equals(edge.properties())) {
                throw new IllegalStateException("two shares differ about " + edge.id() + ": " + met + " and " + edge);
            }
            met.sources().addAll(edge.sources());
        }
        for (Node node : rows.mentions()) {
            if (graph.isShared(node)) {
                mentioned.putIfAbsent(node.id(), node);
            }
        }
    }

    /** What is mentioned and defined nowhere; an occurrence that rests on one entry is defined by it. */
    Set<String> undefined() {
        Set<String> undefined = new TreeSet<>(mentioned.keySet());
        undefined.removeAll(nodes.keySet());
        return undefined;
    }

    /** Writes all of it, sorted, nodes first. */
    void write(Tables tables, Set<String> bare) {
        nodes.values().forEach(met -> tables.add(Element.of(met.node(), met.sources(), false)));
        for (String id : bare) {
            Node node = mentioned.get(id);
            if (node != null) {
                tables.add(Element.of(node, node.sources(), true));
            }
        }
        edges.values()
                .forEach(ofType -> ofType.values().forEach(met -> tables.add(Element.of(met.edge(), met.sources()))));
    }
}
