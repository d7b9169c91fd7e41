package io.github.diplograph.yaml;

/** How a scalar is written; it never changes what the scalar says. */
public enum Style {
    /** Without quotes. */
    PLAIN,
    /** In single or double quotes. */
    QUOTED,
    /** As a block, after {@code |} or {@code >}. */
    BLOCK
}
