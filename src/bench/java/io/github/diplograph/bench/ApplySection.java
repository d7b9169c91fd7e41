package io.github.diplograph.bench;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The full apply beside the ceiling, in rounds that take turns at going first. */
final class ApplySection implements Bench.Section {

    private static final String SHAPE =
            """
            MATCH (n:_Diplograph) WHERE NOT n:Run
            WITH head([label IN labels(n) WHERE label <> '_Diplograph']) AS word, n
            RETURN word AS what, count(n) AS number, sum(size(n.id) + size(coalesce(n.sources, []))) AS sum,
              min(n.id) AS first, max(n.id) AS last
            UNION ALL
            MATCH (:_Diplograph)-[r]->(n) WHERE NOT n:Run
            RETURN type(r) AS what, count(r) AS number, sum(size(r.id) + size(coalesce(r.sources, []))) AS sum,
              min(r.id) AS first, max(r.id) AS last
            """;

    @Override
    public void run(Setting setting, Results results) throws Exception {
        Graph warm = Graph.of(Corpus.read(setting.warm()));
        Graph graph = Graph.of(Corpus.read(setting.corpus()));
        Ceiling.Form best = plainForms(setting, results, warm);
        Ceiling ceiling = new Ceiling(graph, best);
        Ceiling first = new Ceiling(warm, best);
        List<Double> applied = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        List<Double> checked = new ArrayList<>();
        String shape = "";
        for (int round = 0; round < setting.rounds(); round++) {
            for (int turn = 0; turn < 2; turn++) {
                boolean ours = (round + turn) % 2 == 1;
                Database database = setting.fresh();
                if (ours) {
                    apply(setting.warm(), database, new ArrayList<>());
                } else {
                    first.write(database.driver());
                }
                database.clear();
                double seconds = ours
                        ? Results.seconds(() -> apply(setting.corpus(), database, checked))
                        : Results.seconds(() -> ceiling.write(database.driver()));
                (ours ? applied : written).add(seconds);
                results.note((ours ? "apply " : "ceiling ") + Results.number(seconds, 1) + " s, "
                        + Results.number(ceiling.ballots() / seconds, 0) + " ballots a second");
                String found = shape(database);
                if (!shape.isEmpty() && !shape.equals(found)) {
                    throw new IllegalStateException(
                            "apply and the ceiling have written different graphs:\n" + shape + "\n" + found);
                }
                shape = found;
            }
        }
        double ours = Results.median(applied);
        double limit = Results.median(written);
        setting.keepFull(ours, ceiling.ballots());
        results.add(
                "full apply of " + Results.number(ceiling.ballots(), 0) + " ballots, reading and checking included",
                Results.number(ours, 1) + " s, " + Results.number(ceiling.ballots() / ours, 0) + " ballots a second",
                "");
        results.add(
                "of that, reading and checking before the first write",
                Results.number(Results.median(checked), 1) + " s",
                "");
        results.add(
                "ceiling: the same graph from ready lists, " + best,
                Results.number(limit, 1) + " s, " + Results.number(ceiling.ballots() / limit, 0) + " ballots a second",
                "");
        results.add("full apply against the ceiling's rate", Results.number(limit / ours, 2), "at least 0.9");
    }

    private static void apply(java.nio.file.Path folder, Database database, List<Double> checked) {
        long from = System.nanoTime();
        Graph graph = Graph.of(Corpus.read(folder));
        checked.add((System.nanoTime() - from) / 1e9);
        Loader.of(database.driver(), null).apply(graph, Progress.NONE);
    }

    private static String shape(Database database) {
        StringBuilder text = new StringBuilder();
        database.rows(SHAPE, Map.of()).stream()
                .map(row -> row.asMap().toString())
                .sorted()
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Finds the ceiling's best form on a sample, and measures it stripped beside the plainest form there is. */
    private static Ceiling.Form plainForms(Setting setting, Results results, Graph warm) throws Exception {
        Graph sample = Graph.of(Corpus.read(setting.corpora().of(0.1 * Math.min(1, setting.scale()))));
        Database database = setting.fresh();
        for (int i = 0; i < 2; i++) {
            new Ceiling(warm, Ceiling.FORMS.get(0)).write(database.driver());
            database.clear();
        }
        Ceiling.Form best = Ceiling.FORMS.get(0);
        double fastest = Double.MAX_VALUE;
        for (Ceiling.Form form : Ceiling.FORMS) {
            Ceiling ceiling = new Ceiling(sample, form);
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < setting.rounds(); round++) {
                times.add(Results.seconds(() -> ceiling.write(database.driver())));
                database.clear();
            }
            double seconds = Results.median(times);
            results.note("ceiling with " + form + ": " + Results.number(ceiling.ballots() / seconds, 0)
                    + " ballots a second on a sample");
            if (seconds < fastest) {
                fastest = seconds;
                best = form;
            }
        }
        database.forget();
        Ceiling ceiling = new Ceiling(sample, best);
        List<Double> stripped = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        database.rows("CREATE INDEX plain FOR (n:_Diplograph) ON (n.id)", Map.of());
        database.rows("CALL db.awaitIndexes(600)", Map.of());
        for (int round = 0; round < setting.rounds(); round++) {
            stripped.add(ceiling.writeStripped(database.driver()));
            database.clear();
            plain.add(ceiling.writePlain(database.driver()));
            database.clear();
        }
        double rate = ceiling.ballots() / Results.median(stripped);
        double other = ceiling.ballots() / Results.median(plain);
        results.add(
                "the ceiling's form without ids, sources and constraints against one row a ballot and `CREATE`",
                Results.number(rate, 0) + " against " + Results.number(other, 0) + " ballots a second, "
                        + Results.number(rate / other, 2),
                "at least 1");
        return best;
    }
}
