package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Share;
import io.github.diplograph.load.Applied.Counters;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Difference.Retracted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.ClientException;

/** One walk through a graph's documents, in the order in which they are written. */
final class Walk {

    /** How many elements share a transaction; a larger document has one of its own. */
    static final int ELEMENTS = 10_000;

    private static final int ATTEMPTS = 12;
    private static final String DOCUMENTS = "documents";

    /** Ends the hash of a document that has to be looked at again: once others are pruned, it changes more. */
    private static final String HELD = "-held";

    private static final String HASHES =
            """
            MATCH (n:Document)
            WHERE n.id STARTS WITH $prefix AND n:_Diplograph
            RETURN n.id AS id, n.hash AS hash
            """;

    /** What one transaction did, or would do, and whether history has it. */
    record Step(List<Difference> differences, Counters counters, int unchanged, boolean noted) {

        /** All documents are as they are to be. */
        static Step nothing(List<Share> shares) {
            return new Step(List.of(), Counters.NONE, shares.size(), false);
        }
    }

    private final Session session;
    private final Graph graph;
    private final Options options;
    private final Progress progress;
    private final int elements;
    private final Run run;
    private final Map<String, String> hashes = new HashMap<>();
    private final Setup setup;
    private final Departed departed;
    private final Renames renames = new Renames();
    private final Seen retracted = new Seen();
    private final NewHere newHere = new NewHere();
    private final Staying staying;
    private SortedMap<String, String> renamed = new TreeMap<>();
    private Totals totals = Totals.none();
    private Counters counters = Counters.NONE;
    private int unchanged;
    private int done;

    Walk(Session session, Setup setup, Graph graph, Options options, int elements, Progress progress) {
        this.session = session;
        this.setup = setup;
        this.graph = graph;
        this.options = options;
        this.elements = elements;
        this.progress = progress;
        this.run = new Run(graph.corpus(), options);
        List<Record> rows = session.executeRead(transaction ->
                transaction.run(HASHES, Map.of("prefix", graph.corpus() + "/")).list());
        rows.forEach(row -> hashes.put(row.get("id").asString(), row.get("hash").asString("")));
        this.staying = new Staying(graph, hashes);
        this.departed = Departed.of(graph, hashes.keySet(), options.prune());
    }

    Totals totals() {
        return totals;
    }

    Counters counters() {
        return counters;
    }

    /** How many documents the database had as they are. */
    int unchanged() {
        return unchanged;
    }

    /** Documents that the database has and the graph does not. */
    Departed departed() {
        return departed;
    }

    /** Which new documents look like ones that are gone. */
    Renames renames() {
        return renames;
    }

    /** Whether every element is compared. */
    boolean isVerifying() {
        return options.verify();
    }

    /** Counts what was found beside the documents. */
    void add(List<? extends Difference> differences, Counters counted) {
        totals = totals.plus(Totals.of(List.copyOf(differences)));
        counters = counters.plus(counted);
    }

    /** Whether the walk has retracted a node. */
    boolean hasRetracted(String node) {
        return retracted.contains(node);
    }

    /** What history will have of this walk. */
    Run run() {
        return run;
    }

    /** The hashes of this corpus's documents as they were when the walk began, by id. */
    Map<String, String> hashes() {
        return hashes;
    }

    /** Gathers changed documents until they are worth a transaction, and does something with each group in turn. */
    void batches(Function<List<Share>, Step> work) {
        changed(shares -> step(shares, work.apply(shares)));
        for (List<Share> gone : departed.shares(session, elements)) {
            step(gone, work.apply(gone));
        }
    }

    /**
     * Writes all that changed: documents that are new two groups at a time, others one after the other.
     *
     * @param opened opens a session
     */
    void write(Supplier<Session> opened) {
        try (Abreast abreast = new Abreast(graph.corpus() + "/", shares -> {
            try (Session own = opened.get()) {
                return write(own, shares);
            }
        })) {
            try {
                changed(shares -> {
                    prepare(shares);
                    if (shares.stream()
                            .noneMatch(share -> hashes.containsKey(share.part().id()))) {
                        abreast.begin(shares, this::step);
                    } else {
                        abreast.finish(this::step);
                        step(shares, write(session, shares));
                    }
                });
                abreast.finish(this::step);
            } catch (RuntimeException failure) {
                int before = done;
                abreast.finish(this::count);
                if (done > before) {
                    // somebody who interrupts is told of all that is done
                    progress.at(DOCUMENTS, done, departed.total());
                }
                throw failure;
            }
        }
        for (List<Share> gone : departed.shares(session, elements)) {
            step(gone, write(gone));
        }
    }

