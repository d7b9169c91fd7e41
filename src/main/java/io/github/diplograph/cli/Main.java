package io.github.diplograph.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code diplograph}: {@link #main} is its beginning and its end. */
@Command(
        name = "diplograph",
        versionProvider = Main.Version.class,
        header = "Turns curated YAML into a Neo4j graph in which every edge names its source.",
        customSynopsis = "diplograph COMMAND [OPTION]… [ARGUMENT]…",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  diplograph init news                  a small corpus to learn from",
            "  diplograph check news                 every mistake in it",
            "  diplograph plan news                  what applying it would do",
            "  diplograph apply news                 into a local Neo4j under .diplograph",
            "  diplograph report                     the questions that it can be asked",
            "  diplograph serve news                 the graph in Neo4j Browser",
            "",
            "`diplograph COMMAND --help` explains a command.",
            "`source <(diplograph generate-completion)` lets bash and zsh complete commands and options."
        })
public final class Main implements Runnable {

    /** All is well. */
    static final int FINE = 0;

    /** The data or the database. */
    static final int FAILED = 1;

    /** The command line itself. */
    static final int USAGE = 2;

    /** A plan found differences. */
    static final int DIFFERENT = 3;

    private static final String COMPLETION = "generate-completion";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    private Main() {}

    /** Without a command there is nothing to do but explain. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
    }

    /**
     * Runs a command line and ends the process with its exit code: 0 fine, 1 the data or the database, 2 usage, 3 a plan
     * found differences.
     *
     * @param arguments a command and its options
     */
    public static void main(String[] arguments) {
        System.exit(run(Console.ofProcess(), arguments));
    }

    /** Runs a command line over a console and returns its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine line = commandLine(console, arguments);
        int code = line.execute(arguments);
        console.flush();
        if (console.isResultLost()) {
            console.complain("diplograph: not all of the result could be written: is the disk full?");
            return FAILED;
        }
        return code;
    }

    static CommandLine commandLine(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand("init", new InitCommand(console))
                .addSubcommand("check", new CheckCommand(console))
                .addSubcommand("plan", new PlanCommand(console))
                .addSubcommand("apply", new ApplyCommand(console))
                .addSubcommand("report", new ReportCommand(console))
                .addSubcommand("serve", new ServeCommand(console))
                .addSubcommand("export", new ExportCommand(console))
                .addSubcommand("import", new ImportCommand(console))
                .addSubcommand("schema", new SchemaCommand(console))
                .addSubcommand("evidence", new EvidenceCommand(console))
                .addSubcommand("help", new CommandLine.HelpCommand());
        if (arguments.length > 0 && arguments[0].equals(COMPLETION)) {
            line.addSubcommand(COMPLETION, new AutoComplete.GenerateCompletion());
        }
        layOut(line.getCommandSpec().usageMessage());
        line.getCommandSpec().usageMessage().descriptionHeading("");
        line.getSubcommands().values().forEach(command -> {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            layOut(usage);
            usage.footerHeading("%nExamples:%n");
        });
        Failures failures = new Failures(console);
        return line.setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(console.ink() == Console.Ink.COLOURED ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(console.results(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setAbbreviatedOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setInterpolateVariables(true);
    }

    private static void layOut(UsageMessageSpec usage) {
        usage.synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
    }

    /** The version as the jar's manifest has it. */
    static final class Version implements CommandLine.IVersionProvider {

        /** Called by picocli. */
        Version() {}

        @Override
        public String[] getVersion() {
            return new String[] {"diplograph " + name()};
        }

        static String name() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
