package io.github.diplograph.vocabulary;

import java.util.Objects;

/**
 * A kind of thing that the graph has nodes for.
 *
 * @param key how extractions spell it, such as {@code organisation}
 * @param label the label of its nodes, such as {@code Organisation}
 * @param family what it can stand for where a key admits several kinds
 * @param meaning what is of this kind, in one sentence
 */
public record Kind(String key, String label, Family family, String meaning) {

    /** What kinds have in common. */
    public enum Family {
        /** An entity that can say and do something. */
        AGENT,
        /** An entity that cannot. */
        THING,
        /** Something that happens: a vote, a statement, an event. */
        OCCURRENCE,
        /** A number that someone gives; no key refers to one. */
        FIGURE
    }

    /** Checks that nothing is missing. */
    public Kind {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(meaning, "meaning");
    }

    /**
     * Whether things of this kind are defined under {@code entities}.
     *
     * @return true for agents and things
     */
    public boolean entity() {
        return family == Family.AGENT || family == Family.THING;
    }
}
