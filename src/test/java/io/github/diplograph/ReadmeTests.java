package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.report.Report;
import io.github.diplograph.report.Reports;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md promises, held against the code. */
class ReadmeTests {

    private static final Path PROJECT = Path.of("");

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }

    /** The fenced blocks of a language, the empty one included. */
    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        String opened = "";
        for (String line : readme().split("\n", -1)) {
            if (line.startsWith("```")) {
                if (block == null) {
                    block = new StringBuilder();
                    opened = line.substring(3);
                } else {
                    if (opened.equals(language)) {
                        blocks.add(block.toString());
                    }
                    block = null;
                }
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }

    @Test
    void showsYamlThatIsValid(@TempDir Path folder) throws IOException {
        List<String> yaml = blocks("yaml").stream()
                .filter(block -> !block.startsWith("verbs:"))
                .toList();

        assertThat(yaml).isNotEmpty();
        for (String block : yaml) {
            assertThat(TestCorpus.in(folder).with("readme.yaml", block).mistakes())
                    .as(block)
                    .isEmpty();
        }
    }

    @Test
    void showsAVerbOfOnesOwnThatCanBeUsed(@TempDir Path folder) throws IOException {
        List<String> vocabularies = blocks("yaml").stream()
                .filter(block -> block.startsWith("verbs:"))
                .toList();

        assertThat(vocabularies).hasSize(1);
        assertThat(TestCorpus.in(folder)
                        .with("corpus.yaml", "name: own\nvocabulary: [words.yaml]\n")
                        .with("words.yaml", vocabularies.get(0))
                        .with(
                                "extractions/a.yaml",
                                "article: {id: a, published: 2024-03-25}\n"
                                        + "entities:\n  treaty: {text: the treaty}\n"
                                        + "events:\n  - {by: Israel, verb: impounded, towards: treaty, passage: that}\n")
                        .mistakes())
                .isEmpty();
    }

    @Test
    void showsAMistakeAsCheckReportsIt(@TempDir Path folder) throws IOException {
        String shown = blocks("").stream()
                .filter(block -> block.contains(": error DG"))
                .findFirst()
                .orElseThrow();
        String yaml = "article: {id: one, published: 2024-03-25}\n" + "statements:\n  - by: Israel\n"
                + "    verb: condemed\n    towards: United States\n    says: that\n    passage: that\n";

        assertThat(TestCorpus.in(folder)
                        .with("extractions/my-article.yaml", yaml)
                        .mistakes())
                .containsExactly(shown.stripTrailing());
    }

    @Test
    void listsEveryProblem() throws IOException {
        String table = Arrays.stream(Problem.values())
                .map(problem -> "| " + problem.code() + " | " + problem.severity() + " | " + meaning(problem) + " |\n")
                .collect(Collectors.joining());

        assertThat(readme()).contains("| code | | what is wrong |\n|---|---|---|\n" + table);
    }

    private static String meaning(Problem problem) {
        try {
            String source =
                    Files.readString(PROJECT.resolve("src/main/java/io/github/diplograph/diagnostic/Problem.java"));
            Matcher javadoc = Pattern.compile("/\\*\\* ([^/]*?)\\.? \\*/\\s+" + problem.name() + "\\(")
                    .matcher(source);
            assertThat(javadoc.find()).as("Javadoc of %s", problem).isTrue();
            return javadoc.group(1).replaceAll("\\{@code (.*?)}", "`$1`").replaceAll("\\s*\n\\s*\\*\\s*", " ");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void listsEveryReportWithAnExample() throws IOException {
        Reports reports = Reports.bundled();
        Matcher rows = Pattern.compile(
                        "(?m)^\\| \\[`([a-z-]+)`]\\(cypher/\\1\\.cypher\\) \\| (.*?) \\| `report \\1((?: [^`]+)?)` \\|$")
                .matcher(readme());
        List<String> listed = new ArrayList<>();
        while (rows.find()) {
            Report report = reports.get(rows.group(1));
            listed.add(report.name());
            assertThat(rows.group(2)).isEqualTo(report.question());
            for (String setting : rows.group(3).split(" ")) {
                if (!setting.isBlank()) {
                    assertThat(report.parameter(setting.replaceAll("=.*", "")))
                            .as("%s in the example of %s", setting, report.name())
                            .isPresent();
                }
            }
        }

        assertThat(listed).isEqualTo(reports.names());
    }

    @Test
    void listsEveryKeyWithItsEdgeAndKinds() throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (EntryKind entries : Vocabulary.bundled().entryKinds()) {
            for (Key key : entries.keys().stream()
                    .filter(one -> one.type() == Type.NAME)
                    .toList()) {
                sections.computeIfAbsent(row(key), row -> new ArrayList<>()).add(entries.section());
            }
        }
        int all = Vocabulary.bundled().entryKinds().size();
        String table = sections.entrySet().stream()
                .map(row -> row.getKey()
                        .replace(
                                "SECTIONS",
                                row.getValue().stream().distinct().count() == all
                                        ? "all"
                                        : row.getValue().stream().distinct().collect(Collectors.joining(", "))))
                .collect(Collectors.joining());

        assertThat(readme()).contains("| key | in | names | becomes |\n|---|---|---|---|\n" + table);
    }

    private static String row(Key key) {
        String takes = String.join(", ", key.admits());
        String becomes = key.edge().map(edge -> "edge `" + edge + "`").orElse("");
        return "| `" + key.name() + "` | SECTIONS | " + takes + (key.many() ? ", or a list" : "") + " | " + becomes
                + " |\n";
    }

    @Test
    void showsTheCodeThatIsCompiledAndRun() throws IOException {
        String example = Files.readString(PROJECT.resolve("src/test/java/io/github/diplograph/EmbeddingIT.java"));

        for (String block : blocks("java")) {
            String flat = block.replaceAll("(?m)^\\s+", "").strip();
            assertThat(example.replaceAll("(?m)^\\s+", "")).contains(flat);
        }
    }

    @Test
    void namesPackagesThatExist() throws IOException {
        Matcher links = Pattern.compile("]\\(((?:src|cypher|LICENSE)[^)]*)\\)").matcher(readme());
        int found = 0;
        while (links.find()) {
            assertThat(PROJECT.resolve(links.group(1))).exists();
            found++;
        }
        assertThat(found).isGreaterThan(10);
    }
}
