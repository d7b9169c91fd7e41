package io.github.diplograph.load;

import java.time.Clock;
import java.util.Objects;

/**
 * What a plan or an apply may be told.
 *
 * @param prune whether documents that the database has and the graph does not are retracted
 * @param verify whether every element is compared, those of unchanged documents too
 * @param who who applies, as the history will have it
 * @param version which program applies, as the history will have it
 * @param clock tells when claims are first seen, and when a run took place
 * @param reviewed the fingerprint of the plan that was reviewed, empty if none was
 */
public record Options(boolean prune, boolean verify, String who, String version, Clock clock, String reviewed) {

    /** Only what differs by its documents' hashes; nothing that is gone is retracted; by the user of this process. */
    public static final Options NONE =
            new Options(false, false, System.getProperty("user.name", "unknown"), ownVersion(), Clock.systemUTC(), "");

    /** Checks that nothing is missing. */
    public Options {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(reviewed, "reviewed");
    }

    /**
     * The same, with documents that are gone retracted or left alone.
     *
     * @param gone whether to retract them
     * @return options that say so
     */
    public Options pruning(boolean gone) {
        return new Options(gone, verify, who, version, clock, reviewed);
    }

    /**
     * The same, with every element compared or only those of changed documents.
     *
     * @param all whether to compare every element
     * @return options that say so
     */
    public Options verifying(boolean all) {
        return new Options(prune, all, who, version, clock, reviewed);
    }

    /**
     * The same, by somebody else.
     *
     * @param name whoever applies
     * @return options that say so
     */
    public Options by(String name) {
        return new Options(prune, verify, name, version, clock, reviewed);
    }

    /**
     * The same, at another time.
     *
     * @param time tells the time
     * @return options that say so
     */
    public Options at(Clock time) {
        return new Options(prune, verify, who, version, time, reviewed);
    }

    /**
     * The same, for what was reviewed and nothing else.
     *
     * @param fingerprint the fingerprint of the {@link Plan} that was reviewed
     * @return options that say so
     */
    public Options reviewed(String fingerprint) {
        return new Options(prune, verify, who, version, clock, fingerprint);
    }

    private static String ownVersion() {
        String version = Options.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
