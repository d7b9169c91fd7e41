package io.github.diplograph.load;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an apply would do, in numbers; the differences themselves were streamed.
 *
 * @param totals what would be created, changed and retracted
 * @param documents how many parts the graph has, the registry's among them
 * @param unchanged how many of them the database has as they are
 * @param missing ids of documents of this corpus that the database has and the graph does not, sorted; they
 *     would be left alone
 * @param pruned ids of such documents that would be retracted, sorted
 * @param renamed ids of new documents that look like ones that are gone, by the ids of these
 * @param fingerprint stands for the files, the database and what was chosen; see {@link Options#reviewed(String)}
 */
public record Plan(
        Totals totals,
        int documents,
        int unchanged,
        List<String> missing,
        List<String> pruned,
        SortedMap<String, String> renamed,
        String fingerprint) {

    /** Copies the collections. */
    public Plan {
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
        missing = List.copyOf(missing);
        pruned = List.copyOf(pruned);
    }

    /**
     * Whether a word may be the fingerprint of a plan.
     *
     * @param word what somebody was given or has typed
     * @return true if a plan could have it
     */
    public static boolean isFingerprint(String word) {
        return Fingerprint.isWritten(word);
    }

    /**
     * Whether an apply would write nothing.
     *
     * @return true if the database holds what the graph has
     */
    public boolean isEmpty() {
        return totals.isEmpty();
    }
}
