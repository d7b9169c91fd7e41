package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied.Counters;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Brings a database to the state that a graph describes.
 *
 * <p>Each document is written whole or not at all; small ones share a transaction. A document whose hash the database
 * has costs nothing but reading that hash. Interrupted at any moment, a second apply ends in the same graph. Several
 * loaders may work at once, on the same corpus or on different ones.
 */
public final class Loader {

    private static final Pattern AGENT = Pattern.compile("Neo4j/(\\d+)\\.(\\d+).*");

    private final Driver driver;
    private final String database;
    private final int elements;

    private Loader(Driver driver, String database, int elements) {
        this.driver = Objects.requireNonNull(driver, "driver");
        this.database = database;
        this.elements = elements;
    }

    /**
     * A loader over a connection, which stays the caller's to close.
     *
     * @param driver a connection to Neo4j 5.26 or later
     * @param database the name of the database, or null for the user's home database
     * @return the loader
     */
    public static Loader of(Driver driver, @Nullable String database) {
        return new Loader(driver, database == null ? "" : database, Walk.ELEMENTS);
    }

    /** The same with fewer or more elements a transaction: what it ends in does not depend on that. */
    Loader sharing(int others) {
        return new Loader(driver, database, others);
    }

    /**
     * Finds what an {@link #apply(Graph, Progress)} would do, and writes nothing.
     *
     * @param graph what the database should hold
     * @param differences is told each difference, grouped by document where documents are large
     * @param progress is told how many documents were compared
     * @return the numbers
     * @throws DiplographException if the database fails, or another corpus has given another value
     */
    public Plan plan(Graph graph, Consumer<? super Difference> differences, Progress progress) {
        return plan(graph, Options.NONE, planned -> differences.accept(planned.difference()), progress);
    }

    /**
     * Finds what an {@link #apply(Graph, Options, Progress)} would do, and writes nothing.
     *
     * @param graph what the database should hold
     * @param options whether what is gone is retracted, and whether every element is compared
     * @param planned is told each difference, grouped by document where documents are large
     * @param progress is told how many documents were compared
     * @return the numbers
     * @throws DiplographException if the database fails, or another corpus has given another value
     */
    public Plan plan(Graph graph, Options options, Consumer<? super Planned> planned, Progress progress) {
        return guarded("plan corpus \"" + graph.corpus() + '"', session -> {
            Setup setup = new Setup(session, graph.schema());
            return plan(session, setup, graph, options, planned, progress);
        });
    }

    private Plan plan(
            Session session,
            Setup setup,
            Graph graph,
            Options options,
            Consumer<? super Planned> planned,
            Progress progress) {
        Fingerprint fingerprint = new Fingerprint(session, graph, options);
        Walk walk = new Walk(session, setup, graph, options, elements, progress);
        Look look = new Look(session, setup, walk);
        walk.batches(shares -> {
            Walk.Step step = look.compare(shares, planned);
            if (options.verify()) {
                step.differences().forEach(fingerprint::add);
            }
            return step;
        });
        List<Planned> others = new ArrayList<>(look.leftovers(graph.schema()));
        if (options.verify()) {
            others.addAll(look.strays(strays(session, graph, walk)));
        }
        for (Planned other : others) {
            planned.accept(other);
            if (options.verify()) {
                fingerprint.add(other.difference());
            }
            walk.add(List.of(other.difference()), Counters.NONE);
        }
        return new Plan(
                walk.totals(),
                walk.departed().total(),
                walk.unchanged(),
                walk.departed().left(),
                walk.departed().retracted(),
                look.renamed(),
                fingerprint.text());
    }

    private static Strays strays(Session session, Graph graph, Walk walk) {
        return new Strays(
                session, graph.schema(), graph.corpus(), walk.departed().left());
    }

    /**
     * Writes what is missing or differs, and retracts what changed documents no longer say.
     *
     * <p>Documents that the graph does not have are reported, not retracted.
     *
     * @param graph what the database should hold
     * @param progress is told how many documents were written
     * @return what was done
     * @throws DiplographException if the database fails, or another corpus has given another value; documents that were
     *     written before stay, and applying again goes on from there
     */
    public Applied apply(Graph graph, Progress progress) {
        return apply(graph, Options.NONE, progress);
    }

