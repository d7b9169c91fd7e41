package io.github.diplograph.cli;

import io.github.diplograph.load.Options;
import picocli.CommandLine.Option;

/** What `plan` and `apply` take alike, so that one does what the other has shown. */
final class ChangeOptions {

    @Option(
            names = "--prune",
            description = "Retract what documents said that are no longer on disk. Without it they are only reported.")
    private boolean prune;

    @Option(
            names = "--verify",
            description = "Compare every element with what it should be, not only those of edited files: finds what"
                    + " was changed in the graph by hand.")
    private boolean verify;

    /** As the loader takes it. */
    Options options() {
        return Options.NONE.pruning(prune).verifying(verify);
    }

    /** As it was typed. */
    String typed() {
        return (prune ? " --prune" : "") + (verify ? " --verify" : "");
    }
}
