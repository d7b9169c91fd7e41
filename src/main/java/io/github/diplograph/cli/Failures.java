package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What goes wrong, in one sentence. A value that was typed is never repeated where it might be a password. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Pattern CONVERTED = Pattern.compile("Invalid value for [^:]*: (.*)", Pattern.DOTALL);

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        console.complain(sentence(failure));
        console.complain("`" + command + " --help` shows what it takes");
        return Main.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean expected = failure instanceof DiplographException;
        String message = String.valueOf(failure.getMessage());
        console.complain("diplograph: "
                + (expected
                        ? visible(message)
                        : "this should not happen: " + failure.getClass().getSimpleName() + ": " + visible(message)
                                + "; please report it, with what `--stacktrace` shows"));
        if (Common.of(command).stackTrace) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                console.complain(visible(String.valueOf(cause)));
                for (StackTraceElement at : cause.getStackTrace()) {
                    console.complain("    at " + at);
                }
            }
        }
        return Main.FAILED;
    }

    /** Messages may have several lines, as those on mistakes in a report's header. */
    private static String visible(String message) {
        return message.lines().map(Visible::of).reduce((a, b) -> a + "\n" + b).orElse("");
    }

    private static String sentence(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched);
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return "\"" + longest(twice.getOverwritten()) + "\" is given twice";
        }
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec first = missing.getMissing().get(0);
            if (first.isOption() && first.required()) {
                return "`" + command.getCommandSpec().qualifiedName() + "` needs " + longest(first) + " "
                        + first.paramLabel();
            }
            return first.isOption()
                    ? "\"" + longest(first) + "\" needs a value, " + first.paramLabel()
                    : "`" + command.getCommandSpec().qualifiedName() + "` needs " + first.paramLabel();
        }
        if (failure instanceof MutuallyExclusiveArgsException) {
            return command.getCommandSpec().argGroups().stream()
                            .flatMap(group -> group.args().stream())
                            .filter(argument ->
                                    String.valueOf(failure.getMessage()).contains(longest(argument)))
                            .map(Failures::longest)
                            .collect(Collectors.joining(" and "))
                    + " exclude each other";
        }
        String message = visible(String.valueOf(failure.getMessage()));
        Matcher converted = CONVERTED.matcher(message);
        return converted.matches() && failure.getArgSpec() != null
                ? converted
                        .group(1)
                        .replaceFirst(
                                "^'(.*)' is not an? (int|long)$",
                                "\"" + longest(failure.getArgSpec()) + "\" takes a whole number, not \"$1\"")
                : message;
    }

    private static String unmatched(CommandLine command, UnmatchedArgumentException failure) {
        List<String> all = failure.getUnmatched();
        String first = all.isEmpty() ? "" : all.get(0);
        if (first.startsWith("-") && first.length() > 1) {
            String name = first.replaceFirst("=.*", "");
            List<String> names = new ArrayList<>();
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.hidden()) {
                    names.add(option.longestName());
                }
            }
            String shown = name.startsWith("--") ? name : name.substring(0, 2);
            return "no option \"" + Visible.of(shown) + "\"; "
                    + Nearest.hint(shown, names, "there are " + String.join(", ", names));
        }
        List<String> commands = command.getSubcommands().keySet().stream().toList();
        if (!commands.isEmpty()) {
            return "no command \"" + Visible.of(first) + "\"; "
                    + Nearest.hint(
                            first.toLowerCase(Locale.ROOT), commands, "there are " + String.join(", ", commands));
        }
        return "one argument too many: \"" + Visible.of(first) + "\"";
    }

    private static String longest(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
