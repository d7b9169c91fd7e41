package io.github.diplograph.bench;

import io.github.diplograph.bench.RollCalls.Call;
import io.github.diplograph.bench.RollCalls.Cast;
import io.github.diplograph.bench.ogm.OgmLoad;
import io.github.diplograph.bench.ogm.OgmVote;
import io.github.diplograph.bench.sdn.SdnLoad;
import io.github.diplograph.bench.sdn.SdnVote;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.graph.Graph;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The same votes through Neo4j-OGM, Spring Data Neo4j and {@code LOAD CSV}. They write states, votes and ballots with
 * their properties, and neither claims nor articles: less than apply does. Samples, because they take long.
 */
final class MappingSection implements Bench.Section {

    private static final int TOGETHER = 50;

    /** Saves votes in one way. */
    private interface Way {
        double load(Database database, RollCalls calls) throws Exception;
    }

    @Override
    public void run(Setting setting, Results results) throws Exception {
        double rate = setting.fullRate();
        if (rate == 0) {
            setting.full();
            rate = setting.fullRate();
        }
        double scale = Math.min(1, setting.scale());
        measure(setting, results, "Neo4j-OGM", 0.05 * scale, rate, "at least 2.5×", MappingSection::ogm);
        measure(setting, results, "Spring Data Neo4j", 0.01 * scale, rate, "at least 5×", MappingSection::sdn);
        Path folder = Files.createDirectories(setting.home().resolve("load-csv"));
        measure(
                setting,
                results,
                "`LOAD CSV`",
                0.1 * scale,
                rate,
                "",
                (database, calls) -> csv(database, calls, folder));
    }

    private static void measure(
            Setting setting, Results results, String name, double share, double rate, String goal, Way way)
            throws Exception {
        RollCalls warm = new RollCalls(graph(setting, share / 2));
        RollCalls calls = new RollCalls(graph(setting, share));
        Database database = setting.fresh();
        for (String type : List.of("VOTED", "ABSTAINED")) {
            database.rows("CREATE CONSTRAINT FOR ()-[r:" + type + "]-() REQUIRE r.id IS UNIQUE", Map.of());
        }
        for (String label : List.of("State", "Vote")) {
            database.rows("CREATE CONSTRAINT FOR (n:" + label + ") REQUIRE n.id IS UNIQUE", Map.of());
        }
        database.rows("CALL db.awaitIndexes(600)", Map.of());
        way.load(database, warm);
        database.clear();
        double seconds = way.load(database, calls);
        long written = database.number(
                "MATCH (:State)-[r:VOTED|ABSTAINED]->(:Vote) WHERE r.id IS NOT NULL RETURN count(r) AS n");
        if (written != calls.ballots()) {
            throw new IllegalStateException(name + " has written " + written + " ballots of " + calls.ballots());
        }
        double theirs = calls.ballots() / seconds;
        results.add(
                name + ", " + Results.number(calls.ballots(), 0) + " ballots",
                Results.number(theirs, 0) + " ballots a second; the full apply is " + Results.number(rate / theirs, 1)
                        + "×",
                goal);
    }

    private static Graph graph(Setting setting, double share) throws IOException {
        return Graph.of(Corpus.read(setting.corpora().of(share)));
    }

    private static double ogm(Database database, RollCalls calls) throws Exception {
        OgmLoad load = new OgmLoad(database.driver());
        for (Call call : calls.calls()) {
            OgmVote vote = load.vote(call.id(), call.properties(), call.source());
            call.cast().forEach(cast -> load.ballot(vote, cast.id(), cast.voter(), cast.choice(), call.source()));
        }
        return Results.seconds(() -> load.save(TOGETHER));
    }

    private static double sdn(Database database, RollCalls calls) throws Exception {
        SdnLoad load = new SdnLoad(database.driver());
        for (Call call : calls.calls()) {
            SdnVote vote = load.vote(call.id(), call.properties(), call.source());
            call.cast().forEach(cast -> load.ballot(vote, cast.id(), cast.voter(), cast.choice(), call.source()));
        }
        return Results.seconds(() -> load.save(TOGETHER));
    }

    private static double csv(Database database, RollCalls calls, Path folder) throws Exception {
        Files.createDirectories(folder);
        try (BufferedWriter states = Files.newBufferedWriter(folder.resolve("states.csv"));
                BufferedWriter votes = Files.newBufferedWriter(folder.resolve("votes.csv"));
                BufferedWriter voted = Files.newBufferedWriter(folder.resolve("VOTED.csv"));
                BufferedWriter abstained = Files.newBufferedWriter(folder.resolve("ABSTAINED.csv"))) {
            states.write("id\n");
            votes.write("id,name,date,source\n");
            voted.write("id,voter,vote,choice,source\n");
            abstained.write("id,voter,vote,choice,source\n");
            for (String state : calls.states().keySet()) {
                states.write(state + "\n");
            }
            for (Call call : calls.calls()) {
                votes.write(call.id() + ",\""
                        + String.valueOf(call.properties().get("name")).replace("\"", "\"\"") + "\","
                        + call.properties().get("date") + "," + call.source() + "\n");
                for (Cast cast : call.cast()) {
                    (cast.choice().equals("abstained") ? abstained : voted)
                            .write(cast.id() + "," + cast.voter() + "," + call.id() + "," + cast.choice() + ","
                                    + call.source() + "\n");
                }
            }
        }
        return Results.seconds(() -> {
            load(database, folder.resolve("states.csv"), "CREATE (:State {id: row.id, name: row.id})");
            load(
                    database,
                    folder.resolve("votes.csv"),
                    "CREATE (:Vote {id: row.id, name: row.name, date: row.date, earliest: date(row.date),"
                            + " latest: date(row.date), sources: [row.source]})");
            for (String type : List.of("VOTED", "ABSTAINED")) {
                load(
                        database,
                        folder.resolve(type + ".csv"),
                        "MATCH (a:State {id: row.voter}) MATCH (b:Vote {id: row.vote}) CREATE (a)-[:" + type
                                + " {id: row.id, choice: row.choice, inferred: false, sources: [row.source]}]->(b)");
            }
        });
    }

    private static void load(Database database, Path file, String statement) {
        database.rows(
                "LOAD CSV WITH HEADERS FROM $file AS row CALL (row) { " + statement
                        + " } IN TRANSACTIONS OF 10000 ROWS",
                Map.of("file", file.toUri().toString()));
    }
}
