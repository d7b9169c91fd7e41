package io.github.diplograph.load;

import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Node;
import io.github.diplograph.load.Batch.EdgeKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ballots on which a document that is gone from disk and not pruned says something else than those that are there.
 *
 * <p>What is shown stays, and so does the dispute: an edge never rests on a claim that says otherwise. What the documents
 * that are there say instead is claimed beside it, as in a dispute that the missing one had won.
 */
final class LeftBallots {

    /** The type of what a claim says instead of what is shown. */
    static final String CLAIMED = "CLAIMED";

    private static final String CHOICE = "choice";

    /** A ballot as the database shows it. */
    private record Shown(String type, StoredEdge edge) {}

    private final Batch batch;
    private final Map<String, Shown> shown = new HashMap<>();
    private final Map<String, Set<Object>> claimed = new HashMap<>();
    private final Set<String> votes = new TreeSet<>();
    private final Set<String> held = new HashSet<>();

    private LeftBallots(Batch batch, Stored stored) {
        this.batch = batch;
        stored.edges().forEach((key, edge) -> {
            Object choice = edge.properties().get(CHOICE);
            if (choice != null && edge.sources().stream().anyMatch(batch::isLeft)) {
                if (key.type().equals(CLAIMED)) {
                    claimed.computeIfAbsent(edge.to() + '|' + edge.from(), id -> new HashSet<>())
                            .add(choice);
                } else {
                    shown.put(key.id(), new Shown(key.type(), edge));
                }
            }
        });
    }

    /**
     * Lets a batch say of such ballots what the database is to show of them.
     *
     * @return the documents of the batch that would have changed more
     */
    static Set<String> keep(Batch batch, Stored stored) {
        if (batch.left().isEmpty()) {
            return Set.of();
        }
        LeftBallots ballots = new LeftBallots(batch, stored);
        List.copyOf(batch.edges().values()).stream()
                .filter(edge ->
                        !edge.type().equals(CLAIMED) && edge.properties().containsKey(CHOICE))
                .forEach(ballots::weigh);
        ballots.votes.forEach(ballots::dispute);
        return ballots.held;
    }

    private void weigh(Edge ballot) {
        Object choice = ballot.properties().get(CHOICE);
        Shown left = shown.get(ballot.id());
        if (left != null && !Objects.equals(left.edge().properties().get(CHOICE), choice)) {
            batch.remove(new EdgeKey(ballot.type(), ballot.id()));
            batch.put(new Edge(
                    ballot.id(),
                    left.type(),
                    ballot.from(),
                    ballot.to(),
                    disputed(left.edge().properties()),
                    List.of()));
            Map<String, Object> instead = new TreeMap<>(
                    Map.of("type", ballot.type(), CHOICE, String.valueOf(choice), "instead", ballot.id()));
            batch.put(new Edge(
                    ballot.id() + '|' + choice, CLAIMED, ballot.from(), ballot.to(), instead, ballot.sources()));
        } else if (claimed.getOrDefault(ballot.id(), Set.of()).stream().anyMatch(other -> !other.equals(choice))) {
            batch.put(new Edge(
                    ballot.id(),
                    ballot.type(),
                    ballot.from(),
                    ballot.to(),
                    disputed(ballot.properties()),
                    ballot.sources()));
        } else {
            return;
        }
        votes.add(ballot.to());
        ballot.sources().forEach(source -> held.add(Batch.document(source)));
    }

    private void dispute(String vote) {
        Node node = batch.nodes().get(vote);
        if (node != null) {
            Map<String, Object> properties = new TreeMap<>(node.properties());
            properties.put("disputed", with("ballots", properties.get("disputed")));
            batch.put(new Node(node.id(), node.label(), properties, node.sources()));
        }
    }

    private static Map<String, Object> disputed(Map<String, Object> properties) {
        Map<String, Object> disputed = new TreeMap<>(properties);
        disputed.put("disputed", List.of(CHOICE));
        return disputed;
    }

    private static List<String> with(String property, @Nullable Object before) {
        TreeSet<String> all = new TreeSet<>(Set.of(property));
        if (before instanceof Collection<?> several) {
            several.forEach(one -> all.add(String.valueOf(one)));
        }
        return List.copyOf(all);
    }
}
