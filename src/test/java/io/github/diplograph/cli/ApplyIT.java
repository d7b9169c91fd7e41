package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that need a database, over the corpus that {@code init} makes. */
@Neo4jTest
class ApplyIT {

    private static final String EXTRACTION = "extractions/declaration-of-human-rights.yaml";

    @TempDir
    Path folder;

    private Path corpus;
    private final Shell shell;

    ApplyIT(TestDatabase database) {
        shell = Shell.plain().with(database.environment());
    }

    @BeforeEach
    void init() {
        corpus = folder.resolve("first");
        Shell.plain().run("init", corpus.toString());
    }

    private Ran apply(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "apply";
        arguments[1] = corpus.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return shell.run(arguments);
    }

    @Test
    void says_what_it_read_and_wrote_and_answers_questions() {
        Ran ran = apply("--report", "ballots");
        assertThat(ran.complaints()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith(
                        """
                        A first corpus (first)
                          read      2 documents, 7 claims: 4 entities, 1 role, 1 statement, 1 vote
                          evidence  2 exact, 1 normalised
                          database\
                        """)
                .contains("\n  created   ", "\n\nBallots\nHow did each member vote, and who says so?\n\n", "Poland");
    }

    @Test
    void a_second_time_writes_nothing_and_says_so() {
        apply();
        Ran ran = apply();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).endsWith("\n  applied   nothing differed, and nothing was written\n");
    }

    @Test
    void says_what_an_edited_file_changes() throws IOException {
        apply();
        Path file = corpus.resolve(EXTRACTION);
        Files.writeString(file, Files.readString(file).replace("for: 48, against: 0, ", "for: 48, "));
        JsonNode document =
                JsonMapper.builder().build().readTree(apply("--format", "json").out());
        assertThat(document.get("created")).isEmpty();
        assertThat(document.get("changed").get("occurrences").asInt()).isEqualTo(1);
        assertThat(document.get("retracted")).isEmpty();
        assertThat(document.get("database").get("occurrences").asInt()).isEqualTo(2);
    }

    @Test
    void tells_of_a_document_that_is_gone_and_leaves_it() throws IOException {
        apply();
        Files.delete(corpus.resolve(EXTRACTION));
        Ran ran = apply();
        assertThat(ran.code()).isZero();
        assertThat(ran.complaints())
                .containsExactly("the database has the document first/extractions/declaration-of-human-rights, which is"
                        + " no longer on disk; it was left alone: `apply --prune` retracts what it says");
        assertThat(ran.out()).contains(" 2 occurrences, ");
    }

    @Test
    void is_one_json_document_with_its_reports() {
        JsonNode document = JsonMapper.builder()
                .build()
                .readTree(apply("--report", "ballots", "--format", "json").out());
        assertThat(document.get("claims").asInt()).isEqualTo(7);
        assertThat(document.get("database").get("claims").asInt()).isEqualTo(7);
        JsonNode report = document.get("reports").get(0);
        assertThat(report.get("report").asString()).isEqualTo("ballots");
        assertThat(report.get("rows")).hasSize(2);
    }

    @Test
    void a_report_takes_its_parameters_in_one_word_for_the_shell() {
        Ran ran = apply("--quiet", "--report", "statements speaker=Eleanor Roosevelt until=1948-12-08");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("\nStatements\n").doesNotContain("Magna Carta");
    }

    @Test
    void is_a_page_of_markdown_with_its_reports() {
        assertThat(apply("--report", "ballots", "--format", "markdown").out())
                .startsWith("# A first corpus (first)\n\n- read      2 documents, ")
                .contains("\n\n## Ballots\n\nHow did each member vote, and who says so?\n\n| date | ");
    }

    @Test
    void a_report_takes_values_in_order_and_names_of_entities() {
        apply();
        Ran named = shell.run("report", "statements", "--param", "speaker=eleanor roosevelt", "--format", "csv");
        assertThat(named.code()).isZero();
        assertThat(named.out().lines()).hasSize(2);
        Ran ordered = shell.run("report", "statements", "Mrs Roosevelt", "--format", "csv");
        assertThat(ordered.calm()).isEqualTo(named.calm());
    }

    @Test
    void a_report_on_nothing_says_so() {
        Ran ran = shell.run("report", "ballots");
        assertThat(ran.code()).isZero();
        assertThat(ran.complaints())
                .containsExactly(
                        "the database holds nothing that Diplograph wrote; load a corpus with `diplograph apply`");
    }

    @Test
    void a_report_may_be_a_file() throws IOException {
        Path file = folder.resolve("mine.cypher");
        Files.writeString(file, "RETURN 1 AS one, 'a' AS letter\n");
        assertThat(shell.run("report", file.toString(), "-f", "csv").calm())
                .isEqualTo(new Ran(0, "one,letter\r\n1,a\r\n", ""));
    }
}
