package io.github.diplograph.cli;

import static io.github.diplograph.cli.HostileTexts.assertObeysNothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.cli.Shell.Ran;
import io.github.diplograph.load.Dump;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** Whatever is typed after a command is a value, a name, or a mistake: nothing in it is ever obeyed. */
@Neo4jTest
class HostileArgumentsIT {

    private final Driver driver;
    private final Shell shell;

    @TempDir
    private Path folder;

    HostileArgumentsIT(Driver driver, TestDatabase database) {
        this.driver = driver;
        this.shell = Shell.plain().with(database.environment());
    }

    @BeforeEach
    void apply() {
        HostileTexts.corpus(folder.resolve("corpus"), HostileTexts::hostile);
        assertThat(run("apply", corpus()).code()).isZero();
    }

    @Test
    void that_say_who_applies_are_values() throws IOException {
        String who = HostileTexts.hostile(0, 0) + HostileTexts.hostile(19, 0);
        Files.delete(folder.resolve("corpus").resolve(HostileTexts.file(1)));

        assertObeysNothing(run("apply", corpus(), "--prune", "--who", who));

        assertThat(driver.executableQuery("MATCH (r:Run {who: $who}) RETURN count(r) AS n")
                        .withParameters(Map.of("who", who))
                        .execute()
                        .records())
                .extracting(row -> row.get("n").asLong())
                .containsExactly(1L);
        assertObeysNothing(run("report", "changes"));
    }

    @Test
    void that_are_reports_of_ones_own_only_read() throws IOException {
        String before = Dump.ours(driver);
        Path own = folder.resolve("\u001b[31m.cypher");
        for (String cypher : List.of(
                "MATCH (n) DETACH DELETE n",
                "CREATE (:Person)",
                "DROP CONSTRAINT diplograph_id",
                "RETURN 1 AS a; MATCH (n) DETACH DELETE n",
                "CALL db.createLabel('\u001b[31m')",
                "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
                "RETURN 1 AS `\u001b[31m`, '\u001b[32m' AS b",
                "// title: \u001b[31m\n// question: \u001b[32m\n// column: b — \u001b[33m\nRETURN 1 AS `\u001b[34m`",
                "// param: \u001b[31m text — \u001b[32m\nRETURN 1",
                "// param: a text \u001b[31m — \u001b[32m\nRETURN $a AS a, '\u001b' AS b",
                "// param: a text — \u001b[32m\nRETURN $a AS a, '\u001b' AS b")) {
            Files.writeString(own, cypher);
            for (String format : List.of("table", "csv", "markdown", "json", "cypher")) {
                String[] last = format.equals("cypher") ? new String[] {"--cypher"} : new String[] {"-f", format};
                assertObeysNothing(run(Stream.concat(Stream.of("report", own.toString()), Stream.of(last))
                        .toArray(String[]::new)));
            }
            assertObeysNothing(run("apply", corpus(), "--report", own.toString()));
            assertObeysNothing(run("apply", corpus(), "--report", own.toString(), "--format", "json"));
        }
        assertThat(Dump.ours(driver)).isEqualTo(before);
        assertThat(driver.executableQuery("SHOW CONSTRAINTS YIELD name WHERE name = 'diplograph_id' RETURN name")
                        .execute()
                        .records())
                .hasSize(1);
    }

    @Test
    void that_are_to_be_pasted_are_values() throws IOException {
        Path own = folder.resolve("own.cypher");
        Files.writeString(own, "// param: a text — what to say\nRETURN $a AS a\n");
        for (int i = 0; i < HostileTexts.ATTEMPTS.size(); i++) {
            String text = HostileTexts.hostile(i, 0).replace("\t", "");
            String first = run("report", own.toString(), "-P", "a=" + text, "--cypher")
                    .out()
                    .lines()
                    .findFirst()
                    .orElseThrow();

            assertThat(first).startsWith(":param a => '").endsWith("';");
            assertThat(driver.executableQuery("RETURN " + first.substring(12, first.length() - 1) + " AS a")
                            .execute()
                            .records())
                    .extracting(row -> row.get("a").asString())
                    .containsExactly(text);
        }
    }

    @Test
    void that_fail_are_harmless_with_a_stack_trace() {
        assertObeysNothing(
                run("report", folder.resolve("\u001b[31m\u202e.cypher").toString(), "--stacktrace"));
        assertObeysNothing(run("init", corpus() + "\u001b[31m"));
        assertObeysNothing(run("evidence", corpus(), "--page", "a00", "-o", folder + "/\u001b[31m.html"));
        assertObeysNothing(run("evidence", corpus(), "--page", "a00", "-o", folder + "/no/\u001b[31m.html"));
    }

    @Test
    void that_fill_parameters_of_reports_are_values() {
        String before = dump();
        Reports reports = Reports.bundled();
        int asked = 0;
        for (String name : reports.names()) {
            for (Report.Parameter parameter : reports.get(name).parameters()) {
                String text = HostileTexts.hostile(asked % HostileTexts.ATTEMPTS.size(), 0);
                boolean words = true;
                List<String> arguments = new ArrayList<>(List.of("report", name));
                for (Report.Parameter given : reports.get(name).parameters()) {
                    if (given.required() || given.equals(parameter)) {
                        arguments.addAll(List.of("-P", given.name() + "=" + text));
                        words &= given.type() == Report.Type.TEXT;
                    }
                }

                Ran ran = run(arguments.toArray(String[]::new));

                assertObeysNothing(ran);
                if (words) {
                    assertThat(ran.code()).as(arguments + ran.err()).isZero();
                } else {
                    assertThat(ran.code()).as(arguments + ran.out()).isIn(1, 2);
                    assertThat(ran.err()).contains("parameter \"");
                }
                Ran unknown = run("report", name, "-P", text + "=a");
                assertObeysNothing(unknown);
                assertThat(unknown.code()).as(name + text + unknown.err()).isEqualTo(2);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(2 * HostileTexts.ATTEMPTS.size());
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void that_name_a_database_a_plan_or_an_article_are_names() {
        String before = dump();
        for (int i = 0; i < HostileTexts.ATTEMPTS.size(); i++) {
            String text = HostileTexts.hostile(i, 0);
            List<List<String>> all = List.of(
                    List.of("apply", corpus(), "--database", text),
                    List.of("report", "ballots", "--database", text),
                    List.of("apply", corpus(), "--if", text),
                    List.of("report", text),
                    List.of("report", "ballots", "--format", text),
                    List.of("evidence", corpus(), "--page", text),
                    List.of("apply", corpus(), "--report", text),
                    List.of(text));
            for (List<String> arguments : all) {
                Ran ran = run(arguments.toArray(String[]::new));
                assertObeysNothing(ran);
                assertThat(ran.code()).as(arguments + ran.err()).isIn(1, 2);
            }
        }
        assertThat(dump()).isEqualTo(before);
    }

    private Ran run(String... arguments) {
        return shell.run(arguments);
    }

    private String dump() {
        return Dump.ours(driver) + Dump.theirs(driver);
    }

    private String corpus() {
        return folder.resolve("corpus").toString();
    }
}
