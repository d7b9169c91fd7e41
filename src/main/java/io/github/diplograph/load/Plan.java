package io.github.diplograph.load;

import java.util.List;

/**
 * What an apply would do, in numbers; the differences themselves were streamed.
 *
 * @param totals what would be created, changed and retracted
 * @param documents how many parts the graph has, the registry's among them
 * @param unchanged how many of them the database has as they are
 * @param missing ids of documents of this corpus that the database has and the graph does not, sorted; they
 *     would be left alone
 * @param pruned ids of such documents that would be retracted, sorted
 */
public record Plan(Totals totals, int documents, int unchanged, List<String> missing, List<String> pruned) {

    /** Copies the lists. */
    public Plan {
        missing = List.copyOf(missing);
        pruned = List.copyOf(pruned);
    }
}
