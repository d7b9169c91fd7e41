package io.github.diplograph.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.page.Paragraph.Sentence;
import io.github.diplograph.page.Runs.Mark;
import io.github.diplograph.page.Runs.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reviewer's page over a small text of the tests' own. */
class DossierTests {

    private static final String TEXT =
            "Harbour talks\n\nThe Mayor of Northport welcomed the ferry on Monday. \"We will run"
                    + " it twice a day,\" she said.\nNobody asked about the price.\n***\n";

    private static final String YAML =
            """
            article: {id: ferry, title: Harbour talks, published: 2024-05-07, text: ferry.txt, language: en-GB}
            entities:
              mayor: {person: Mayor of Northport, unnamed: true, passage: "The Mayor of Northport"}
              northport: {place: Northport, passage: "Northport"}
              ferry-service: {topic: ferry}
            statements:
              - by: mayor
                verb: welcomed
                about: ferry-service
                date: 2024-05-06
                inferred: [date]
                says: the ferry is good news for the town
                quote: "We will run it twice a day"
                passage: ["Mayor of Northport welcomed the ferry", "on Monday"]
            """;

    @TempDir
    Path folder;

    private TestCorpus corpus;

    @BeforeEach
    void write() {
        corpus = TestCorpus.in(folder).with("curated.yaml", YAML).with("ferry.txt", TEXT);
    }

    private Review review() {
        Corpus read = corpus.read();
        assertThat(read.isReviewable()).as("%s", read.diagnostics()).isTrue();
        return Dossier.of(read).review("ferry");
    }

    /** What a reader sees of the article: its lines without markup, reference numbers and labels for screen readers. */
    private static List<String> lines(String html) {
        Matcher lines = Pattern.compile("<p dir=\"auto\"[^>]*>(.*?)</p>").matcher(html);
        return lines.results()
                .map(line -> line.group(1)
                        .replaceAll("<sup>.*?</sup>|<span class=\"label\">.*?</span>", "")
                        .replaceAll("<[^>]+>", ""))
                .toList();
    }

    @Nested
    class The_text {

        @Test
        void stands_there_whole_and_in_order_however_many_marks_lie_over_it() {
            assertThat(lines(review().html()))
                    .containsExactly(
                            "Harbour talks",
                            "The Mayor of Northport welcomed the ferry on Monday. &quot;We will run it twice a day,&quot;"
                                    + " she said.",
                            "Nobody asked about the price.",
                            "***");
        }

        @Test
        void is_counted_by_sentences_that_some_claim_covers() {
            Review review = review();
            assertThat(review.sentences().stream().map(sentence -> review.text(sentence.start(), sentence.end())))
                    .containsExactly(
                            "Harbour talks",
                            "The Mayor of Northport welcomed the ferry on Monday.",
                            "\"We will run it twice a day,\" she said.",
                            "Nobody asked about the price.");
            assertThat(review.covered()).isEqualTo(2);
            assertThat(review.html())
                    .contains("<b>2 of 4</b> sentences are covered")
                    .contains("<span class=\"open\" id=\"s108\">Nobody asked about the price.");
        }

        @Test
        void has_its_sentences_whatever_ends_its_lines() {
            int[] text = "One. Two 🚢 three?\r\n \u00a0\rFour".codePoints().toArray();
            assertThat(Paragraph.of(text, Locale.ENGLISH))
                    .containsExactly(
                            new Paragraph(1, 0, 17, List.of(new Sentence(0, 4), new Sentence(5, 17))),
                            new Paragraph(3, 22, 26, List.of(new Sentence(22, 26))));
        }
    }

    @Nested
    class Marks_that_overlap {

        private final Mark quote = new Mark(0, 10, 1, 1, true);
        private final Mark passage = new Mark(5, 20, 2, 1, false);
        private final Mark inner = new Mark(6, 8, 3, 2, false);

        @Test
        void are_cut_where_one_begins_or_ends() {
            assertThat(Runs.of(0, 25, List.of(inner, passage, quote)))
                    .containsExactly(
                            new Run(0, 5, List.of(quote)),
                            new Run(5, 6, List.of(quote, passage)),
                            new Run(6, 8, List.of(quote, passage, inner)),
                            new Run(8, 10, List.of(quote, passage)),
                            new Run(10, 20, List.of(passage)),
                            new Run(20, 25, List.of()));
        }

