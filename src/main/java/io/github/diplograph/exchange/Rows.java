package io.github.diplograph.exchange;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Share;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One document's share on its way into files.
 *
 * <p>What there is much of, alike, is made into bytes by all processors. The rest is few, or shared with other documents.
 *
 * @param ids of all nodes, and of those that edges touch, in the order met
 * @param many elements that no other document holds, of which there are many, by shape
 * @param rest further elements that no other document holds
 * @param sharedNodes nodes that other documents may hold too
 * @param sharedEdges edges that other documents may hold too
 * @param mentions what edges touch and other documents define
 */
record Rows(
        Set<String> ids,
        Map<Shape, List<Element>> many,
        List<Element> rest,
        List<Node> sharedNodes,
        List<Edge> sharedEdges,
        List<Node> mentions) {

    /** From how many on elements of one shape get a file of their own. */
    private static final int MANY = 1000;

    private static final int ROW = 160;

    /** Rows of one shape. */
    record Block(CsvBytes bytes, int rows) {}

    /** Elements of one shape. */
    private record Alike(Shape shape, List<Element> elements) {}

    static Rows of(Graph graph, Share share) {
        Set<String> ids = new LinkedHashSet<>();
        List<Node> sharedNodes = new ArrayList<>();
        List<Edge> sharedEdges = new ArrayList<>();
        Map<Shape, List<Element>> alike = new LinkedHashMap<>();
        for (Node node : share.nodes()) {
            ids.add(node.id());
            if (graph.isShared(node)) {
                sharedNodes.add(node);
            } else {
                Element element = Element.of(node, node.sources(), false);
                alike(element, alike).add(element);
            }
        }
        String owner = "";
        String type = "";
        boolean shared = false;
        IdentityHashMap<Map<String, Object>, Alike> known = new IdentityHashMap<>();
        for (Edge edge : share.edges()) {
            ids.add(edge.from());
            ids.add(edge.to());
            if (!edge.type().equals(type) || !edge.owner().equals(owner)) {
                owner = edge.owner();
                type = edge.type();
                shared = graph.isShared(edge);
            }
            if (shared) {
                sharedEdges.add(edge);
                continue;
            }
            // a vote's ballots have their properties in common
            Alike like = known.get(edge.properties());
            if (like != null
                    && like.shape().word().equals(type)
                    && like.shape().sourced() == !edge.sources().isEmpty()) {
                like.elements().add(Element.of(edge, edge.sources(), like.shape()));
            } else {
                Element element = Element.of(edge, edge.sources());
                List<Element> elements = alike(element, alike);
                elements.add(element);
                known.put(edge.properties(), new Alike(element.shape(), elements));
            }
        }
        List<Element> rest = new ArrayList<>();
        alike.values().stream().filter(elements -> elements.size() < MANY).forEach(rest::addAll);
        alike.values().removeIf(elements -> elements.size() < MANY);
        return new Rows(ids, alike, rest, sharedNodes, sharedEdges, share.mentions());
    }

    /**
     * Makes bytes of what there is much of.
     *
     * @param numbers the numbers of nodes, {@link #ids} among them
     * @param seen when claims were first seen
     */
    Map<Shape, Block> blocks(Numbers numbers, String seen) {
        Map<Shape, Block> blocks = new LinkedHashMap<>();
        many.forEach((shape, elements) -> {
            CsvBytes bytes = new CsvBytes(elements.size() * ROW);
            elements.forEach(element -> element.write(bytes, shape.columns(), shape.sourced(), numbers, seen));
            blocks.put(shape, new Block(bytes, elements.size()));
        });
        return blocks;
    }

    /** The elements of its shape, to which it may be added. */
    private static List<Element> alike(Element element, Map<Shape, List<Element>> alike) {
        return alike.computeIfAbsent(element.shape(), shape -> new ArrayList<>());
    }
}
