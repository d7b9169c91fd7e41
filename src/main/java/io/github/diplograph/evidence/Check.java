package io.github.diplograph.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** What came of looking for words in a text, the most trustworthy first. */
public enum Check {
    /** The text has them, character by character. */
    EXACT,
    /** The text has them once typography is folded. */
    NORMALISED,
    /** The text is not here; they were found in it when the record was made. */
    RECORDED,
    /** The text is not here, nor a record of it. */
    UNCHECKED,
    /** The text does not have them. */
    MISSING;

    /**
     * The least trustworthy of several.
     *
     * @param checks some checks
     * @return the worst; empty if there are none
     */
    public static Optional<Check> worst(Collection<Check> checks) {
        return checks.isEmpty() ? Optional.empty() : Optional.of(Collections.max(checks));
    }

    /** The word that reports, graph and record use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
