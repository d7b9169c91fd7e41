package io.github.diplograph.cli;

import static io.github.diplograph.cli.HostileTexts.assertObeysNothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.cli.Shell.Ran;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.load.Dump;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Whatever stands in files and on the command line is a value, a name, or a mistake: nothing in it is ever obeyed. */
@Neo4jTest
class InjectionIT {

    private static final String THEIRS =
            """
            CREATE (a:Person {id: 'p00', name: 'a look-alike', sources: ['test/d00#p00']})
            CREATE (b:`:Person``` {`na``me`: '`'})-[:`VO``TED` {id: 'theirs'}]->(a)
            CREATE (a)-[:VOTED {id: 'test/v00|nobody', sources: []}]->(:Claim:Document {id: 'test/d00'})
            """;

    private final Driver driver;
    private final TestDatabase database;

    @TempDir
    private Path folder;

    InjectionIT(Driver driver, TestDatabase database) {
        this.driver = driver;
        this.database = database;
    }

    @Nested
    class Texts {

        @Test
        void are_values_and_change_nothing_else() {
            run("apply", write(HostileTexts::harmless));
            List<String> expected =
                    elements().stream().map(HostileTexts::madeHostile).sorted().toList();
            List<String> schema = schema();
            database.empty();

            Ran ran = run("apply", write(HostileTexts::hostile));

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(expected).hasSizeGreaterThan(40 * HostileTexts.ATTEMPTS.size());
            assertThat(elements()).containsExactlyElementsOf(expected);
            assertThat(schema()).isEqualTo(schema);
            assertThat(run("plan", corpus(), "--verify").code()).isZero();
        }

        @Test
        void leave_what_others_wrote() {
            execute(THEIRS);
            execute("CREATE CONSTRAINT theirs FOR (n:Person) REQUIRE n.passport IS UNIQUE");
            String theirs = Dump.theirs(driver);
            List<String> schema = schema();

            assertThat(run("apply", write(HostileTexts::hostile)).code()).isZero();
            assertThat(Dump.theirs(driver)).isEqualTo(theirs);
            assertThat(schema()).containsAll(schema);
            assertThat(run("apply", write(HostileTexts::harmless)).code()).isZero();
            for (int i = 1; i < HostileTexts.ATTEMPTS.size(); i++) {
                delete(HostileTexts.file(i));
            }
            assertThat(run("apply", corpus(), "--prune").code()).isZero();

            assertThat(Dump.theirs(driver)).isEqualTo(theirs);
            assertThat(count("(n:Person&_Diplograph)")).isOne();
        }

        @Test
        void of_file_names_are_values() {
            List<String> names = List.of(
                    "`}) DETACH DELETE n -- ",
                    "' OR 1=1 --",
                    "\"}]) $rows",
                    "${jndi}",
                    "{id} <b>&amp;",
                    "a;DROP CONSTRAINT b",
                    "_Diplograph");
            TestCorpus made = TestCorpus.in(folder.resolve("corpus"));
            for (int i = 0; i < names.size(); i++) {
                made.with(names.get(i) + ".yaml", "entities: {p%1$d: {person: Ann %1$d}}\n".formatted(i));
            }

            Ran ran = run("apply", corpus());

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(driver.executableQuery("MATCH (d:Document) WHERE d.id <> 'test/registry' RETURN d.id AS id")
                            .execute()
                            .records())
                    .extracting(row -> row.get("id").asString())
                    .containsExactlyInAnyOrderElementsOf(
                            names.stream().map(name -> "test/" + name).toList());
            assertThat(count("(n:Person)")).isEqualTo(names.size());
        }

