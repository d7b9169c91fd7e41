package io.github.diplograph.diagnostic;

/** Told how far long work has come; called often, from any thread, and never blocking. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (work, done, total) -> {};

    /**
     * Some of the work is done.
     *
     * @param work what is being done, such as {@code reading}
     * @param done how many units are done
     * @param total how many there are, or -1 if nobody knows yet
     */
    void at(String work, long done, long total);
}
