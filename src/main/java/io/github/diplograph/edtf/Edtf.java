package io.github.diplograph.edtf;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A date as precise as its source: a year, a month, a season or a day, doubted or not, or a period between two such.
 *
 * <p>Read are, of the Extended Date/Time Format: {@code 2024}, {@code 2024-03}, {@code 2024-03-25}; unspecified digits
 * {@code 202X}, {@code 20XX}, {@code 2024-XX}, {@code 2024-03-XX}, {@code 2024-XX-XX}; seasons {@code 2024-21} (spring)
 * to {@code 2024-24} (winter); behind each {@code ?} (uncertain), {@code ~} (approximate) or {@code %} (both); and
 * {@code from/until} of any two of them, {@code ..} for an end that is open.
 */
public final class Edtf {

    private static final int LONGEST = 60;

    private final String text;
    private final @Nullable LocalDate earliest;
    private final @Nullable LocalDate latest;

    private Edtf(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        this.text = text;
        this.earliest = earliest;
        this.latest = latest;
    }

    /**
     * Reads a date that must be right.
     *
     * @param text the date as written
     * @return the date
     * @throws IllegalArgumentException if it is none; the message says what was wrong and what was expected
     */
    public static Edtf of(String text) {
        try {
            return parse(text);
        } catch (NoDate wrong) {
            throw new IllegalArgumentException(message(text, wrong) + "; " + Hint.of(text), wrong);
        }
    }

    /**
     * Reads a date that a curator wrote.
     *
     * @param text the date as written
     * @param position where it stands
     * @param problems told what is wrong with it
     * @return the date, or empty if it is none
     */
    public static Optional<Edtf> read(String text, Position position, Consumer<Diagnostic> problems) {
        try {
            return Optional.of(parse(text));
        } catch (NoDate wrong) {
            Problem problem = wrong.isReversed() ? Problem.DATES_REVERSED : Problem.INVALID_DATE;
            String hint = wrong.isReversed() ? Hint.swapped(text) : Hint.of(text);
            problems.accept(Diagnostic.of(position, problem, message(text, wrong), hint));
            return Optional.empty();
        }
    }

    /**
     * The date as it was written.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * The first day that it may mean. Doubt does not widen it: {@code 2024-08~} begins on 1 August. A season is that of
     * the northern half of the earth: spring from March, summer from June, autumn from September, winter from December.
     *
     * @return the day, or empty if the beginning is open
     */
    public Optional<LocalDate> earliest() {
        return Optional.ofNullable(earliest);
    }

    /**
     * The last day that it may mean; that of a winter is in the February of the next year.
     *
     * @return the day, or empty if the end is open
     */
    public Optional<LocalDate> latest() {
        return Optional.ofNullable(latest);
    }

    /**
     * Whether every day that the other may mean is one that this may mean. A date contains itself.
     *
     * @param other the other date
     * @return true if so; two dates contradict each other if neither contains the other
     */
    public boolean contains(Edtf other) {
        boolean begins = earliest == null || other.earliest != null && !other.earliest.isBefore(earliest);
        boolean ends = latest == null || other.latest != null && !other.latest.isAfter(latest);
        return begins && ends;
    }

    /**
     * Whether there is a day that both may mean.
     *
     * @param other the other date
     * @return true if so
     */
    public boolean overlaps(Edtf other) {
        boolean before = latest != null && other.earliest != null && latest.isBefore(other.earliest);
        boolean after = earliest != null && other.latest != null && earliest.isAfter(other.latest);
        return !before && !after;
    }

    /**
     * Whether the source doubts it, or one of its ends: {@code ?} or {@code %}.
     *
     * @return true if so
     */
    public boolean uncertain() {
        return text.indexOf('?') >= 0 || text.indexOf('%') >= 0;
    }

    /**
     * Whether the source says it roughly, or one of its ends: {@code ~} or {@code %}.
     *
     * @return true if so
     */
    public boolean approximate() {
        return text.indexOf('~') >= 0 || text.indexOf('%') >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf edtf && edtf.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    /** The date as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static Edtf parse(String text) throws NoDate {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Span span = Span.of(text);
            return new Edtf(text, span.first(), span.last());
        }
        String from = text.substring(0, slash);
        String until = text.substring(slash + 1);
        if (from.isEmpty() || until.isEmpty()) {
            throw new NoDate("the period has one end, expected \"..\" for an end that is open");
        }
        Span begin = from.equals("..") ? null : Span.of(from);
        Span end = until.equals("..") ? null : Span.of(until);
        if (begin == null && end == null) {
            throw new NoDate("a period that is open at both ends says nothing");
        }
        if (begin != null && end != null && end.last().isBefore(begin.first())) {
            throw NoDate.reversed();
        }
        return new Edtf(text, begin == null ? null : begin.first(), end == null ? null : end.last());
    }

    static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (NoDate wrong) {
            return false;
        }
    }

    private static String message(String text, NoDate wrong) {
        String shown = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return (wrong.isReversed() ? "period \"" : "no date \"") + shown + "\"" + wrong.getMessage();
    }
}
