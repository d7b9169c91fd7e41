package io.github.diplograph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.ProcessorTime;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFolderTests {

    @TempDir
    private Path outside;

    private TestCorpus corpus;

    @BeforeEach
    void makeCorpus() throws IOException {
        corpus = TestCorpus.in(Files.createDirectory(outside.resolve("corpus")))
                .with("ann.yaml", "entities: {ann: {person: Ann}}\n");
        Files.writeString(outside.resolve("secret.yaml"), "entities: {secret: {person: A Secret}}\n");
    }

    @Nested
    class Paths {

        @ParameterizedTest
        @ValueSource(strings = {"../secret.yaml", "/etc/passwd", "a/../../secret.yaml", "\\0", "a\\0b.yaml"})
        void of_a_vocabulary_lead_nowhere_else(String path) {
            corpus.with("corpus.yaml", "name: test\nvocabulary: \"" + path + "\"\n");

            assertThat(corpus.mistakes())
                    .singleElement()
                    .asString()
                    .startsWith("corpus.yaml:2:13: error DG001: ")
                    .contains("leads outside the corpus");
        }

        @ParameterizedTest
        @ValueSource(strings = {"../secret.yaml", "/etc/passwd", "a\\0b.txt"})
        void of_a_text_lead_nowhere_else(String path) {
            corpus.with(
                    "b.yaml",
                    "article: {id: b-article, text: \"" + path
                            + "\"}\nstatements: [{by: ann, verb: urged, towards: UK, passage: A Secret}]\n");

            assertThat(corpus.mistakes()).isEmpty();
            assertThat(Corpus.read(corpus.folder(), Corpus.Options.NONE.withTexts(corpus.folder()))
                            .withoutText())
                    .containsExactly("b-article");
        }

        @Test
        void through_links_are_not_followed_out_of_the_corpus() throws IOException {
            Files.createSymbolicLink(corpus.folder().resolve("link.yaml"), outside.resolve("secret.yaml"));
            Files.createSymbolicLink(corpus.folder().resolve("folder"), outside);

            assertThat(corpus.mistakes())
                    .containsExactly(
                            """
                            folder: error DG001: "folder" is a link to a folder, and links to folders are not followed
                              hint: keep the folder itself in that of the corpus""",
                            """
                            link.yaml: error DG001: "link.yaml" leads outside the corpus
                              hint: keep the file itself in the folder of the corpus""");
        }

        @Test
        void of_the_current_folder_are_found() {
            Path here = Path.of("").toAbsolutePath().relativize(corpus.folder());

            assertThat(Corpus.read(here.resolve(".")).diagnostics()).isEmpty();
            assertThat(Corpus.read(here.resolve("..").resolve("corpus")).diagnostics())
                    .isEmpty();
        }

        @Test
        void with_control_characters_are_refused_and_shown_harmless() {
            corpus.with("a\u001b[31m.yaml", "entities: {}\n")
                    .with("b\nc.yaml", "entities: {}\n")
                    .with("d\u202ee.yaml", "entities: {}\n")
                    .with("f:g.yaml", "entities: {}\n");

            assertThat(corpus.mistakes()).hasSize(4).allSatisfy(shown -> assertThat(
                            shown.lines().findFirst().orElse(""))
                    .contains("cannot be part of an id")
                    .matches("[ -~]*"));
        }

        @Test
        void that_are_very_deep_are_refused() {
            String deep = "d".repeat(100) + "/";
            corpus.with(deep.repeat(5) + "a.yaml", "entities: {bob: {person: Bob}}\n");

            assertThat(corpus.mistakes()).singleElement().asString().contains("a path in the corpus has at most 500");
        }

        @Test
        void to_what_is_no_file_are_passed_over() throws IOException, InterruptedException {
            Process made = new ProcessBuilder(
                            "mkfifo", corpus.folder().resolve("pipe.yaml").toString())
                    .start();
            assertThat(made.waitFor()).isZero();

            assertThat(corpus.mistakes())
                    .containsExactly(
                            """
                            pipe.yaml: error DG001: "pipe.yaml" is no file
                              hint: give another name to what is no text""");
        }
    }

    @Nested
    class Files_below_a_megabyte {

        @Test
        void of_many_equal_names_are_checked_in_time() {
            corpus.with(
                    "names.yaml",
                    "article: {id: a}\nentities:\n"
                            + lines(15_000, i -> "  p" + i + ": {person: John Smith}\n")
                            + "statements:\n"
                            + lines(5_000, i -> "  - {id: s" + i + ", by: John Smith, verb: urged, note: n}\n"));

            assertThat(inTime())
                    .anyMatch(problem -> problem.message().equals("more than 500 things are named \"John Smith\""));
        }

        @Test
        void of_one_long_chain_are_checked_in_time() {
            corpus.with(
                    "chain.yaml",
                    "entities:\n  p0: {person: P}\n"
                            + lines(15_000, i -> "  p" + (i + 1) + ": {person: P" + i + ", same as: p" + i + "}\n"));

            assertThat(inTime()).noneMatch(problem -> problem.problem() == Problem.SAME_AS_CYCLE);
        }

        @Test
        void of_mistakes_in_one_line_are_shown_in_time() {
            corpus.with("line.yaml", "article: {id: a}\nvotes: [" + "{x: y},".repeat(75_000) + "]\n");

            assertThat(inTime())
                    .hasSizeGreaterThan(75_000)
                    .allMatch(problem -> problem.toString().length() < 1000);
        }

        @Test
        void of_attributes_of_one_entity_are_checked_in_time() {
            corpus.with(
                    "attributes.yaml",
                    "article: {id: a}\nattributes:\n"
                            + lines(9_000, i -> "  - {id: i" + i + ", about: ann, property: faction, value: v}\n"));

            assertThat(inTime()).noneMatch(Diagnostic::isError);
        }

        @Test
        void of_votes_with_all_other_members_are_refused_in_time() {
            corpus.with(
                    "others.yaml",
                    "dataset: {id: a}\nvotes:\n"
                            + lines(12_000, i -> "  - {id: v" + i + ", body: UNGA, date: 2020-01-01, others: for}\n"));

            assertThat(inTime()).anyMatch(problem -> problem.problem() == Problem.FILE_TOO_LARGE);
        }

        @Test
        void of_two_large_votes_are_drawn_in_time() {
            String voters = IntStream.range(0, 9_000).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
            corpus.with("people.yaml", "entities:\n" + lines(9_000, i -> "  p" + i + ": {person: Voter " + i + "}\n"))
                    .with(
                            "one.yaml",
                            "dataset: {id: x}\nvotes:\n  - {id: v, date: 2020-01-01, for: [" + voters + "]}\n")
                    .with(
                            "two.yaml",
                            "dataset: {id: y}\nvotes:\n  - {id: v, date: 2020-01-01, against: [" + voters + "]}\n");

            assertThat(inTime()).noneMatch(Diagnostic::isError);
        }

        private List<Diagnostic> inTime() {
            List<Diagnostic> found = new ArrayList<>();
            Duration took = ProcessorTime.of(() -> {
                Corpus read = corpus.read();
                found.addAll(read.diagnostics());
                if (read.isValid()) {
                    Graph graph = Graph.of(read);
                    graph.parts().forEach(graph::share);
                }
            });
            assertThat(took).isLessThan(Duration.ofSeconds(5));
            return found;
        }

        private static String lines(int count, IntFunction<String> line) {
            return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
        }
    }
}
