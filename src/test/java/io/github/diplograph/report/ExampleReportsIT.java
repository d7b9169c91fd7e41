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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/**
 * What every report says of the example corpus. Each has a folder under {@code src/test/resources/reports} with
 * {@code expected.csv} and, where it is asked for something, {@code parameters.txt} with a line {@code name=text} each.
 * {@code -Dgolden=write} writes the expected results anew, for a reader to compare with the articles.
 */
@Neo4jTest(oncePerClass = true)
class ExampleReportsIT {

    private static final Path GOLDEN = Path.of("src/test/resources/reports");

    private final Driver driver;

    ExampleReportsIT(Driver driver) {
        this.driver = driver;
    }

    @BeforeAll
    static void load(Driver driver) {
        Corpus corpus = Corpus.read(Path.of("src/corpus"), Corpus.Options.NONE);
        assertThat(corpus.isValid()).isTrue();
        Loader.of(driver, null).apply(Graph.of(corpus), Progress.NONE);
    }

    @Test
    void everyReportAnswersTheExampleOfTheReadme() throws IOException {
        Reports reports = Reports.bundled();
        Matcher examples = Pattern.compile("(?m) `report ([a-z-]+)((?: [a-z]+=[^ `]+)*)` \\|$")
                .matcher(Files.readString(Path.of("README.md")));
        SoftAssertions all = new SoftAssertions();
        List<String> asked = new ArrayList<>();
        while (examples.find()) {
            String name = examples.group(1);
            asked.add(name);
            Map<String, String> parameters = parameters(
                    Pattern.compile(" ").splitAsStream(examples.group(2)).filter(setting -> !setting.isEmpty()));
            all.assertThatCode(() -> assertThat(Reports.run(driver, null, reports.get(name), parameters)
                                    .rows())
                            .isNotEmpty())
                    .as(examples.group())
                    .doesNotThrowAnyException();
        }
        all.assertAll();
        assertThat(asked).isEqualTo(reports.names());
    }

    @Test
    void everyReportAnswersAsExpected() throws IOException {
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
        Path file = folder.resolve("parameters.txt");
        return Files.exists(file) ? parameters(Files.readAllLines(file).stream()) : Map.of();
    }

    private static Map<String, String> parameters(Stream<String> settings) {
        Map<String, String> parameters = new LinkedHashMap<>();
        settings.map(setting -> setting.split("=", 2)).forEach(parts -> parameters.put(parts[0], parts[1]));
        return parameters;
    }
}
