package io.github.diplograph.evidence;

/** A difference of typography that does not make words different; folded in the text and in the words alike. */
public enum Folding {
    /** Straight, curly, low or angled quotation marks and apostrophes; single and double stay apart. */
    QUOTATION_MARKS("quotation marks"),
    /** Hyphens, dashes and minus signs of any length; {@code --} too. */
    DASHES("dashes"),
    /** No-break, thin, repeated spaces and tabs. */
    SPACES("spaces"),
    /** A line that ends where the other side has a space. */
    LINE_WRAP("line wrap"),
    /** Three dots or their one character. */
    ELLIPSIS("ellipsis"),
    /** Soft hyphens, zero-width characters and marks of direction. */
    INVISIBLE("invisible characters");

    private final String words;

    Folding(String words) {
        this.words = words;
    }

    /** The folding as reports name it. */
    @Override
    public String toString() {
        return words;
    }
}
