package io.github.diplograph.page;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Document;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.page.Paragraph.Sentence;
import io.github.diplograph.page.Runs.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One article under review: its text by paragraph and sentence, the claims made in it, which of them cite which words,
 * and what is wrong.
 */
public final class Review {

    private final Corpus corpus;
    private final Header header;
    private final List<Document> documents;
    private final SourceText source;
    private final int[] text;
    private final List<Diagnostic> problems;
    private final List<Paragraph> paragraphs;
    private final List<Card> cards;
    private final List<Mark> marks = new ArrayList<>();

    private Review(Corpus corpus, List<Document> documents, SourceText source, List<Diagnostic> problems) {
        this.corpus = corpus;
        this.documents = documents;
        this.source = source;
        this.problems = problems;
        this.header = documents.get(0).source().orElseThrow();
        this.text = source.text().codePoints().toArray();
        this.paragraphs = Paragraph.of(
                text, header.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(header.language()));
        List<Card> inOrder = documents.stream()
                .flatMap(document -> corpus.claims(document).stream())
                .map(claim -> Card.of(claim, source))
                .sorted(Comparator.comparingInt(Card::place))
                .toList();
        List<Card> numbered = new ArrayList<>();
        for (Card card : inOrder) {
            numbered.add(card.numbered(numbered.size() + 1));
        }
        this.cards = List.copyOf(numbered);
        for (Card card : cards) {
            for (int i = 0; i < card.cited().size(); i++) {
                Cited words = card.cited().get(i);
                if (words.finding().isFound()) {
                    marks.add(new Mark(words.start(), words.end(), card.number(), i + 1, words.isQuote()));
                }
            }
        }
    }

    static Review of(Corpus corpus, List<Document> documents, SourceText text, List<Diagnostic> problems) {
        return new Review(corpus, documents, text, List.copyOf(problems));
    }

    /**
     * The page: one HTML file that needs nothing else, neither network nor scripts.
     *
     * @return HTML, with a line break at its end
     */
    public String html() {
        return new ReviewPage(this).html();
    }

    /**
     * What the page shows, for programs: maps, lists, texts and numbers that any JSON library writes.
     *
     * @return the same as an object
     */
    public Map<String, @Nullable Object> object() {
        return new ReviewObject(this).object();
    }

    Corpus corpus() {
        return corpus;
    }

    Header header() {
        return header;
    }

    List<Document> documents() {
        return documents;
    }

    String sha256() {
        return source.sha256();
    }

    List<Diagnostic> problems() {
        return problems;
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** All claims, in the order in which the text has their words; those whose words it does not have are last. */
    List<Card> cards() {
        return cards;
    }

    List<Mark> marks() {
        return Collections.unmodifiableList(marks);
    }

    /** A piece of the text. */
    String text(int start, int end) {
        return new String(text, start, end - start);
    }

    /** The claims of which some words lie between two places. */
    List<Card> cards(int start, int end) {
        return marks.stream()
                .filter(mark -> mark.start() < end && mark.end() > start)
                .map(Mark::card)
                .distinct()
                .sorted()
                .map(number -> cards.get(number - 1))
                .toList();
    }

    boolean isCovered(Sentence sentence) {
        return marks.stream().anyMatch(mark -> mark.start() < sentence.end() && mark.end() > sentence.start());
    }

    List<Sentence> sentences() {
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.sentences().stream())
                .toList();
    }

    /** How many words the sentences have, and how many of them a claim cites. */
    Words words() {
        BitSet cited = new BitSet(text.length);
        marks.forEach(mark -> cited.set(mark.start(), mark.end()));
        int all = 0;
        int within = 0;
        for (int i = 0; i < text.length; i++) {
            if (Character.isLetterOrDigit(text[i]) && (i == 0 || !Character.isLetterOrDigit(text[i - 1]))) {
                all++;
                within += cited.get(i) ? 1 : 0;
            }
        }
        return new Words(all, within);
    }

    /**
     * A count of words.
     *
     * @param all all words of the text
     * @param cited those that a claim cites
     */
    record Words(int all, int cited) {}

    long covered() {
        return sentences().stream().filter(this::isCovered).count();
    }

    /** How many claims there are of each kind, by section. */
    Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new TreeMap<>();
        cards.forEach(card -> kinds.merge(card.claim().section(), 1, Integer::sum));
        return kinds;
    }

    /** How many claims have which outcome. */
    Map<Check, Integer> outcomes() {
        Map<Check, Integer> outcomes = new EnumMap<>(Check.class);
        cards.forEach(card -> card.check().ifPresent(check -> outcomes.merge(check, 1, Integer::sum)));
        return outcomes;
    }

    /** The claims whose words are not all in the text. */
    List<Card> wrong() {
        return cards.stream().filter(Card::isWrong).toList();
    }

    /** The claims that cite no words. */
    List<Card> silent() {
        return cards.stream().filter(card -> card.check().isEmpty()).toList();
    }

    /** The claims that cite words of which the text has none. */
    List<Card> lost() {
        return cards.stream()
                .filter(card ->
                        card.check().isPresent() && card.found().findAny().isEmpty())
                .toList();
    }

    /** The title of the article, or its id. */
    String title() {
        return Objects.requireNonNullElse(header.title(), header.id());
    }
}
