package io.github.diplograph.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.diplograph.ProcessorTime;
import io.github.diplograph.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTests {

    private static String found(String text, Finding finding) {
        return finding.isFound()
                ? new String(
                        text.codePoints().toArray(),
                        finding.offsets().get(0),
                        finding.offsets().get(1) - finding.offsets().get(0))
                : "";
    }

    private static String look(String text, String words) {
        Finding finding = SourceText.of(text).find(words);
        return finding.outcome() + " " + finding.foldings() + " " + finding.offsets();
    }

    @Nested
    class Words_that_the_text_has {

        @Test
        void are_exact_with_offsets_in_code_points() {
            assertThat(look("\ud83d\ude00\ud83d\ude00 the US abstained.", "the US"))
                    .isEqualTo("exact [] [3, 9]");
        }

        @Test
        void may_be_surrounded_by_white_space_in_the_citation() {
            assertThat(look("the US abstained", "  US abstained\n")).isEqualTo("exact [] [4, 16]");
        }

        @Test
        void are_found_where_they_need_no_folding_if_there_is_such_a_place() {
            assertThat(look("the\u00a0US or the US", "the US")).isEqualTo("exact [] [10, 16]");
            assertThat(look("the\u00a0US or the\u00a0US", "the US")).isEqualTo("normalised [spaces] [0, 6]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                the council’s 15          | the council's 15          | quotation marks
                “No”, he said             | "No", he said             | quotation marks
                „Nein“ «non»              | "Nein" "non"              | quotation marks
                seven-state talks         | seven‑state talks         | dashes
                a war – a long one        | a war — a long one        | dashes
                a war – a long one        | a war -- a long one       | dashes
                we hope … and wait        | we hope ... and wait      | ellipsis
                hu\u00adman\u200bitar\ufeffian aid | humanitarian aid | invisible characters
                humanitarian aid          | hu\u00admanitarian aid    | invisible characters
                "\u202ano\u202c", he said | "no", he said             | invisible characters
                """)
        void are_normalised_if_typography_differs(String text, String words, String folding) {
            String marked = "x " + text + " y";
            Finding finding = SourceText.of(marked).find(words);
            assertThat(finding.outcome()).isEqualTo(Check.NORMALISED);
            assertThat(finding.foldings()).map(Folding::toString).containsExactly(folding);
            assertThat(found(marked, finding)).isEqualTo(text);
            Finding reverse = SourceText.of("x " + words + " y").find(text);
            assertThat(reverse.foldings()).map(Folding::toString).containsExactly(folding);
        }

        @Test
        void are_normalised_if_spaces_or_line_ends_differ() {
            assertThat(look("the\u00a0US  abstained", "the US abstained")).isEqualTo("normalised [spaces] [0, 17]");
            assertThat(look("the US\r\nabstained", "the US abstained")).isEqualTo("normalised [line wrap] [0, 17]");
            assertThat(look("the US \n\n abstained", "the US abstained")).isEqualTo("normalised [line wrap] [0, 19]");
            assertThat(look("the US abstained", "the US\n abstained")).isEqualTo("normalised [line wrap] [0, 16]");
            assertThat(look("the\u2009US’s\nvote – a\u00adgain", "the US's vote - again"))
                    .isEqualTo("normalised [quotation marks, dashes, spaces, line wrap, invisible characters] [0, 22]");
        }

        @Test
        void need_no_closing_quotation_mark() {
            assertThat(look("“We regret that\n\n“Israel has", "\"We regret that"))
                    .isEqualTo("normalised [quotation marks] [0, 15]");
        }
    }

    @Nested
    class Words_that_the_text_lacks {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                the US can't go           | the US can
                the US can’t go           | t go
                the US isn't there        | the US is
                over 40,000 lives         | over 40
                over 40,000 lives         | 000 lives
                1.5 million               | 5 million
                unabated                  | abated
                the US                    | the us
                the U.S. position         | the US position
                \u00e9t\u00e9s            | \u00e9t\u00e9
                """)
        void are_not_parts_of_words_that_it_has(String text, String words) {
            assertThat(SourceText.of(text).find(words).outcome()).isEqualTo(Check.MISSING);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                the council’s members     | the council
                Hamas’ leader             | Hamas
                ‘abandoned’ its policy    | abandoned
                Israel-Hamas conflict     | Israel
                in 2024.                  | 2024
                in 2024, he               | 2024
                中国投了赞成票            | 投了
                can't                     | can't
                """)
        void unlike_those_that_end_at_a_border(String text, String words) {
            assertThat(SourceText.of(text).find(words).outcome()).isEqualTo(Check.EXACT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "…", "“”", "\u200b", "- "})
        void are_those_that_are_none(String words) {
            assertThat(SourceText.of("“no” … - \u200b").find(words)).isEqualTo(Finding.missing(null));
        }

        @Test
        void come_with_the_nearest_passage() {
            SourceText text = SourceText.of(
                    """
                    First line.

                    The mayor and other senior members of the council,
                    including two bakers, spoke of bread. “We’re rather
                    disappointed that the ovens will not be lit,” he said. Bakers will not cease the strike.
                    """);
            assertThat(text.find("senior members of the Council").nearest())
                    .isEqualTo(new Passage("senior members of the council", 3));
            assertThat(text.find("of the council including two").nearest())
                    .isEqualTo(new Passage("of the council, including two", 3));
            assertThat(text.find("We're rather disapointed that the ovens would not be lit")
                            .nearest())
                    .isEqualTo(new Passage("We’re rather disappointed that the ovens will not be lit", 4));
            assertThat(text.find("Bakers will not cease strike").nearest())
                    .isEqualTo(new Passage("Bakers will not cease the", 5));
            assertThat(text.find("disapointed").nearest()).isEqualTo(new Passage("disappointed", 5));
            assertThat(text.find("zebra").nearest()).isNull();
            assertThat(text.find("of a kind").nearest()).isNull();
            assertThat(SourceText.of("").find("zebra").nearest()).isNull();
        }

        @Test
        void come_with_no_more_than_twelve_words_around_the_first_that_differs() {
            SourceText text = SourceText.of("a b c one two three four five six seven eight nine ten eleven twelve"
                    + " thirteen fourteen fifteen sixteen seventeen d e f");
            assertThat(text.find("one two three four five six seven eight nine ten eleven twelve THIRTEEN fourteen"
                                    + " fifteen sixteen 17")
                            .nearest())
                    .isEqualTo(new Passage(
                            "six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen", 1));
            assertThat(text.find("1 two three four five six seven eight nine ten eleven twelve thirteen fourteen")
                            .nearest())
                    .isEqualTo(new Passage("one two three four five six seven eight nine ten eleven twelve", 1));
        }
    }

    @Nested
    class Segments {

        private final String text = "the UK, and the US, and the UK again";

        @Test
        void are_found_one_behind_the_other() {
            List<Finding> findings = SourceText.of(text).findAll(List.of("the US", "the UK"));
            assertThat(findings).map(Finding::offsets).containsExactly(List.of(12, 18), List.of(24, 30));
            assertThat(Finding.inOrder(findings)).isTrue();
        }

        @Test
        void are_found_out_of_order_if_they_stand_so() {
            List<Finding> findings = SourceText.of(text).findAll(List.of("UK again", "the US", "France"));
            assertThat(findings).map(Finding::outcome).containsExactly(Check.EXACT, Check.EXACT, Check.MISSING);
            assertThat(Finding.inOrder(findings)).isFalse();
        }
    }

    @Nested
    class A_file {

        private final List<Diagnostic> problems = new ArrayList<>();

        @Test
        void is_read_without_its_byte_order_mark() {
            SourceText text = SourceText.read("a.txt", "\ufeffthe US".getBytes(StandardCharsets.UTF_8), problems::add)
                    .orElseThrow();
            assertThat(text.text()).isEqualTo("the US");
            assertThat(text.sha256()).isEqualTo("e3c91a77fe2f715fb89737fe15581ad2e679ed5faef49bf156ec4f4ee06fa2a1");
            assertThat(problems).isEmpty();
        }

        @Test
        void that_is_not_UTF_8_is_refused() {
            byte[] content = {'a', '\r', '\n', (byte) 0xc3, (byte) 0xa9, (byte) 0xe9, 'b'};
            assertThat(SourceText.read("a.txt", content, problems::add)).isEmpty();
            assertThat(SourceText.read("b.txt", new byte[] {(byte) 0xc3}, problems::add))
                    .isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                    a.txt:2:2: error DG002: byte 0xE9 is not UTF-8
                      hint: save it as UTF-8 in your editor""",
                            """
                    b.txt:1:1: error DG002: byte 0xC3 is not UTF-8
                      hint: save it as UTF-8 in your editor""");
        }

        @Test
        void that_is_too_large_is_refused() {
            assertThat(SourceText.read("a.txt", new byte[SourceText.LARGEST + 1], problems::add))
                    .isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly("a.txt: error DG008: the text has 10,485,761 bytes, expected at most 10,485,760");
            String large = "x".repeat(SourceText.LARGEST + 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SourceText.of(large))
                    .withMessage("the text has 10,485,761 bytes, expected at most 10,485,760");
        }
    }

    @Nested
    class Hostile_texts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a",
                    "a ",
                    "a\u00a0",
                    " ",
                    "'",
                    "a'",
                    "...",
                    "-",
                    "\u00ad",
                    "1,",
                    "ab c ",
                    "\ud83d\ude00",
                    "中"
                })
        void of_a_megabyte_are_searched_in_no_time(String unit) {
            String text = unit.repeat(1_000_000 / unit.length());
            assertThat(ProcessorTime.of(() -> {
                        SourceText source = SourceText.of(text);
                        source.find(text.substring(text.length() / 2) + "x");
                        source.find("a ".repeat(200_000) + "b");
                        source.find("a ".repeat(200_000));
                        source.find("zebra crossing");
                    }))
                    .isLessThan(Duration.ofSeconds(2));
        }

        @Test
        void with_many_different_words_have_a_nearest_passage_within_bounds() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 150_000; i++) {
                text.append("w").append(i).append(i % 10 == 0 ? '\n' : ' ');
            }
            SourceText source = SourceText.of(text.toString());
            assertThat(ProcessorTime.of(() -> {
                        for (int i = 0; i < 200; i++) {
                            source.find("w" + i + " w" + (i + 1) + " w" + (i + 3) + " zebra");
                        }
                    }))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(source.find("w100 w101 w103").nearest()).isEqualTo(new Passage("w100 w101 w102", 11));
        }
    }

    @Nested
    class The_articles {

        private SourceText article(String name) throws IOException {
            Path file = Path.of("..", "shared", "articles", name);
            assumeTrue(Files.exists(file));
            List<Diagnostic> problems = new ArrayList<>();
            SourceText text = SourceText.read(name, Files.readAllBytes(file), problems::add)
                    .orElseThrow();
            assertThat(problems).isEmpty();
            return text;
        }

        @Test
        void have_what_was_cited_from_them() throws IOException {
            SourceText vote = article("us-abstains-ceasefire-vote.txt");
            assertThat(vote.find("14 of the council’s 15 members").outcome()).isEqualTo(Check.EXACT);
            assertThat(vote.find("14 of the council's 15 members").foldings())
                    .isEqualTo(Set.of(Folding.QUOTATION_MARKS));
            assertThat(vote.find("15 of the council’s 15 members").nearest())
                    .isEqualTo(new Passage("14 of the council’s 15 members", 5));
            List<Finding> segments = vote.findAll(
                    List.of("This constitutes a clear departure", "Israel will not cease the fire", "“We regret"));
            assertThat(segments).map(Finding::outcome).containsOnly(Check.EXACT);
            assertThat(Finding.inOrder(segments)).isTrue();
        }

        @Test
        void have_each_of_their_own_lines() throws IOException {
            for (String name : List.of(
                    "us-abstains-ceasefire-vote.txt",
                    "us-uk-joint-statement.txt",
                    "uk-arms-licences.txt",
                    "israel-cancels-washington-meeting.txt",
                    "cleverly-tokyo-labour-resignation.txt")) {
                SourceText text = article(name);
                text.text()
                        .lines()
                        .filter(line -> line.chars().anyMatch(Character::isLetter))
                        .forEach(line -> {
                            Finding finding = text.find(line);
                            assertThat(finding.outcome()).as(line).isEqualTo(Check.EXACT);
                            assertThat(found(text.text(), finding))
                                    .isEqualTo(line.replaceAll("^[\\s\u00a0]+|[\\s\u00a0]+$", ""));
                        });
            }
        }
    }

    @Property(tries = 500)
    void what_is_cut_at_word_borders_is_exact(
            @ForAll("texts") List<String> words,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(max = 20) int to) {
        int start = Math.min(from, to) % words.size();
        int end = Math.max(start + 1, Math.min(words.size(), Math.max(from, to)));
        String cited = String.join("", words.subList(start, end)).strip();
        String text = "x " + String.join("", words) + " y";
        Finding finding = SourceText.of(text).find(cited);
        if (cited.codePoints().anyMatch(Character::isLetterOrDigit)) {
            assertThat(finding.outcome()).isEqualTo(Check.EXACT);
            assertThat(found(text, finding)).isEqualTo(cited);
        } else {
            assertThat(finding.outcome()).isEqualTo(Check.MISSING);
        }
    }

    @Property(tries = 500)
    void typography_never_makes_words_missing(@ForAll("variants") List<String[]> variants) {
        StringBuilder text = new StringBuilder("x ");
        StringBuilder words = new StringBuilder();
        for (String[] variant : variants) {
            text.append(variant[0]);
            words.append(variant[1]);
        }
        Finding finding = SourceText.of(text + " y").find("word" + words + "word");
        Finding inText = SourceText.of("x word" + text.substring(2) + "word y").find("word" + words + "word");
        assertThat(inText.outcome()).isIn(Check.EXACT, Check.NORMALISED);
        assertThat(inText.outcome() == Check.EXACT).isEqualTo(text.substring(2).contentEquals(words));
        assertThat(inText.foldings().isEmpty()).isEqualTo(inText.outcome() == Check.EXACT);
        assertThat(finding.outcome()).isEqualTo(Check.MISSING);
    }

    @Provide
    static Arbitrary<List<String>> texts() {
        return Arbitraries.of(
                        "the ",
                        "US ",
                        "can't ",
                        "“no” ",
                        "1,200 ",
                        "a – b ",
                        "wait… ",
                        "so\u00adft ",
                        "\n\n",
                        "\ud83d\ude00 ",
                        "council’s\u00a0x ",
                        "-, ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    static Arbitrary<List<String[]>> variants() {
        List<List<String>> classes = List.of(
                List.of(" ", "\u00a0", "  ", "\n", "\r\n", " \u2009"),
                List.of(" ‘a", " 'a", " ‛a"),
                List.of(" “b", " \"b", " «b"),
                List.of(" - ", " – ", " — ", " -- "),
                List.of(" c… ", " c... "),
                List.of(" de", " d\u00ade", " d\u200be"));
        Arbitrary<String[]> variant = Arbitraries.of(classes)
                .flatMap(same -> Combinators.combine(Arbitraries.of(same), Arbitraries.of(same))
                        .as((one, other) -> new String[] {one, other}));
        return variant.list().ofMinSize(1).ofMaxSize(6).map(list -> {
            List<String[]> parted = new ArrayList<>();
            for (String[] pair : list) {
                parted.add(pair);
                parted.add(new String[] {"w", "w"});
            }
            parted.add(new String[] {" ", " "});
            return parted;
        });
    }
}
