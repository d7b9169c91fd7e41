package io.github.diplograph.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder a problem: {@code input.yaml}, with {@code vocabulary.yaml} where the mistake is there, and
 * {@code expected.txt}, exactly what is said about it. What is said instead lands in {@code target/problems}.
 */
class ProblemsTests {

    private static final Path FOLDERS = Path.of("src/test/resources/problems");
    private static final Path SAID = Path.of("target/problems");

    @TestFactory
    Stream<DynamicTest> every_problem_of_an_entry_or_a_vocabulary_is_told_as_expected() {
        return Arrays.stream(Problem.values())
                .filter(problem ->
                        problem.code().startsWith("DG1") || problem.code().startsWith("DG5"))
                .map(ProblemsTests::folder)
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    String said = said(FOLDERS.resolve(folder));
                    assertThat(said).contains(": error " + folder.substring(0, 5) + ": ");
                    assertThat(said)
                            .isEqualTo(Files.readString(FOLDERS.resolve(folder).resolve("expected.txt")));
                }));
    }

    private static String folder(Problem problem) {
        return problem.code() + "-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String said(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("input.yaml", "vocabulary.yaml")) {
            if (Files.exists(folder.resolve(name))) {
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        }
        List<Diagnostic> problems = new ArrayList<>();
        byte[] input = files.get("input.yaml");
        Map<String, byte[]> extensions = new LinkedHashMap<>(files);
        extensions.remove("input.yaml");
        Vocabulary vocabulary = Vocabulary.read(extensions, problems::add);
        YamlFile.read("input.yaml", input, problems::add)
                .ifPresent(root -> Extraction.read("input.yaml", root, vocabulary, problems::add));
        String said = problems.stream()
                .sorted()
                .map(problem -> problem.withExcerpt(YamlFile.line(
                        files.get(problem.position().file()), problem.position().line())))
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n", "", "\n"));
        Path copy = Files.createDirectories(SAID.resolve(folder.getFileName())).resolve("expected.txt");
        Files.write(copy, said.getBytes(StandardCharsets.UTF_8));
        return said;
    }
}
