package io.github.diplograph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableTests {

    private static final List<String> COLUMNS = List.of("voter", "choice", "inferred", "share", "sources");

    private final Table ballots = table(
            COLUMNS,
            row("United States", "abstained", false, null, List.of("demo/one#vote", "demo/two#vote")),
            row("Côte d’Ivoire", "for", true, 8.6, List.of("demo/two#vote")));

    @Test
    void alignsColumnsAndExplainsSourcesUnderneath() {
        assertThat(written(ballots, Format.TABLE, 0))
                .isEqualTo(
                        """
                        voter          choice     inferred  share  sources
                        -------------  ---------  --------  -----  -------
                        United States  abstained  no               1, 2
                        Côte d’Ivoire  for        yes         8.6  2

                        1  demo/one#vote
                        2  demo/two#vote
                        """);
    }

    @Test
    void writesCsvWithAHeaderAndNothingForNull() {
        assertThat(written(ballots, Format.CSV, 0))
                .isEqualTo("voter,choice,inferred,share,sources\r\n"
                        + "United States,abstained,false,,demo/one#vote; demo/two#vote\r\n"
                        + "Côte d’Ivoire,for,true,8.6,demo/two#vote\r\n");
    }

    @Test
    void writesAnArrayOfObjectsAsJson() {
        assertThat(written(ballots, Format.JSON, 0))
                .isEqualTo(
                        """
                        [
                          {"voter":"United States","choice":"abstained","inferred":false,"share":null,"sources":["demo/one#vote","demo/two#vote"]},
                          {"voter":"Côte d’Ivoire","choice":"for","inferred":true,"share":8.6,"sources":["demo/two#vote"]}
                        ]
                        """);
    }

    @Test
    void writesAMarkdownTableWithAListOfSources() {
        assertThat(written(ballots, Format.MARKDOWN, 0))
                .isEqualTo(
                        """
                        | voter | choice | inferred | share | sources |
                        | --- | --- | --- | --- | --- |
                        | United States | abstained | no |  | 1, 2 |
                        | Côte d’Ivoire | for | yes | 8.6 | 2 |

                        1. demo/one\\#vote
                        2. demo/two\\#vote
                        """);
    }

    @Test
    void countsSourcesBeyondTheFourth() {
        Table table = table(List.of("sources"), row(List.of("a", "b", "c", "d", "e", "f")));

        assertThat(written(table, Format.TABLE, 0))
                .isEqualTo(
                        """
                        sources
                        -------------
                        1, 2, 3, 4 +2

                        1  a
                        2  b
                        3  c
                        4  d
                        """);
    }

    @Test
    void refusesARowThatDoesNotFillItsColumns() {
        assertThatThrownBy(() -> table(List.of("a", "b"), row("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 1 values under 2 columns");
    }

    @Test
    void tellsWhenItCannotBeWritten() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> ballots.write(Format.CSV, full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Nested
    class WithoutRows {

        private final Table empty = table(List.of("a", "b"));

        @Test
        void saysSo() {
            assertThat(written(empty, Format.TABLE, 0)).isEqualTo("a  b\n-  -\n(no rows)\n");
            assertThat(written(empty, Format.CSV, 0)).isEqualTo("a,b\r\n");
            assertThat(written(empty, Format.JSON, 0)).isEqualTo("[]\n");
            assertThat(written(empty, Format.MARKDOWN, 0)).isEqualTo("| a | b |\n| --- | --- |\n");
        }
    }

    @Nested
    class InANarrowTerminal {

        private final Table wide = table(
                List.of("who", "says"),
                row("Netanyahu", "the United States left the position it had held"),
                row("Katz", "Donaudampfschifffahrtsgesellschaft"));

        @Test
        void wrapsTheWidestColumnAtSpacesAndBreaksWordsThatAreTooLong() {
            assertThat(written(wide, Format.TABLE, 30))
                    .isEqualTo(
                            """
                            who        says
                            ---------  -------------------
                            Netanyahu  the United States
                                       left the position
                                       it had held
                            Katz       Donaudampfschifffah
                                       rtsgesellschaft
                            """);
        }

        @Test
        void breaksIdsAfterTheirMarksAndNoDates() {
            Table ids = table(
                    List.of("date", "id"), row("2024-03-25", "example/extractions/us-abstains-ceasefire-vote#kirby"));

            assertThat(written(ids, Format.TABLE, 34))
                    .isEqualTo(
                            """
                            date        id
                            ----------  ----------------------
                            2024-03-25  example/extractions/
                                        us-abstains-ceasefire-
                                        vote#kirby
                            """);
        }

        @Test
        void writesEachRowAsABlockWhereColumnsWouldBeNarrowerThanTheirWords() {
            Table many = table(
                    List.of("date", "speaker", "verb", "says", "medium"),
                    row("2024-03-25", "Netanyahu", "condemned", "the United States left the position", null),
                    row("2024-03-26", "Katz", "refused", "Israel will not stop", "television"));

            assertThat(written(many, Format.TABLE, 40))
                    .isEqualTo(
                            """
                            date     2024-03-25
                            speaker  Netanyahu
                            verb     condemned
                            says     the United States left the
                                     position

                            date     2024-03-26
                            speaker  Katz
                            verb     refused
                            says     Israel will not stop
                            medium   television
                            """);
        }

        @Test
        void writesEachRowAsABlockWhereThatTakesFewerLines() {
            Table high = table(
                    List.of("one", "oneSays", "other", "otherSays"),
                    row(
                            "Israel",
                            "a call for a ceasefire should depend on the hostages being released; Israel goes on"
                                    + " fighting until every hostage is back; Israel will not comply",
                            "United Kingdom",
                            "the resolution makes plain that all hostages must be released"));

            assertThat(written(high, Format.TABLE, 60))
                    .isEqualTo(
                            """
                            one        Israel
                            oneSays    a call for a ceasefire should depend on the
                                       hostages being released; Israel goes on fighting
                                       until every hostage is back; Israel will not
                                       comply
                            other      United Kingdom
                            otherSays  the resolution makes plain that all hostages must
                                       be released
                            """);
        }

        @Test
        void writesAMarkWhereAWrappedCellRepeatsTheOneAbove() {
            Table repeats = table(
                    List.of("who", "says"),
                    row("Katz", "Israel goes on fighting"),
                    row("Katz", "Israel goes on fighting"));

            assertThat(written(repeats, Format.TABLE, 20))
                    .isEqualTo(
                            """
                            who   says
                            ----  --------------
                            Katz  Israel goes on
                                  fighting
                            Katz  ″
                            """);
        }

        @Test
        void leavesOutAColumnWithoutAnyValue() {
            Table empty = table(List.of("a", "b", "c"), row("x", null, "y"), row("x", List.of(), "y"));

            assertThat(written(empty, Format.TABLE, 80)).isEqualTo("a  c\n-  -\nx  y\nx  y\n");
            assertThat(written(empty, Format.TABLE, 0)).isEqualTo("a  b  c\n-  -  -\nx     y\nx     y\n");
        }

        @Test
        void keepsEveryValueReadableWhereTheTerminalIsTooNarrowForAny() {
            assertThat(written(table(List.of("a", "b"), row("abcdefgh", "ijklmnop")), Format.TABLE, 3))
                    .isEqualTo("a  abcdef\n   gh\nb  ijklmn\n   op\n");
        }
    }

    @Nested
    class WithTextFromAnywhere {

        @Test
        void makesControlCodesVisibleInEveryFormat() {
            Table hostile = table(List.of("name"), row("a\u001b[31mb\u009bc\u202ed"));

            assertThat(written(hostile, Format.TABLE, 0)).contains("a\\u001b[31mb\\u009bc\\u202ed");
            assertThat(written(hostile, Format.CSV, 0)).contains("a\\u001b[31mb\\u009bc\\u202ed");
            assertThat(written(hostile, Format.MARKDOWN, 0)).contains("a\\\\u001b\\[31mb\\\\u009bc\\\\u202ed");
        }

        @Test
        void keepsThemInJsonAsEscapesThatMeanTheSame() {
            String text = "a\u001b[31mb\u009bc\u202ed \"quoted\" \\ \n\t";
            String json = written(table(List.of("name"), row(text)), Format.JSON, 0);

            assertThat(json).doesNotContain("\u001b", "\u009b", "\u202e");
            JsonNode first = JsonMapper.builder().build().readTree(json).get(0);
            assertThat(first.get("name").asString()).isEqualTo(text);
        }

        @Test
        void alignsWideCharactersAndCombiningMarks() {
            Table table = table(List.of("a", "b"), row("東京", "x"), row("Zu\u0308rich", "y"), row("abcdef", "z"));

            assertThat(written(table, Format.TABLE, 0))
                    .isEqualTo("a       b\n------  -\n東京    x\nZu\u0308rich  y\nabcdef  z\n");
        }

        @Test
        void quotesCsvWhereRfc4180AsksForIt() {
            Table table = table(List.of("a"), row("one, two"), row("say \"so\""), row("line\nbreak"), row(" padded"));

            assertThat(written(table, Format.CSV, 0))
                    .isEqualTo("a\r\n\"one, two\"\r\n\"say \"\"so\"\"\"\r\n\"line\nbreak\"\r\n\" padded\"\r\n");
        }

        @Test
        void letsNoSpreadsheetComputeText() {
            Table table = table(List.of("a", "b"), row("=HYPERLINK(1)", -3L), row("@x", -0.5), row("-y", "+1"));

            assertThat(written(table, Format.CSV, 0)).isEqualTo("a,b\r\n'=HYPERLINK(1),-3\r\n'@x,-0.5\r\n'-y,'+1\r\n");
        }

        @Test
        void escapesMarkdown() {
            Table table = table(List.of("a"), row("a|b *c* <i> [d](e) `f` \\ &amp;\nnext"));

            assertThat(written(table, Format.MARKDOWN, 0))
                    .endsWith("| a\\|b \\*c\\* \\<i\\> \\[d\\](e) \\`f\\` \\\\ \\&amp; next |\n");
        }
    }

    @Test
    void writesDaysNumbersListsAndMaps() {
        Table table = table(
                List.of("a", "b", "c", "d"),
                row(LocalDate.of(2024, 3, 25), 1.0E10, Arrays.asList("x", null, 2L), Map.of("k", true)));

        assertThat(written(table, Format.CSV, 0)).endsWith("2024-03-25,10000000000,x; 2,{k: true}\r\n");
        assertThat(written(table, Format.JSON, 0))
                .contains("{\"a\":\"2024-03-25\",\"b\":1.0E10,\"c\":[\"x\",null,2],\"d\":{\"k\":true}}");
    }

    @SafeVarargs
    private static Table table(List<String> columns, List<@Nullable Object>... rows) {
        return new Table(columns, List.of(rows), List.of());
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static String written(Table table, Format format, int width) {
        StringBuilder out = new StringBuilder();
        table.write(format, out, width);
        return out.toString();
    }
}
