package io.github.diplograph.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.diplograph.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRecordTests {

    private static final String TEXT = "the US abstained – the council’s 14 others did not";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final List<Diagnostic> problems = new ArrayList<>();

    private static EvidenceRecord record() {
        SourceText text = SourceText.of(TEXT);
        EvidenceRecord.Builder builder = EvidenceRecord.builder();
        for (String words : List.of("the council's 14 others", "the US abstained", "the US agreed")) {
            builder.add("un/b#vote", words, text.sha256(), text.find(words));
        }
        return builder.add("un/a#vote", "abstained", text.sha256(), text.find("abstained"))
                .add("un/c#vote", "abstained", text.sha256(), Finding.unchecked())
                .build();
    }

    private Optional<EvidenceRecord> read(String json) {
        return EvidenceRecord.read("evidence.json", json.getBytes(StandardCharsets.UTF_8), problems::add);
    }

    @Nested
    class A_record {

        @Test
        void is_sorted_JSON_without_words() {
            assertThat(record().write())
                    .isEqualTo(
                            """
                    {
                      "version" : 1,
                      "claims" : {
                        "un/a#vote" : {
                          "text" : "TEXT",
                          "words" : {
                            "ABSTAINED" : {
                              "outcome" : "exact",
                              "offsets" : [ 7, 16 ]
                            }
                          }
                        },
                        "un/b#vote" : {
                          "text" : "TEXT",
                          "words" : {
                            "OTHERS" : {
                              "outcome" : "normalised",
                              "offsets" : [ 19, 42 ]
                            },
                            "US" : {
                              "outcome" : "exact",
                              "offsets" : [ 0, 16 ]
                            }
                          }
                        }
                      }
                    }
                    """
                                    .replace("TEXT", SourceText.of(TEXT).sha256())
                                    .replace("ABSTAINED", EvidenceRecord.hash("abstained"))
                                    .replace("OTHERS", EvidenceRecord.hash("the council's 14 others"))
                                    .replace("US", EvidenceRecord.hash("the US abstained")));
        }

        @Test
        void reads_back_the_same() {
            EvidenceRecord back = read(record().write()).orElseThrow();
            assertThat(problems).isEmpty();
            assertThat(back.write()).isEqualTo(record().write());
            assertThat(back.size()).isEqualTo(2);
        }

        @Test
        void knows_what_was_found_and_in_which_text() {
            assertThat(record().find("un/b#vote", " the council's 14 others\n"))
                    .contains(new Finding(Check.RECORDED, List.of(19, 42), Set.of(), null));
            assertThat(record().textSha256("un/b#vote"))
                    .contains(SourceText.of(TEXT).sha256());
        }

        @Test
        void knows_nothing_of_other_words_or_claims() {
            assertThat(record().find("un/b#vote", "the US agreed")).isEmpty();
            assertThat(record().find("un/a#vote", "the US abstained")).isEmpty();
            assertThat(record().find("un/c#vote", "abstained")).isEmpty();
            assertThat(record().textSha256("un/c#vote")).isEmpty();
            assertThat(EvidenceRecord.empty().find("un/a#vote", "abstained")).isEmpty();
        }

        @Test
        void keeps_what_an_earlier_one_has() {
            EvidenceRecord later = EvidenceRecord.builder()
                    .keep(record(), "un/b#vote", "the US abstained")
                    .keep(record(), "un/b#vote", "the US agreed")
                    .keep(record(), "un/d#vote", "the US abstained")
                    .build();
            assertThat(later.find("un/b#vote", "the US abstained"))
                    .isEqualTo(record().find("un/b#vote", "the US abstained"));
            assertThat(later.find("un/b#vote", "the council's 14 others")).isEmpty();
            assertThat(later.size()).isEqualTo(1);
        }

        @Test
        void is_of_one_text_a_claim() {
            Finding finding = SourceText.of(TEXT).find("abstained");
            EvidenceRecord.Builder builder = EvidenceRecord.builder().add("a", "abstained", HASH, finding);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.keep(record(), "un/b#vote", "the US abstained")
                            .add("a", "US", "f".repeat(64), finding))
                    .withMessage("claim \"a\" has words of two texts, expected one");
        }
    }

    @Nested
    class A_file {

        @Test
        void that_is_no_JSON_is_named_with_its_place() {
            assertThat(read("{\n  \"version\": 1,\n  \"é\ud83d\ude00\" oops\n}"))
                    .isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                    evidence.json:3:8: error DG404: the record is not valid JSON
                      hint: `diplograph evidence --record` writes it anew""");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                []                                   | 1:1 | expected "{"
                1                                    | 1:1 | expected "{"
                {"version": 2}                       | 1:13 | the record has version 2, expected 1
                {"version": "1"}                     | 1:13 | expected a whole number
                {"version": 1.5}                     | 1:13 | expected a whole number
                {"version": 99999999999999999999}    | 1:13 | expected a whole number
                {"claims": {}}                       | 1:14 | the record has no "version", expected 1
                {"x": 1}                             | 1:7 | no key "x" in a record, expected "version" or "claims"
                {"version": 1} {}                    | 1:16 | text follows the record
                {"claims": {"a": 1}}                 | 1:18 | expected "{"
                {"claims": {"a": {"x": 1}}}          | 1:19 | no key "x" in a claim, expected "text" or "words"
                {"claims": {"a": {"text": "abc"}}}   | 1:27 | expected a SHA-256 of 64 hexadecimal digits
                {"claims": {"a": {"text": 1}}}       | 1:27 | expected a SHA-256 of 64 hexadecimal digits
                {"claims": {"a": {"words": {}}}}     | 1:30 | the claim has no "text", expected the SHA-256 of its text
                {"claims": {"a": {"words": {"x": 1}}}} | 1:29 | expected a SHA-256 of 64 hexadecimal digits
                {"claims": {"a": {"words": {"HASH": {"outcome": "missing"}}}}} | 1:109 | no outcome "missing", expected "exact" or "normalised"
                {"claims": {"a": {"words": {"HASH": {"offsets": [1, 2]}}}}} | 1:115 | the words have no "outcome", expected "exact" or "normalised"
                {"claims": {"a": {"words": {"HASH": {"outcome": "exact"}}}}} | 1:116 | the words have offsets [], expected start and end
                {"claims": {"a": {"words": {"HASH": {"outcome": "exact", "offsets": [2, 1]}}}}} | 1:135 | the words have offsets [2, 1], expected start and end
                {"claims": {"a": {"words": {"HASH": {"outcome": "exact", "offsets": [-1]}}}}} | 1:130 | expected a whole number
                {"claims": {"a": {"words": {"HASH": {"outcome": "exact", "offsets": 1}}}}} | 1:129 | no key "offsets" of words, expected "outcome" or a list "offsets"
                """)
        void that_is_JSON_and_no_record_is_named_with_its_place(String json, String place, String message) {
            assertThat(read(json.replace("HASH", HASH))).isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly("evidence.json:" + place + ": error DG404: " + message
                            + "\n  hint: `diplograph evidence --record` writes it anew");
        }

        @Test
        void that_names_a_claim_twice_is_refused() {
            String claim = "\"a\": {\"text\": \"" + HASH + "\"}";
            assertThat(read("{\"version\": 1, \"claims\": {\n" + claim + ",\n" + claim + "}}"))
                    .isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                    evidence.json:3:1: error DG404: claim "a" stands twice in the record
                      hint: `diplograph evidence --record` writes it anew""");
        }

        @Test
        void that_is_hostile_is_refused() {
            assertThat(read("[".repeat(1_000_000))).isEmpty();
            assertThat(read("{\"claims\":".repeat(200_000))).isEmpty();
            assertThat(read("")).isEmpty();
            assertThat(EvidenceRecord.read("evidence.json", new byte[] {'{', (byte) 0xff}, problems::add))
                    .isEmpty();
            assertThat(problems)
                    .map(problem -> problem.problem().code())
                    .containsExactly("DG404", "DG404", "DG404", "DG002");
        }
    }

    @Nested
    class Checks {

        @Test
        void are_as_good_as_the_worst() {
            assertThat(Check.worst(List.of(Check.EXACT, Check.RECORDED, Check.NORMALISED)))
                    .contains(Check.RECORDED);
            assertThat(Check.worst(List.of(Check.MISSING, Check.UNCHECKED))).contains(Check.MISSING);
            assertThat(Check.worst(List.of())).isEmpty();
        }
    }

    @Property(tries = 200)
    void a_record_reads_back_whatever_its_claims_are_called(@ForAll @Size(max = 5) Set<String> claims) {
        SourceText text = SourceText.of(TEXT);
        EvidenceRecord.Builder builder = EvidenceRecord.builder();
        for (String claim : claims) {
            String clean = new String(claim.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            builder.add(clean, "abstained", text.sha256(), text.find("abstained"));
        }
        String json = builder.build().write();
        assertThat(read(json).map(EvidenceRecord::write)).contains(json);
    }
}
