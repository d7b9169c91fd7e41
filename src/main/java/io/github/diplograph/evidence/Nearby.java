package io.github.diplograph.evidence;

import io.github.diplograph.diagnostic.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The passage that comes nearest to words that a text does not have: the window of as many words that shares most
 * words with them, long ones and neighbours before others. A look costs time linear in the text, of which only the beginning is looked at if
 * it is very long.
 */
final class Nearby {

    /** How many words of a text are looked at. */
    private static final int WORDS = 50_000;
    /** How many words of what was cited are looked for. */
    private static final int CITED = 64;
    /** How many letters it is worth that two words stand beside each other. */
    private static final int JOINED = 4;
    /** How many words are shown. */
    private static final int SHOWN = 12;
    /** How many words stand before the first that differs. */
    private static final int BEFORE = 4;
    /** Among how many different words a misspelt one is looked for. */
    private static final int CHOICES = 5_000;
    /** How many characters are shown, should the text have no spaces. */
    private static final int WIDEST = 200;

    private final Folded text;
    private final int[] tokens;
    private final int[] starts;
    private final int[] ends;
    private final Map<String, Integer> ids = new HashMap<>();

    Nearby(Folded text) {
        this.text = text;
        Words words = new Words(text);
        int capacity = 256;
        int[] found = new int[capacity];
        int[] begins = new int[capacity];
        int[] finishes = new int[capacity];
        int count = 0;
        while (count < WORDS && words.next()) {
            if (count == capacity) {
                capacity *= 2;
                found = Arrays.copyOf(found, capacity);
                begins = Arrays.copyOf(begins, capacity);
                finishes = Arrays.copyOf(finishes, capacity);
            }
            found[count] = ids.computeIfAbsent(words.word(), word -> ids.size());
            begins[count] = words.start();
            finishes[count] = words.end();
            count++;
        }
        this.tokens = Arrays.copyOf(found, count);
        this.starts = Arrays.copyOf(begins, count);
        this.ends = Arrays.copyOf(finishes, count);
    }

    @Nullable
    Passage to(Folded cited) {
        List<String> words = new ArrayList<>();
        Words each = new Words(cited);
        while (words.size() < CITED && each.next()) {
            words.add(each.word());
        }
        if (words.isEmpty() || tokens.length == 0) {
            return null;
        }
        int[] wanted =
                words.stream().mapToInt(word -> ids.getOrDefault(word, -1)).toArray();
        int start = window(wanted, words);
        return start < 0 ? misspelt(words) : passage(start, wanted);
    }

    /** Where the best window begins, or -1 if the best shares less than two fifths of the letters. */
    private int window(int[] wanted, List<String> words) {
        int[] weights = new int[ids.size()];
        int[] missing = new int[ids.size()];
        Set<Long> pairs = new HashSet<>();
        int total = 0;
        for (int i = 0; i < wanted.length; i++) {
            int weight = words.get(i).length();
            total += weight;
            if (wanted[i] >= 0) {
                weights[wanted[i]] = weight;
                missing[wanted[i]]++;
                if (i > 0) {
                    pairs.add(pair(wanted[i - 1], wanted[i]));
                }
            }
        }
        int width = wanted.length;
        int letters = 0;
        int joined = 0;
        int best = 0;
        int start = -1;
        for (int i = 0; i < tokens.length; i++) {
            if (missing[tokens[i]]-- > 0) {
                letters += weights[tokens[i]];
            }
            joined += i > 0 && pairs.contains(pair(tokens[i - 1], tokens[i])) ? 1 : 0;
            int gone = i - width;
            if (gone >= 0) {
                if (++missing[tokens[gone]] > 0) {
                    letters -= weights[tokens[gone]];
                }
                joined -= pairs.contains(pair(tokens[gone], tokens[gone + 1])) ? 1 : 0;
            }
            int from = Math.max(0, gone + 1);
            int score = letters + JOINED * joined;
            score += (tokens[from] == wanted[0] ? 2 : 0) + (tokens[i] == wanted[width - 1] ? 1 : 0);
            if (letters * 5 >= total * 2 && score > best) {
                best = score;
                start = from;
            }
        }
        return start;
    }

    private static long pair(int one, int other) {
        return (long) one << 32 | other & 0xffffffffL;
    }

    private @Nullable Passage misspelt(List<String> words) {
        String longest = words.stream().reduce("", (one, other) -> other.length() > one.length() ? other : one);
        if (longest.length() < 4 || ids.size() > CHOICES) {
            return null;
        }
        Integer id = Nearest.to(longest, ids.keySet()).map(ids::get).orElse(null);
        for (int i = 0; id != null && i < tokens.length; i++) {
            if (tokens[i] == id) {
                int start = Math.max(0, i - words.indexOf(longest));
                return shown(start, Math.min(tokens.length, start + Math.min(SHOWN, words.size())));
            }
        }
        return null;
    }

    private Passage passage(int start, int[] wanted) {
        int end = Math.min(tokens.length, start + wanted.length);
        if (end - start <= SHOWN) {
            return shown(start, end);
        }
        int from = difference(start, end, wanted) - BEFORE;
        from = Math.max(start, Math.min(from, end - SHOWN));
        return shown(from, from + SHOWN);
    }

    /** Where in the window the longest run of wanted words ends, or begins if the wanted words begin before it. */
    private int difference(int start, int end, int[] wanted) {
        int[] above = new int[end - start + 1];
        int longest = 0;
        int difference = start;
        for (int i = 0; i < wanted.length; i++) {
            int[] row = new int[end - start + 1];
            for (int j = 0; j < end - start; j++) {
                row[j + 1] = tokens[start + j] == wanted[i] ? above[j] + 1 : 0;
                if (row[j + 1] > longest) {
                    longest = row[j + 1];
                    boolean first = i + 1 == longest;
                    difference = first ? start + j + 1 : start + j + 1 - longest;
                }
            }
            above = row;
        }
        return difference;
    }

    private Passage shown(int from, int to) {
        String whole = text.text();
        int start = text.start(starts[from]);
        int end = Math.min(text.end(ends[to - 1] - 1), start + WIDEST);
        end -= end < whole.length() && Character.isLowSurrogate(whole.charAt(end)) ? 1 : 0;
        StringBuilder shown = new StringBuilder();
        whole.substring(start, end).codePoints().forEach(c -> {
            boolean space = Letters.isSpace(c);
            if (!space && !Letters.isInvisible(c)) {
                shown.appendCodePoint(c);
            } else if (space && !shown.isEmpty() && shown.charAt(shown.length() - 1) != ' ') {
                shown.append(' ');
            }
        });
        return new Passage(shown.toString(), line(whole, start));
    }

    private static int line(String text, int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            char c = text.charAt(i);
            line += c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n') ? 1 : 0;
        }
        return line;
    }

    /** One word after the other, in lower case. */
    private static final class Words {
        private final int[] points;
        private int start;
        private int end;

        private Words(Folded text) {
            this.points = text.points();
        }

        boolean next() {
            start = end;
            while (start < points.length && !Character.isLetterOrDigit(points[start])) {
                start++;
            }
            end = start + 1;
            while (end < points.length && Letters.isInside(points, points.length, end)) {
                end++;
            }
            return start < points.length;
        }

        String word() {
            return new String(points, start, Math.min(end - start, WIDEST)).toLowerCase(Locale.ROOT);
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }
    }
}
