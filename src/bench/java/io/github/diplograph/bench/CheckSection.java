package io.github.diplograph.bench;

import io.github.diplograph.corpus.Corpus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/** Reading, resolving and checking a corpus beside merely composing its files. */
final class CheckSection implements Bench.Section {

    @Override
    public void run(Setting setting, Results results) throws Exception {
        Path corpus = setting.corpus();
        List<Path> files = Corpora.files(corpus);
        List<Double> composed = new ArrayList<>();
        List<Double> checked = new ArrayList<>();
        for (int round = -1; round < setting.shortRounds(); round++) {
            double bare = Results.seconds(() -> compose(files));
            double whole = Results.seconds(() -> check(corpus));
            if (round >= 0) {
                composed.add(bare);
                checked.add(whole);
            }
        }
        double bare = Results.median(composed);
        double whole = Results.median(checked);
        results.add(
                "`check` of " + files.size() + " files against composing their YAML",
                Results.number(whole, 2) + " s against " + Results.number(bare, 2) + " s, "
                        + Results.number(whole / bare, 2) + "×",
                "at most 2×");
    }

    private static void compose(List<Path> files) throws Exception {
        for (Path file : files) {
            LoadSettings settings = LoadSettings.builder()
                    .setUseMarks(true)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();
            if (new Compose(settings).composeString(Files.readString(file)).isEmpty()) {
                throw new IllegalStateException(file + " is empty");
            }
        }
    }

    private static void check(Path folder) {
        Corpus corpus = Corpus.read(folder);
        if (!corpus.isValid()) {
            throw new IllegalStateException("the corpus of the benchmark has errors: "
                    + corpus.diagnostics().stream()
                            .filter(diagnostic -> diagnostic.isError())
                            .findFirst()
                            .orElseThrow());
        }
    }
}
