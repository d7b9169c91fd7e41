package io.github.diplograph.load;

import java.util.List;
import org.neo4j.driver.summary.SummaryCounters;

/**
 * What an apply did.
 *
 * @param totals what was created, changed and retracted
 * @param documents how many parts the graph has, the registry's among them
 * @param unchanged how many of them the database had as they are
 * @param missing ids of documents of this corpus that the database has and the graph does not, sorted; they were left
 *     alone
 * @param pruned ids of such documents that were retracted, sorted
 * @param strangers ids of nodes that left the graph and were kept, stripped of Diplograph's labels and properties,
 *     because somebody else's relationship touches them; sorted
 * @param run the id of the {@code Run} that history has of it, empty if nothing was written
 * @param counters what the server counted
 */
public record Applied(
        Totals totals,
        int documents,
        int unchanged,
        List<String> missing,
        List<String> pruned,
        List<String> strangers,
        String run,
        Counters counters) {

    /** Copies the lists. */
    public Applied {
        missing = List.copyOf(missing);
        pruned = List.copyOf(pruned);
        strangers = List.copyOf(strangers);
    }

    /**
     * Whether the server counted nothing at all.
     *
     * @return true if the database was left as it was
     */
    public boolean wroteNothing() {
        return counters.equals(Counters.NONE);
    }

    /**
     * The server's own counters, summed over all transactions that were committed.
     *
     * @param nodesCreated nodes created
     * @param nodesDeleted nodes deleted
     * @param relationshipsCreated relationships created
     * @param relationshipsDeleted relationships deleted
     * @param propertiesSet properties written, those among them that already had the value
     * @param labelsAdded labels added
     * @param labelsRemoved labels removed
     * @param rulesAdded constraints and indexes created
     * @param rulesRemoved constraints and indexes dropped
     */
    public record Counters(
            long nodesCreated,
            long nodesDeleted,
            long relationshipsCreated,
            long relationshipsDeleted,
            long propertiesSet,
            long labelsAdded,
            long labelsRemoved,
            long rulesAdded,
            long rulesRemoved) {

        /** Nothing was written. */
        public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0);

        static Counters of(SummaryCounters counted) {
            return new Counters(
                    counted.nodesCreated(),
                    counted.nodesDeleted(),
                    counted.relationshipsCreated(),
                    counted.relationshipsDeleted(),
                    counted.propertiesSet(),
                    counted.labelsAdded(),
                    counted.labelsRemoved(),
                    (long) counted.constraintsAdded() + counted.indexesAdded(),
                    (long) counted.constraintsRemoved() + counted.indexesRemoved());
        }

        Counters plus(Counters other) {
            return new Counters(
                    nodesCreated + other.nodesCreated,
                    nodesDeleted + other.nodesDeleted,
                    relationshipsCreated + other.relationshipsCreated,
                    relationshipsDeleted + other.relationshipsDeleted,
                    propertiesSet + other.propertiesSet,
                    labelsAdded + other.labelsAdded,
                    labelsRemoved + other.labelsRemoved,
                    rulesAdded + other.rulesAdded,
                    rulesRemoved + other.rulesRemoved);
        }
    }
}
