package io.github.diplograph.vocabulary;

import java.util.Locale;

/** What a key's value must be; YAML's own guesses play no part. */
public enum Type {
    /** A text, whatever it looks like. */
    TEXT,
    /** The exact words of an article. */
    WORDS,
    /** A name, alias, code or id of a thing. */
    NAME,
    /** A date or period in EDTF, level 1 as far as news needs it. */
    DATE,
    /** A whole number, not negative. */
    WHOLE,
    /** A number, with or without decimals. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A word of one of the vocabulary's lists. */
    WORD,
    /** An id: letters, digits, {@code .}, {@code _} and {@code -}. */
    ID,
    /** A verb of the vocabulary. */
    VERB,
    /** A property of the vocabulary. */
    PROPERTY,
    /** A value of the type of the property that stands beside it. */
    VALUE,
    /** A whole number for each choice of a vote. */
    COUNTS,
    /** Keys that the entry has. */
    KEYS,
    /** Several acts in one utterance, each an entry of its own. */
    POINTS,
    /** A kind of entity. */
    KIND;

    /** The word that vocabulary files use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
