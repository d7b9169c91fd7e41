package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints: results on one stream, everything else on the other. Knows which of them is a terminal, and
 * only there uses colour and redraws lines. Output is UTF-8, whatever the locale says.
 */
final class Console {

    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)");

    private final PrintStream out;
    private final PrintStream err;
    private final Set<String> terminals;
    private final Map<String, String> environment;
    private @Nullable ProgressLine progress;
    private boolean quiet;

    /**
     * A console over given streams.
     *
     * @param out for results
     * @param err for everything else
     * @param terminals which streams are terminals: {@code in}, {@code out}, {@code err}
     * @param environment environment variables
     */
    Console(PrintStream out, PrintStream err, Set<String> terminals, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminals = Set.copyOf(terminals);
        this.environment = Map.copyOf(environment);
    }

    /** The console of this process. The launcher says which streams are terminals; Java cannot tell them apart. */
    static Console ofProcess() {
        String terminals = System.getProperty("diplograph.terminals", "");
        return new Console(
                utf8(new UntilRead(new FileOutputStream(FileDescriptor.out))),
                utf8(new FileOutputStream(FileDescriptor.err)),
                Set.of(terminals.split(",")),
                System.getenv());
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /** Writes as long as somebody reads: {@code head} ends when it has enough, and then nothing is lost. */
    private static final class UntilRead extends FilterOutputStream {

        private boolean ended;

        UntilRead(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (ended) {
                return;
            }
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                String reason = String.valueOf(e.getMessage());
                ended = reason.contains("Broken pipe") || reason.contains("pipe is being closed");
                if (!ended) {
                    throw e;
                }
            }
        }
    }

    /** Says nothing from now on but results, diagnostics and failures. */
    void quiet() {
        quiet = true;
    }

    /** Prints a line of the result. */
    void print(String line) {
        clearProgress();
        out.println(line);
    }

    /** Where a result of many lines is written; flushed by {@link #flush()}. */
    PrintStream results() {
        clearProgress();
        return out;
    }

    /** Tells the user something beside the result, unless asked to be quiet. */
    void say(String line) {
        if (!quiet) {
            complain(line);
        }
    }

    /** Tells the user what went wrong. */
    void complain(String line) {
        clearProgress();
        out.flush();
        err.println(line);
        err.flush();
    }

    /** Ends the command's output. */
    void flush() {
        clearProgress();
        out.flush();
        err.flush();
    }

    /** Whether part of the result, flushed, did not arrive. */
    boolean isResultLost() {
        return out.checkError();
    }

    /** Told how far long work has come. */
    Progress progress() {
        if (quiet) {
            return Progress.NONE;
        }
        if (progress == null) {
            progress = new ProgressLine(err, terminals.contains("err"));
        }
        return progress;
    }

    private void clearProgress() {
        if (progress != null) {
            progress.clear();
        }
    }

    /** An environment variable that is set and not empty. */
    Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** How results are coloured. */
    Ink ink() {
        return Ink.on(terminals.contains("out") && coloured());
    }

    /** How everything else is coloured. */
    Ink complaintInk() {
        return Ink.on(terminals.contains("err") && coloured());
    }

    /** See <a href="https://no-color.org">no-color.org</a>. */
    private boolean coloured() {
        return environment("NO_COLOR").isEmpty() && !environment("TERM").equals(Optional.of("dumb"));
    }

    /** The columns of the terminal that results go to; 0 where they go elsewhere, or nobody knows. */
    int width() {
        if (!terminals.contains("out")) {
            return 0;
        }
        Optional<String> columns = environment("COLUMNS").filter(text -> text.matches("[1-9]\\d{0,4}"));
        return columns.map(Integer::parseInt).orElseGet(Console::askTerminal);
    }

    private static int askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.from(Path.of("/dev/tty").toFile()))
                    .redirectError(Redirect.DISCARD)
                    .start();
            Matcher size = SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return size.find() ? Integer.parseInt(size.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Asks for a password without showing it; empty where nobody can be asked. */
    Optional<String> password(String prompt) {
        if (!terminals.contains("in")) {
            return Optional.empty();
        }
        clearProgress();
        return Optional.ofNullable(System.console())
                .map(terminal -> terminal.readPassword("%s", prompt))
                .map(String::new);
    }

    /** Colours as a terminal understands them, or none. */
    enum Ink {
        /** Colours. */
        COLOURED,
        /** None. */
        PLAIN;

        private static Ink on(boolean coloured) {
            return coloured ? COLOURED : PLAIN;
        }

        String bold(String text) {
            return in("1", text);
        }

        String red(String text) {
            return in("1;31", text);
        }

        String yellow(String text) {
            return in("1;33", text);
        }

        String green(String text) {
            return in("32", text);
        }

        String faint(String text) {
            return in("2", text);
        }

        private String in(String code, String text) {
            return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    }
}
