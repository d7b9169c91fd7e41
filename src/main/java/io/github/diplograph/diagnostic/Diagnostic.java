package io.github.diplograph.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in one place.
 *
 * @param position where it is
 * @param problem which rule it breaks
 * @param message one sentence in lower case, without full stop, quoting what was written and saying what was expected
 * @param hint what to do, or null
 * @param excerpt the line it stands on, cut where it is long, and below it a caret; null until {@link #withExcerpt} or
 *     where there is none
 */
public record Diagnostic(
        Position position, Problem problem, String message, @Nullable String hint, @Nullable String excerpt)
        implements Comparable<Diagnostic> {

    private static final int LONGEST = 4000;

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::position)
            .thenComparing(diagnostic -> diagnostic.problem().code())
            .thenComparing(Diagnostic::message);

    /** Checks that nothing but hint and excerpt is missing. */
    public Diagnostic {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(message, "message");
    }

    /**
     * A mistake without advice.
     *
     * @param position where it is
     * @param problem which rule it breaks
     * @param message one sentence
     * @return the diagnostic
     */
    public static Diagnostic of(Position position, Problem problem, String message) {
        return of(position, problem, message, null);
    }

    /**
     * A mistake with advice.
     *
     * @param position where it is
     * @param problem which rule it breaks
     * @param message one sentence
     * @param hint what to do, or null
     * @return the diagnostic
     */
    public static Diagnostic of(Position position, Problem problem, String message, @Nullable String hint) {
        return new Diagnostic(position, problem, cut(message), hint == null ? null : cut(hint), null);
    }

    /**
     * The same, with the line that it stands on.
     *
     * @param line the whole line, without its line break
     * @return a diagnostic that prints that line with a caret
     */
    public Diagnostic withExcerpt(String line) {
        return withExcerpt(new Caret(line));
    }

    private Diagnostic withExcerpt(Caret caret) {
        return new Diagnostic(position, problem, message, hint, caret.under(position.column()));
    }

    /**
     * Each once, in order, with the line that it stands on.
     *
     * @param found any diagnostics
     * @param lines the lines of a file, by its name; none if they are not at hand
     * @return the diagnostics, sorted
     */
    public static List<Diagnostic> withExcerpts(Collection<Diagnostic> found, Function<String, List<String>> lines) {
        List<Diagnostic> shown = new ArrayList<>(found.size());
        String file = "";
        List<String> all = List.of();
        int line = 0;
        Caret caret = new Caret("");
        for (Diagnostic diagnostic : found.stream().distinct().sorted().toList()) {
            Position at = diagnostic.position();
            if (!at.file().equals(file) && at.line() > 0) {
                file = at.file();
                all = lines.apply(file);
                line = 0;
            }
            if (at.line() == 0 || diagnostic.excerpt() != null || at.line() > all.size()) {
                shown.add(diagnostic);
                continue;
            }
            if (at.line() != line) {
                line = at.line();
                caret = new Caret(all.get(line - 1));
            }
            shown.add(diagnostic.withExcerpt(caret));
        }
        return shown;
    }

    /**
     * The line that it stands on, cut where it is long.
     *
     * @return the line, empty where there is none
     */
    public Optional<String> line() {
        return excerpt == null ? Optional.empty() : excerpt.lines().findFirst().map(String::strip);
    }

    /**
     * Whether this keeps the corpus from being loaded.
     *
     * @return true for an error, false for a warning
     */
    public boolean isError() {
        return problem.severity() == Severity.ERROR;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** By file, line, column, code, message. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /**
     * The diagnostic as people read it: up to four lines, control characters made visible, no line break at the end.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Visible.of(position.toString()))
                .append(": ")
                .append(problem.severity())
                .append(' ')
                .append(problem.code())
                .append(": ")
                .append(Visible.of(message));
        if (excerpt != null && position.line() > 0) {
            text.append('\n').append(excerpt);
        }
        if (hint != null) {
            text.append("\n  hint: ").append(Visible.of(hint));
        }
        return text.toString();
    }
}
