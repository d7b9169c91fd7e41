package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema.Asks;
import io.github.diplograph.graph.Schema.Rule;
import io.github.diplograph.load.Applied.Counters;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.neo4j.driver.Session;

/** What is left to do when Neo4j's offline importer has filled a database: its schema, and its place in the history. */
final class AfterImport {

    /** One thread of the server checks a constraint, whatever the size. */
    private static final int ABREAST = 2;

    private static final long PAUSE = 20;

    private static final String INDEX = "SHOW INDEXES YIELD name WHERE name = $name RETURN name";

    private static final String WHAT = "constraints and indexes";

    private final Supplier<Session> opened;
    private final Graph graph;
    private final List<String> statements;
    private final Map<String, Long> created;
    private final Progress progress;
    private Counters counters = Counters.NONE;
    private int done;

    private AfterImport(
            Supplier<Session> opened,
            Graph graph,
            List<String> statements,
            Map<String, Long> created,
            Progress progress) {
        this.opened = opened;
        this.graph = graph;
        this.statements = statements;
        this.created = created;
        this.progress = progress;
    }

    static Applied end(
            Session session,
            Supplier<Session> opened,
            Graph graph,
            List<String> statements,
            Map<String, Long> created,
            ZonedDateTime seen,
            Options options,
            Progress progress) {
        Counters counters = new AfterImport(opened, graph, statements, created, progress).schema(session);
        Setup.await(session);
        SortedMap<String, Long> all = new TreeMap<>(created);
        Totals totals = new Totals(all, new TreeMap<>(), new TreeMap<>());
        Run run = new Run(graph.corpus(), options, seen);
        List<String> documents = graph.parts().stream().map(Part::id).toList();
        Counters noted = session.executeWrite(
                transaction -> run.note(transaction, totals, documents).plus(run.complete(transaction)));
        run.noted();
        return new Applied(
                totals, documents.size(), 0, List.of(), List.of(), List.of(), run.id(), counters.plus(noted));
    }

    /**
     * Runs all statements. Indexes share a transaction, since the server then reads the nodes once for all of them.
     * Beside that, constraints are checked, first of all the one that most relationships must keep. Begun before the
     * indexes it would hold them up.
     */
    private Counters schema(Session session) {
        List<Rule> constraints = rules(Asks.UNIQUE_NODE, Asks.UNIQUE_RELATIONSHIP);
        List<String> indexes = cypher(rules(Asks.INDEX, Asks.FULL_TEXT));
        List<String> others = new ArrayList<>(statements);
        others.removeAll(indexes);
        others.removeAll(cypher(constraints));
        progress.at(WHAT, 0, statements.size());
        others.forEach(statement -> ran(run(session, List.of(statement))));
        ran(run(session, indexes));
        abreast(session, constraints);
        return counters;
    }

    /** Those of the schema that are to be created, for the most elements first. */
    private List<Rule> rules(Asks... asks) {
        return graph.schema().rules().stream()
                .filter(rule -> List.of(asks).contains(rule.asks()) && statements.contains(rule.cypher()))
                .sorted(Comparator.comparingLong(this::size).reversed())
                .toList();
    }

    private static List<String> cypher(List<Rule> rules) {
        return rules.stream().map(Rule::cypher).toList();
    }

    private long size(Rule rule) {
        return rule.words().stream()
                .mapToLong(word -> created.getOrDefault(word, 0L))
                .sum();
    }

    /** The server fills few indexes at a time, so the largest must not come last. */
    private void abreast(Session session, List<Rule> constraints) {
        ExecutorService threads = Executors.newFixedThreadPool(ABREAST, AfterImport::thread);
        try {
            CompletionService<Ran> running = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < constraints.size(); i++) {
                Rule constraint = constraints.get(i);
                Future<Ran> begun = running.submit(() -> {
                    try (Session own = opened.get()) {
                        return run(own, List.of(constraint.cypher()));
                    }
                });
                while (i == 0 && !begun.isDone() && !isThere(session, constraint)) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE);
                }
            }
            for (int i = 0; i < constraints.size(); i++) {
                ran(running.take().get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DiplographException(
                    "interrupted while constraints were created; run the first load again", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isThere(Session session, Rule constraint) {
        return session.executeRead(transaction ->
                transaction.run(INDEX, Map.of("name", constraint.name())).hasNext());
    }

    /** How many statements were run, and what the server counted. */
    private record Ran(int statements, Counters counters) {}

    private static Ran run(Session session, List<String> statements) {
        return session.executeWrite(transaction -> {
            Counters counted = Counters.NONE;
            for (String statement : statements) {
                counted = counted.plus(
                        Counters.of(transaction.run(statement).consume().counters()));
            }
            return new Ran(statements.size(), counted);
        });
    }

    private void ran(Ran ran) {
        counters = counters.plus(ran.counters());
        done += ran.statements();
        progress.at(WHAT, done, statements.size());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "diplograph-constraints");
        thread.setDaemon(true);
        return thread;
    }
}
