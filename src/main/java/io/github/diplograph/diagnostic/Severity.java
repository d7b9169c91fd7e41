package io.github.diplograph.diagnostic;

import java.util.Locale;

/** How much a problem weighs. */
public enum Severity {
    /** The corpus cannot be loaded until this is mended. */
    ERROR,
    /** The corpus can be loaded; someone should look. */
    WARNING;

    /** The word that a message uses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
