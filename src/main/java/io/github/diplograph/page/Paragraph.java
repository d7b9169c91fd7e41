package io.github.diplograph.page;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of an article's text that is not blank, with its sentences. Offsets are code points of the whole text.
 *
 * @param line its number, from 1
 * @param start where it begins, without white space
 * @param end where it ends, exclusive, without white space
 * @param sentences its sentences in order; none if it has neither letter nor digit
 */
record Paragraph(int line, int start, int end, List<Sentence> sentences) {

    /**
     * A sentence, without the white space around it.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     */
    record Sentence(int start, int end) {}

    /** Copies the sentences. */
    Paragraph {
        sentences = List.copyOf(sentences);
    }

    /** The paragraphs of a text. */
    static List<Paragraph> of(int[] text, Locale language) {
        List<Paragraph> paragraphs = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        int line = 1;
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i < text.length && text[i] != '\n' && text[i] != '\r') {
                continue;
            }
            int first = skip(text, start, i);
            int last = back(text, first, i);
            if (first < last) {
                paragraphs.add(new Paragraph(line, first, last, sentences(text, first, last, breaks)));
            }
            if (i + 1 < text.length && text[i] == '\r' && text[i + 1] == '\n') {
                i++;
            }
            line++;
            start = i + 1;
        }
        return paragraphs;
    }

    private static List<Sentence> sentences(int[] text, int start, int end, BreakIterator breaks) {
        String paragraph = new String(text, start, end - start);
        breaks.setText(paragraph);
        List<Sentence> sentences = new ArrayList<>();
        int from = start;
        for (int at = breaks.first(), next = breaks.next();
                next != BreakIterator.DONE;
                at = next, next = breaks.next()) {
            int to = from + paragraph.codePointCount(at, next);
            int first = skip(text, from, to);
            int last = back(text, first, to);
            if (worded(text, first, last)) {
                sentences.add(new Sentence(first, last));
            }
            from = to;
        }
        return sentences;
    }

    private static boolean worded(int[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text[i])) {
                return true;
            }
        }
        return false;
    }

    private static int skip(int[] text, int start, int end) {
        int at = start;
        while (at < end && blank(text[at])) {
            at++;
        }
        return at;
    }

    private static int back(int[] text, int start, int end) {
        int at = end;
        while (at > start && blank(text[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean blank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
