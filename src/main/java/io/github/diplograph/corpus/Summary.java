package io.github.diplograph.corpus;

import io.github.diplograph.evidence.Check;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted while a corpus was read.
 *
 * @param documents files
 * @param entities entities that these files define or refer to
 * @param entries claims by section: {@code votes}, {@code statements}, …
 * @param evidence claims by the worst outcome of their words
 * @param silent claims of articles that cite no words
 */
public record Summary(
        int documents, int entities, Map<String, Integer> entries, Map<Check, Integer> evidence, int silent) {

    /** Copies the maps. */
    public Summary {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }

    /**
     * All claims.
     *
     * @return the number of entries in all sections
     */
    public int claims() {
        return entries.values().stream().mapToInt(Integer::intValue).sum();
    }
}