    private void changed(Consumer<List<Share>> group) {
        List<Part> changed = new ArrayList<>();
        for (Part part : departed.parts()) {
            if (options.verify() || !part.hash().equals(hashes.get(part.id()))) {
                changed.add(part);
            }
        }
        unchanged = departed.parts().size() - changed.size();
        done = unchanged;
        if (!changed.isEmpty()) {
            progress.at(DOCUMENTS, done, departed.total());
            try (Ahead ahead = new Ahead(graph, changed, elements)) {
                for (List<Share> shares = ahead.next(); !shares.isEmpty(); shares = ahead.next()) {
                    if (!departed.missing().isEmpty()) {
                        renames.note(shares, hashes.keySet());
                    }
                    group.accept(shares);
                }
            }
        }
        renamed = renames.guess(session, departed.retracted());
    }

    private void step(List<Share> shares, Step step) {
        count(shares, step);
        progress.at(DOCUMENTS, done, departed.total());
    }

    private void count(List<Share> shares, Step step) {
        totals = totals.plus(Totals.of(step.differences()));
        for (Difference difference : step.differences()) {
            if (difference instanceof Retracted && !difference.element().isEdge()) {
                retracted.add(difference.element().id());
            }
        }
        newHere.note(step.differences());
        counters = counters.plus(step.counters());
        unchanged += step.unchanged();
        done += shares.size();
    }

    /** Writes in one transaction; where somebody else was faster, looks again and writes what is left to do. */
    Step write(List<Share> shares) {
        prepare(shares);
        return write(session, shares);
    }

    private void prepare(List<Share> shares) {
        Set<String> types = new HashSet<>();
        shares.forEach(share -> share.edges().forEach(edge -> types.add(edge.type())));
        if (!departed.left().isEmpty()) {
            types.add(LeftBallots.CLAIMED);
        }
        counters = counters.plus(setup.relationships(types));
    }

    private Step write(Session own, List<Share> shares) {
        boolean[] trusting = {true};
        Step step = settled(() -> {
            boolean first = trusting[0];
            trusting[0] = false;
            return own.executeWrite(transaction -> write(transaction, shares, first));
        });
        if (step.noted()) {
            run.noted();
        }
        return step;
    }

