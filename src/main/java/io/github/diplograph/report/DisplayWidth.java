package io.github.diplograph.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns a terminal gives to a text, after Unicode Standard Annex 11 as far as terminals follow it: combining
 * marks and format characters none, East Asian wide and fullwidth characters and emoji two, all others one.
 */
final class DisplayWidth {

    /** Pairs of first and last code point. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xac00, 0xd7a3,
        0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900,
        0x1f9ff, 0x20000, 0x3fffd
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The width of the longest piece that {@link #wrap} does not break if it need not. */
    static int longestWord(String text) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ' || i > start && isBreak(text, i)) {
                longest = Math.max(longest, of(text.substring(start, i)));
                start = i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
            }
        }
        return longest;
    }

    /**
     * The text in lines of at most that width, at least one line; broken at spaces, or after the hyphens and slashes of
     * ids, where there are any.
     */
    static List<String> wrap(String text, int width) {
        if (of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, width);
            if (end < text.length()) {
                int at = end;
                while (at > start && text.charAt(at) != ' ' && !isBreak(text, at)) {
                    at--;
                }
                end = at > start ? at : end;
            }
            lines.add(text.substring(start, end));
            start = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
        return lines;
    }

    /** After a slash or another mark of ids; after a hyphen between letters, not within a date. */
    private static boolean isBreak(String text, int at) {
        return at > 0
                && ("/#:+".indexOf(text.charAt(at - 1)) >= 0
                        || at > 1 && text.charAt(at - 1) == '-' && Character.isLetter(text.charAt(at - 2)));
    }

    /** Where the longest piece ends that begins there and fits: after one code point at least. */
    private static int end(String text, int start, int width) {
        int taken = 0;
        int end = start;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            taken += of(point);
            if (taken > width && end > start) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && point >= WIDE[i]; i += 2) {
            if (point <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
