package io.github.diplograph.bench;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applying and planning again: nothing changed, and one file changed. */
final class AgainSection implements Bench.Section {

    @Override
    public void run(Setting setting, Results results) throws Exception {
        Path corpus = setting.corpus();
        Database database = setting.full();
        Loader loader = Loader.of(database.driver(), null);
        List<Path> files = Corpora.files(corpus);
        Path file = files.stream()
                .sorted(Comparator.comparing(one -> one.toFile().length()))
                .toList()
                .get(files.size() / 2);
        String before = Files.readString(file);
        List<Double> nothing = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> planned = new ArrayList<>();
        List<Double> plannedOne = new ArrayList<>();
        long edges = database.number("MATCH ()-[r]->() RETURN count(r) AS n");
        try {
            for (int round = -1; round < setting.shortRounds(); round++) {
                List<Double> kept = round < 0 ? new ArrayList<>() : null;
                (kept == null ? nothing : kept).add(Results.seconds(() -> {
                    Applied applied = loader.apply(read(corpus), Progress.NONE);
                    if (!applied.wroteNothing()) {
                        throw new IllegalStateException(
                                "an apply with nothing changed has written: " + applied.counters());
                    }
                }));
                (kept == null ? planned : kept).add(Results.seconds(() -> plan(loader, corpus, true)));
                Files.writeString(file, edited(before, round));
                (kept == null ? plannedOne : kept).add(Results.seconds(() -> plan(loader, corpus, false)));
                (kept == null ? one : kept).add(Results.seconds(() -> {
                    if (loader.apply(read(corpus), Progress.NONE).wroteNothing()) {
                        throw new IllegalStateException("an apply with a changed file has written nothing");
                    }
                }));
            }
        } finally {
            Files.writeString(file, before);
            loader.apply(read(corpus), Progress.NONE);
        }
        if (database.number("MATCH ()-[r]->() RETURN count(r) AS n") < edges) {
            throw new IllegalStateException("edges were lost while one file was edited");
        }
        double full = setting.fullSeconds();
        double same = Results.median(nothing);
        results.add(
                "apply with nothing changed, zero writes",
                Results.number(same, 2) + " s"
                        + (full > 0 ? ", " + Results.number(100 * same / full, 1) + " % of the full apply" : ""),
                "at most 5 %");
        results.add(
                "apply with one of " + files.size() + " files changed, that of median size",
                Results.number(Results.median(one), 2) + " s, " + Results.number(Results.median(one) / same, 2)
                        + "× nothing changed",
                "at most 1.2×");
        results.add("plan with nothing changed", Results.number(Results.median(planned), 2) + " s", "");
        results.add("plan with one file changed", Results.number(Results.median(plannedOne), 2) + " s", "");
    }

    private static Graph read(Path corpus) {
        return Graph.of(Corpus.read(corpus));
    }

    private static void plan(Loader loader, Path corpus, boolean same) {
        Plan plan = loader.plan(read(corpus), difference -> {}, Progress.NONE);
        if (plan.totals().isEmpty() != same) {
            throw new IllegalStateException("the plan has " + plan.totals());
        }
    }

    /** Gives the first vote another name. */
    private static String edited(String text, int round) {
        String edited = text.replaceFirst("(?m)^    name: ([A-Z ]+)$", "    name: $1, round " + (round + 1));
        if (edited.equals(text)) {
            throw new IllegalStateException("no vote with a plain name to edit");
        }
        return edited;
    }
}
