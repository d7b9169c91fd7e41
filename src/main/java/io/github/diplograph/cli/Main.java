package io.github.diplograph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code diplograph}. */
@Command(
        name = "diplograph",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Turns curated YAML into a Neo4j graph in which every edge names its source.")
public final class Main implements Runnable {

    /** The command without arguments. */
    Main() {}

    /** Prints the help. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /**
     * Runs a command line and ends the process with its exit code.
     *
     * @param arguments a command and its options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** The version as the jar's manifest has it. */
    static final class Version implements CommandLine.IVersionProvider {

        /** Called by picocli. */
        Version() {}

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"diplograph " + (version == null ? "development" : version)};
        }
    }
}
