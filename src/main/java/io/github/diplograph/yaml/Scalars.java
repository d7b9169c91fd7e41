package io.github.diplograph.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Decides how a scalar is written: plain, quoted or as a block. */
final class Scalars {

    /** What YAML 1.1 or 1.2 reads as null, a truth value, a merge or a default value (yaml.org/type). */
    private static final Pattern WORD =
            Pattern.compile("~|null|y|yes|n|no|true|false|on|off|<<|=", Pattern.CASE_INSENSITIVE);

    /** Whatever looks like a number, a date or a time; too wide on purpose. */
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\.?[0-9][-+0-9a-fox_.,:]*([t ]+[-+0-9:.tz ]+)?|\\.(inf|nan))", Pattern.CASE_INSENSITIVE);

    /** Numbers and truth values that every parser reads as the value which the same letters show. */
    private static final Pattern CANONICAL =
            Pattern.compile("true|false|0|-?[1-9][0-9]{0,14}|-?(0|[1-9][0-9]{0,8})\\.[0-9]{0,5}[1-9]");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final String BRACKETS = ",[]{}";

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private Scalars() {}

    /** Behind a key or a dash that stands so far to the right. */
    static void append(StringBuilder out, YamlScalar scalar, int indent) {
        if (scalar.style() == Style.BLOCK && isBlock(scalar.text())) {
            block(out, scalar.text(), indent + 2);
        } else {
            out.append(line(scalar, ""));
        }
    }

    /** On one line, fit for brackets and keys too. */
    static String flow(YamlScalar scalar) {
        return line(scalar, BRACKETS);
    }

    private static String line(YamlScalar scalar, String special) {
        String text = scalar.text();
        boolean plain = scalar.style() == Style.PLAIN && isCanonical(text) || isText(text, special);
        return plain ? text : quoted(text);
    }

    private static boolean isCanonical(String text) {
        if (!DAY.matcher(text).matches()) {
            return CANONICAL.matcher(text).matches();
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isText(String text, String special) {
        if (text.isEmpty()
                || INDICATORS.indexOf(text.charAt(0)) >= 0
                || text.charAt(0) == ' '
                || text.charAt(text.length() - 1) == ' '
                || text.charAt(text.length() - 1) == ':'
                || text.startsWith("...")
                || WORD.matcher(text).matches()
                || NUMBER.matcher(text).matches()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special.indexOf(c) >= 0
                    || c == '#' && text.charAt(i - 1) == ' '
                    || c == ':' && (text.charAt(i + 1) == ' ' || special.indexOf(text.charAt(i + 1)) >= 0)
                    || isEscaped(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscaped(String text, int i) {
        char c = text.charAt(i);
        return c < ' '
                || c >= 0x7f && c <= 0xa0
                || c == '\u00ad'
                || c >= '\u2000' && c <= '\u200f'
                || c >= '\u2028' && c <= '\u202f'
                || c >= '\u205f' && c <= '\u206f'
                || c == '\u3000'
                || c == '\ufeff'
                || c >= '\ufffe'
                || Character.isSurrogate(c);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (isEscaped(text, i)) {
                out.append(String.format("\\u%04x", Character.isSurrogate(c) ? 0xfffd : (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** Whether the text reads back from a block: several lines, none of them blank at its start or end, nothing to escape. */
    private static boolean isBlock(String text) {
        if (text.isBlank() || text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n' && isEscaped(text, i)) {
                return false;
            }
        }
        return !text.contains(" \n") && !text.endsWith(" ");
    }

    private static void block(StringBuilder out, String text, int indent) {
        int end = text.length();
        while (text.charAt(end - 1) == '\n') {
            end--;
        }
        int breaks = text.length() - end;
        out.append(breaks == 0 ? "|-" : breaks == 1 ? "|" : "|+");
        for (String line : text.substring(0, end).split("\n", -1)) {
            out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent)).append(line);
        }
        out.append("\n".repeat(Math.max(0, breaks - 1)));
    }
}
