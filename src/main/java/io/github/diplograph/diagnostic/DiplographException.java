package io.github.diplograph.diagnostic;

/**
 * Everything that is not bad data: a database that is down, a folder that cannot be written. The message says what was
 * tried, on what, and the way out.
 */
public final class DiplographException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure that Diplograph itself found.
     *
     * @param message what was tried, on what, and the way out
     */
    public DiplographException(String message) {
        super(message);
    }

    /**
     * A failure that something else reported.
     *
     * @param message what was tried, on what, and the way out
     * @param cause what was reported
     */
    public DiplographException(String message, Throwable cause) {
        super(message, cause);
    }
}
