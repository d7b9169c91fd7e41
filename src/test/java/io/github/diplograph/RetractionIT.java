package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Dump;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** The example corpus without one of its two reports on the vote of March 2024, and with one claim edited. */
@Neo4jTest
class RetractionIT {

    private static final String REPORT = "extractions/israel-cancels-washington-meeting.yaml";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheExample() throws IOException {
        Path example = Path.of("src/corpus");
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private Applied apply(Driver driver, Options options) {
        Corpus corpus = Corpus.read(folder);
        assertThat(corpus.isValid()).as(corpus.diagnostics().toString()).isTrue();
        return Loader.of(driver, null).apply(Graph.of(corpus), options, Progress.NONE);
    }

    @Test
    void pruningOneOfTwoReportsLeavesWhatTheOtherClaimsAndOnlyThat(Driver driver, TestDatabase database)
            throws IOException {
        apply(driver, Options.NONE);
        Files.delete(folder.resolve(REPORT));

        Applied pruned = apply(driver, Options.NONE.pruning(true));

        assertThat(pruned.pruned()).containsExactly("example/extractions/israel-cancels-washington-meeting");
        assertThat(pruned.totals().retracted()).containsKeys("Article", "Claim", "Statement", "Event");
        assertThat(apply(driver, Options.NONE.pruning(true)).wroteNothing()).isTrue();
        assertThat(apply(driver, Options.NONE.verifying(true)).wroteNothing()).isTrue();
        String edited = Dump.ours(driver);
        database.empty();
        apply(driver, Options.NONE);
        assertThat(Dump.differences(Dump.ours(driver), edited)).isEmpty();
    }

    @Test
    void editingOneClaimWritesOnlyWhatHangsOnIt(Driver driver) throws IOException {
        apply(driver, Options.NONE);
        Path file = folder.resolve("extractions/uk-arms-licences.yaml");
        Files.writeString(file, Files.readString(file).replace("quantity: 30\n", "quantity: 31\n"));

        Applied edited = apply(driver, Options.NONE);

        assertThat(edited.totals().created()).isEmpty();
        assertThat(edited.totals().retracted()).isEmpty();
        assertThat(edited.totals().changed())
                .hasSize(4)
                .containsEntry("Event", 1L)
                .containsEntry("SUSPENDED_LICENCES", 1L)
                .containsEntry("ASSERTS", 1L)
                .containsEntry("Document", 1L);
        Applied.Counters counters = edited.counters();
        assertThat(List.of(counters.nodesDeleted(), counters.relationshipsCreated(), counters.relationshipsDeleted()))
                .containsOnly(0L);
        assertThat(counters.nodesCreated()).as("the Run").isOne();
        assertThat(apply(driver, Options.NONE).counters()).isEqualTo(Applied.Counters.NONE);
    }

    @Test
    void aCorpusThatLeavesTakesItsValuesOffWhatAnotherHoldsThroughTheRegistry(Driver driver) throws IOException {
        TestCorpus other = TestCorpus.named("other", Files.createDirectories(folder.resolve("other-corpus")))
                .with(
                        "extractions/one.yaml",
                        "article: {id: one-report, published: 2024-03-25}\nstatements:\n"
                                + "  - {by: UK, verb: urged, towards: US, says: that, passage: x}\n");
        TestCorpus leaving = TestCorpus.named("leaving", Files.createDirectories(folder.resolve("leaving-corpus")))
                .with(
                        "entities/states.yaml",
                        "entities:\n  united-kingdom: {state: United Kingdom, aliases: [Albion]}\n");
        assertThat(other.mistakes()).isEmpty();
        Loader loader = Loader.of(driver, null);
        loader.apply(Graph.of(other.read()), Progress.NONE);
        String alone = Dump.ours(driver);
        loader.apply(Graph.of(leaving.read()), Progress.NONE);
        assertThat(Dump.ours(driver)).contains("Albion");

        leaving.without("entities/states.yaml");
        loader.apply(Graph.of(leaving.read()), Options.NONE.pruning(true), Progress.NONE);

        assertThat(Dump.differences(alone, Dump.ours(driver))).isEmpty();
    }
}
