package io.github.diplograph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.report.Report.Parameter;
import io.github.diplograph.report.Report.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTests {

    private final Reports bundled = Reports.bundled();

    @TempDir
    Path folder;

    @Nested
    class TheBundledOnes {

        static List<String> names() {
            return Reports.bundled().names();
        }

        @Test
        void areTheFilesOfTheFolderCypher() throws IOException {
            try (Stream<Path> files = Files.list(Path.of("cypher"))) {
                assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.cypher$", "")))
                        .containsExactlyInAnyOrderElementsOf(bundled.names());
            }
        }

        @ParameterizedTest
        @MethodSource("names")
        void haveAnExpectedResultOnTheExampleCorpus(String name) {
            assertThat(Path.of("src/test/resources/reports", name, "expected.csv"))
                    .isRegularFile();
        }

        @ParameterizedTest
        @MethodSource("names")
        void haveATitleAQuestionAndColumnsThatEndWithSources(String name) {
            Report report = bundled.get(name);

            assertThat(report.name()).isEqualTo(name);
            assertThat(report.title()).isNotBlank().isNotEqualTo(name);
            assertThat(report.question()).endsWith("?");
            assertThat(report.columns())
                    .extracting(Report.Column::name)
                    .endsWith("sources")
                    .doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @MethodSource("names")
        void runWithoutParametersAndUseEachThatTheyDeclare(String name) {
            for (Parameter parameter : bundled.get(name).parameters()) {
                assertThat(parameter.required()).as(parameter.name()).isFalse();
                assertThat(bundled.get(name).cypher()).containsPattern("\\$" + parameter.name() + "\\b");
            }
        }

        @ParameterizedTest
        @MethodSource("names")
        void areStatementsThatCanBePasted(String name) {
            String cypher = bundled.get(name).cypher();

            assertThat(cypher).startsWith("// title: ").endsWith(";\n").contains(":_Diplograph");
            assertThat(cypher.lines().filter(line -> line.length() > 120)).isEmpty();
        }

        @Test
        void areFoundByName() {
            assertThat(bundled.get("ballots").title()).isEqualTo("Ballots");
        }

        @Test
        void nameTheNearestWhereThereIsNone() {
            assertThatThrownBy(() -> bundled.get("ballot"))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("no report \"ballot\"; did you mean \"ballots\"?");
            assertThatThrownBy(() -> bundled.get("x\u001bx"))
                    .hasMessage("no report \"x\\u001bx\"; there are " + String.join(", ", bundled.names()));
        }
    }

    @Nested
    class AFileOfOnesOwn {

        @Test
        void saysWhatItAsks() throws IOException {
            String text =
                    """
                    // title: Voters
                    // question: Who votes?
                    // Anything else is a comment.
                    // param: voter entity:state,person null — whom to ask about
                    // param: since date 2024-01-01 -- from when
                    // param: word text "to be" — a word
                    // param: many whole 3 – how many
                    // param: part number 0.5 — which part
                    // param: all flag true — all of them
                    // param: must text — needed
                    // column: name — who it is

                    RETURN 1 AS name;
                    """;

            Report report = Reports.read(file("voters.cypher", text));

            assertThat(report)
                    .isEqualTo(new Report(
                            "voters",
                            "Voters",
                            "Who votes?",
                            List.of(
                                    new Parameter(
                                            "voter",
                                            Type.ENTITY,
                                            List.of("state", "person"),
                                            false,
                                            null,
                                            "whom to ask about"),
                                    new Parameter("since", Type.DATE, List.of(), false, "2024-01-01", "from when"),
                                    new Parameter("word", Type.TEXT, List.of(), false, "to be", "a word"),
                                    new Parameter("many", Type.WHOLE, List.of(), false, "3", "how many"),
                                    new Parameter("part", Type.NUMBER, List.of(), false, "0.5", "which part"),
                                    new Parameter("all", Type.FLAG, List.of(), false, "true", "all of them"),
                                    new Parameter("must", Type.TEXT, List.of(), true, null, "needed")),
                            List.of(new Report.Column("name", "who it is")),
                            text));
        }

        @Test
        void canBePastedAfterItsSettings() throws IOException {
            Report report = Reports.read(
                    file(
                            "a.cypher",
                            """
                    // param: who text "it's" — who
                    // param: since date 2024-01-01 — since
                    // param: all flag yes — all
                    // param: most whole 10 — most
                    // param: must text — must
                    // param: open date null — open
                    RETURN 1
                    """));

            assertThat(report.settings(Map.of("must", "C:\\")))
                    .containsExactly(
                            ":param who => 'it\\'s';",
                            ":param since => date('2024-01-01');",
                            ":param all => true;",
                            ":param most => 10;",
                            ":param must => 'C:\\\\';",
                            ":param open => null;");
        }

        @Test
        void needsNoHeader() throws IOException {
            Report report = Reports.read(file("plain.cypher", "\ufeffRETURN 1 AS one\r\n"));

            assertThat(report).isEqualTo(new Report("plain", "plain", "", List.of(), List.of(), "RETURN 1 AS one\r\n"));
        }

        @Test
        void isToldEveryMistakeOfItsHeaderAtOnce() throws IOException {
            Path file = file(
                    "bad.cypher",
                    """
                    // titel: Typo
                    // param: x
                    // param: x txt — a type that is none
                    // param: y date yesterday — a default that is none
                    // param: z date:state — a kind where none belongs
                    // param: twice text — once
                    // param: twice text — again
                    // column: no meaning
                    // column: a — one
                    // column: a — another
                    """);

            assertThatThrownBy(() -> Reports.read(file))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage(
                            """
                            F:1:4: no header line "titel"; did you mean "title"?
                            F:2:11: expected "// param: name type default — meaning", not "x"
                            F:3:13: parameter "x" has no type "txt"; did you mean "text"?
                            F:4:18: parameter "y" is a day such as 2024-03-25, not "yesterday"
                            F:5:13: only an entity has kinds, not "date:state"
                            F:7:11: parameter "twice" stands twice
                            F:8:12: expected "// column: name — meaning", not "no meaning"
                            F:10:12: column "a" stands twice
                            F: no Cypher statement; expected one after the lines that begin with //"""
                                    .replace("F:", file + ":"));
        }

        @Test
        void isRefusedIfItCannotBeRead() throws IOException {
            Path latin = folder.resolve("latin.cypher");
            Files.write(latin, "RETURN 'Zürich'".getBytes(StandardCharsets.ISO_8859_1));
            Path large = file("large.cypher", "/".repeat((1 << 20) + 1));

            assertThatThrownBy(() -> Reports.read(latin)).hasMessage(latin + ": not UTF-8; save the file as UTF-8");
            assertThatThrownBy(() -> Reports.read(large)).hasMessage(large + ": larger than a report may be, 1 MiB");
            assertThatThrownBy(() -> Reports.read(folder.resolve("none.cypher")))
                    .hasMessage("no file \"" + folder.resolve("none.cypher") + "\"");
            assertThatThrownBy(() -> Reports.read(folder))
                    .hasMessage("cannot read \"" + folder + "\"; is it a file, and may you read it?");
        }

        private Path file(String name, String text) throws IOException {
            return Files.writeString(folder.resolve(name), text);
        }
    }

    @Nested
    class ParametersAsTyped {

        private final Report report = new Report(
                "demo",
                "Demo",
                "",
                List.of(
                        new Parameter("who", Type.ENTITY, List.of(), false, null, "who"),
                        new Parameter("since", Type.DATE, List.of(), false, "2024-01-01", "since when"),
                        new Parameter("most", Type.WHOLE, List.of(), false, "10", "how many"),
                        new Parameter("part", Type.NUMBER, List.of(), false, null, "which part"),
                        new Parameter("all", Type.FLAG, List.of(), false, "false", "all of them"),
                        new Parameter("word", Type.TEXT, List.of(), true, null, "the word to look for")),
                List.of(),
                "RETURN 1");

        @Test
        void becomeValuesOfTheirTypes() {
            assertThat(Arguments.of(
                            report,
                            Map.of(
                                    "who",
                                    "UK",
                                    "since",
                                    " 2024-03-25 ",
                                    "most",
                                    "3",
                                    "part",
                                    "0.5",
                                    "all",
                                    "Yes",
                                    "word",
                                    " x ")))
                    .hasToString("{who=UK, since=2024-03-25, most=3, part=0.5, all=true, word= x }");
        }

        @Test
        void haveTheirDefaultsWhereNothingIsTyped() {
            assertThat(Arguments.of(report, Map.of("word", "x", "part", "")))
                    .hasToString("{who=null, since=2024-01-01, most=10, part=null, all=false, word=x}");
        }

        @Test
        void areRefusedWithWhatWasExpected() {
            assertThatThrownBy(() -> Arguments.of(report, Map.of()))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("report \"demo\" needs the parameter \"word\": the word to look for");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("sinse", "2024")))
                    .hasMessage("report \"demo\" has no parameter \"sinse\"; did you mean \"since\"?");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("zzzzzz", "2024")))
                    .hasMessage("report \"demo\" has no parameter \"zzzzzz\";"
                            + " it has who, since, most, part, all, word");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("word", "x", "since", "25.3.2024")))
                    .hasMessage("report \"demo\": parameter \"since\" is a day such as 2024-03-25, not \"25.3.2024\"");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("word", "x", "most", "many")))
                    .hasMessage("report \"demo\": parameter \"most\" is a whole number, not \"many\"");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("word", "x", "most", "-1")))
                    .hasMessage("report \"demo\": parameter \"most\" is 0 or more, not \"-1\"");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("word", "x", "part", "NaN")))
                    .hasMessage("report \"demo\": parameter \"part\" is a number, not \"NaN\"");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("word", "x", "part", "half")))
                    .hasMessage("report \"demo\": parameter \"part\" is a number, not \"half\"");
            assertThatThrownBy(() -> Arguments.of(report, Map.of("word", "x", "all", "some\u001b" + "x".repeat(99))))
                    .hasMessage("report \"demo\": parameter \"all\" is true or false, not \"some\\u001b"
                            + "x".repeat(50) + "…\"");
        }
    }
}
