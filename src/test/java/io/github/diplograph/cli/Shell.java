package io.github.diplograph.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs commands in this process and keeps what they print. */
final class Shell {

    private final Map<String, String> environment;
    private final boolean terminal;

    private Shell(Map<String, String> environment, boolean terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Streams that are files, and an empty environment. */
    static Shell plain() {
        return new Shell(Map.of(), false);
    }

    /** Streams that are a terminal of 100 columns. */
    static Shell terminal() {
        return new Shell(Map.of("COLUMNS", "100"), true);
    }

    /** The same with these environment variables too. */
    Shell with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new Shell(all, terminal);
    }

    Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(stream(out), stream(err), terminal ? Set.of("out", "err") : Set.of(), environment);
        int code = Main.run(console, arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** What a command left behind. */
    record Ran(int code, String out, String err) {

        private static final Pattern PROGRESS =
                Pattern.compile("(?m)^[a-zA-Z0-9 -]+(: [\\d,]+ of [\\d,]+.*|, (\\d+ min )?\\d+ s| …)\n");

        /** The same without progress, which depends on how fast the machine is. */
        Ran calm() {
            return new Ran(code, out, PROGRESS.matcher(err).replaceAll(""));
        }

        /** What stands on stderr beside progress. */
        List<String> complaints() {
            return calm().err().lines().toList();
        }
    }
}
