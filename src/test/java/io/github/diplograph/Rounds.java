package io.github.diplograph;

/** How often a test that gains by repetition repeats: a few times in a build, often with {@code mvn verify -Plong}. */
public final class Rounds {

    private Rounds() {}

    /**
     * The number of rounds.
     *
     * @param few in a build
     * @param many in the long form
     */
    public static int of(int few, int many) {
        return Boolean.getBoolean("diplograph.long") ? many : few;
    }
}
