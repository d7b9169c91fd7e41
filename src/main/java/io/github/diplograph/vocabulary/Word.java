package io.github.diplograph.vocabulary;

import java.util.Objects;
import java.util.Set;

/**
 * A word of one of the vocabulary's lists.
 *
 * @param name the word
 * @param spellings other words that are accepted for it
 * @param deed of a status, whether what has it occurred or goes on, so that the verb's edge is drawn
 * @param open of a status, whether a later status supersedes it without a dispute
 * @param meaning what it says, in one sentence; empty where the word says it all
 */
public record Word(String name, Set<String> spellings, boolean deed, boolean open, String meaning) {

    /** Copies the set, which keeps its order. */
    public Word {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
        spellings = Ordered.copy(spellings);
    }
}