        @Test
        void of_file_names_with_backslashes_lead_nowhere_else() throws IOException {
            TestCorpus made = TestCorpus.in(folder.resolve("corpus")).with("a/b.yaml", "entities: {}\n");
            Files.writeString(folder.resolve("secret.yaml"), "entities: {secret: {person: A Secret}}\n");
            made.with("..\\secret.yaml", "entities: {}\n").with("a\\b.yaml", "entities: {}\n");

            Ran ran = run("check", corpus());

            assertThat(ran.out()).contains("DG").doesNotContain("A Secret");
            assertThat(ran.code()).isOne();
        }
    }

    @Nested
    class Output {

        @BeforeEach
        void apply() {
            Ran ran = run("apply", write(HostileTexts::hostile));
            assertThat(ran.code()).as(ran.err()).isZero();
            assertObeysNothing(ran);
        }

        @ParameterizedTest
        @ValueSource(strings = {"table", "csv", "markdown", "json"})
        void of_reports_commands_no_terminal(String format) {
            Reports reports = Reports.bundled();
            for (String name : reports.names()) {
                List<String> arguments = new ArrayList<>(List.of("report", name, "--format", format));
                for (Report.Parameter parameter : reports.get(name).parameters()) {
                    if (parameter.name().equals("one") || parameter.name().equals("other")) {
                        arguments.add(parameter.name() + "="
                                + HostileTexts.hostile(parameter.name().length(), 3));
                    }
                }
                Ran ran = run(arguments.toArray(String[]::new));
                assertThat(ran.code()).as(name + ran.err()).isZero();
                assertObeysNothing(ran);
            }
            assertThat(run("report", "statements", "--format", format).out()).contains("s19");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "apply",
                    "apply --format json",
                    "apply --format markdown",
                    "plan",
                    "plan --detail",
                    "plan --format markdown",
                    "plan --detail --format json",
                    "plan --prune --detail",
                    "check",
                    "check --format json",
                    "check --format csv",
                    "check --format markdown",
                    "evidence",
                    "evidence --format csv",
                    "evidence --format json"
                })
        void of_commands_on_an_edited_corpus_commands_no_terminal(String words) {
            write((document, text) -> HostileTexts.hostile(document, text).replace("0", "1"));
            delete(HostileTexts.file(19));
            List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
            arguments.add(1, corpus());

            assertObeysNothing(run(arguments.toArray(String[]::new)));
            assertObeysNothing(terminal(arguments.toArray(String[]::new)));
        }

        @Test
        void of_mistakes_commands_no_terminal() {
            StringBuilder mistakes = new StringBuilder("article: {id: m}\nstatements:\n");
            for (int i = 0; i < HostileTexts.ATTEMPTS.size(); i++) {
                String text = HostileTexts.quoted(HostileTexts.hostile(i, 0));
                mistakes.append(
                        "  - {%1$s: %1$s, by: %1$s, verb: %1$s, id: %1$s, date: %1$s, speech: %1$s}\n".formatted(text));
            }
            TestCorpus.in(folder.resolve("corpus")).with("mistakes.yaml", mistakes.toString());
            for (String format : List.of("table", "csv", "markdown", "json")) {
                Ran ran = run("check", corpus(), "--format", format);
                assertThat(ran.code()).isOne();
                assertThat(ran.out()).contains("DG107");
                assertObeysNothing(ran);
            }
            assertObeysNothing(terminal("apply", corpus()));
        }

