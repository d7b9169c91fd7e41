package io.github.diplograph.load;

import io.github.diplograph.graph.Fixed;
import java.util.List;
import java.util.Map;

/** One thing that distinguishes the database from the graph, as seen when it was looked at. */
public sealed interface Difference {

    /**
     * What it is about.
     *
     * @return a node or a relationship
     */
    Element element();

    /**
     * A node or a relationship, named so that it can be found.
     *
     * @param word its own label, or its type
     * @param id its id, unique among all nodes or among the relationships of the type
     * @param from the id of the node that a relationship starts from; empty for a node
     * @param to the id of the node that a relationship leads to; empty for a node
     */
    record Element(String word, String id, String from, String to) implements Comparable<Element> {

        static Element node(String label, String id) {
            return new Element(label, id, "", "");
        }

        /**
         * Tells the two apart.
         *
         * @return true for a relationship
         */
        public boolean isEdge() {
            return !from.isEmpty();
        }

        @Override
        public int compareTo(Element other) {
            int kinds = Boolean.compare(isEdge(), other.isEdge());
            int words = kinds == 0 ? word.compareTo(other.word) : kinds;
            return words == 0 ? id.compareTo(other.id) : words;
        }
    }

    /**
     * The graph has it, the database does not.
     *
     * @param element what is missing
     * @param properties all its properties but {@code id} and {@code sources}, sorted by name
     * @param sources the claims that it rests on, empty for what belongs to its document alone
     */
    record Created(Element element, Map<String, Object> properties, List<String> sources) implements Difference {

        /** Copies the collections. */
        public Created {
            properties = Fixed.of(properties);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Both have it, and show it differently or let it rest on different claims.
     *
     * @param element what differs, with the label that the graph gives it
     * @param formerly the label that the database gives it, nearly always the same; empty if somebody has removed it
     * @param before the values in the database of the properties that differ; absent if it has none
     * @param after the values in the graph of the properties that differ; absent if it has none
     * @param added the claims that it rests on from now on, sorted
     * @param removed the claims that it no longer rests on, sorted
     */
    record Changed(
            Element element,
            String formerly,
            Map<String, Object> before,
            Map<String, Object> after,
            List<String> added,
            List<String> removed)
            implements Difference {

        /** Copies the collections. */
        public Changed {
            before = Fixed.of(before);
            after = Fixed.of(after);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * The database has it, and nothing in the graph supports it any longer.
     *
     * @param element what leaves
     * @param removed the claims that it rested on, sorted; empty for what belonged to its document alone
     */
    record Retracted(Element element, List<String> removed) implements Difference {

        /** Copies the list. */
        public Retracted {
            removed = List.copyOf(removed);
        }
    }
}
