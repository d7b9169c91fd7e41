package io.github.diplograph.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The nearest valid choice to what was written, by the optimal string alignment distance (Damerau 1964). */
public final class Nearest {

    /** To longer texts nothing is near. */
    public static final int LONGEST = 100;

    private Nearest() {}

    /**
     * The choice that differs least from what was written, case apart.
     *
     * @param written what was written
     * @param choices what was expected
     * @return the nearest choice; of equals one that begins alike, then the alphabetically first; empty if all
     *     differ in more than a third of their letters
     */
    public static Optional<String> to(String written, Collection<String> choices) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String choice : choices) {
            if (Math.abs(choice.length() - wanted.length()) > Math.min(least, choice.length())) {
                continue;
            }
            int distance = distance(wanted, choice.toLowerCase(Locale.ROOT));
            if (distance <= Math.max(1, Math.max(choice.length(), wanted.length()) / 3)
                    && (distance < least || distance == least && best != null && before(choice, best, wanted))) {
                best = choice;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The nearest choice as a hint.
     *
     * @param written what was written
     * @param choices what was expected
     * @param otherwise the hint if nothing is near
     * @return {@code did you mean "…"?}, or the other hint
     */
    public static String hint(String written, Collection<String> choices, String otherwise) {
        return to(written, choices)
                .map(choice -> "did you mean \"" + choice + "\"?")
                .orElse(otherwise);
    }

    /** Of two that are equally far: rarely is the first letter the wrong one. */
    private static boolean before(String choice, String best, String wanted) {
        boolean alike = beginsAlike(choice, wanted);
        return alike == beginsAlike(best, wanted) ? choice.compareTo(best) < 0 : alike;
    }

    private static boolean beginsAlike(String choice, String wanted) {
        return !choice.isEmpty() && choice.toLowerCase(Locale.ROOT).regionMatches(0, wanted, 0, 1);
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
