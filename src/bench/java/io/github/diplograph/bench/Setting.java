package io.github.diplograph.bench;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a run measures, and how much of it. Keeps one server at a time, and the one that holds the full graph. */
final class Setting {

    /** What servers and loaders are warmed up with. */
    static final double WARM = 0.05;

    private final Path home;
    private final Path server;
    private final Corpora corpora;
    private final double scale;
    private final int rounds;
    private final int times;
    private Database database;
    private boolean full;
    private double fullSeconds;
    private long ballots;
    private double largestRate;
    private Elements largest;

    Setting(Path home, Path server, Corpora corpora, double scale, int rounds, int times) {
        this.home = home;
        this.server = server;
        this.corpora = corpora;
        this.scale = scale;
        this.rounds = rounds;
        this.times = times;
    }

    Path home() {
        return home;
    }

    Path server() {
        return server;
    }

    Corpora corpora() {
        return corpora;
    }

    double scale() {
        return scale;
    }

    int rounds() {
        return rounds;
    }

    /** Rounds of what takes a second or two, where one beside another weighs more and compilers are busy for longer. */
    int shortRounds() {
        return 3 * rounds;
    }

    int times() {
        return times;
    }

    /** The corpus that is measured. */
    Path corpus() throws IOException {
        return corpora.of(scale);
    }

    Path warm() throws IOException {
        return corpora.of(WARM * Math.min(1, scale));
    }

    /** An empty database on a server that was just started. */
    Database fresh() throws IOException {
        release();
        database = Database.fresh(home.resolve("store"), server);
        return database;
    }

    /** The database with the whole corpus, applied now if the section before has not left it. */
    Database full() throws IOException {
        if (!full) {
            Database empty = fresh();
            long from = System.nanoTime();
            Loader.of(empty.driver(), null).apply(Graph.of(Corpus.read(corpus())), Progress.NONE);
            double seconds = (System.nanoTime() - from) / 1e9;
            keepFull(
                    fullSeconds == 0 ? seconds : fullSeconds,
                    empty.number("MATCH ()-[r:VOTED]->() RETURN count(r) AS n")
                            + empty.number("MATCH ()-[r:ABSTAINED]->() RETURN count(r) AS n"));
        }
        return database;
    }

    /** Says that the database now holds the whole corpus, how long applying it took, and how many ballots it has. */
    void keepFull(double seconds, long written) {
        full = true;
        fullSeconds = seconds;
        ballots = written;
    }

    /** How long the full apply took: the median of the rounds, or a single one where these were not asked for. */
    double fullSeconds() {
        return fullSeconds;
    }

    /** The full apply's ballots a second, as far as this run has measured. */
    double fullRate() {
        return fullSeconds == 0 ? 0 : ballots / fullSeconds;
    }

    /** Says how many ballots a second the largest apply has written, and what the database holds since. */
    void noteLargest(double rate, Elements elements) {
        largestRate = rate;
        largest = elements;
    }

    /** What the largest apply has written, if this run had it. */
    Optional<Elements> largest() {
        return Optional.ofNullable(largest);
    }

    /** The largest apply's ballots a second, or those of the full one. */
    double largestRate() {
        return largestRate == 0 ? fullRate() : largestRate;
    }

    /** Stops the server unless the next section can go on with it. */
    void release() {
        if (database != null) {
            database.close();
            database = null;
        }
        full = false;
    }
}
