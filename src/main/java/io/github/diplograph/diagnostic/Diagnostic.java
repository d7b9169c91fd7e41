package io.github.diplograph.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in one place.
 *
 * @param position where it is
 * @param problem which rule it breaks
 * @param message one sentence in lower case, without full stop, quoting what was written and saying what was expected
 * @param hint what to do, or null
 * @param excerpt the line it stands on, or null until {@link #withExcerpt} or where there is none
 */
public record Diagnostic(
        Position position, Problem problem, String message, @Nullable String hint, @Nullable String excerpt)
        implements Comparable<Diagnostic> {

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
        return new Diagnostic(position, problem, message, null, null);
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
        return new Diagnostic(position, problem, message, hint, null);
    }

    /**
     * The same, with the line that it stands on.
     *
     * @param line the whole line, without its line break
     * @return a diagnostic that prints that line with a caret
     */
    public Diagnostic withExcerpt(String line) {
        return new Diagnostic(position, problem, message, hint, line);
    }

    /**
     * Whether this keeps the corpus from being loaded.
     *
     * @return true for an error, false for a warning
     */
    public boolean isError() {
        return problem.severity() == Severity.ERROR;
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
            text.append('\n').append(Caret.under(excerpt, position.column()));
        }
        if (hint != null) {
            text.append("\n  hint: ").append(Visible.of(hint));
        }
        return text.toString();
    }
}
