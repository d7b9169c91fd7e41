package io.github.diplograph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue of problems: under {@code problems/} a folder for each, with the files of a small corpus and what
 * {@code check} says about them. {@code corpus.yaml} is added where it is not part of the case, and beside it the
 * catalogue's {@code entities.yaml}, which defines whom the cases speak of; {@code texts/} holds the articles; {@code NAME.spaces} holds how many spaces to make the file {@code NAME} of.
 */
class ProblemTests {

    private static final String EXPECTED = "expected.txt";

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReportedExactly(String name, @TempDir Path folder) throws IOException {
        Path origin = catalogue().resolve(name);

        assertThat(check(origin, folder)).isEqualTo(Files.readString(origin.resolve(EXPECTED)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void hasACaseOfItsOwn(Problem problem) throws IOException {
        List<String> own =
                cases().filter(name -> name.startsWith(problem.code() + "-")).toList();

        assertThat(own).as("folders problems/%s-…", problem.code()).isNotEmpty();
        for (String name : own) {
            assertThat(Files.readString(catalogue().resolve(name).resolve(EXPECTED)))
                    .contains(": " + problem.severity() + " " + problem.code() + ": ");
        }
    }

    @Test
    void inOneFileAreAllReportedAtOnceAndInOrder(@TempDir Path folder) throws IOException {
        List<Integer> lines = check(catalogue().resolve("twenty-mistakes"), folder)
                .lines()
                .filter(line -> line.startsWith("input.yaml:"))
                .map(line -> Integer.valueOf(line.split(":", 3)[1]))
                .toList();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(20).isSorted();
    }

    private static String check(Path origin, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(origin)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target =
                        folder.resolve("corpus").resolve(origin.relativize(file).toString());
                Files.createDirectories(target.getParent());
                String name = file.getFileName().toString();
                if (name.endsWith(".spaces")) {
                    byte[] spaces =
                            new byte[Integer.parseInt(Files.readString(file).strip())];
                    Arrays.fill(spaces, (byte) ' ');
                    Files.write(target.resolveSibling(name.replace(".spaces", "")), spaces);
                } else if (!name.equals(EXPECTED)) {
                    Files.copy(file, target);
                }
            }
        }
        Path corpus = folder.resolve("corpus");
        boolean bare = Files.exists(corpus.resolve("input.yaml")) || Files.exists(corpus.resolve("extractions"));
        if (bare) {
            Files.copy(catalogue().resolve("entities.yaml"), corpus.resolve("entities.yaml"));
        }
        if (bare && !Files.exists(corpus.resolve("corpus.yaml"))) {
            Files.writeString(corpus.resolve("corpus.yaml"), "name: golden\n");
        }
        Path texts = corpus.resolve("texts");
        Corpus.Options options = Files.exists(texts) ? Corpus.Options.NONE.withTexts(texts) : Corpus.Options.NONE;
        return Corpus.read(corpus, options).diagnostics().stream()
                .map(Diagnostic::toString)
                .map(text -> text.replace(corpus.toString(), "CORPUS") + "\n")
                .collect(Collectors.joining());
    }

    static Stream<Problem> problems() {
        return Arrays.stream(Problem.values());
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(catalogue())) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path catalogue() {
        URL url = Objects.requireNonNull(ProblemTests.class.getResource("/problems"), "src/test/resources/problems");
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