        @Test
        void that_reach_beyond_a_sentence_go_on_in_the_next() {
            assertThat(Runs.of(0, 7, List.of(passage)))
                    .containsExactly(new Run(0, 5, List.of()), new Run(5, 7, List.of(passage)));
            assertThat(Runs.of(8, 30, List.of(passage)))
                    .containsExactly(new Run(8, 20, List.of(passage)), new Run(20, 30, List.of()));
        }

        @Test
        void end_where_the_claim_is_referred_to_and_not_before() {
            List<Run> runs = Runs.of(0, 25, List.of(quote, passage, inner));
            assertThat(runs.stream().map(Run::ending).map(Object::toString))
                    .containsExactly("[]", "[]", "[3]", "[1]", "[2]", "[]");
        }

        @Test
        void show_both_that_they_quote_and_that_they_are_a_passage() {
            Run both = Runs.of(0, 25, List.of(quote, passage)).get(1);
            assertThat(both.quoted()).isTrue();
            assertThat(both.passage()).isTrue();
            assertThat(both.cards()).containsExactly(1, 2);
        }

        @Test
        void leave_the_words_of_each_claim_whole() {
            Review review = review();
            Matcher marks = Pattern.compile("<mark class=\"m[^\"]*\\bm2\\b[^\"]*\">(.*?)</mark>")
                    .matcher(review.html());
            StringBuilder words = new StringBuilder();
            marks.results().forEach(mark -> words.append(mark.group(1).replaceAll("<[^>]+>", "")));
            assertThat(review.cards().get(1).kind()).isEqualTo("statement");
            assertThat(words).hasToString("Mayor of Northport welcomed the ferryon MondayWe will run it twice a day");
        }
    }

    @Nested
    class A_claim {

        @Test
        void says_who_does_what_when_in_which_words_and_where_it_is_written() {
            String html = review().html();
            String card = html.substring(html.indexOf("<article class=\"card\" id=\"c2\">"));
            assertThat(card.substring(0, card.indexOf("</article>"))
                            .replaceAll("<[^>]+>", " ")
                            .replaceAll("\\s+", " "))
                    .isEqualTo(" 2 statement Mayor of Northport welcomed the ferry is good news for the town"
                            + " about ferry date 2024-05-06 inferred quote “We will run it twice a day” exact"
                            + " passage “Mayor of Northport welcomed the ferry” exact passage “on Monday” exact"
                            + " curated.yaml:7:5 statement:welcomed:mayor::ferry-service:2024-05-06 ");
        }

        @Test
        void and_its_words_light_each_other_up() {
            String html = review().html();
            assertThat(html)
                    .contains(
                            ":root:has(:is(#c2,.m2,.r2,.a2):is(:hover,:target,:focus-within)) :is(#c2,.m2)",
                            "href=\"#w2-1\"",
                            "id=\"w2-1\"",
                            "href=\"#c2\"");
            Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
            assertThat(links.results().map(link -> link.group(1)))
                    .allSatisfy(id -> assertThat(html).containsOnlyOnce(" id=\"" + id + "\""));
        }

        @Test
        void without_words_stands_at_the_end() {
            String html = review().html();
            assertThat(html.substring(html.indexOf("<h2>Claims that cite no words</h2>")))
                    .contains("<bdi class=\"who\">ferry</bdi>");
        }
    }

    @Nested
    class What_is_wrong {

        @Test
        void is_said_before_the_text() throws IOException {
            corpus.with("curated.yaml", YAML.replace("welcomed the ferry\"", "welcomed the new ferry\""));
            Review review = review();
            String html = review.html();
            String top =
                    html.substring(html.indexOf("<h2>What is wrong</h2>"), html.indexOf("<h2>Text and claims</h2>"));
            assertThat(top)
                    .contains(
                            "error DG401: the article does not have the words &quot;Mayor of Northport welcomed the new ferry&quot;")
                    .contains("hint: line 3 of the text has &quot;Mayor of Northport welcomed the ferry on&quot;")
                    .contains("<a href=\"#c3\">statement:welcomed:mayor::ferry-service:2024-05-06</a>");
            assertThat(html).contains("<article class=\"card bad\" id=\"c3\">");
        }

        @Test
        void is_a_text_that_is_not_the_one_that_was_looked_through() {
            String record = corpus.read().evidence().write();
            corpus.with("evidence.json", record).with("ferry.txt", TEXT + "Corrected on 8 May.\n");
            assertThat(review().html())
                    .contains(
                            "warning DG403: the text of &quot;ferry&quot; has changed since its evidence was recorded");
        }

        @Test
        void is_nothing_where_nothing_is_wrong() {
            corpus.with("curated.yaml", YAML.replace("topic: ferry}", "topic: ferry, passage: \"the ferry\"}"));
            assertThat(review().html()).contains("<section class=\"clean\">").doesNotContain("class=\"wrong\"");
        }

