package io.github.diplograph.load;

import java.util.List;

/**
 * A difference that an apply would bring about, with what a person needs to recognise it.
 *
 * @param difference the difference
 * @param documents ids of the documents that bring it about, sorted; empty for what no document speaks of
 * @param name the name of a node, empty for a relationship
 * @param from the name of the node that a relationship starts from, empty for a node
 * @param to the name of the node that a relationship leads to, empty for a node
 * @param disputedBefore the properties on which sources do not agree in the database
 * @param disputedAfter the properties on which sources would not agree afterwards
 */
public record Planned(
        Difference difference,
        List<String> documents,
        String name,
        String from,
        String to,
        List<String> disputedBefore,
        List<String> disputedAfter) {

    /** Copies the lists. */
    public Planned {
        documents = List.copyOf(documents);
        disputedBefore = List.copyOf(disputedBefore);
        disputedAfter = List.copyOf(disputedAfter);
    }
}
