package io.github.diplograph.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTests {

    private static final Position HERE = new Position("a.yaml", 3, 9);

    private static String bounds(String text) {
        Edtf date = Edtf.of(text);
        assertThat(date.text()).isEqualTo(text);
        assertThat(date).hasToString(text);
        return date.earliest().map(LocalDate::toString).orElse("…") + " "
                + date.latest().map(LocalDate::toString).orElse("…");
    }

    private static String problem(String text) {
        List<Diagnostic> problems = new ArrayList<>();
        assertThat(Edtf.read(text, HERE, problems::add)).isEmpty();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    @Nested
    class A_date {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                2024                  | 2024-01-01 2024-12-31
                0999                  | 0999-01-01 0999-12-31
                2024-02               | 2024-02-01 2024-02-29
                2023-02               | 2023-02-01 2023-02-28
                2024-03-25            | 2024-03-25 2024-03-25
                2024-09-02?           | 2024-09-02 2024-09-02
                2024-08~              | 2024-08-01 2024-08-31
                2024%                 | 2024-01-01 2024-12-31
                202X                  | 2020-01-01 2029-12-31
                20XX                  | 2000-01-01 2099-12-31
                202X?                 | 2020-01-01 2029-12-31
                2024-XX               | 2024-01-01 2024-12-31
                2024-XX-XX            | 2024-01-01 2024-12-31
                2024-02-XX            | 2024-02-01 2024-02-29
                2024-21               | 2024-03-01 2024-05-31
                2024-22~              | 2024-06-01 2024-08-31
                2024-23               | 2024-09-01 2024-11-30
                2024-24               | 2024-12-01 2025-02-28
                2024-08-26/2024-09-01 | 2024-08-26 2024-09-01
                2024-08/2024          | 2024-08-01 2024-12-31
                2024/2024-08          | 2024-01-01 2024-08-31
                2024-03-25/2024-03-25 | 2024-03-25 2024-03-25
                2024~/2025-21?        | 2024-01-01 2025-05-31
                ../2024-09-02         | … 2024-09-02
                2024-09-02/..         | 2024-09-02 …
                """)
        void has_a_first_and_a_last_day(String text, String expected) {
            assertThat(bounds(text)).isEqualTo(expected);
        }

        @Test
        void is_equal_to_one_written_the_same() {
            assertThat(Edtf.of("2024-03")).isEqualTo(Edtf.of("2024-03")).hasSameHashCodeAs(Edtf.of("2024-03"));
            assertThat(Edtf.of("2024-03")).isNotEqualTo(Edtf.of("2024-03?")).isNotEqualTo("2024-03");
        }

        @Test
        void says_whether_it_is_doubted() {
            assertThat(List.of("2024", "2024?", "2024~", "2024%", "2024/2025?"))
                    .map(text -> Edtf.of(text).uncertain() + " " + Edtf.of(text).approximate())
                    .containsExactly("false false", "true false", "false true", "true true", "true false");
        }
    }

    @Nested
    class Two_dates {

        @ParameterizedTest
        @CsvSource({
            "2024, 2024-03-25, true, false, true",
            "2024-03-25, 2024-03-25, true, true, true",
            "2024-03, 2024-03?, true, true, true",
            "2024-03-25, 2024-03-26, false, false, false",
            "2024-03/2024-05, 2024-05/2024-07, false, false, true",
            "../2024, 2024-03, true, false, true",
            "2024/.., 2024-03/.., true, false, true",
            "2024/.., ../2024, false, false, true",
            "2024/.., ../2023, false, false, false",
            "../2023, 2024/.., false, false, false",
            "2024, 2024/.., false, true, true"
        })
        void may_contain_or_overlap_each_other(
                String one, String other, boolean contains, boolean contained, boolean overlaps) {
            assertThat(Edtf.of(one).contains(Edtf.of(other))).isEqualTo(contains);
            assertThat(Edtf.of(other).contains(Edtf.of(one))).isEqualTo(contained);
            assertThat(Edtf.of(one).overlaps(Edtf.of(other))).isEqualTo(overlaps);
            assertThat(Edtf.of(other).overlaps(Edtf.of(one))).isEqualTo(overlaps);
        }
    }

    @Nested
    class No_date {

        private static final String FORMS = "\n  hint: write 2024, 2024-03 or 2024-03-25, with \"?\" if uncertain or"
                + " \"~\" if approximate; 2024-03-25/2024-03-27 or ../2024-03-25 for a period";

        @Test
        void is_in_a_month_that_no_year_has() {
            assertThat(problem("2024-13"))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"2024-13\": month 13 is not one of 01 to 12" + FORMS);
            assertThat(problem("2024-00"))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"2024-00\": month 00 is not one of 01 to 12" + FORMS);
            assertThat(problem("2024-21-05"))
                    .isEqualTo(
                            "a.yaml:3:9: error DG105: no date \"2024-21-05\": month 21 is not one of 01 to 12" + FORMS);
        }

        @Test
        void is_on_a_day_that_no_month_has() {
            assertThat(problem("2024-02-30"))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"2024-02-30\": day 30 is not one of 01 to 29 of"
                            + " 2024-02" + FORMS);
            assertThat(problem("2024-04-00"))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"2024-04-00\": day 00 is not one of 01 to 30 of"
                            + " 2024-04" + FORMS);
        }

        @Test
        void is_more_precise_than_what_it_leaves_open() {
            assertThat(problem("202X-03"))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"202X-03\": a year with unspecified digits has no"
                            + " month" + FORMS);
            assertThat(problem("2024-XX-05"))
                    .isEqualTo(
                            "a.yaml:3:9: error DG105: no date \"2024-XX-05\": an unspecified month has no day" + FORMS);
        }

        @Test
        void is_a_period_that_ends_before_it_begins() {
            assertThat(problem("2024-03-26/2024-03-25"))
                    .isEqualTo("a.yaml:3:9: error DG306: period \"2024-03-26/2024-03-25\" ends before it begins"
                            + "\n  hint: did you mean \"2024-03-25/2024-03-26\"?");
        }

        @Test
        void is_a_period_without_an_end() {
            assertThat(problem("2024-03-26/"))
                    .isEqualTo(
                            """
                    a.yaml:3:9: error DG105: no date "2024-03-26/": the period has one end, expected ".." for an end \
                    that is open
                      hint: did you mean "2024-03-26/.."?""");
            assertThat(problem("../.."))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"../..\": a period that is open at both ends says"
                            + " nothing" + FORMS);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                25/03/2024              | 2024-03-25
                3/25/2024               | 2024-03-25
                25.3.2024               | 2024-03-25
                March 2024              | 2024-03
                Sept. 2024              | 2024-09
                25 March 2024           | 2024-03-25
                25th of march, 2024     | 2024-03-25
                March 25th, 2024        | 2024-03-25
                2024-3-5                | 2024-03-05
                2024-3                  | 2024-03
                2024/03/25              | 2024-03-25
                20240325                | 2024-03-25
                2024-03-25T10:00:00Z    | 2024-03-25
                2024-03-25 10:00        | 2024-03-25
                ' 2024-03-25'           | 2024-03-25
                1990s                   | 199X
                about 2024              | 2024~
                c. March 2024           | 2024-03~
                since 2024-03           | 2024-03/..
                until 5 May 2024        | ../2024-05-05
                2024-03-25..2024-03-27  | 2024-03-25/2024-03-27
                March 2024 - May 2024   | 2024-03/2024-05
                2024–2025               | 2024/2025
                2024-xx                 | 2024-XX
                /2024                   | ../2024
                """)
        void is_one_that_can_be_guessed(String text, String meant) {
            assertThat(problem(text)).endsWith("\n  hint: did you mean \"" + meant + "\"?");
        }

        @Test
        void is_one_that_two_peoples_read_differently() {
            assertThat(problem("03/04/2024"))
                    .isEqualTo(
                            """
                    a.yaml:3:9: error DG105: no date "03/04/2024": expected year, month and day as in 2024-03-25, or less
                      hint: did you mean "2024-04-03" or "2024-03-04"?""");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Monday", "on Monday", "yesterday", "last week"})
        void is_one_that_only_the_article_can_tell(String text) {
            assertThat(problem(text))
                    .isEqualTo(
                            """
                    a.yaml:3:9: error DG105: no date "%s": expected year, month and day as in 2024-03-25, or less
                      hint: write the day that it was, as in 2024-03-25, and name the key under `inferred`"""
                                    .formatted(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "soon", "24", "2024-", "2024?~", "?", "..", "/", "2024-03-25/2024/2025", "-2024", "２０２４"
                })
        void is_anything_else(String text) {
            assertThat(problem(text))
                    .startsWith("a.yaml:3:9: error DG105: no date \"" + text + "\": ")
                    .endsWith(FORMS);
        }

        @Test
        void is_long() {
            assertThat(problem("x".repeat(100_000)))
                    .isEqualTo("a.yaml:3:9: error DG105: no date \"" + "x".repeat(60)
                            + "…\": expected year, month and day as in 2024-03-25, or less" + FORMS);
        }

        @Test
        void is_an_exception_where_the_date_must_be_right() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Edtf.of("2024-3-5"))
                    .withMessage("no date \"2024-3-5\": expected year, month and day as in 2024-03-25, or less;"
                            + " did you mean \"2024-03-05\"?");
        }
    }

    @Property(tries = 300)
    void every_day_of_a_period_is_in_it(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        Edtf period = Edtf.of(first + "/" + last);
        assertThat(period.contains(Edtf.of(one.toString()))).isTrue();
        assertThat(period.overlaps(Edtf.of(other.toString().substring(0, 7)))).isTrue();
        assertThat(period.contains(Edtf.of(last.plusDays(1).toString()))).isFalse();
        assertThat(Edtf.of(first.minusDays(1).toString()).overlaps(period)).isFalse();
    }

    @Property(tries = 1000)
    void whatever_is_written_is_a_date_or_a_problem(@ForAll("almost") String text) {
        List<Diagnostic> problems = new ArrayList<>();
        assertThat(Edtf.read(text, HERE, problems::add).isPresent()).isEqualTo(problems.isEmpty());
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-100_000, 100_000).map(LocalDate::ofEpochDay);
    }

    @Provide
    static Arbitrary<String> almost() {
        return Arbitraries.of(
                        "2024",
                        "20",
                        "-",
                        "-",
                        "03",
                        "/",
                        "..",
                        "X",
                        "?",
                        "~",
                        " ",
                        "May",
                        "to",
                        "5",
                        "99",
                        "T",
                        ":",
                        ".",
                        "c",
                        "since ",
                        "\ud83d\ude00")
                .list()
                .ofMaxSize(8)
                .map(list -> String.join("", list));
    }
}