        @Test
        void is_no_page_where_a_claim_means_nothing() {
            corpus.with("curated.yaml", YAML.replace("verb: welcomed", "verb: welcomd"));
            Corpus read = corpus.read();
            assertThat(read.isReviewable()).isFalse();
            Dossier dossier = Dossier.of(read);
            assertThatThrownBy(() -> dossier.review("ferry"))
                    .isInstanceOf(DiplographException.class)
                    .hasMessageContaining("the corpus has errors");
        }

        @Test
        void is_an_article_that_nobody_knows_or_that_is_not_at_hand() {
            Dossier dossier = Dossier.of(corpus.read());
            assertThatThrownBy(() -> dossier.review("fery"))
                    .hasMessage("the corpus has no article \"fery\"; did you mean \"ferry\"?");
            assertThatThrownBy(() -> dossier.review("something-else"))
                    .hasMessage("the corpus has no article \"something-else\"; it has ferry");
            corpus.without("ferry.txt");
            Dossier bare = Dossier.of(corpus.read());
            assertThatThrownBy(() -> bare.review("ferry"))
                    .hasMessage(
                            "the text of \"ferry\" is not at hand, and a page shows claims beside it; name the folder"
                                    + " that has ferry.txt with --texts");
        }
    }

    @Nested
    class A_hostile_text {

        private static final String EVIL = "<script>alert(1)</script> & \"quoted\" 'x' \u001b[31mred \u202eabc\u2066";

        @BeforeEach
        void write() {
            corpus.with("ferry.txt", TEXT + EVIL + "\n")
                    .with(
                            "curated.yaml",
                            YAML.replace(
                                            "title: Harbour talks",
                                            "title: \"</title><script>x\", url: 'javascript:alert(1)'")
                                    .replace("text: ferry.txt", "text: ferry.txt, publisher: null-island")
                                    .replace(
                                            "entities:",
                                            "entities:\n  null-island: {organisation: \"<b onclick='x'>\", passage:"
                                                    + " \"<script>alert(1)</script> &\"}"));
        }

        @Test
        void commands_neither_browser_nor_terminal() {
            String html = review().html();
            assertThat(html)
                    .doesNotContain("<script", "onclick='", "href=\"javascript", "\u001b", "\u202e", "\u2066")
                    .contains("&lt;/title&gt;&lt;script&gt;x", "&lt;b onclick=&#39;x&#39;&gt;")
                    .contains("\\u001b[31mred \\u202eabc\\u2066");
            assertThat(lines(html))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;x&#39;"
                            + " \\u001b[31mred \\u202eabc\\u2066");
        }

        @Test
        void finds_a_policy_that_admits_the_pages_own_style_and_nothing_else() throws Exception {
            String html = review().html();
            String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
            byte[] hash =
                    java.security.MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            assertThat(html)
                    .contains("content=\"default-src 'none'; style-src 'sha256-"
                            + java.util.Base64.getEncoder().encodeToString(hash)
                            + "'; base-uri 'none'; form-action 'none'\"")
                    .doesNotContain(" style=\"", "@import", "url(");
        }
    }

    @Nested
    class The_object {

        @Test
        void says_what_the_page_says() {
            Map<String, Object> object = Map.copyOf(withoutNulls(review().object()));
            assertThat(object)
                    .containsEntry("article", "ferry")
                    .containsEntry("sentences", 4)
                    .containsEntry("covered", 2L)
                    .containsEntry("withoutWords", 1)
                    .containsEntry("claimsByKind", Map.of("entities", 3, "statements", 1));
            assertThat(object.get("claims").toString())
                    .contains("number=2, claim=test/curated#statement:welcomed:mayor::ferry-service:2024-05-06,"
                            + " place=curated.yaml:7:5, kind=statement, who=Mayor of Northport, does=welcomed, whom=,"
                            + " says=the ferry is good news for the town")
                    .contains(
                            "{key=quote, words=We will run it twice a day, check=exact, foldings=[], start=69, end=95}");
        }

        private Map<String, Object> withoutNulls(Map<String, Object> object) {
            object.values().removeIf(java.util.Objects::isNull);
            return object;
        }
    }

    @Test
    void the_same_files_make_the_same_page() throws IOException {
        String once = review().html();
        Files.writeString(folder.resolve("other.yaml"), "entities:\n  quay: {place: The Quay}\n");
        assertThat(review().html()).isEqualTo(once);
    }
}
