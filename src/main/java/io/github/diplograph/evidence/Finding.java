package io.github.diplograph.evidence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for words.
 *
 * @param outcome whether they were found
 * @param offsets where: start and end, in Unicode code points of the text, the end exclusive; empty if not found
 * @param foldings what had to be folded, in the order of {@link Folding}; empty unless normalised
 * @param nearest the nearest passage, or null if they were found, not looked for, or nothing is near
 */
public record Finding(Check outcome, List<Integer> offsets, Set<Folding> foldings, @Nullable Passage nearest) {

    /** Copies the collections. */
    public Finding {
        Objects.requireNonNull(outcome, "outcome");
        offsets = List.copyOf(offsets);
        foldings = foldings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(foldings));
    }

    /**
     * What is known of words whose text is not here.
     *
     * @return a finding without offsets
     */
    public static Finding unchecked() {
        return new Finding(Check.UNCHECKED, List.of(), Set.of(), null);
    }

    /**
     * Whether the words were found, now or when the record was made.
     *
     * @return true unless missing or unchecked
     */
    public boolean isFound() {
        return !offsets.isEmpty();
    }

    /**
     * Whether the segments of one quotation stand in the text in the order in which they were given. Those that were
     * not found do not count.
     *
     * @param segments their findings
     * @return true if none begins before the one before it ends
     */
    public static boolean inOrder(List<Finding> segments) {
        int end = 0;
        for (Finding segment : segments) {
            if (segment.isFound()) {
                if (segment.offsets().get(0) < end) {
                    return false;
                }
                end = segment.offsets().get(1);
            }
        }
        return true;
    }

    static Finding missing(@Nullable Passage nearest) {
        return new Finding(Check.MISSING, List.of(), Set.of(), nearest);
    }
}
