package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.report.Format;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command takes. */
final class Common {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = Formats.class,
            completionCandidates = Formats.class,
            description = "How results are written: ${COMPLETION-CANDIDATES}. Without it: ${DEFAULT-VALUE}.")
    Format format = Format.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but results, diagnostics and failures.")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--stacktrace", hidden = true, description = "Show where a failure comes from.")
    boolean stackTrace;

    /** The console, as quiet as was asked for. */
    Console on(Console console) {
        if (quiet) {
            console.quiet();
        }
        return console;
    }

    /** What a command was given, or would be without anything. */
    static Common of(CommandLine command) {
        CommandSpec mixin = command.getCommandSpec().mixins().get("common");
        return mixin != null && mixin.userObject() instanceof Common common ? common : new Common();
    }

    /** Formats as people write them. */
    static final class Formats implements ITypeConverter<Format>, Iterable<String> {

        private static final List<String> NAMES =
                Arrays.stream(Format.values()).map(Format::toString).toList();

        /** Called by picocli. */
        Formats() {}

        @Override
        public Format convert(String written) {
            for (Format format : Format.values()) {
                if (format.toString().equalsIgnoreCase(written)) {
                    return format;
                }
            }
            throw new TypeConversionException("no format \"" + written + "\"; "
                    + Nearest.hint(written, NAMES, "there are " + String.join(", ", NAMES)));
        }

        @Override
        public java.util.Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
