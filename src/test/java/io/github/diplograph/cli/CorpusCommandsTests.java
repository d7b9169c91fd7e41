package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that need no database, over the corpus that {@code init} makes. */
class CorpusCommandsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXTRACTION = "extractions/declaration-of-human-rights.yaml";

    @TempDir
    Path folder;

    private Path corpus;
    private Ran init;

    @BeforeEach
    void init() {
        corpus = folder.resolve("Été 1948");
        init = Shell.plain().run("init", corpus.toString());
    }

    private Ran run(String command, String... more) {
        return run(Shell.plain(), command, more);
    }

    private Ran run(Shell shell, String command, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = command;
        arguments[1] = corpus.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return shell.run(arguments);
    }

    private void replace(String file, String old, String with) throws IOException {
        Path path = corpus.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, with));
    }

    @Nested
    class Init {

        @Test
        void names_what_it_wrote_and_what_comes_next() {
            assertThat(init.code()).isZero();
            assertThat(init.out().lines().map(file -> corpus.relativize(Path.of(file))
                            .toString()))
                    .containsExactly(
                            "corpus.yaml",
                            "entities/people.yaml",
                            EXTRACTION,
                            "texts/declaration-of-human-rights.txt",
                            "schema.json",
                            ".vscode/settings.json",
                            ".vscode/extensions.json",
                            ".gitignore");
            assertThat(init.err()).isEqualTo("\nnext: diplograph check " + corpus + "\n");
        }

        @Test
        void names_the_corpus_after_its_folder() throws IOException {
            assertThat(Files.readString(corpus.resolve("corpus.yaml"))).contains("\nname: ete-1948\n");
        }

        @Test
        void maps_the_schema_that_it_wrote() throws IOException {
            JsonNode settings = JSON.readTree(Files.readString(corpus.resolve(".vscode/settings.json")));
            assertThat(settings.get("yaml.schemas").propertyNames()).containsExactly("./schema.json");
            assertThat(Files.readString(corpus.resolve("schema.json")))
                    .isEqualTo(run("schema").out());
        }

        @Test
        void overwrites_nothing() {
            assertThat(run("init"))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "diplograph: \"" + corpus.resolve("corpus.yaml")
                                    + "\" is there already, and nothing is overwritten; name a new folder\n"));
        }
    }

    @Nested
    class Check {

        @Test
        void finds_nothing_wrong_with_what_init_wrote() {
            assertThat(run("check"))
                    .isEqualTo(new Ran(
                            0, "ete-1948: 2 documents, 7 claims; evidence: 2 exact, 1 normalised; no errors\n", ""));
        }

        @Test
        void prints_each_mistake_with_its_line_on_standard_output_and_fails() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            Ran ran = run("check");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).contains(EXTRACTION + ":29:11: error DG107: ", "    verb: describd\n            ^\n");
            assertThat(ran.out()).endsWith("; 1 error\n");
        }

        @Test
        void says_at_which_line_a_changed_word_of_a_quotation_is_missing() throws IOException {
            replace(EXTRACTION, "Magna Carta of all men", "Magna Carta of most men");
            Ran ran = run("check", "--quiet");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).startsWith(EXTRACTION + ":34:12: error DG401: ");
        }

        @Test
        void says_for_which_article_there_is_no_text_where_they_should_be() throws IOException {
            Path texts = Files.createDirectory(folder.resolve("texts"));
            Files.move(
                    corpus.resolve("texts/declaration-of-human-rights.txt"),
                    texts.resolve("declaration-of-rights.txt"));

            Ran ran = run("check", "--texts", texts.toString());

            assertThat(ran.err())
                    .isEqualTo("no text in " + texts + " for article declaration-of-human-rights: what it is cited with"
                            + " was not looked for\n");
            assertThat(ran.code()).isZero();
        }

        @Test
        void colours_severity_and_caret_on_a_terminal() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            assertThat(run(Shell.terminal(), "check").out())
                    .contains(
                            "\u001b[1m" + EXTRACTION + ":29:11\u001b[0m: \u001b[1;31merror\u001b[0m DG107: ",
                            "\n            \u001b[1;31m^\u001b[0m\n",
                            "; \u001b[1;31m1 error\u001b[0m\n");
        }

        @Test
        void has_no_colour_where_the_user_wants_none() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            Shell shell = Shell.terminal().with(Map.of("NO_COLOR", "1"));
            assertThat(run(shell, "check").out()).doesNotContain("\u001b");
        }

        @Test
        void is_one_json_document_on_request() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            Ran ran = run("check", "--format", "json");
            assertThat(ran.code()).isEqualTo(1);
            JsonNode document = JSON.readTree(ran.out());
            assertThat(document.get("corpus").asString()).isEqualTo("ete-1948");
            assertThat(document.get("valid").asBoolean()).isFalse();
            JsonNode diagnostic = document.get("diagnostics").get(0);
            assertThat(diagnostic.get("file").asString()).isEqualTo(EXTRACTION);
            assertThat(diagnostic.get("line").asInt()).isEqualTo(29);
            assertThat(diagnostic.get("column").asInt()).isEqualTo(11);
            assertThat(diagnostic.get("severity").asString()).isEqualTo("error");
            assertThat(diagnostic.get("code").asString()).isEqualTo("DG107");
        }

        @Test
        void is_a_table_for_spreadsheets_on_request() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            assertThat(run("check", "--format", "csv").out())
                    .startsWith("place,severity,code,message,hint\r\n" + EXTRACTION + ":29:11,error,DG107,");
        }

        @Test
        void takes_further_vocabularies() throws IOException {
            Path vocabulary = folder.resolve("words.yaml");
            Files.writeString(vocabulary, "verbz: {}\n");
            Ran ran = run("check", "--vocabulary", vocabulary.toString());
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).contains("words.yaml:1:1: error DG102: ");
        }

        @Test
        void says_that_a_folder_is_no_corpus() {
            Ran ran = Shell.plain().run("check", folder.toString());
            assertThat(ran)
                    .isEqualTo(new Ran(
                            1,
                            "corpus.yaml: error DG011: the folder \"" + folder + "\" has no corpus.yaml\n"
                                    + "  hint: name the folder of a corpus, or make one with `diplograph init`\n"
                                    + "1 error\n",
                            ""));
        }

        @Test
        void says_that_a_file_is_no_folder(@TempDir Path elsewhere) throws IOException {
            Path file = Files.writeString(elsewhere.resolve("one.yaml"), "statements: []\n");
            assertThat(Shell.plain().run("check", file.toString()).out())
                    .startsWith("corpus.yaml: error DG011: \"" + file + "\" is a file, not a folder\n");
        }
    }

    @Nested
    class Apply {

        @Test
        void applies_nothing_of_a_corpus_with_errors() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            Ran ran = run("apply", "--local", folder.resolve("store").toString());
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("error DG107").endsWith("nothing was applied: 1 error\n");
            assertThat(folder.resolve("store")).doesNotExist();
        }

        @Test
        void knows_its_reports_before_it_begins() {
            Ran ran = run("apply", "--report", "balots");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith("no report \"balots\"; did you mean \"ballots\"?\n");
        }

        @Test
        void says_which_jars_are_missing_where() {
            String store = folder.resolve("store").toString();
            Ran ran = run("apply", "--local", store, "--server", folder.toString());
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).startsWith("diplograph: no Neo4j server in " + folder + ": ");
        }
    }

    @Nested
    class Evidence {

        @Test
        void counts_outcomes_by_article_and_shows_each_claim_that_is_not_exact() {
            Ran ran = run("evidence", "--format", "json");
            assertThat(ran.code()).isZero();
            JsonNode document = JSON.readTree(ran.out());
            JsonNode article = document.get("articles").get(0);
            assertThat(article.get("article").asString()).isEqualTo("declaration-of-human-rights");
            assertThat(article.get("exact").asInt()).isEqualTo(2);
            assertThat(article.get("normalised").asInt()).isEqualTo(1);
            assertThat(article.get("missing").asInt()).isZero();
            assertThat(document.get("notExact")).hasSize(1);
            assertThat(document.get("notExact").get(0).get("check").asString()).isEqualTo("normalised");
        }

        @Test
        void is_recorded_once_and_serves_when_the_text_is_gone() throws IOException {
            Path record = corpus.resolve("evidence.json");
            assertThat(run("evidence", "--record").err()).isEqualTo("recorded 3 claims in " + record + "\n");
            assertThat(run("evidence", "--record").err()).isEqualTo(record + " is as it should be\n");
            Files.delete(corpus.resolve("texts/declaration-of-human-rights.txt"));
            assertThat(run("check").out())
                    .isEqualTo("ete-1948: 2 documents, 7 claims; evidence: 3 recorded; no errors\n");
            String before = Files.readString(record);
            run("evidence", "--record");
            assertThat(record).hasContent(before);
        }

        @Test
        void is_shown_beside_the_text_on_a_page_that_goes_where_it_is_told() throws IOException {
            Path file = folder.resolve("review.html");
            Ran ran = run("evidence", "--page", "declaration-of-human-rights", "--output", file.toString());
            assertThat(ran).isEqualTo(new Ran(0, "", "wrote " + file + "\n"));
            Ran printed = run("evidence", "--page", "declaration-of-human-rights");
            assertThat(printed.code()).isZero();
            assertThat(printed.err()).isEmpty();
            assertThat(printed.out()).isEqualTo(Files.readString(file)).startsWith("<!DOCTYPE html>\n");
            JsonNode object = JSON.readTree(run("evidence", "--page", "declaration-of-human-rights", "-f", "json")
                    .out());
            assertThat(object.get("evidence").get("normalised").asInt()).isEqualTo(1);
        }

        @Test
        void that_is_missing_is_on_the_page_and_fails() throws IOException {
            replace(EXTRACTION, "Magna Carta of all men", "Magna Carta of most men");
            Ran ran = run("evidence", "--page", "declaration-of-human-rights");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).contains("<code>" + EXTRACTION + ":34:12</code> error DG401: ");
        }

        @Test
        void has_no_page_in_a_corpus_with_other_errors() throws IOException {
            replace(EXTRACTION, "verb: described", "verb: describd");
            Ran ran = run("evidence", "--page", "declaration-of-human-rights");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("error DG107").endsWith("evidence needs a corpus without errors: 1 error\n");
        }

        @Test
        void says_which_article_it_does_not_know() {
            assertThat(run("evidence", "--page", "declaration-of-human-right"))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "diplograph: the corpus has no article \"declaration-of-human-right\"; did you mean"
                                    + " \"declaration-of-human-rights\"?\n"));
        }

        @Test
        void has_a_page_of_one_kind_and_not_while_recording() {
            assertThat(run("evidence", "--output", "x").err())
                    .startsWith("\"--output\" is where \"--page\" goes; name an article\n");
            assertThat(run("evidence", "--page", "x", "--record").err())
                    .startsWith("\"--page\" and \"--record\" exclude each other; run one after the other\n");
            Ran csv = run("evidence", "--page", "x", "--format", "csv");
            assertThat(csv.code()).isEqualTo(2);
            assertThat(csv.err()).startsWith("a page is HTML, or json with \"--format json\"; not csv\n");
        }

        @Test
        void comes_after_the_first_warnings_of_many_and_all_errors() throws IOException {
            StringBuilder silent = new StringBuilder("\nevents:\n");
            for (int day = 1; day <= 25; day++) {
                silent.append("  - by: Roosevelt\n    verb: visited\n    towards: Poland\n    date: 1948-12-%02d\n"
                        .formatted(day));
            }
            Files.writeString(corpus.resolve(EXTRACTION), silent.toString(), StandardOpenOption.APPEND);

            Ran ran = run("evidence");

            assertThat(ran.err().lines().filter(line -> line.contains("warning DG402")))
                    .hasSize(10);
            assertThat(ran.err()).endsWith("and 15 more warnings; `diplograph check` shows them all\n");
            assertThat(run("check").out().lines().filter(line -> line.contains("warning DG402")))
                    .hasSize(25);

            replace(EXTRACTION, "date: 1948-12-25", "date: 1948-12-45");

            assertThat(run("evidence").err())
                    .contains("error DG", "and 14 more warnings")
                    .endsWith("evidence needs a corpus without errors: 1 error, 24 warnings\n");
        }

        @Test
        void that_is_recorded_is_not_green() throws IOException {
            run("evidence", "--record");
            assertThat(run(Shell.terminal(), "check").out()).contains("\u001b[32m2 exact\u001b[0m");
            Files.delete(corpus.resolve("texts/declaration-of-human-rights.txt"));
            assertThat(run(Shell.terminal(), "check").out()).contains("evidence: 3 recorded;");
        }
    }
}
