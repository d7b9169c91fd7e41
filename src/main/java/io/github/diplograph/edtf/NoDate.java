package io.github.diplograph.edtf;

/** Says within this package why a text is no date. */
final class NoDate extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean reversed;

    NoDate(String why) {
        this(": " + why, false);
    }

    private NoDate(String message, boolean reversed) {
        super(message, null, false, false);
        this.reversed = reversed;
    }

    static NoDate reversed() {
        return new NoDate(" ends before it begins", true);
    }

    boolean isReversed() {
        return reversed;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
