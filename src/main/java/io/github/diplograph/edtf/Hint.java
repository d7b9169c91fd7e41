package io.github.diplograph.edtf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to write what the curator most likely meant. */
final class Hint {

    private static final String OTHERWISE = "write 2024, 2024-03 or 2024-03-25, with \"?\" if uncertain or \"~\" if"
            + " approximate; 2024-03-25/2024-03-27 or ../2024-03-25 for a period";

    private static final int LONGEST = 60;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTH + ",? (\\d{4})");
    private static final Pattern MONTH_DAY = Pattern.compile(MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + ",? (?:of )?(\\d{4})");
    private static final Pattern DECADE = Pattern.compile("(?:the )?(\\d{3})0['’]?s");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[t ]\\d{1,2}:.*");
    private static final Pattern ABOUT = Pattern.compile("(?:c\\.?|ca\\.?|circa|about|around|~) ?(.+)");
    private static final Pattern SINCE = Pattern.compile("(?:since|from|after) (.+)");
    private static final Pattern UNTIL = Pattern.compile("(?:until|till|before|by) (.+)");
    private static final Pattern PERIOD = Pattern.compile("(.+?)(?:\\.\\.|/| (?:-|–|—|to|until) |–|—)(.+)");
    private static final Pattern RELATIVE = Pattern.compile(
            ".*\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.*|today|yesterday|tomorrow|(?:last|this|next) .*");

    private Hint() {}

    /** For a period whose ends stand the wrong way round. */
    static String swapped(String period) {
        int slash = period.indexOf('/');
        return "did you mean \"" + period.substring(slash + 1) + "/" + period.substring(0, slash) + "\"?";
    }

    static String of(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return OTHERWISE;
        }
        Matcher both = DAY_FIRST.matcher(text);
        if (both.matches()) {
            Optional<String> british = date(both.group(3), both.group(2), both.group(1));
            Optional<String> american = date(both.group(3), both.group(1), both.group(2));
            if (british.isPresent() && american.isPresent() && !british.equals(american)) {
                return "did you mean \"" + british.get() + "\" or \"" + american.get() + "\"?";
            }
        }
        if (RELATIVE.matcher(text).matches()) {
            return "write the day that it was, as in 2024-03-25, and name the key under `inferred`";
        }
        return meant(text, 2).map(date -> "did you mean \"" + date + "\"?").orElse(OTHERWISE);
    }

    /** The date meant, sure to be one; {@code depth} bounds periods within periods. */
    private static Optional<String> meant(String text, int depth) {
        return one(text).or(() -> depth == 0 ? Optional.empty() : several(text, depth - 1));
    }

    private static Optional<String> several(String text, int depth) {
        Matcher matcher = ABOUT.matcher(text);
        if (matcher.matches()) {
            return meant(matcher.group(1), depth).map(date -> date + "~").flatMap(Hint::checked);
        }
        matcher = SINCE.matcher(text);
        if (matcher.matches()) {
            return meant(matcher.group(1), depth).map(date -> date + "/..").flatMap(Hint::checked);
        }
        matcher = UNTIL.matcher(text);
        if (matcher.matches()) {
            return meant(matcher.group(1), depth).map(date -> "../" + date).flatMap(Hint::checked);
        }
        matcher = PERIOD.matcher(text);
        if (matcher.matches()) {
            Optional<String> from = meant(matcher.group(1).strip(), 0);
            Optional<String> until = meant(matcher.group(2).strip(), 0);
            return from.flatMap(begin -> until.map(end -> begin + "/" + end)).flatMap(Hint::checked);
        }
        return text.endsWith("/") && text.length() > 1 || text.startsWith("/")
                ? checked(text.startsWith("/") ? ".." + text : text + "..")
                : Optional.empty();
    }

    private static Optional<String> one(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(1), matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
        }
        matcher = DIGITS.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        matcher = DAY_FIRST.matcher(text);
        if (matcher.matches()) {
            Matcher day = matcher;
            return date(day.group(3), day.group(2), day.group(1))
                    .or(() -> date(day.group(3), day.group(1), day.group(2)));
        }
        matcher = DAY_MONTH.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(3), month(matcher.group(2)), matcher.group(1));
        }
        matcher = MONTH_DAY.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(3), month(matcher.group(1)), matcher.group(2));
        }
        matcher = MONTH_YEAR.matcher(text);
        if (matcher.matches()) {
            return date(matcher.group(2), month(matcher.group(1)), "");
        }
        matcher = DECADE.matcher(text);
        if (matcher.matches()) {
            return checked(matcher.group(1) + "X");
        }
        matcher = TIME.matcher(text);
        return checked(matcher.matches() ? matcher.group(1) : text.replace('x', 'X'));
    }

    private static Optional<String> date(String year, String month, String day) {
        return checked(year + "-" + two(month) + (day.isEmpty() ? "" : "-" + two(day)));
    }

    private static String two(String number) {
        return number.length() < 2 ? "0" + number : number;
    }

    private static String month(String word) {
        return Integer.toString(MONTHS.indexOf(word) + 1);
    }

    private static Optional<String> checked(String date) {
        return Edtf.isValid(date) ? Optional.of(date) : Optional.empty();
    }
}
