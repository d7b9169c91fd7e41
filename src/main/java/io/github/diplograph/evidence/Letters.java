package io.github.diplograph.evidence;

import java.lang.Character.UnicodeScript;

/** Classes of characters, and where words begin and end (after Unicode Standard Annex 29, with English possessives). */
final class Letters {

    private static final String SINGLE = "'‘’‚‛′‵`´ʼ＇‹›";
    private static final String DOUBLE = "\"“”„‟″‶«»〝〞＂";
    private static final String DASHES = "-‐‑‒–—―−﹘﹣－";

    private Letters() {}

    /** The one character that stands for all that fold with this one. */
    static int folded(int c) {
        if (c < 0x80) {
            return c == '`' ? '\'' : c;
        }
        if (SINGLE.indexOf(c) >= 0) {
            return '\'';
        }
        if (DOUBLE.indexOf(c) >= 0) {
            return '"';
        }
        return DASHES.indexOf(c) >= 0 ? '-' : c;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || c > 0x7f && Character.isSpaceChar(c);
    }

    static boolean isBreak(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isInvisible(int c) {
        return c == 0xad
                || c >= 0x200b && c <= 0x200f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2060 && c <= 0x2069
                || c == 0x180e
                || c == 0xfeff;
    }

    /** Whether the character can continue a word; in scripts that do not part words, none can. */
    static boolean isWord(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return (Character.isLetterOrDigit(c) || mark) && !isUnparted(c);
    }

    /** Whether a word goes on from before the index to after it, in folded characters. */
    static boolean isInside(int[] folded, int length, int index) {
        if (index <= 0 || index >= length) {
            return false;
        }
        int before = folded[index - 1];
        int after = folded[index];
        if (isWord(before) && isWord(after)) {
            return true;
        }
        if (after == '\'' && isWord(before)) {
            return continues(folded, length, index);
        }
        if (before == '\'' && isWord(after)) {
            return index > 1 && isWord(folded[index - 2]);
        }
        if (isPoint(after) && isDigit(before)) {
            return index + 1 < length && isDigit(folded[index + 1]);
        }
        return isPoint(before) && isDigit(after) && index > 1 && isDigit(folded[index - 2]);
    }

    /** The apostrophe of "can't" goes on with a word, that of "council's" ends one. */
    private static boolean continues(int[] folded, int length, int apostrophe) {
        if (apostrophe + 1 >= length || !isWord(folded[apostrophe + 1])) {
            return false;
        }
        boolean s = folded[apostrophe + 1] == 's' || folded[apostrophe + 1] == 'S';
        boolean possessive = s && (apostrophe + 2 >= length || !isWord(folded[apostrophe + 2]));
        return !possessive;
    }

    private static boolean isPoint(int c) {
        return c == '.' || c == ',';
    }

    private static boolean isDigit(int c) {
        return Character.isDigit(c);
    }

    private static boolean isUnparted(int c) {
        if (Character.isIdeographic(c)) {
            return true;
        }
        return switch (UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
