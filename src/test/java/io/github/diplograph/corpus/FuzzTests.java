package io.github.diplograph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.evidence.SourceText;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken extractions, vocabularies, manifests, records and texts: whatever they hold, what comes of them is diagnostics.
 *
 * <p>Seeded, so that a failure comes again. The short form runs with all tests; the long one with {@code mvn test
 * -Dtest=FuzzTests -DargLine=-Xmx512m -Ddiplograph.fuzz=200000}, another seed with {@code -Ddiplograph.fuzz.seed}.
 */
class FuzzTests {

    private static final int INPUTS = Integer.getInteger("diplograph.fuzz", 600);
    private static final long SEED = Long.getLong("diplograph.fuzz.seed", 1);
    private static final int BATCH = 100;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final String VOCABULARY =
            """
            kinds:
              ship: {label: Ship, is: agent, meaning: A ship.}
            verbs:
              speech:
                hailed from afar: {edge: HAILED_FROM_AFAR, spellings: [hails from afar], polarity: positive}
              action:
                boarded: {edge: BOARDED, actors: [ship], targets: [ship, person], plover: ASSAULT}
            properties:
              depth: {type: whole, of: [ship], disputable: true}
            ties:
              sister of: {edge: SISTER_OF, subjects: [ship], objects: [ship]}
            words:
              hedges:
                it seems: {spellings: [seemingly]}
            """;

    private static final String RECORD =
            """
            {"version": 1, "claims": {"fuzz/a#b": {"text":
            "07040c436bc9e2f493355934a57897135d7d9a8606eccfbcd94a9e2a24e17a42", "words": {
            "06408299050a53fddf76bca52dd7954cd1331360560f410ebaa0d53b26face98":
            {"outcome": "exact", "offsets": [836, 866]}}}}}
            """;

    private final Mutation mutation = new Mutation(SEED);
    private int inputs;
    private int wellFormed;
    private int graphs;
    private Duration worst = Duration.ZERO;

    @Test
    void yieldsDiagnosticsAndNothingElse(@TempDir Path folder, TestReporter reporter) throws IOException {
        for (int batch = 0; inputs < INPUTS; batch++) {
            extractions(folder, batch);
            others(folder);
        }

        reporter.publishEntry(Map.of(
                "inputs", inputs + " from seed " + SEED,
                "well-formed", Integer.toString(wellFormed),
                "in a graph", Integer.toString(graphs),
                "slowest", worst.toString(),
                "peak heap", (peak() >> 20) + " MB"));
        assertThat(wellFormed).isGreaterThan(inputs / 3);
        assertThat(graphs).isGreaterThan(inputs / 10);
    }

    /** Many files are one corpus, lest the registry be resolved for each; those without a mistake become a graph. */
    private void extractions(Path folder, int batch) throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("batch-" + batch));
        Files.writeString(corpus.resolve("corpus.yaml"), "name: fuzz\n");
        Files.writeString(
                corpus.resolve("known.yaml"),
                "entities:\n  ann: {person: Ann Example}\n  a-resolution: {resolution: a resolution}\n"
                        + "  chair: {office: Chair, of: UK}\n");
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < BATCH; i++) {
            String right = mutation.extraction("a" + batch + "-" + i);
            byte[] content = mutation.chance(3) ? right.getBytes(StandardCharsets.UTF_8) : mutation.broken(right);
            String file = "x/f" + i + ".yaml";
            files.put(file, content);
            List<Diagnostic> problems = new ArrayList<>();
            boolean read = YamlFile.read(file, content, problems::add).isPresent();
            wellFormed += read && problems.isEmpty() ? 1 : 0;
        }
        inputs += BATCH;
        Files.createDirectory(corpus.resolve("x"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(corpus.resolve(file.getKey()), file.getValue());
        }
        Duration all = timed("batch " + batch, () -> graphs += draw(corpus, files.keySet()));
        for (String file : files.keySet()) {
            Files.deleteIfExists(corpus.resolve(file));
        }
        if (all.compareTo(LONGEST) > 0) {
            eachAlone(corpus, files);
        }
    }

    /** All together took longer than one alone may. */
    private void eachAlone(Path corpus, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = corpus.resolve(file.getKey());
            Files.write(path, file.getValue());
            Duration alone = timed(file.getKey(), () -> draw(corpus, Set.of(file.getKey())));
            assertThat(alone).as(file.getKey() + " of seed " + SEED).isLessThan(LONGEST);
            Files.deleteIfExists(path);
        }
    }

    /** How many of the files became part of a graph. */
    private static int draw(Path corpus, Set<String> files) {
        Corpus read = Corpus.read(corpus);
        for (int round = 0; round < 4 && !read.isValid(); round++) {
            Set<String> wrong = read.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .map(problem -> problem.position().file())
                    .filter(files::contains)
                    .collect(Collectors.toSet());
            read.diagnostics().forEach(problem -> assertThat(problem.toString()).doesNotContain("\u001b"));
            wrong.forEach(file -> delete(corpus.resolve(file)));
            read = Corpus.read(corpus);
        }
        if (read.isValid()) {
            Graph graph = Graph.of(read);
            for (Part part : graph.parts()) {
                assertThat(graph.share(part).part()).isEqualTo(part);
            }
            return graph.parts().size() - 2;
        }
        return 0;
    }

    private void others(Path folder) throws IOException {
        Path corpus = Files.createTempDirectory(folder, "manifest");
        Consumer<Diagnostic> told = problem -> assertThat(problem.toString()).isNotBlank();
        for (int i = 0; i < BATCH / 10; i++) {
            byte[] vocabulary = mutation.broken(VOCABULARY);
            byte[] record = mutation.broken(RECORD);
            byte[] text = mutation.broken(VOCABULARY.repeat(3));
            alone("vocabulary", () -> Vocabulary.read(Map.of("mine.yaml", vocabulary), told));
            alone("record", () -> EvidenceRecord.read("evidence.json", record, told));
            alone("text", () -> SourceText.read("a.txt", text, told)
                    .ifPresent(found -> found.findAll(List.of("hailed from afar", "`", "ship, is: agent"))));
            inputs += 3;
        }
        Files.write(corpus.resolve("mine.yaml"), mutation.broken(VOCABULARY));
        Files.write(
                corpus.resolve("corpus.yaml"),
                mutation.broken("name: fuzz\ntitle: a title\nvocabulary:\n  - mine.yaml\n  - \"../x.yaml\"\n"));
        alone("manifest", () -> Corpus.read(corpus).diagnostics());
        inputs += 2;
    }

    private void alone(String what, Runnable work) {
        assertThat(timed(what, work)).as(what + " of seed " + SEED).isLessThan(LONGEST);
    }

    /** How much processor time it took, of all threads: a bound that does not depend on what else the machine does. */
    private Duration timed(String what, Runnable work) {
        long start = MACHINE.getProcessCpuTime();
        try {
            work.run();
        } catch (DiplographException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError(what + " after " + inputs + " inputs of seed " + SEED, failure);
        }
        Duration took = Duration.ofNanos(MACHINE.getProcessCpuTime() - start);
        worst = took.compareTo(worst) > 0 ? took : worst;
        return took;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
