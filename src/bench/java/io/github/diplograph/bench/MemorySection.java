package io.github.diplograph.bench;

import java.util.ArrayList;
import java.util.List;

/** Applies of several sizes, each in a process of 512 MB: what they hold, and how their time grows. */
final class MemorySection implements Bench.Section {

    private static final String HEAP = "512m";

    @Override
    public void run(Setting setting, Results results) throws Exception {
        List<Double> sizes = new ArrayList<>(List.of(0.01 * setting.scale(), 0.1 * setting.scale(), setting.scale()));
        if (setting.times() > 0) {
            sizes.add(setting.times() * 1.0);
        }
        List<double[]> points = new ArrayList<>();
        double rate = 0;
        Database last = null;
        for (double size : sizes) {
            var corpus = setting.corpora().of(size);
            Database database = setting.fresh();
            Child.Outcome outcome = Child.run(
                    "the apply in " + HEAP,
                    Child.ONLINE,
                    List.of("-Xmx" + HEAP),
                    List.of("io.github.diplograph.bench.Loading", corpus.toString(), database.uri()));
            String[] said = outcome.output().get(outcome.output().size() - 1).split(" ");
            long ballots = database.number("MATCH ()-[r:VOTED]->() RETURN count(r) AS n")
                    + database.number("MATCH ()-[r:ABSTAINED]->() RETURN count(r) AS n");
            double seconds = Double.parseDouble(said[1]);
            points.add(new double[] {Math.log(ballots), Math.log(seconds)});
            results.add(
                    "apply of " + Results.number(ballots, 0) + " ballots in a process of " + HEAP,
                    Results.number(seconds, 1) + " s, of which " + Results.number(Double.parseDouble(said[0]), 1)
                            + " s reading; " + Results.number(ballots / seconds, 0) + " ballots a second; heap "
                            + said[2] + " MiB at most, of which old " + said[3] + "; resident " + outcome.resident()
                            + " MiB",
                    "512 MB of heap");
            rate = ballots / seconds;
            last = database;
        }
        results.add("growth of the apply's time: exponent", Results.number(slope(points), 2), "at most 1.05");
        setting.noteLargest(rate, Elements.of(last.driver()));
    }

    /** The slope of the line that fits best. */
    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double y = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double above = points.stream()
                .mapToDouble(point -> (point[0] - x) * (point[1] - y))
                .sum();
        double below = points.stream()
                .mapToDouble(point -> (point[0] - x) * (point[0] - x))
                .sum();
        return above / below;
    }
}