        @Test
        void of_drift_commands_no_terminal() {
            execute(
                    "MATCH (n:Person {id: 'p19'}) SET n.`a\u001b[31m\u202e` = '\u001b[32m', n.name = '\u001b]0;x\u0007',"
                            + " n:`\u001b[33m`");
            execute("MATCH (n:Person {id: 'p18'}) REMOVE n:Person SET n:`\u001b[34m`");
            execute(
                    "MATCH (n:Person {id: 'p17'}) CREATE (n)<-[:`\u001b[35m` {id: 'p17|\u001b[36m', sources: ['test/d17#\u001b']}]-(n)");
            execute("CREATE (:Person:_Diplograph {id: 'p\u001b[37m', sources: ['test/d17#\u001b']})");

            for (String format : List.of("table", "markdown", "json")) {
                assertObeysNothing(run("plan", corpus(), "--verify", "--format", format));
                assertObeysNothing(run("plan", corpus(), "--verify", "--detail", "--format", format));
            }
            assertObeysNothing(run("apply", corpus(), "--verify"));
            assertThat(run("plan", corpus(), "--verify").code()).isZero();
        }
    }

    @Nested
    class Vocabularies {

        private static final String EVERYTHING =
                """
                kinds: {%1$s: {label: %2$s}}
                verbs: {speech: {%1$s said: {edge: %3$s}}}
                ties: {%1$s of: {edge: %4$s}}
                properties: {%1$s words: {name: %5$s}}
                """;

        @Test
        void may_use_cyphers_own_words_as_names() {
            TestCorpus.in(folder.resolve("corpus"))
                    .with("corpus.yaml", "name: test\nvocabulary: words.yaml\n")
                    .with("words.yaml", EVERYTHING.formatted("match", "MATCH", "DELETE", "WHERE", "null"))
                    .with(
                            "a.yaml",
                            """
                            article: {id: match-report}
                            entities:
                              x: {match: The Match, match words: "}) DETACH DELETE n //"}
                              y: {person: Ann}
                            statements: [{id: s, by: y, verb: match said, towards: y, passage: x}]
                            ties: [{subject: x, tie: match of, object: y, passage: x}]
                            """);

            Ran ran = run("apply", corpus());

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(run("plan", corpus(), "--verify").code()).isZero();
            assertThat(Dump.ours(driver))
                    .contains(
                            "[MATCH, _Diplograph] {id=x, name=The Match, null=}) DETACH DELETE n //, sources=[test/a#x]}")
                    .contains("y -DELETE-> y {")
                    .contains("x -WHERE-> y {");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "A`:B",
                    "A``B",
                    "A\\u0060",
                    "A B",
                    "A'B",
                    "A\"B",
                    "A:B",
                    "A|B",
                    "A)-[:B]-(C",
                    "$A",
                    "A{id:1}",
                    "_Diplograph",
                    "_diplograph",
                    "_Unsupported",
                    "A\u0000",
                    "A\u001b[31m",
                    "\u202eA",
                    "Ä",
                    "А",
                    "A//",
                    "A/**/",
                    "",
                    " ",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                })
        void are_refused_where_a_name_is_more_than_a_name(String word) {
            String hostile = HostileTexts.quoted(word);
            String small = HostileTexts.quoted(word.replace("A", "a"));
            for (String words : List.of(
                    EVERYTHING.formatted("fine", hostile, "FINE_ONE", "FINE_TWO", "fine"),
                    EVERYTHING.formatted("fine", "Fine", hostile, "FINE_TWO", "fine"),
                    EVERYTHING.formatted("fine", "Fine", "FINE_ONE", hostile, "fine"),
                    EVERYTHING.formatted("fine", "Fine", "FINE_ONE", "FINE_TWO", small))) {
                assertRefused(words);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kinds: {fine: {label: Claim}}",
                    "kinds: {fine: {label: Document}}",
                    "kinds: {fine: {label: Run}}",
                    "kinds: {fine: {label: Article}}",
                    "kinds: {fine: {label: Person}}",
                    "kinds: {fine: {label: Vote}}",
                    "kinds: {agent: {label: Fine}}",
                    "kinds: {article: {label: Fine}}",
                    "kinds: {aliases: {label: Fine}}",
                    "kinds: {\"a`b\": {label: Fine}}",
                    "kinds: {\"a}) DETACH DELETE n\": {label: Fine}}",
                    "verbs: {speech: {fine: {edge: ASSERTS}}}",
                    "verbs: {speech: {fine: {edge: MEMBER_OF}}}",
                    "verbs: {speech: {fine: {edge: VOTED}}}",
                    "verbs: {speech: {fine: {edge: FINE, affects: \"A`]-() DELETE n//\"}}}",
                    "verbs: {\"speech`\": {fine: {edge: FINE}}}",
                    "verbs: {speech: {\"a`b\": {edge: FINE}}}",
                    "verbs: {speech: {\"\\u001b[31m\": {edge: FINE}}}",
                    "ties: {fine: {edge: CONDEMNED}}",
                    "ties: {fine: {edge: CLAIMED}}",
                    "properties: {fine: {name: id}}",
                    "properties: {fine: {name: sources}}",
                    "properties: {sources: {meaning: x}}",
                    "properties: {\"a`b\": {name: fine}}",
                    "properties: {\"a`b\": {}}",
                    "\"kinds`}) DELETE n//\": {}"
                })
        void are_refused_where_a_name_is_taken_or_none(String words) {
            assertRefused(words + "\n");
        }

        private void assertRefused(String words) {
            TestCorpus.in(folder.resolve("corpus"))
                    .with("corpus.yaml", "name: test\nvocabulary: words.yaml\n")
                    .with("words.yaml", words)
                    .with("a.yaml", "entities: {y: {person: Ann}}\n");
            Ran ran = run("apply", corpus());
            assertThat(ran.code()).as(words + ran.out()).isOne();
            assertThat(ran.err()).contains("words.yaml:", " error DG", "nothing was applied: ");
            assertObeysNothing(ran);
            assertThat(count("(n)")).isZero();
        }
    }

    private Ran run(String... arguments) {
        return Shell.plain().with(database.environment()).run(arguments);
    }

    /** What a terminal is shown, without what Diplograph itself commands it: colours, and a line redrawn. */
    private Ran terminal(String... arguments) {
        Ran ran = Shell.terminal().with(database.environment()).run(arguments);
        String own = "\u001b\\[(0|1|2|32|1;31|1;33)m|\r\u001b\\[K";
        return new Ran(ran.code(), ran.out().replaceAll(own, ""), ran.err().replaceAll(own, ""));
    }

    private String corpus() {
        return folder.resolve("corpus").toString();
    }

    private void delete(String file) {
        try {
            Files.delete(folder.resolve("corpus").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(BiFunction<Integer, Integer, String> texts) {
        HostileTexts.corpus(folder.resolve("corpus"), texts);
        return corpus();
    }

    /** Every node and edge, with all that does not follow from the files' bytes or the clock. */
    private List<String> elements() {
        List<String> elements = new ArrayList<>();
        driver.executableQuery("MATCH (n) WHERE NOT n:Run RETURN labels(n) AS words, properties(n) AS properties")
                .execute()
                .records()
                .forEach(row -> elements.add(element(row)));
        driver.executableQuery("MATCH (a)-[r]->(b) RETURN [a.id, type(r), b.id] AS words, properties(r) AS properties")
                .execute()
                .records()
                .forEach(row -> elements.add(element(row)));
        return elements.stream().sorted().toList();
    }

    private static String element(Record row) {
        Map<String, Object> properties = new TreeMap<>(row.get("properties").asMap());
        properties.keySet().removeAll(List.of("hash", "firstSeen"));
        properties.replaceAll((name, value) -> value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).sorted().toList()
                : value);
        return row.get("words").asList(Value::asString) + " " + properties;
    }

    private List<String> schema() {
        List<String> schema = new ArrayList<>();
        driver.executableQuery("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties ORDER BY name")
                .execute()
                .records()
                .forEach(row -> schema.add(row.asMap().toString()));
        driver.executableQuery("SHOW INDEXES YIELD name, type, labelsOrTypes, properties ORDER BY name")
                .execute()
                .records()
                .forEach(row -> schema.add(row.asMap().toString()));
        return schema;
    }

    private void execute(String cypher) {
        driver.executableQuery(cypher).execute();
    }

    private long count(String pattern) {
        return TestDatabase.count(driver, pattern);
    }
}
