package io.github.diplograph.report;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Visible;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters as typed, turned into values of their types; entities stay text. */
final class Arguments {

    private static final int SHOWN = 60;

    private Arguments() {}

    /** A value for every parameter of the report, null for what is left open. */
    static Map<String, @Nullable Object> of(Report report, Map<String, String> typed) {
        List<String> known =
                report.parameters().stream().map(Report.Parameter::name).toList();
        for (String name : typed.keySet()) {
            if (!known.contains(name)) {
                String hint = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
                throw new DiplographException("report \"" + report.name() + "\" has no parameter \"" + Visible.of(name)
                        + "\"; " + Nearest.hint(name, known, hint));
            }
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Report.Parameter parameter : report.parameters()) {
            String text = typed.get(parameter.name());
            if (text == null || text.isEmpty() && parameter.fallback() == null && !parameter.required()) {
                text = parameter.fallback();
            }
            if (text == null && parameter.required()) {
                throw new DiplographException("report \"" + report.name() + "\" needs the parameter \""
                        + parameter.name() + "\": " + parameter.meaning());
            }
            try {
                values.put(parameter.name(), text == null ? null : value(parameter, text));
            } catch (IllegalArgumentException e) {
                throw new DiplographException(
                        "report \"" + report.name() + "\": parameter \"" + parameter.name() + "\" " + e.getMessage(),
                        e);
            }
        }
        return values;
    }

    /** The value that a text has for a parameter; throws an IllegalArgumentException that says what was expected. */
    static Object value(Report.Parameter parameter, String text) {
        String trimmed = text.strip();
        return switch (parameter.type()) {
            case TEXT, ENTITY -> text;
            case DATE -> date(trimmed);
            case WHOLE -> whole(trimmed);
            case NUMBER -> number(trimmed);
            case FLAG -> flag(trimmed);
        };
    }

    /** Parameters as messages show them, long values cut. */
    static String shown(Map<String, @Nullable Object> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + cut(String.valueOf(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** A text as messages show it: on one line, cut where it is long. */
    static String cut(String text) {
        String visible = Visible.of(text);
        int points = visible.codePointCount(0, visible.length());
        return points <= SHOWN ? visible : visible.substring(0, visible.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is a day such as 2024-03-25, not \"" + cut(text) + "\"", e);
        }
    }

    private static Long whole(String text) {
        try {
            long whole = Long.parseLong(text);
            if (whole >= 0) {
                return whole;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is a whole number, not \"" + cut(text) + "\"", e);
        }
        throw new IllegalArgumentException("is 0 or more, not \"" + cut(text) + "\"");
    }

    private static Double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is a number, not \"" + cut(text) + "\"", e);
        }
        throw new IllegalArgumentException("is a number, not \"" + cut(text) + "\"");
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("is true or false, not \"" + cut(text) + "\"");
        };
    }
}
