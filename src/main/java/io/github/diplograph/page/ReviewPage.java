package io.github.diplograph.page;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.page.Paragraph.Sentence;
import io.github.diplograph.page.Runs.Mark;
import io.github.diplograph.page.Runs.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A review as HTML. Claims and their words light up together by CSS alone; the content security policy admits that one
 * style sheet and nothing else.
 */
final class ReviewPage {

    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private final Review review;
    private final Html html = new Html();
    private final Set<Integer> shown = new HashSet<>();
    private final Set<String> anchors = new HashSet<>();

    ReviewPage(Review review) {
        this.review = review;
    }

    String html() {
        String style = style();
        html.tag("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .tag(sha256(style))
                .tag("'; base-uri 'none'; form-action 'none'\">\n")
                .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .tag("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", "Review: " + review.title())
                .tag("\n<style>")
                .tag(style)
                .tag("</style>\n</head>\n<body>\n");
        head();
        wrong();
        article();
        rest("lost", "Claims whose words are not in the text", review.lost());
        rest("silent", "Claims that cite no words", review.silent());
        return html.tag("</main>\n</body>\n</html>\n").toString();
    }

    private void head() {
        Header header = review.header();
        html.tag("<a class=\"skip\" href=\"#text\">To the text</a>\n<header>\n<p class=\"kicker\">Review</p>\n")
                .element("h1", review.title())
                .tag("\n<p class=\"source\">")
                .element("code", header.id());
        if (header.published() != null) {
            html.text(" · published " + header.published().text());
        }
        review.corpus()
                .publisher(review.documents().get(0))
                .ifPresent(publisher -> html.text(" · " + publisher.name()));
        if (header.url() != null && WEB.matcher(header.url()).matches()) {
            html.tag(" · <a rel=\"noreferrer\" href=\"" + Html.escaped(header.url()) + "\">")
                    .text(header.url())
                    .tag("</a>");
        } else if (header.url() != null) {
            html.text(" · " + header.url());
        }
        html.text(" · extracted in ");
        review.documents()
                .forEach(document -> html.element("code", document.file()).tag(" "));
        html.tag("</p>\n</header>\n<main>\n<section>\n<h2>Coverage</h2>\n<ul class=\"counts\">\n");
        int sentences = review.sentences().size();
        count(review.covered() + " of " + sentences, sentences == 1 ? "sentence is covered" : "sentences are covered");
        count(review.words().cited() + " of " + review.words().all(), "words are cited");
        html.tag("</ul>\n<ul class=\"counts\">\n");
        review.kinds().forEach((section, number) -> count(number.toString(), plural(section, number)));
        html.tag("</ul>\n<ul class=\"counts evidence\">\n");
        review.outcomes().forEach((check, number) -> count(number.toString(), check.toString(), check.toString()));
        if (!review.silent().isEmpty()) {
            count(Integer.toString(review.silent().size()), "without words", "silent");
        }
        html.tag("</ul>\n<p class=\"legend\"><span class=\"m q\">quotation</span> <span class=\"m p\">passage</span> ")
                .tag("<span class=\"m q p\">both</span> <span class=\"open\">not covered by any claim</span> ")
                .tag(
                        "<span>Numbers lead to the claims; point at a claim, or follow a number, to see its words.</span></p>\n");
        html.tag("</section>\n");
    }

    private void count(String number, String what, String... classes) {
        html.tag("<li class=\"" + String.join(" ", classes) + "\">")
                .element("b", number)
                .text(" " + what)
                .tag("</li>\n");
    }

    private static String plural(String section, int number) {
        return number != 1
                ? section
                : section.equals("entities") ? "entity" : section.substring(0, section.length() - 1);
    }

    /** Everything that is wrong, in words, before anything else is read. */
    private void wrong() {
        List<Sentence> open = review.sentences().stream()
                .filter(sentence -> !review.isCovered(sentence))
                .toList();
        boolean clean = review.problems().isEmpty() && review.wrong().isEmpty();
        html.tag("<section class=\"" + (clean ? "clean" : "wrong") + "\">\n<h2>What is wrong</h2>\n");
        if (clean) {
            html.tag(
                    "<p>Nothing: every word that a claim cites is in the text, and the text is the one that was looked through before.</p>\n");
        }
        if (!review.problems().isEmpty()) {
            html.tag("<ul>\n");
            review.problems().forEach(this::problem);
            html.tag("</ul>\n");
        }
        if (!review.wrong().isEmpty()) {
            html.tag("<p>Claims with words that are not in the text, or that nobody looked for: ");
            review.wrong().forEach(card -> html.tag("<a href=\"#c" + card.number() + "\">")
                    .text(card.name())
                    .tag("</a> "));
            html.tag("</p>\n");
        }
        html.tag("</section>\n");
        if (!open.isEmpty()) {
            html.tag("<section>\n<h2>Not covered</h2>\n<ol class=\"uncovered\">\n");
            for (Sentence sentence : open) {
                html.tag("<li><a href=\"#s" + sentence.start() + "\" dir=\"auto\">")
                        .text(review.text(sentence.start(), sentence.end()))
                        .tag("</a></li>\n");
            }
            html.tag("</ol>\n</section>\n");
        }
    }

    private void problem(Diagnostic problem) {
        html.tag("<li class=\"" + problem.problem().severity().toString().toLowerCase(Locale.ROOT) + "\">")
                .element("code", problem.position().toString())
                .text(" " + problem.problem().severity() + " "
                        + problem.problem().code() + ": " + problem.message());
        if (problem.hint() != null) {
            html.tag("<br>").text("hint: " + problem.hint());
        }
        html.tag("</li>\n");
    }

    private void article() {
        html.tag("<section id=\"text\">\n<h2>Text and claims</h2>\n");
        String language = review.header().language();
        String lang = language != null && LANGUAGE.matcher(language).matches() ? " lang=\"" + language + "\"" : "";
        for (Paragraph paragraph : review.paragraphs()) {
            html.tag("<div class=\"row\">\n<div class=\"text\">\n<h3>Line " + paragraph.line()
                    + "</h3>\n<p dir=\"auto\"" + lang + ">");
            int at = paragraph.start();
            for (Sentence sentence : paragraph.sentences()) {
                html.text(review.text(at, sentence.start()));
                sentence(sentence);
                at = sentence.end();
            }
            html.text(review.text(at, paragraph.end())).tag("</p>\n</div>\n<div class=\"claims\">\n");
            List<Card> again = new ArrayList<>();
            for (Card card : review.cards(paragraph.start(), paragraph.end())) {
                if (shown.add(card.number())) {
                    card(card);
                } else {
                    again.add(card);
                }
            }
            if (!again.isEmpty()) {
                html.tag("<p class=\"again\">also ");
                again.forEach(card -> number(card, "cited"));
                html.tag("</p>\n");
            }
            html.tag("</div>\n</div>\n");
        }
        html.tag("</section>\n");
    }

    private void sentence(Sentence sentence) {
        if (!review.isCovered(sentence)) {
            html.tag("<span class=\"open\" id=\"s" + sentence.start() + "\">")
                    .text(review.text(sentence.start(), sentence.end()))
                    .tag("<span class=\"label\"> not covered</span></span>");
            return;
        }
        for (Run run : Runs.of(sentence.start(), sentence.end(), review.marks())) {
            if (run.marks().isEmpty()) {
                html.text(review.text(run.start(), run.end()));
                continue;
            }
            List<String> classes = new ArrayList<>(List.of("m", run.quoted() ? "q" : "", run.passage() ? "p" : ""));
            run.cards().forEach(number -> classes.add("m" + number));
            html.tag("<mark class=\"" + Html.classes(classes) + "\">");
            run.marks().forEach(this::anchor);
            html.text(review.text(run.start(), run.end())).tag("</mark>");
            if (!run.ending().isEmpty()) {
                html.tag("<sup>");
                run.ending().forEach(number -> number(review.cards().get(number - 1), "cited"));
                html.tag("</sup>");
            }
        }
    }

    /** Where a claim's words begin: what the claim links to. */
    private void anchor(Mark mark) {
        String id = "w" + mark.card() + "-" + mark.word();
        if (anchors.add(id)) {
            html.tag("<span class=\"a" + mark.card() + "\" id=\"" + id + "\"></span>");
        }
    }

    private void number(Card card, String why) {
        html.tag("<a class=\"r" + card.number() + "\" href=\"#c" + card.number() + "\" title=\"")
                .text(sentenceOf(card))
                .tag("\"><span class=\"label\">" + why + " by claim </span>" + card.number() + "</a>");
    }

    private static String sentenceOf(Card card) {
        return String.join(" ", List.of(card.kind() + ":", card.who(), card.does(), card.whom()))
                .strip();
    }

    private void rest(String id, String title, List<Card> cards) {
        if (!cards.isEmpty()) {
            html.tag("<section id=\"" + id + "\">\n").element("h2", title).tag("\n<div class=\"claims rest\">\n");
            cards.forEach(this::card);
            html.tag("</div>\n</section>\n");
        }
    }

    private void card(Card card) {
        new CardHtml(card, html).write();
    }

    private String style() {
        StringBuilder style = new StringBuilder(resource("review.css"));
        for (Card card : review.cards()) {
            int n = card.number();
            style.append(String.format(
                    "\n:root:has(:is(#c%1$d,.m%1$d,.r%1$d,.a%1$d):is(:hover,:target,:focus-within)) :is(#c%1$d,.m%1$d)"
                            + "{--lit:1;outline:2px solid var(--accent)}",
                    n));
        }
        return style.toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReviewPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
