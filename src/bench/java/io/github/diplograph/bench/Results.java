package io.github.diplograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of a run: told as they come, and written as one table. */
final class Results {

    private static final String BEGIN = "<!-- benchmark: written by src/bench -->";
    private static final String END = "<!-- end of benchmark -->";

    private final List<String> rows = new ArrayList<>();
    private final StringBuilder tables = new StringBuilder();
    private final long begun = System.nanoTime();

    void section(String name) {
        note("== " + name);
    }

    /** Tells how far the run has come. */
    void note(String text) {
        System.out.printf(Locale.ROOT, "%5.0f s  %s%n", (System.nanoTime() - begun) / 1e9, text);
    }

    /**
     * Adds a row.
     *
     * @param what was measured
     * @param figure the value with its unit
     * @param goal what was aimed at, empty if nothing was
     */
    void add(String what, String figure, String goal) {
        rows.add("| " + what + " | " + figure + " | " + goal + " |");
        note(what + ": " + figure + (goal.isEmpty() ? "" : " (goal " + goal + ")"));
    }

    /**
     * Adds a table of its own below the first.
     *
     * @param header its columns' names
     * @param cells its rows
     */
    void table(List<String> header, List<List<String>> cells) {
        tables.append("\n| ").append(String.join(" | ", header)).append(" |\n");
        tables.append("|---".repeat(header.size())).append("|\n");
        cells.forEach(row -> tables.append("| ").append(String.join(" | ", row)).append(" |\n"));
    }

    void failed(String section, Throwable failure) {
        add(
                "section `" + section + "`",
                "failed: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""),
                "");
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.github.diplograph.")) {
                System.out.println("         at " + frame);
            }
        }
    }

    String markdown() {
        return "Measured on " + LocalDate.now() + ": " + machine() + ".\n\n| what | measured | goal |\n|---|---|---|\n"
                + String.join("\n", rows) + "\n" + tables;
    }

    /** Replaces what stands between the marks in the README. */
    void write(Path readme) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            note("the README has no marks for the table; it was left as it is");
            return;
        }
        Files.writeString(readme, text.substring(0, begin) + BEGIN + "\n" + markdown() + text.substring(end));
    }

    private static String machine() {
        String model = "";
        try {
            model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            // other systems do not say
        }
        return model + Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version")
                + ", Neo4j Community as a child process with " + Database.HEAP + " MiB of heap and " + Database.PAGES
                + " MiB of page cache on the same machine";
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double seconds(Work work) throws Exception {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e9;
    }

    /** Something that takes time. */
    interface Work {
        void run() throws Exception;
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
