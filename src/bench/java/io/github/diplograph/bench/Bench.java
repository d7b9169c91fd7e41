package io.github.diplograph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark's command: runs the sections that were asked for, and writes their figures into the README. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Diplograph on the roll calls of the UN.")
public final class Bench implements Callable<Integer> {

    /** What a section measures. */
    interface Section {
        void run(Setting setting, Results results) throws Exception;
    }

    private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("check", new CheckSection());
        SECTIONS.put("apply", new ApplySection());
        SECTIONS.put("again", new AgainSection());
        SECTIONS.put("reports", new ReportsSection());
        SECTIONS.put("mapping", new MappingSection());
        SECTIONS.put("memory", new MemorySection());
        SECTIONS.put("offline", new OfflineSection());
    }

    private final Path root =
            Path.of(System.getProperty("bench.root", ".")).toAbsolutePath().normalize();

    @Option(
            names = "--only",
            split = ",",
            description = "Sections: check, apply, again, reports, mapping, memory, offline.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--scale",
            description = "Measure this share of the roll calls instead of all: 0.1 for a short run.")
    private double scale = 1;

    @Option(names = "--rounds", description = "Rounds of what is compared side by side.")
    private int rounds = 3;

    @Option(names = "--times", description = "How many times the roll calls the large run repeats; 0 leaves it out.")
    private int times = 10;

    @Option(names = "--data", description = "The folder with unga-votes.csv.gz and unga-roll-calls.csv.gz.")
    private Path data = root.resolve("../shared/data").normalize();

    @Option(names = "--readme", description = "Write the table into the README though it is not that of a whole run.")
    private boolean readme;

    private Bench() {}

    /**
     * Runs it.
     *
     * @param arguments options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(System.getProperty("bench.home", root + "/target/bench"))
                .toAbsolutePath()
                .normalize();
        Path server = root.resolve("target/diplograph/server");
        List<String> chosen = only.isEmpty() ? List.copyOf(SECTIONS.keySet()) : only;
        for (String name : chosen) {
            if (!SECTIONS.containsKey(name)) {
                System.err.println("no section \"" + name + "\"; there are " + String.join(", ", SECTIONS.keySet()));
                return 2;
            }
        }
        for (Path needed : List.of(data.resolve("unga-votes.csv.gz"), data.resolve("unga-roll-calls.csv.gz"), server)) {
            if (!Files.exists(needed)) {
                System.err.println(
                        "there is no " + needed
                                + ": the benchmark needs the roll calls (--data) and what `mvn install` leaves in target/diplograph");
                return 2;
            }
        }
        Results results = new Results();
        Corpora corpora = new Corpora(data, home.resolve("corpora"));
        Setting setting = new Setting(home, server, corpora, scale, rounds, times);
        boolean failed = false;
        for (String name : chosen) {
            results.section(name);
            try {
                SECTIONS.get(name).run(setting, results);
            } catch (Exception | LinkageError failure) {
                failed = true;
                results.failed(name, failure);
            } finally {
                setting.release();
            }
        }
        System.out.println();
        System.out.println(results.markdown());
        if (readme || only.isEmpty() && scale == 1) {
            results.write(root.resolve("README.md"));
        } else {
            results.note("the README was left as it is: this was no whole run");
        }
        return failed ? 1 : 0;
    }
}
