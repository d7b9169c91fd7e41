package io.github.diplograph.load;

import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * New relationships as rows of parameters, the nodes that they touch named by their place in a list.
 *
 * <p>Relationships of one type into one node with the same properties and sources, whose ids are the two nodes', travel as
 * one row: a vote of 190 ballots is three rows, and not 190 times the same words.
 */
final class NewEdges {

    /** From how many relationships on a row of their own is shorter. */
    private static final int FEWEST = 3;

    /** Relationships that may become one row. */
    private record Alike(Created first, List<Created> all) {

        boolean admits(Created other) {
            Element one = first.element();
            Element two = other.element();
            return one.to().equals(two.to())
                    && one.word().equals(two.word())
                    && first.sources().equals(other.sources())
                    && first.properties().equals(other.properties());
        }
    }

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<List<Object>> single = new ArrayList<>();
    private final List<List<Object>> grouped = new ArrayList<>();

    private NewEdges() {}

    /** Rows for relationships that are sorted by type and id. */
    static NewEdges of(List<Created> created) {
        NewEdges rows = new NewEdges();
        List<Alike> open = new ArrayList<>();
        for (Created edge : created) {
            if (!isInward(edge.element())) {
                rows.one(edge);
                continue;
            }
            if (!open.isEmpty()
                    && !open.get(0).first().element().to().equals(edge.element().to())) {
                open.forEach(rows::add);
                open.clear();
            }
            group(open, edge).all().add(edge);
        }
        open.forEach(rows::add);
        return rows;
    }

    /** The ids of the nodes that the relationships touch. */
    List<String> ids() {
        return List.copyOf(places.keySet());
    }

    /** Where from, where to, type, properties. */
    List<List<Object>> single() {
        return single;
    }

    /** Where to, where from each, type, properties of all but the id. */
    List<List<Object>> grouped() {
        return grouped;
    }

    private static Alike group(List<Alike> open, Created edge) {
        for (Alike one : open) {
            if (one.admits(edge)) {
                return one;
            }
        }
        Alike group = new Alike(edge, new ArrayList<>());
        open.add(group);
        return group;
    }

    private void add(Alike group) {
        if (group.all().size() < FEWEST) {
            group.all().forEach(this::one);
            return;
        }
        Element first = group.first().element();
        Map<String, Object> properties = new HashMap<>(Writer.written(group.first()));
        properties.remove("id");
        int to = place(first.to());
        List<Integer> from = new ArrayList<>(group.all().size());
        group.all().forEach(edge -> from.add(place(edge.element().from())));
        grouped.add(List.of(to, from, first.word(), properties));
    }

    private void one(Created edge) {
        Element element = edge.element();
        single.add(List.of(place(element.from()), place(element.to()), element.word(), Writer.written(edge)));
    }

    private int place(String id) {
        return places.computeIfAbsent(id, key -> places.size());
    }

    /** Whether its id is that of the node it leads to, a bar, and that of the node it starts from. */
    private static boolean isInward(Element element) {
        String id = element.id();
        int bar = element.to().length();
        return id.length() == bar + 1 + element.from().length()
                && id.charAt(bar) == '|'
                && id.startsWith(element.to())
                && id.endsWith(element.from());
    }
}
