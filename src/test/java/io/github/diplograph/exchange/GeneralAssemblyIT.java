package io.github.diplograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import io.github.diplograph.report.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.QueryProfile;

/**
 * The graph of the General Assembly's roll calls has the figures that the source has: computed here from the CSV alone,
 * and there from the graph. Three sessions; all of them with {@code -DgeneralAssembly=all}. Without the data it is skipped.
 */
@Neo4jTest(oncePerClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneralAssemblyIT {

    private static final Path DATA = Path.of("../shared/data");
    private static final boolean ALL = "all".equals(System.getProperty("generalAssembly"));

    /** The first; one in which a seat passes to another state, and states are admitted; the last. */
    private static final Set<String> SESSIONS = Set.of("1", "46", "74");

    private final Driver driver;
    private final Map<String, Map<String, String>> ballots = new HashMap<>();
    private final Map<String, Integer> choices = new TreeMap<>();

    GeneralAssemblyIT(Driver driver) {
        this.driver = driver;
    }

    private static void lines(String file, Consumer<String> each) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))), StandardCharsets.UTF_8))) {
            reader.lines().forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the sessions out of the source, and counts what they hold. */
    private List<Path> cut(Path folder) throws IOException {
        Path calls = folder.resolve("unga-roll-calls.csv");
        Path votes = folder.resolve("unga-votes.csv");
        try (Writer out = Files.newBufferedWriter(calls)) {
            lines("unga-roll-calls.csv.gz", line -> {
                String[] fields = line.split(",", 3);
                if (fields[0].equals("rcid") || ALL || SESSIONS.contains(fields[1])) {
                    ballots.put(fields[0], new HashMap<>());
                    write(out, line);
                }
            });
        }
        try (Writer out = Files.newBufferedWriter(votes)) {
            lines("unga-votes.csv.gz", line -> {
                String[] fields = line.split(",", -1);
                assertThat(fields).hasSize(4);
                Map<String, String> vote = ballots.get(fields[0]);
                if (vote != null) {
                    write(out, line);
                    if (!fields[0].equals("rcid")) {
                        vote.put(fields[1], fields[3]);
                        choices.merge(fields[3], 1, Integer::sum);
                    }
                }
            });
        }
        ballots.remove("rcid");
        return List.of(votes, calls);
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long shared(String one, String other) {
        return ballots.values().stream()
                .filter(vote -> vote.containsKey(one) && vote.containsKey(other))
                .count();
    }

    private long alike(String one, String other) {
        return ballots.values().stream()
                .filter(vote -> vote.containsKey(one) && vote.get(one).equals(vote.get(other)))
                .count();
    }

    private List<Object> agreement(String one, String other) {
        Table table = Reports.run(
                driver,
                "neo4j",
                Reports.bundled().get("agreement"),
                Map.of("voter", one, "other", other, "body", "UNGA"));
        return List.of(table.rows().get(0).get(2), table.rows().get(0).get(3));
    }

    private Object value(String cypher) {
        try (var session = driver.session()) {
            return session.run(cypher).single().get(0).asObject();
        }
    }

    /** The scans of all nodes, or of all nodes with a label, that a report finds something by. */
    private List<String> scans(String name, String... typed) {
        Report report = Reports.bundled().get(name);
        Map<String, String> parameters = new HashMap<>();
        for (String each : typed) {
            parameters.put(each.split("=")[0], each.split("=")[1]);
        }
        Map<String, Object> values = new HashMap<>();
        List<String> scans = new ArrayList<>();
        try (var session = driver.session()) {
            for (String line : Reports.settings(driver, "neo4j", report, parameters)) {
                String[] words = line.split(" ", 4);
                values.put(
                        words[1],
                        session.run("RETURN " + words[3]).single().get(0).asObject());
            }
            scans(
                    session.run("PROFILE " + report.cypher(), values)
                            .consume()
                            .queryProfile()
                            .orElseThrow(),
                    scans);
        }
        return scans;
    }

    private static void scans(QueryProfile plan, List<String> scans) {
        if (plan.operatorType().matches("(AllNodes|.*Label.*)Scan.*")
                && plan.rows().orElse(0) > 0) {
            scans.add(plan.operatorType() + " " + plan.arguments().get("Details"));
        }
        plan.children().forEach(child -> scans(child, scans));
    }

    @Test
    void has_the_figures_of_the_source(@TempDir Path folder) throws IOException {
        assumeTrue(
                Files.isRegularFile(DATA.resolve("unga-votes.csv.gz")),
                "skipped: the roll calls of the General Assembly are not at hand in " + DATA);
        List<Path> files = cut(folder);
        List<Diagnostic> problems = new ArrayList<>();
        List<Unplaced> unplaced = new ArrayList<>();
        Mapping mapping = Mapping.read("unga", Mapping.bundled("unga").orElseThrow(), problems::add);
        Path corpus = folder.resolve("corpus");

        Imported imported = CsvImport.run(files, mapping, corpus, unplaced::add, Progress.NONE);

        assertThat(problems).isEmpty();
        assertThat(unplaced).isEmpty();
        assertThat(imported.votes()).isEqualTo(ballots.size());
        Corpus read = Corpus.read(corpus);
        assertThat(read.diagnostics()).extracting(Diagnostic::problem).isSubsetOf(Problem.NOT_A_MEMBER_IN_DATASET);
        Loader.of(driver, "neo4j").apply(Graph.of(read), Progress.NONE);

        assertThat(value("MATCH (vote:Vote) RETURN count(vote)")).isEqualTo((long) ballots.size());
        assertThat(value("MATCH ()-[b:VOTED {choice: 'for'}]->(:Vote) RETURN count(b)"))
                .isEqualTo((long) choices.get("yes"));
        assertThat(value("MATCH ()-[b:VOTED {choice: 'against'}]->(:Vote) RETURN count(b)"))
                .isEqualTo((long) choices.get("no"));
        assertThat(value("MATCH ()-[b:ABSTAINED]->(:Vote) RETURN count(b)")).isEqualTo((long) choices.get("abstain"));
        for (List<String> pair : List.of(
                List.of("United States", "United Kingdom"),
                List.of("United States", "Israel"),
                List.of("Belarus", "Ukraine"),
                List.of("Namibia", "Norway"))) {
            String one = pair.get(0);
            String other = pair.get(1);
            assertThat(agreement(one, other))
                    .as("%s and %s", one, other)
                    .containsExactly(shared(one, other), alike(one, other));
        }
        assertThat(value("MATCH (:State {id: 'soviet-union'})-[b:VOTED|ABSTAINED]->(:Vote) RETURN count(b)"))
                .isEqualTo(value("MATCH (:State {id: 'soviet-union'})-[b:VOTED|ABSTAINED]->(v:Vote)"
                        + " WHERE v.date < '1991-12-24' RETURN count(b)"));
        if (ALL) {
            assertThat(choices).isEqualTo(Map.of("yes", 693_544, "no", 65_500, "abstain", 110_893));
            assertThat(agreement("United States", "Israel")).containsExactly(5656L, 3819L);
            assertThat(agreement("United Kingdom", "United States")).containsExactly(6116L, 3957L);
        }
        assertThat(Reports.run(
                                driver,
                                "neo4j",
                                Reports.bundled().get("members"),
                                Map.of("body", "UNGA", "date", "2019-12-01"))
                        .rows())
                .hasSize(193);
        assertThat(scans("votes")).isNotEmpty();
        for (String name : List.of("votes", "abstentions", "timeline", "agreement", "coalitions")) {
            assertThat(scans(name, "since=2019-12-01")).as(name).isEmpty();
            assertThat(scans(name, "until=1946-12-01")).as(name).isEmpty();
        }
        assertThat(scans("evidence", "check=missing")).isEmpty();
        assertThat(scans("disputes", "about=Israel")).isEmpty();
        assertThat(scans("chain", "one=Israel", "other=Norway")).isEmpty();
    }
}
