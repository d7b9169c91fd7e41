package io.github.diplograph.evidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A text in folded characters, each of which knows from where in the text it comes. Quotation marks and dashes become
 * the plain ones, any run of white space one space, three dots one character; what is invisible is left out.
 */
final class Folded {

    private static final int ELLIPSIS = '…';

    private final String text;
    private int[] points;
    /** Where in the text, in chars, each folded character begins and ends; what lies between two is invisible. */
    private int[] starts;

    private int[] ends;
    private int length;

    private Folded(String text) {
        this.text = text;
        this.points = new int[text.length()];
        this.starts = new int[text.length()];
        this.ends = new int[text.length()];
    }

    static Folded of(String text) {
        Folded folded = new Folded(text);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Letters.isInvisible(c)) {
                i = end;
                continue;
            }
            int shown = Letters.isSpace(c) ? ' ' : Letters.folded(c);
            if (shown == ' ') {
                end = folded.run(i, Letters::isSpace);
            } else if (shown == '-') {
                end = folded.run(i, other -> Letters.folded(other) == '-');
            } else if (c == '.' || c == ELLIPSIS) {
                int dots = folded.run(i, other -> other == '.' || other == ELLIPSIS);
                if (c == ELLIPSIS || text.startsWith("..", i + 1)) {
                    shown = ELLIPSIS;
                    end = dots;
                }
            }
            folded.add(shown, i, end);
            i = end;
        }
        return folded.trimmed();
    }

    private int run(int from, IntPredicate same) {
        int end = from;
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (same.test(c)) {
                end = i;
            } else if (!Letters.isInvisible(c)) {
                break;
            }
        }
        return end;
    }

    private void add(int point, int start, int end) {
        if (point == ' ' && length == 0) {
            return;
        }
        points[length] = point;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    private Folded trimmed() {
        if (length > 0 && points[length - 1] == ' ') {
            length--;
        }
        points = Arrays.copyOf(points, length);
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        return this;
    }

    String text() {
        return text;
    }

    int[] points() {
        return points;
    }

    int length() {
        return length;
    }

    int start(int index) {
        return starts[index];
    }

    /** The end of a folded character in the text. */
    int end(int index) {
        return ends[index];
    }

    /** The first folded character that begins at or after a place in the text. */
    int after(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 1;
    }

    boolean hasWord() {
        for (int point : points) {
            if (Character.isLetterOrDigit(point)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words begin here without folding; the folded characters are known to be the same. */
    boolean isExact(int from, Folded words) {
        for (int i = 0; i < words.length; i++) {
            if (!isSame(from + i, words, i) || i > 0 && !isSameBefore(from + i, words, i)) {
                return false;
            }
        }
        return true;
    }

    /** What had to be folded so that the words begin here; the folded characters are known to be the same. */
    Set<Folding> foldings(int from, Folded words) {
        Set<Folding> needed = EnumSet.noneOf(Folding.class);
        for (int i = 0; i < words.length; i++) {
            int at = from + i;
            if (!isSame(at, words, i)) {
                needed.addAll(folding(at, words, i));
            }
            if (i > 0 && !isSameBefore(at, words, i)) {
                needed.add(Folding.INVISIBLE);
            }
        }
        return needed;
    }

    private boolean isSame(int at, Folded words, int i) {
        return same(text, starts[at], ends[at], words.text, words.starts[i], words.ends[i]);
    }

    /** Whether what was left out between two characters is the same. */
    private boolean isSameBefore(int at, Folded words, int i) {
        return same(text, ends[at - 1], starts[at], words.text, words.ends[i - 1], words.starts[i]);
    }

    private Set<Folding> folding(int at, Folded words, int i) {
        return switch (points[at]) {
            case '\'', '"' -> EnumSet.of(Folding.QUOTATION_MARKS);
            case '-' -> EnumSet.of(Folding.DASHES);
            case ELLIPSIS -> EnumSet.of(Folding.ELLIPSIS);
            default -> {
                String spaces =
                        text.substring(starts[at], ends[at]) + words.text.substring(words.starts[i], words.ends[i]);
                Set<Folding> needed = EnumSet.noneOf(Folding.class);
                if (spaces.chars().anyMatch(Letters::isBreak)) {
                    needed.add(Folding.LINE_WRAP);
                }
                if (needed.isEmpty() || spaces.chars().anyMatch(c -> c != ' ' && !Letters.isBreak(c))) {
                    needed.add(Folding.SPACES);
                }
                yield needed;
            }
        };
    }

    private static boolean same(String one, int from, int to, String other, int otherFrom, int otherTo) {
        return to - from == otherTo - otherFrom && one.regionMatches(from, other, otherFrom, to - from);
    }
}
