package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Loader;
import io.github.diplograph.report.Format;
import io.github.diplograph.report.Reports;
import io.github.diplograph.report.Table;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** The ten lines of the README by which a program embeds Diplograph. */
@Neo4jTest
class EmbeddingIT {

    @Test
    void readsAppliesAndAsks(Driver driver) {
        Corpus corpus = Corpus.read(Path.of("src/corpus"));
        if (!corpus.isValid()) {
            throw new IllegalStateException("mend these: " + corpus.diagnostics());
        }
        Applied applied = Loader.of(driver, "neo4j").apply(Graph.of(corpus), Progress.NONE);
        Reports reports = Reports.bundled();
        Table ballots = Reports.run(driver, "neo4j", reports.get("ballots"), Map.of());
        StringBuilder text = new StringBuilder();
        ballots.write(Format.MARKDOWN, text);

        assertThat(applied.wroteNothing()).isFalse();
        assertThat(ballots.rows()).hasSize(15);
        assertThat(text).contains("| United States | abstained |");
    }
}
