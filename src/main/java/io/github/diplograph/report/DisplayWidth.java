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

    /** The text in lines of at most that width, broken at spaces where there are any; at least one line. */
    static List<String> wrap(String text, int width) {
        if (of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, width);
            if (end < text.length()) {
                int space = text.charAt(end) == ' ' ? end : text.lastIndexOf(' ', end - 1);
                if (space > start) {
                    lines.add(text.substring(start, space));
                    start = space + 1;
                    continue;
                }
            }
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
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
