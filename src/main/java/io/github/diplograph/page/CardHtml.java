package io.github.diplograph.page;

import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.Folding;
import io.github.diplograph.evidence.Passage;
import io.github.diplograph.page.Card.Fact;
import java.util.List;
import java.util.stream.Collectors;

/** A claim as HTML: what it says, with which reserve, in which words, and where it is written. */
final class CardHtml {

    private static final List<String> USUAL = List.of("", "occurred");

    private final Card card;
    private final Html html;

    CardHtml(Card card, Html html) {
        this.card = card;
        this.html = html;
    }

    void write() {
        html.tag("<article class=\"card" + (card.isWrong() ? " bad" : "") + "\" id=\"c" + card.number() + "\">\n<h4>")
                .tag("<span class=\"n\">" + card.number() + "</span> ")
                .element("span class=\"kind\"", card.kind())
                .tag(" ");
        part("who", card.who());
        part("does", card.does());
        if (!card.whom().isEmpty()) {
            html.tag("<span class=\"to\" aria-hidden=\"true\">→</span> ");
            part("whom", card.whom());
        }
        html.tag("</h4>\n");
        reserves();
        if (!card.text("says").isEmpty()) {
            html.element("p class=\"says\"", card.text("says")).tag("\n");
        }
        facts();
        words();
        html.tag("<p class=\"place\">")
                .element("code", card.claim().entry().position().toString())
                .tag(" ")
                .element("span", card.name())
                .tag("</p>\n</article>\n");
    }

    private void part(String name, String text) {
        if (!text.isEmpty()) {
            html.element("bdi class=\"" + name + "\"", text).tag(" ");
        }
    }

    /** Whatever makes it less than something that the article itself says plainly to have happened. */
    private void reserves() {
        List<String> accordingTo = card.claim().links("according to").stream()
                .map(ref -> ref.name())
                .toList();
        String status = card.text("status");
        if (accordingTo.isEmpty()
                && USUAL.contains(status)
                && card.text("hedge").isEmpty()
                && card.text("seen in").isEmpty()
                && !card.claim().negated()) {
            return;
        }
        html.tag("<p class=\"reserves\">");
        if (card.claim().negated()) {
            html.tag("<span>negated</span> ");
        }
        if (!USUAL.contains(status)) {
            html.element("span", status).tag(" ");
        }
        if (!accordingTo.isEmpty()) {
            html.element("span", "according to " + String.join(", ", accordingTo))
                    .tag(" ");
        }
        if (!card.text("hedge").isEmpty()) {
            html.element("span", "hedge: " + card.text("hedge")).tag(" ");
        }
        if (!card.text("seen in").isEmpty()) {
            html.element("span", "seen in: " + card.text("seen in")).tag(" ");
        }
        html.tag("</p>\n");
    }

    private void facts() {
        List<Fact> facts = card.facts().stream()
                .filter(fact -> !fact.key().equals("according to"))
                .toList();
        if (facts.isEmpty()) {
            return;
        }
        html.tag("<dl>");
        for (Fact fact : facts) {
            html.tag("<div>").element("dt", fact.key()).tag("<dd>").text(String.join(", ", fact.values()));
            if (fact.inferred()) {
                html.tag(" <i>inferred</i>");
            }
            html.tag("</dd></div>");
        }
        html.tag("</dl>\n");
    }

    private void words() {
        if (card.cited().isEmpty()) {
            html.tag("<p class=\"words\"><span class=\"check silent\">cites no words</span></p>\n");
            return;
        }
        html.tag("<ul class=\"words\">\n");
        for (int i = 0; i < card.cited().size(); i++) {
            word(card.cited().get(i), i + 1);
        }
        html.tag("</ul>\n");
    }

    private void word(Cited words, int place) {
        Check outcome = words.finding().outcome();
        html.tag("<li>").element("span class=\"key\"", words.key()).tag(" ");
        if (words.finding().isFound()) {
            html.tag("<a class=\"" + (words.isQuote() ? "q" : "p") + "\" href=\"#w" + card.number() + "-" + place
                    + "\">");
        }
        html.element("bdi", "“" + words.words() + "”");
        html.tag(words.finding().isFound() ? "</a> " : " ");
        String foldings =
                words.finding().foldings().stream().map(Folding::toString).collect(Collectors.joining(", "));
        html.element(
                "span class=\"check " + outcome + "\"",
                foldings.isEmpty() ? outcome.toString() : outcome + ": " + foldings);
        Passage nearest = words.finding().nearest();
        if (nearest != null) {
            html.text(" line " + nearest.line() + " has ").element("bdi", "“" + nearest.text() + "”");
        }
        html.tag("</li>\n");
    }
}
