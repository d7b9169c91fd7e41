package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What messages quote and advise, kept short and quick however long and many the mistakes of a file are. */
final class Hints {

    private static final int LONGEST = 60;
    private static final int FEW = 30;

    private int searches = 500;

    /** The nearest of many choices; of a file with very many mistakes only for the first of them. */
    Optional<String> nearest(String written, Collection<String> choices) {
        return searches-- > 0 ? Nearest.to(written, choices) : Optional.empty();
    }

    /** The nearest choice as a hint, or another hint. */
    String nearest(String written, Collection<String> choices, String otherwise) {
        return nearest(written, choices)
                .map(choice -> "did you mean \"" + choice + "\"?")
                .orElse(otherwise);
    }

    /** The first of many words. */
    static String some(Collection<String> words) {
        return words.stream().limit(FEW).collect(Collectors.joining(", ")) + (words.size() > FEW ? ", …" : "");
    }

    /** A word as a message quotes it. */
    static String quoted(String written) {
        return '"' + cut(written) + '"';
    }

    /** A key as a message quotes it. */
    static String key(String written) {
        return '`' + cut(written) + '`';
    }

    private static String cut(String written) {
        return written.codePointCount(0, written.length()) <= LONGEST
                ? written
                : written.substring(0, written.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
