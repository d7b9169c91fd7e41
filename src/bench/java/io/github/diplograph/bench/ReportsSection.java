package io.github.diplograph.bench;

import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.ProfiledPlan;

/** Every report on the full graph, with parameters that the roll calls can answer; first of all, that it counts right. */
final class ReportsSection implements Bench.Section {

    private static final int ROUNDS = 5;
    private static final double SLOW = 0.2;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** What is asked where a report takes such a parameter. */
    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("voter", "United States");
        ASKED.put("one", "United States");
        ASKED.put("other", "United Kingdom");
        ASKED.put("member", "United States");
        ASKED.put("entity", "United States");
        ASKED.put("body", "UN General Assembly");
        ASKED.put("since", "1985-01-01");
        ASKED.put("until", "1985-12-31");
        ASKED.put("date", "1985-12-01");
    }

    private static final Map<String, String> COUNTS =
            Map.of("for", "693,544", "against", "65,500", "abstained", "110,893");

    @Override
    public void run(Setting setting, Results results) throws Exception {
        Database database = setting.full();
        if (setting.scale() == 1) {
            counts(database, results);
        }
        Reports reports = Reports.bundled();
        List<List<String>> rows = new ArrayList<>();
        List<String> slow = new ArrayList<>();
        for (String name : reports.names()) {
            Report report = reports.get(name);
            Map<String, String> typed = new LinkedHashMap<>();
            report.parameters().forEach(parameter -> {
                if (ASKED.containsKey(parameter.name())) {
                    typed.put(parameter.name(), ASKED.get(parameter.name()));
                }
            });
            try {
                List<String> figures = measure(database.driver(), report, typed, slow);
                results.note("report " + name + ": " + String.join(", ", figures));
                List<String> row = new ArrayList<>(List.of("`" + name + "` " + typed.values()));
                row.addAll(figures);
                rows.add(row);
            } catch (RuntimeException failure) {
                slow.add(name);
                String said =
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
                results.note("report " + name + ": " + said);
                rows.add(List.of(
                        "`" + name + "` " + typed.values(),
                        failure instanceof Neo4jException ? "over " + 1000 * LONGEST.toSeconds() : said,
                        "",
                        ""));
            }
        }
        results.add(
                "reports on the full graph, of " + reports.names().size() + ": median of at most 200 ms",
                reports.names().size() - slow.size() + (slow.isEmpty() ? "" : "; not " + String.join(", ", slow)),
                "all");
        results.table(List.of("report on the full graph, and what it was asked", "ms", "rows", "database hits"), rows);
    }

    private static List<String> measure(Driver driver, Report report, Map<String, String> typed, List<String> slow) {
        Map<String, Object> parameters = parameters(driver, report, typed);
        int rows = ask(driver, report.cypher(), parameters).size();
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            rows = ask(driver, report.cypher(), parameters).size();
            times.add((System.nanoTime() - from) / 1e9);
            if (times.get(round) > 5) {
                break;
            }
        }
        double median = Results.median(times);
        if (median > SLOW) {
            slow.add(report.name());
        }
        return List.of(
                Results.number(1000 * median, 0),
                String.valueOf(rows),
                Results.number(hits(profile(driver, report.cypher(), parameters)), 0));
    }

    /** The values that Cypher is given, entities as their ids. */
    private static Map<String, Object> parameters(Driver driver, Report report, Map<String, String> typed) {
        Map<String, Object> parameters = new HashMap<>();
        try (Session session = driver.session()) {
            for (String line : Reports.settings(driver, null, report, typed)) {
                String[] words =
                        line.substring(":param ".length(), line.length() - 1).split(" => ", 2);
                parameters.put(
                        words[0],
                        session.run("RETURN " + words[1] + " AS value")
                                .single()
                                .get(0)
                                .asObject());
            }
        }
        return parameters;
    }

    private static List<?> ask(Driver driver, String statement, Map<String, Object> parameters) {
        try (Session session = driver.session(SessionConfig.defaultConfig())) {
            return session.run(
                            statement,
                            parameters,
                            TransactionConfig.builder().withTimeout(LONGEST).build())
                    .list();
        }
    }

    private static ProfiledPlan profile(Driver driver, String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.run(
                            "PROFILE " + statement,
                            parameters,
                            TransactionConfig.builder()
                                    .withTimeout(LONGEST.multipliedBy(2))
                                    .build())
                    .consume()
                    .profile();
        }
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits()
                + plan.children().stream().mapToLong(ReportsSection::hits).sum();
    }

    /** What the CSV says without any graph: sums of ballots, and how often two states chose alike. */
    private static void counts(Database database, Results results) {
        Map<String, String> found = new HashMap<>();
        database.rows("MATCH (:State)-[r:VOTED|ABSTAINED]->(:Vote) RETURN r.choice AS choice, count(*) AS n", Map.of())
                .forEach(row -> found.put(
                        row.get("choice").asString(),
                        Results.number(row.get("n").asLong(), 0)));
        String unitedKingdom = alike(database, "united-kingdom");
        String israel = alike(database, "israel");
        boolean right =
                found.equals(COUNTS) && unitedKingdom.equals("3,957 of 6,116") && israel.equals("3,819 of 5,656");
        results.add(
                "ballots counted in the graph",
                found.get("for") + " for, " + found.get("against") + " against, " + found.get("abstained")
                        + " abstained; the United States alike with Israel in " + israel
                        + " shared roll calls, with the United Kingdom in " + unitedKingdom,
                right ? "as in the CSV" : "NOT as in the CSV");
    }

    private static String alike(Database database, String other) {
        var row = database.rows(
                        """
                        MATCH (:_Diplograph {id: 'united-states'})-[a:VOTED|ABSTAINED]->(v:Vote)
                        MATCH (:_Diplograph {id: $other})-[b:VOTED|ABSTAINED]->(v)
                        RETURN sum(CASE WHEN a.choice = b.choice THEN 1 ELSE 0 END) AS alike, count(*) AS shared
                        """,
                        Map.of("other", other))
                .get(0);
        return Results.number(row.get("alike").asLong(), 0) + " of "
                + Results.number(row.get("shared").asLong(), 0);
    }
}
