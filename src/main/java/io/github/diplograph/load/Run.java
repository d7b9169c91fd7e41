package io.github.diplograph.load;

import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Retracted;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/**
 * The history of one apply: a node that is written with its first change and grows with each transaction, in that
 * transaction. So it tells what was done even where the apply did not come to its end. Two that begin in the same
 * millisecond share a node, and their numbers add up.
 */
final class Run {

    static final String LABEL = "Run";

    /** How many things a run names in each of its lists; it counts them all. */
    private static final int NAMED = 100;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Written last in a transaction: whoever waits for it has locked all else. */
    private static final String NOTE =
            """
            MERGE (r:_Diplograph {id: $id})
            ON CREATE SET r:Run, r += $run
            SET r.ended = $now, r.complete = false,
                r.created = r.created + $created,
                r.changed = r.changed + $changed,
                r.retracted = r.retracted + $retracted,
                r.documents = (r.documents + $documents)[..$most],
                r.createdNodes = (r.createdNodes + $createdNodes)[..$most],
                r.changedNodes = (r.changedNodes + $changedNodes)[..$most],
                r.retractedNodes = (r.retractedNodes + $retractedNodes)[..$most]
            """;

    private static final String COMPLETE =
            """
            MATCH (r:_Diplograph {id: $id})
            WHERE r:Run
            SET r.complete = true
            """;

    private final String id;
    private final Options options;
    private final ZonedDateTime begun;
    private final Map<String, Object> run = new HashMap<>();
    private volatile boolean written;

    Run(String corpus, Options options) {
        this(corpus, options, now(options));
    }

    /** A run that began before: what it creates was first seen then. */
    Run(String corpus, Options options, ZonedDateTime begun) {
        this.options = options;
        this.begun = begun;
        this.id = corpus + "/run/" + begun.format(DateTimeFormatter.ISO_INSTANT);
        run.put("name", corpus + ", " + begun.format(MINUTE) + ", " + options.who());
        run.put("corpus", corpus);
        run.put("who", options.who());
        run.put("version", options.version());
        run.put("begun", begun);
        for (String counted : List.of("created", "changed", "retracted")) {
            run.put(counted, 0L);
            run.put(counted + "Nodes", List.of());
        }
        run.put("documents", List.of());
    }

    /** When it began: what it creates was first seen then. */
    ZonedDateTime begun() {
        return begun;
    }

    /** The id of its node, empty if nothing was written. */
    String id() {
        return written ? id : "";
    }

    /**
     * Notes what a transaction does.
     *
     * @param transaction the transaction
     * @param differences what it brings about
     * @param names names of nodes by id, as far as they are known
     */
    Applied.Counters note(TransactionContext transaction, List<Difference> differences, Map<String, String> names) {
        List<String> documents = new ArrayList<>();
        List<String> created = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> retracted = new ArrayList<>();
        for (Difference difference : differences) {
            Difference.Element element = difference.element();
            if (element.isEdge() || element.word().equals(Batch.CLAIM) && !(difference instanceof Retracted)) {
                continue;
            }
            if (element.word().equals(Batch.DOCUMENT)) {
                documents.add(element.id());
            }
            List<String> list =
                    difference instanceof Created ? created : difference instanceof Changed ? changed : retracted;
            if (!element.word().equals(Batch.DOCUMENT) || difference instanceof Retracted) {
                String name = names.getOrDefault(element.id(), "");
                list.add(element.word() + " " + element.id() + (name.isEmpty() ? "" : ": " + name));
            }
        }
        return note(transaction, Totals.of(differences), documents, created, changed, retracted);
    }

    /**
     * Notes what Neo4j's importer did.
     *
     * @param transaction the transaction
     * @param totals what it created
     * @param documents the documents that it loaded
     */
    Applied.Counters note(TransactionContext transaction, Totals totals, List<String> documents) {
        return note(transaction, totals, documents, List.of(), List.of(), List.of());
    }

    private Applied.Counters note(
            TransactionContext transaction,
            Totals totals,
            List<String> documents,
            List<String> created,
            List<String> changed,
            List<String> retracted) {
        Map<String, Object> row = new TreeMap<>();
        row.put("id", id);
        row.put("run", run);
        row.put("now", now(options));
        row.put("most", NAMED);
        row.put("created", sum(totals.created()));
        row.put("changed", sum(totals.changed()));
        row.put("retracted", sum(totals.retracted()));
        row.put("documents", documents.subList(0, Math.min(NAMED, documents.size())));
        row.put("createdNodes", created.subList(0, Math.min(NAMED, created.size())));
        row.put("changedNodes", changed.subList(0, Math.min(NAMED, changed.size())));
        row.put("retractedNodes", retracted.subList(0, Math.min(NAMED, retracted.size())));
        Result result = transaction.run(NOTE, row);
        return Applied.Counters.of(result.consume().counters());
    }

    /** To be told once a transaction is committed that {@code note}s something. */
    void noted() {
        written = true;
    }

    /** Notes that the apply came to its end, if it wrote something. */
    Applied.Counters complete(TransactionContext transaction) {
        return Applied.Counters.of(
                transaction.run(COMPLETE, Map.of("id", id)).consume().counters());
    }

    static ZonedDateTime now(Options options) {
        return ZonedDateTime.now(options.clock())
                .withZoneSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
