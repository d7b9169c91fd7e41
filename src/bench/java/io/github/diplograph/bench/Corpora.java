package io.github.diplograph.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The roll calls as corpora of any size, made by {@code diplograph import} and kept between runs. */
final class Corpora {

    /** How far the keys of copies lie apart. */
    private static final int APART = 100_000;

    private final Path data;
    private final Path home;

    Corpora(Path data, Path home) {
        this.data = data;
        this.home = home;
    }

    /**
     * A corpus of some of the roll calls, or of several copies of all.
     *
     * @param scale 1 for all of them, 0.01 for every hundredth, 10 for ten copies with keys of their own
     */
    Path of(double scale) throws IOException {
        Path corpus = home.resolve(scale < 1 ? "one-of-" + Math.round(1 / scale) : "times-" + Math.round(scale));
        if (!Files.exists(corpus.resolve("done"))) {
            Database.delete(corpus);
            make(corpus, scale);
            Files.writeString(corpus.resolve("done"), "");
        }
        return corpus;
    }

    /** Ballots in the data, for each choice, straight from the CSV. */
    Path votes() {
        return data.resolve("unga-votes.csv.gz");
    }

    private void make(Path corpus, double scale) throws IOException {
        Path csv = Files.createDirectories(home.resolve("csv"));
        Path calls = csv.resolve("roll-calls.csv");
        Path votes = csv.resolve("votes.csv");
        int copies = (int) Math.max(1, Math.round(scale));
        int every = scale >= 1 ? 1 : (int) Math.round(1 / scale);
        Set<String> kept = new HashSet<>();
        copy(data.resolve("unga-roll-calls.csv.gz"), calls, copies, (fields, line) -> {
            boolean keep = line % every == 0;
            if (keep) {
                kept.add(fields[0]);
            }
            return keep;
        });
        copy(votes(), votes, copies, (fields, line) -> kept.contains(fields[0]));
        Files.createDirectories(corpus);
        Files.writeString(corpus.resolve("corpus.yaml"), "name: unga\ntitle: Roll calls of the UN General Assembly\n");
        Import.run(corpus, calls, votes);
    }

    private interface Wanted {
        boolean test(String[] fields, int line);
    }

    /** Copies rows with keys, and sessions where there are any, that differ from copy to copy. */
    private static void copy(Path from, Path to, int copies, Wanted wanted) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            for (int copy = 0; copy < copies; copy++) {
                try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(from)), StandardCharsets.UTF_8))) {
                    String header = in.readLine();
                    boolean sessions = header.startsWith("rcid,session,");
                    if (copy == 0) {
                        out.write(header + "\n");
                    }
                    int line = 0;
                    for (String row = in.readLine(); row != null; row = in.readLine()) {
                        String[] fields = row.split(",", sessions ? 6 : 2);
                        if (wanted.test(fields, line++)) {
                            int key = Integer.parseInt(fields[0]) + copy * APART;
                            out.write(sessions ? call(fields, key, copy) : key + "," + fields[1] + "\n");
                        }
                    }
                }
            }
        }
    }

    /** A roll call with the key, the session and the resolution of a copy. */
    private static String call(String[] fields, int key, int copy) {
        boolean named = copy > 0 && !fields[4].isEmpty() && !fields[4].endsWith("\"");
        return String.join(
                        ",",
                        String.valueOf(key),
                        String.valueOf(Integer.parseInt(fields[1]) + copy * 100),
                        fields[2],
                        fields[3],
                        named ? fields[4] + "-" + copy : fields[4],
                        fields[5])
                + "\n";
    }

    /** The folders' files in order. */
    static List<Path> files(Path corpus) throws IOException {
        try (var all = Files.walk(corpus)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("corpus.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
