package io.github.diplograph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import io.github.diplograph.load.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final Path ARTICLES = Path.of("..", "shared", "articles");
    private static final Path GOLDEN = Path.of("src/test/resources/reports");

    private final Driver driver;

    ExampleReportsIT(Driver driver) {
        this.driver = driver;
    }

    @BeforeAll
    static void load(Driver driver) {
        Corpus corpus = Corpus.read(Path.of("src/corpus"), Corpus.Options.NONE);
        assertThat(corpus.isValid()).isTrue();
        Options curator =
                Options.NONE.by("a curator").at(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
        Loader.of(driver, null).apply(Graph.of(corpus), curator, Progress.NONE);
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

    /** Names between quotation marks that nobody is said to have spoken. */
    private static final Set<String> NAMES = Set.of("shadow cabinet");

    private static final Pattern PRINTED = Pattern.compile("“([^“”\n]+)|‘([^‘’\n]+)’|\"([^\"\n]+)\"");

    @Test
    void everyQuotationOfTheArticlesStandsInTheGraphOnce() throws IOException {
        Table table = Reports.run(driver, null, Reports.bundled().get("quotations"), Map.of());
        int article = table.columns().indexOf("article");
        int speaker = table.columns().indexOf("speaker");
        int quote = table.columns().indexOf("quote");
        assertThat(table.rows()).hasSize(25).allSatisfy(row -> assertThat((List<?>) row.get(speaker))
                .isNotEmpty());
        Map<String, List<String>> quoted = new TreeMap<>();
        table.rows().forEach(row -> ((List<?>) row.get(quote))
                .forEach(segment -> quoted.computeIfAbsent(String.valueOf(row.get(article)), id -> new ArrayList<>())
                        .add(bare(String.valueOf(segment)))));
        assertThat(quoted.values().stream().flatMap(List::stream)).hasSize(32).doesNotHaveDuplicates();

        assumeTrue(Files.exists(ARTICLES));
        int printed = 0;
        for (Map.Entry<String, List<String>> ofArticle : quoted.entrySet()) {
            String id = ofArticle.getKey().substring(ofArticle.getKey().indexOf('/') + 1);
            Matcher stretches = PRINTED.matcher(Files.readString(ARTICLES.resolve(id + ".txt")));
            List<String> segments = new ArrayList<>(ofArticle.getValue());
            List<String> again = new ArrayList<>();
            while (stretches.find()) {
                String stretch = bare(stretches.group().substring(1).replaceAll("[’\"]$", ""));
                if (!NAMES.contains(stretch)) {
                    printed++;
                    if (!segments.remove(stretch)) {
                        again.add(stretch);
                    }
                }
            }
            assertThat(segments).as(id).isEmpty();
            assertThat(again).as(id).allSatisfy(stretch -> assertThat(ofArticle.getValue())
                    .filteredOn(segment -> segment.contains(stretch))
                    .hasSize(1));
        }
        assertThat(printed).isEqualTo(35);
    }

    /** Whether a comma or a stop that ends the sentence stands inside the quotation marks is the printer's habit. */
    private static String bare(String words) {
        return words.strip().replaceAll("[,.]$", "");
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
