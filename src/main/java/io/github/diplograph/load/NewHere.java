package io.github.diplograph.load;

import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import java.util.List;

/**
 * What an apply has created so far. Where further documents support it, that is no change to whoever looks on: it is
 * new, and told of once. Of relationships only those of nodes that were there before are remembered; the others are as
 * new as their owners. Several threads may ask and tell.
 */
final class NewHere {

    private final Seen created = new Seen();

    /** Remembers what a transaction that was committed has created. */
    synchronized void note(List<Difference> differences) {
        for (Difference difference : differences) {
            Element element = difference.element();
            if (difference instanceof Created && !(element.isEdge() && contains(element))) {
                created.add(key(element));
            }
        }
    }

    /** Differences without the changes of what is new. */
    synchronized List<Difference> told(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> !(difference instanceof Changed && contains(difference.element())))
                .toList();
    }

    private boolean contains(Element element) {
        return element.isEdge() && created.contains(Others.owner(element.id())) || created.contains(key(element));
    }

    private static String key(Element element) {
        return element.isEdge() ? element.word() + ' ' + element.id() : element.id();
    }
}
