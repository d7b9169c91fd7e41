package io.github.diplograph.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/**
 * What every report says of the example corpus. Each has a folder under {@code src/test/resources/reports} with
 * {@code expected.csv} and, where it is asked for something, {@code parameters.txt} with a line {@code name=text} each.
 * {@code -Dgolden=write} writes the expected results anew, for a reader to compare with the articles.
 */
@Neo4jTest
class ExampleReportsIT {

    private static final Path GOLDEN = Path.of("src/test/resources/reports");

    @Test
    void everyReportAnswersAsExpected(Driver driver) throws IOException {
        Corpus corpus = Corpus.read(Path.of("src/corpus"), Corpus.Options.NONE);
        assertThat(corpus.isValid()).isTrue();
        Loader.of(driver, null).apply(Graph.of(corpus), Progress.NONE);
        Reports reports = Reports.bundled();
        SoftAssertions all = new SoftAssertions();
        for (String name : reports.names()) {
            Path folder = GOLDEN.resolve(name);
            Table table = Reports.run(driver, null, reports.get(name), parameters(folder));
            all.assertThat(table.warnings()).as(name).isEmpty();
            StringBuilder written = new StringBuilder();
            table.write(Format.CSV, written);
            String csv = written.toString().replace("\r\n", "\n");
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(Files.createDirectories(folder).resolve("expected.csv"), csv);
            }
            all.assertThat(csv).as(name).isEqualTo(Files.readString(folder.resolve("expected.csv")));
        }
        all.assertAll();
    }

    private static Map<String, String> parameters(Path folder) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        Path file = folder.resolve("parameters.txt");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("=", 2);
                parameters.put(parts[0], parts[1]);
            }
        }
        return parameters;
    }
}
