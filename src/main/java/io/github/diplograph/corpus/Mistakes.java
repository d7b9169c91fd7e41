package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes the mistakes of one document, and keeps the search for advice on them short however many there are. */
final class Mistakes implements Consumer<Diagnostic> {

    /** Among so many names the nearest is looked for. */
    static final int MOST_CHOICES = 20_000;

    /** Says nothing to anybody. */
    static final Mistakes UNHEARD = new Mistakes(problem -> {}, 0);

    private static final int SEARCHES = 100;
    private static final int LONGEST = 100;

    private final Consumer<Diagnostic> told;
    private int searches;

    private Mistakes(Consumer<Diagnostic> told, int searches) {
        this.told = told;
        this.searches = searches;
    }

    static Mistakes to(Consumer<Diagnostic> told) {
        return new Mistakes(told, SEARCHES);
    }

    @Override
    public void accept(Diagnostic problem) {
        told.accept(problem);
    }

    /** What a search finds, for the first of very many mistakes only. */
    Optional<String> search(Supplier<Optional<String>> search) {
        if (searches == 0) {
            return Optional.empty();
        }
        searches--;
        return search.get();
    }

    /** What was written, as a message quotes it. */
    static String quoted(String written) {
        return '"' + cut(written) + '"';
    }

    /** What was written, cut where it is very long. */
    static String cut(String written) {
        return written.length() <= LONGEST || written.codePointCount(0, written.length()) <= LONGEST
                ? written
                : written.substring(0, written.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
