package io.github.diplograph.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A number for every node, by which the importer joins relationships to nodes in less time than by ids that are texts.
 * It is not kept in the database. Numbers go by the order in which nodes are met: the same graph yields the same ones.
 */
final class Numbers {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** Gives numbers to those that have none yet; for one thread. */
    void add(Collection<String> ids) {
        ids.forEach(id -> numbers.putIfAbsent(id, numbers.size()));
    }

    /** The number of a node that was met; for any thread. */
    int of(String id) {
        return Objects.requireNonNull(numbers.get(id), id);
    }
}
