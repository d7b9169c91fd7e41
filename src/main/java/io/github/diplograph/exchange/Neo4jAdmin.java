package io.github.diplograph.exchange;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Schema.Asks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A graph as files for Neo4j's offline importer, {@code neo4j-admin database import full}: the way for a first load of
 * any size.
 *
 * <p>Documents are drawn by all processors and written in their order, so that the same graph yields the same files.
 * Memory holds a few documents at a time and what several of them may speak of: entities, their ties, and occurrences
 * on which more than one entry has something to say; and the id of every node, with its number. After the import and
 * its schema the database is as after an apply.
 *
 * @see <a href="https://neo4j.com/docs/operations-manual/current/import/">Neo4j's manual on the importer</a>
 */
public final class Neo4jAdmin {

    /** The importer's own, in characters. */
    private static final int BUFFER = 1 << 22;

    private final Graph graph;
    private final String seen;
    private final Numbers numbers;
    private final Tables tables;

    private Neo4jAdmin(Graph graph, String seen, Numbers numbers, Tables tables) {
        this.graph = graph;
        this.seen = seen;
        this.numbers = numbers;
        this.tables = tables;
    }

    /** A document of which the little is at hand, and the much is being made into bytes. */
    private record Half(List<Element> rest, Future<Map<Shape, Rows.Block>> blocks) {}

    /**
     * What was written.
     *
     * @param elements how many nodes and relationships, by label and type
     * @param arguments what to tell {@code database import full}, run in the folder, without the name of the database
     * @param schema Cypher statements to run after the import, each in a transaction of its own
     */
    public record Written(SortedMap<String, Long> elements, List<String> arguments, List<String> schema) {

        /** Copies the collections. */
        public Written {
            elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
            arguments = List.copyOf(arguments);
            schema = List.copyOf(schema);
        }
    }

    /**
     * Writes a graph, and beside it how to load it: {@code README.md}, {@code import.args}, {@code schema.cypher} and
     * {@code load.sh}, which come last.
     *
     * @param graph the graph
     * @param folder an empty folder, or one that is not there yet
     * @param seen when claims were first seen
     * @param progress told how many documents were written
     * @return what was written
     * @throws DiplographException if a file cannot be written
     */
    public static Written write(Graph graph, Path folder, ZonedDateTime seen, Progress progress) {
        Written written;
        String time = seen.toOffsetDateTime().toString();
        Numbers numbers = new Numbers();
        try (Tables tables = new Tables(folder, numbers, time)) {
            written = new Neo4jAdmin(graph, time, numbers, tables).write(progress);
        }
        try {
            Instructions.write(graph.corpus(), written, folder);
        } catch (IOException e) {
            throw Tables.failed(folder, e);
        }
        return written;
    }

    private Written write(Progress progress) {
        Meeting meeting = new Meeting(graph);
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers, Neo4jAdmin::thread);
        try {
            Iterator<Part> parts = graph.parts().iterator();
            Deque<Future<Rows>> drawn = new ArrayDeque<>();
            Deque<Half> halves = new ArrayDeque<>();
            long done = 0;
            while (done < graph.parts().size()) {
                while (parts.hasNext() && drawn.size() <= workers) {
                    Part part = parts.next();
                    drawn.add(pool.submit(() -> Rows.of(graph, graph.share(part))));
                }
                if (!drawn.isEmpty()) {
                    Rows rows = result(drawn.remove());
                    meeting.add(rows);
                    numbers.add(rows.ids());
                    halves.add(new Half(rows.rest(), pool.submit(() -> rows.blocks(numbers, seen))));
                }
                if (drawn.isEmpty() || halves.size() > workers) {
                    Half half = halves.remove();
                    tables.add(result(half.blocks()));
                    half.rest().forEach(tables::add);
                    progress.at("exporting documents", ++done, graph.parts().size());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        meeting.write(tables, touched(meeting.undefined()));
        tables.finish();
        return new Written(elements(), arguments(), schema());
    }

    /** Of nodes that nothing defines, those that an edge needs: with a valid corpus there are none, and nothing is done. */
    private Set<String> touched(Set<String> undefined) {
        Set<String> touched = new TreeSet<>();
        if (!undefined.isEmpty()) {
            for (Part part : graph.parts()) {
                for (Edge edge : graph.share(part).edges()) {
                    touched.add(edge.from());
                    touched.add(edge.to());
                    touched.retainAll(undefined);
                }
            }
        }
        return touched;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiplographException("interrupted while exporting; run it again into an empty folder", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "diplograph-export");
        thread.setDaemon(true);
        return thread;
    }

    private SortedMap<String, Long> elements() {
        SortedMap<String, Long> elements = new TreeMap<>();
        tables.sheets().stream()
                .filter(sheet -> !sheet.shape().bare())
                .forEach(sheet -> elements.merge(sheet.shape().word(), sheet.rows(), Long::sum));
        return elements;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--id-type=integer");
        arguments.add("--array-delimiter=" + Lists.NAMED);
        arguments.add("--bad-tolerance=0");
        if (tables.longest() > BUFFER / 2) {
            arguments.add("--read-buffer-size=" + 2L * tables.longest());
        }
        String multiline = tables.sheets().stream()
                .filter(sheet -> sheet.shape().multiline())
                .map(tables::name)
                .collect(Collectors.joining(","));
        if (!multiline.isEmpty()) {
            arguments.add("--multiline-fields=" + multiline);
            arguments.add("--multiline-fields-format=v2");
        }
        for (Sheet sheet : tables.sheets()) {
            String words = sheet.shape().edge() ? sheet.shape().word() : labels(sheet.shape());
            arguments.add((sheet.shape().edge() ? "--relationships=" : "--nodes=") + words + "=" + tables.name(sheet));
        }
        return arguments;
    }

    private static String labels(Shape shape) {
        return Schema.EVERY + ":" + shape.word() + (shape.bare() ? ":" + Schema.UNSUPPORTED : "")
                + (shape.coded() ? ":" + Shape.CODED : "");
    }

    /** Indexes before constraints: the server fills them beside the constraints, each of which is waited for. */
    private List<String> schema() {
        Set<String> types = new TreeSet<>();
        Set<String> decoding = new LinkedHashSet<>();
        Set<String> decoded = new LinkedHashSet<>();
        for (Sheet sheet : tables.sheets()) {
            Shape shape = sheet.shape();
            if (shape.edge()) {
                types.add(shape.word());
            }
            if (shape.coded()) {
                decoding.addAll(Lists.decoding(shape));
                decoded.add(Lists.decoded(shape));
            }
        }
        List<String> statements = new ArrayList<>(decoding);
        statements.addAll(decoded);
        graph.schema().rules().stream()
                .filter(rule -> rule.asks() != Asks.UNIQUE_RELATIONSHIP || types.containsAll(rule.words()))
                .sorted(Comparator.comparing(rule -> !isIndex(rule)))
                .forEach(rule -> statements.add(rule.cypher()));
        return statements;
    }

    private static boolean isIndex(Schema.Rule rule) {
        return rule.asks() == Asks.INDEX || rule.asks() == Asks.FULL_TEXT;
    }
}
