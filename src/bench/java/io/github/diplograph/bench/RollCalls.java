package io.github.diplograph.bench;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The votes of a graph as plain values, for those who would write them by other means. */
final class RollCalls {

    /**
     * One ballot.
     *
     * @param id its id
     * @param voter the id of the state
     * @param choice for, against or abstained
     */
    record Cast(String id, String voter, String choice) {}

    /**
     * One vote.
     *
     * @param id its id
     * @param properties what it shows
     * @param source the claim that it rests on
     * @param cast its ballots
     */
    record Call(String id, Map<String, Object> properties, String source, List<Cast> cast) {}

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> states = new TreeMap<>();

    RollCalls(Graph graph) {
        for (Part part : graph.parts()) {
            Share share = graph.share(part);
            Map<String, List<Cast>> cast = new HashMap<>();
            for (Edge edge : share.edges()) {
                if (edge.properties().get("choice") instanceof String choice) {
                    cast.computeIfAbsent(edge.to(), vote -> new ArrayList<>())
                            .add(new Cast(edge.id(), edge.from(), choice));
                    states.put(edge.from(), edge.from());
                }
            }
            for (Node node : share.nodes()) {
                if (node.label().equals("Vote")) {
                    calls.add(new Call(
                            node.id(),
                            node.properties(),
                            node.sources().get(0),
                            cast.getOrDefault(node.id(), List.of())));
                }
            }
        }
    }

    List<Call> calls() {
        return calls;
    }

    Map<String, String> states() {
        return states;
    }

    long ballots() {
        return calls.stream().mapToLong(call -> call.cast().size()).sum();
    }

    static String type(String choice) {
        return choice.equals("abstained") ? "ABSTAINED" : "VOTED";
    }
}
