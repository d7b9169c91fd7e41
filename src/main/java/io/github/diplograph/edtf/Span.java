package io.github.diplograph.edtf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days from first to last that one date, not a period, may mean. */
record Span(LocalDate first, LocalDate last) {

    private static final Pattern DATE =
            Pattern.compile("([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?");

    private static final int SPRING = 21;
    private static final int WINTER = 24;

    static Span of(String text) throws NoDate {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw new NoDate("expected year, month and day as in 2024-03-25, or less");
        }
        String year = matcher.group(1);
        String month = matcher.group(2);
        String day = matcher.group(3);
        if (month == null) {
            return new Span(
                    LocalDate.of(Integer.parseInt(year.replace('X', '0')), 1, 1),
                    LocalDate.of(Integer.parseInt(year.replace('X', '9')), 12, 31));
        }
        if (year.endsWith("X")) {
            throw new NoDate("a year with unspecified digits has no month");
        }
        int number = Integer.parseInt(year);
        if (month.equals("XX")) {
            if (day != null && !day.equals("XX")) {
                throw new NoDate("an unspecified month has no day");
            }
            return new Span(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31));
        }
        return inMonth(number, Integer.parseInt(month), day);
    }

    private static Span inMonth(int year, int month, @Nullable String day) throws NoDate {
        if (month >= SPRING && month <= WINTER && day == null) {
            YearMonth begin = YearMonth.of(year, 3 * (month - SPRING + 1));
            return new Span(begin.atDay(1), begin.plusMonths(2).atEndOfMonth());
        }
        if (month < 1 || month > 12) {
            throw new NoDate("month " + two(month) + " is not one of 01 to 12");
        }
        YearMonth whole = YearMonth.of(year, month);
        if (day == null || day.equals("XX")) {
            return new Span(whole.atDay(1), whole.atEndOfMonth());
        }
        int number = Integer.parseInt(day);
        if (number < 1 || number > whole.lengthOfMonth()) {
            throw new NoDate("day " + day + " is not one of 01 to " + whole.lengthOfMonth() + " of " + whole);
        }
        return new Span(whole.atDay(number), whole.atDay(number));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
