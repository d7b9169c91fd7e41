package io.github.diplograph.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledFilesTests {

    private static final Path REGISTRY = Path.of("src/main/resources/io/github/diplograph/corpus/registry");
    private static final Path EXAMPLE = Path.of("src/corpus");

    @Test
    void the_registry_says_nothing_that_the_vocabulary_does_not_have() throws IOException {
        assertThat(problems(REGISTRY)).isEmpty();
    }

    @Test
    void the_example_corpus_says_nothing_that_the_vocabulary_does_not_have() throws IOException {
        assertThat(problems(EXAMPLE)).isEmpty();
    }

    private static List<Diagnostic> problems(Path folder) throws IOException {
        List<Diagnostic> problems = new ArrayList<>();
        int entries = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.endsWith("corpus.yaml"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString();
                entries += YamlFile.read(name, Files.readAllBytes(file), problems::add)
                        .map(root -> Extraction.read(name, root, Vocabulary.bundled(), problems::add)
                                .entries()
                                .size())
                        .orElse(0);
            }
        }
        assertThat(entries).isGreaterThan(100);
        return problems;
    }
}