    /** Does it again while somebody else is faster. */
    static <T> T settled(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (Writer.Conflict conflict) {
                pause(attempt, conflict);
            } catch (ClientException cause) {
                if (!isRace(cause)) {
                    throw cause;
                }
                pause(attempt, cause);
            }
        }
    }

    private Step write(TransactionContext transaction, List<Share> shares, boolean trusting) {
        Writer writer = new Writer(transaction, run.begun());
        Map<String, Map<String, Object>> documents = writer.lock(ids(shares));
        refuseUnreviewed(documents);
        List<Share> changed = options.verify()
                ? shares
                : shares.stream()
                        .filter(share -> !share.part()
                                .hash()
                                .equals(documents
                                        .getOrDefault(share.part().id(), Map.of())
                                        .get("hash")))
                        .toList();
        if (changed.isEmpty()) {
            return Step.nothing(shares);
        }
        Batch batch = batch(changed);
        SortedMap<String, String> carried = new TreeMap<>(renamed);
        carried.keySet().retainAll(batch.retracted());
        Counters kept = Renames.carry(transaction, carried);
        List<String> written = batch.documents().keySet().stream()
                .filter(id -> documents.getOrDefault(id, Map.of()).containsKey("hash"))
                .toList();
        Stored stored = Stored.read(transaction, batch, written, setup.types(), trusting && !options.verify(), true);
        Comparison comparison = Comparison.of(batch, stored);
        writer.write(comparison);
        List<Difference> differences = new ArrayList<>(comparison.differences());
        Map<String, Map<String, Object>> rows = new TreeMap<>();
        for (Node node : lasting(batch, comparison)) {
            Map<String, Object> before = documents.getOrDefault(node.id(), Map.of());
            document(node, before).ifPresent(difference -> {
                differences.add(difference);
                Map<String, Object> set = new HashMap<>(node.properties());
                before.keySet().stream().filter(batch::writes).forEach(key -> set.putIfAbsent(key, null));
                rows.put(node.id(), set);
            });
        }
        writer.writeDocuments(rows);
        List<Difference> told = newHere.told(differences);
        Counters noted = run.note(transaction, told, comparison.names());
        return new Step(told, writer.counters().plus(kept).plus(noted), same(shares, batch, differences), true);
    }

    /** What was reviewed is what is applied: between the plan and this transaction nobody else wrote these documents. */
    private void refuseUnreviewed(Map<String, Map<String, Object>> documents) {
        if (!options.reviewed().isEmpty()) {
            documents.forEach((id, properties) -> {
                if (!properties.getOrDefault("hash", "").equals(hashes.getOrDefault(id, ""))) {
                    throw new DiplographException("somebody else has written the document " + id
                            + " since the plan was compared; what was applied until then stays: run `diplograph plan`"
                            + " again, and review what is left");
                }
            });
        }
    }

    /** How many documents of a group have no say in any difference; soon known where those of the documents come last. */
    static int same(List<Share> shares, Batch batch, List<? extends Difference> differences) {
        Set<String> same = new HashSet<>(ids(shares));
        for (int i = differences.size() - 1; i >= 0 && !same.isEmpty(); i--) {
            batch.documents(differences.get(i)).forEach(same::remove);
        }
        return same.size();
    }

    /** What some documents give to the graph. */
    Batch batch(Collection<Share> shares) {
        Batch batch = new Batch(graph.corpus(), graph.schema(), shares);
        batch.bundled(graph::bundled);
        batch.staying(staying);
        batch.leaving(Set.copyOf(departed.left()));
        if (options.verify()) {
            Set<String> known = new HashSet<>(hashes.keySet());
            graph.parts().forEach(part -> known.add(part.id()));
            batch.verifying(known);
        }
        return batch;
    }

    /** The nodes of documents that stay, as they are written after a comparison. */
    static List<Node> lasting(Batch batch, Comparison comparison) {
        return batch.lasting().stream()
                .map(node -> comparison.held().contains(node.id()) ? held(node) : node)
                .toList();
    }

    private static Node held(Node document) {
        Map<String, Object> properties = new TreeMap<>(document.properties());
        properties.put("hash", document.properties().get("hash") + HELD);
        return new Node(document.id(), document.label(), properties, document.sources());
    }

    /** Whether there may be nothing to do where a hash differs: documents that are gone were left alone. */
    boolean isHeld() {
        return hashes.values().stream().anyMatch(hash -> hash.endsWith(HELD));
    }

    static List<String> ids(Collection<Share> shares) {
        return shares.stream().map(share -> share.part().id()).sorted().toList();
    }

    /** How a document's own node differs from what the database has under its id, if it has been written at all. */
    static Optional<Difference> document(Node node, Map<String, Object> before) {
        Element element = Element.node(node.label(), node.id());
        if (!before.containsKey("hash")) {
            return Optional.of(new Created(element, node.properties(), List.of()));
        }
        Map<String, Object> was = new TreeMap<>(before);
        was.remove("id");
        Map<String, Object> becomes = new TreeMap<>(node.properties());
        was.entrySet().removeIf(entry -> becomes.remove(entry.getKey(), entry.getValue()));
        return was.isEmpty() && becomes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed(element, element.word(), was, becomes, List.of(), List.of()));
    }

    /** What another writer's commit looks like to one that had read before it. */
    private static boolean isRace(ClientException cause) {
        String code = cause.code();
        return code.endsWith("Schema.ConstraintValidationFailed") || code.endsWith("Statement.EntityNotFound");
    }

    private static void pause(int attempt, RuntimeException cause) {
        if (attempt == ATTEMPTS) {
            throw cause;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * 20_000_000L));
    }
}
