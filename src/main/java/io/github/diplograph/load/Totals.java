package io.github.diplograph.load;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many nodes and relationships differ, by label and type.
 *
 * @param created those that the graph has and the database did not have
 * @param changed those that differed
 * @param retracted those that nothing supported any longer
 */
public record Totals(
        SortedMap<String, Long> created, SortedMap<String, Long> changed, SortedMap<String, Long> retracted) {

    /** Copies the maps. */
    public Totals {
        created = Collections.unmodifiableSortedMap(new TreeMap<>(created));
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        retracted = Collections.unmodifiableSortedMap(new TreeMap<>(retracted));
    }

    /**
     * Whether nothing differs.
     *
     * @return true if all counts are zero
     */
    public boolean isEmpty() {
        return created.isEmpty() && changed.isEmpty() && retracted.isEmpty();
    }

    static Totals none() {
        return new Totals(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    static Totals of(Iterable<Difference> differences) {
        SortedMap<String, Long> created = new TreeMap<>();
        SortedMap<String, Long> changed = new TreeMap<>();
        SortedMap<String, Long> retracted = new TreeMap<>();
        for (Difference difference : differences) {
            String word = difference.element().word();
            if (difference instanceof Difference.Created) {
                created.merge(word, 1L, Long::sum);
            } else if (difference instanceof Difference.Changed) {
                changed.merge(word, 1L, Long::sum);
            } else {
                retracted.merge(word, 1L, Long::sum);
            }
        }
        return new Totals(created, changed, retracted);
    }

    Totals plus(Totals other) {
        return new Totals(sum(created, other.created), sum(changed, other.changed), sum(retracted, other.retracted));
    }

    private static SortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        SortedMap<String, Long> sum = new TreeMap<>(one);
        other.forEach((word, count) -> sum.merge(word, count, Long::sum));
        return sum;
    }
}