    /**
     * Writes what is missing or differs, and retracts what changed documents no longer say.
     *
     * @param graph what the database should hold
     * @param options whether what is gone is retracted, whether every element is compared, and what was reviewed
     * @param progress is told how many documents were written
     * @return what was done
     * @throws DiplographException if the database fails, if another corpus has given another value, or if something
     *     else was reviewed; documents that were written before stay, and applying again goes on from there
     */
    public Applied apply(Graph graph, Options options, Progress progress) {
        return guarded("apply corpus \"" + graph.corpus() + '"', session -> {
            Setup setup = new Setup(session, graph.schema());
            // first, so that whatever somebody else writes from here on is noticed, now or in the transaction
            Walk walk = new Walk(session, setup, graph, options, elements, progress);
            if (!options.reviewed().isEmpty()) {
                check(session, setup, graph, options);
            }
            Counters prepared = setup.nodes();
            Look look = new Look(session, setup, walk);
            if (!options.verify() && !walk.isHeld()) {
                walk.write(this::session);
            } else {
                walk.batches(shares ->
                        look.compare(shares, nothing -> {}).differences().isEmpty()
                                ? Walk.Step.nothing(shares)
                                : walk.write(shares));
            }
            if (options.verify()) {
                Strays strays = strays(session, graph, walk);
                List<Planned> found = look.strays(strays);
                if (!found.isEmpty()) {
                    Counters counted =
                            session.executeWrite(transaction -> strays.retract(transaction, found, walk.run()));
                    walk.run().noted();
                    walk.add(found.stream().map(Planned::difference).toList(), counted);
                }
            }
            Sweep.Swept swept = Sweep.run(session, graph.schema(), walk);
            walk.add(swept.leftovers(), swept.counters());
            Counters completed = walk.run().id().isEmpty() ? Counters.NONE : session.executeWrite(walk.run()::complete);
            return new Applied(
                    walk.totals(),
                    walk.departed().total(),
                    walk.unchanged(),
                    walk.departed().left(),
                    walk.departed().retracted(),
                    swept.strangers(),
                    walk.run().id(),
                    prepared.plus(walk.counters()).plus(completed));
        });
    }

    /** Refuses to apply anything but what was reviewed; without hashes to go by, all is compared once more. */
    private void check(Session session, Setup setup, Graph graph, Options options) {
        Fingerprint.check(
                options.reviewed(),
                options.verify()
                        ? plan(session, setup, graph, options, nothing -> {}, Progress.NONE)
                                .fingerprint()
                        : new Fingerprint(session, graph, options).text());
    }

    /**
     * Ends what Neo4j's offline importer began: runs the statements that must follow it, and notes it in the history.
     *
     * @param graph what was imported
     * @param statements what to run, each in a transaction of its own
     * @param created how many nodes and relationships were imported, by label and type
     * @param seen when their claims were first seen
     * @param options who loads
     * @param progress is told how many statements were run
     * @return what was done, as if it had been applied; the counters are those of the statements alone
     * @throws DiplographException if the database fails
     */
    public Applied endFirstLoad(
            Graph graph,
            List<String> statements,
            SortedMap<String, Long> created,
            ZonedDateTime seen,
            Options options,
            Progress progress) {
        return guarded(
                "end the first load of corpus \"" + graph.corpus() + '"',
                session ->
                        AfterImport.end(session, this::session, graph, statements, created, seen, options, progress));
    }

    private Session session() {
        // in a cluster whatever this driver is asked next waits for what was written
        SessionConfig.Builder config =
                SessionConfig.builder().withBookmarkManager(driver.executableQueryBookmarkManager());
        if (!database.isEmpty()) {
            config.withDatabase(database);
        }
        return driver.session(config.build());
    }

    private <T> T guarded(String tried, Function<Session, T> work) {
        try (Session session = session()) {
            String agent = session.executeRead(transaction ->
                    transaction.run("RETURN 1").consume().server().agent());
            Matcher version = AGENT.matcher(agent);
            if (version.matches()) {
                int major = Integer.parseInt(version.group(1));
                int minor = Integer.parseInt(version.group(2));
                if (major < 5 || (major == 5 && minor < 26)) {
                    throw Failure.tooOld(tried, agent);
                }
            }
            return work.apply(session);
        } catch (Writer.Conflict conflict) {
            throw new DiplographException(
                    "cannot " + tried + ": " + conflict.getMessage()
                            + ", again and again: does something else delete or"
                            + " rename Diplograph's nodes at the same time? run it again when that has ended",
                    conflict);
        } catch (Neo4jException cause) {
            throw Failure.of(tried, database, cause);
        }
    }
}
