package io.github.diplograph.page;

import io.github.diplograph.corpus.Document;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.Folding;
import io.github.diplograph.evidence.Passage;
import io.github.diplograph.page.Paragraph.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a review says, as an object; keys as the page's headings. */
final class ReviewObject {

    private final Review review;

    ReviewObject(Review review) {
        this.review = review;
    }

    Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("corpus", review.corpus().name());
        object.put("article", review.header().id());
        object.put("title", review.header().title());
        object.put(
                "published",
                review.header().published() == null
                        ? null
                        : review.header().published().text());
        object.put("url", review.header().url());
        object.put("files", review.documents().stream().map(Document::file).toList());
        object.put("textSha256", review.sha256());
        object.put("sentences", review.sentences().size());
        object.put("covered", review.covered());
        object.put("words", review.words().all());
        object.put("cited", review.words().cited());
        object.put("claimsByKind", review.kinds());
        Map<String, Integer> evidence = new LinkedHashMap<>();
        for (Check check : Check.values()) {
            evidence.put(check.toString(), review.outcomes().getOrDefault(check, 0));
        }
        object.put("evidence", evidence);
        object.put("withoutWords", review.silent().size());
        object.put(
                "problems",
                review.problems().stream().map(ReviewObject::problem).toList());
        object.put(
                "paragraphs", review.paragraphs().stream().map(this::paragraph).toList());
        object.put("claims", review.cards().stream().map(ReviewObject::card).toList());
        return object;
    }

    private static Map<String, @Nullable Object> problem(Diagnostic problem) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("place", problem.position().toString());
        object.put("severity", problem.problem().severity().toString());
        object.put("code", problem.problem().code());
        object.put("message", problem.message());
        object.put("hint", problem.hint());
        return object;
    }

    private Map<String, @Nullable Object> paragraph(Paragraph paragraph) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("line", paragraph.line());
        object.put("text", review.text(paragraph.start(), paragraph.end()));
        object.put(
                "sentences", paragraph.sentences().stream().map(this::sentence).toList());
        return object;
    }

    private Map<String, @Nullable Object> sentence(Sentence sentence) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", review.text(sentence.start(), sentence.end()));
        object.put("start", sentence.start());
        object.put("end", sentence.end());
        object.put("covered", review.isCovered(sentence));
        object.put(
                "claims",
                review.cards(sentence.start(), sentence.end()).stream()
                        .map(Card::number)
                        .toList());
        return object;
    }

    private static Map<String, @Nullable Object> card(Card card) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("number", card.number());
        object.put("claim", card.claim().id());
        object.put("place", card.claim().entry().position().toString());
        object.put("kind", card.kind());
        object.put("who", card.who());
        object.put("does", card.does());
        object.put("whom", card.whom());
        for (String key : List.of("status", "says", "hedge")) {
            card.claim().entry().text(key).ifPresent(text -> object.put(key, text.text()));
        }
        card.claim().entry().text("seen in").ifPresent(text -> object.put("seenIn", text.text()));
        if (card.claim().negated()) {
            object.put("negated", true);
        }
        Map<String, List<String>> facts = new LinkedHashMap<>();
        card.facts().forEach(fact -> facts.merge(fact.key(), fact.values(), ReviewObject::both));
        object.put("facts", facts);
        object.put("inferred", values(card));
        object.put("check", card.check().map(Check::toString).orElse(null));
        object.put("words", card.cited().stream().map(ReviewObject::words).toList());
        return object;
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> values(Card card) {
        return card.claim().entry().texts("inferred").stream()
                .map(text -> text.text())
                .toList();
    }

    private static Map<String, @Nullable Object> words(Cited words) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("key", words.key());
        object.put("words", words.words());
        object.put("check", words.finding().outcome().toString());
        object.put(
                "foldings",
                words.finding().foldings().stream().map(Folding::toString).toList());
        if (words.finding().isFound()) {
            object.put("start", words.start());
            object.put("end", words.end());
        }
        Passage nearest = words.finding().nearest();
        if (nearest != null) {
            object.put("nearest", nearest.text());
            object.put("nearestLine", nearest.line());
        }
        return object;
    }
}
