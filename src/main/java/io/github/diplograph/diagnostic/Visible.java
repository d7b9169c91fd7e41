package io.github.diplograph.diagnostic;

/**
 * Text from a data file made safe to print: control characters, among them the escape that starts a terminal's control
 * codes, and characters that reorder a line are shown as {@code \\u001b}.
 */
public final class Visible {

    private Visible() {}

    /**
     * Makes every control character of a text visible; a tab becomes a space.
     *
     * @param text any text
     * @return the same text on one line, with nothing in it that a terminal would obey
     */
    public static String of(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = Character.isISOControl(c)
                    || Character.isSurrogate(c) && !paired(text, i)
                    || c == '\u061c'
                    || c == '\u200e'
                    || c == '\u200f'
                    || c >= '\u202a' && c <= '\u202e'
                    || c >= '\u2066' && c <= '\u2069'
                    || c == '\u2028'
                    || c == '\u2029';
            if (hidden && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (shown != null) {
                if (c == '\t') {
                    shown.append(' ');
                } else if (hidden) {
                    shown.append(String.format("\\u%04x", (int) c));
                } else {
                    shown.append(c);
                }
            }
        }
        return shown == null ? text : shown.toString();
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
