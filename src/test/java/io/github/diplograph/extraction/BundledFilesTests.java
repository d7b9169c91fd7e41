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
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** What the project may show of articles that are not its own. */
    @Test
    void passages_of_the_example_corpus_have_twelve_words_at_most() throws IOException {
        List<String> longer = new ArrayList<>();
        List<Entry> entries = entries(EXAMPLE, problem -> {});
        for (Entry entry : entries) {
            String passage = entry.texts("passage").stream().map(Text::text).collect(Collectors.joining(" "));
            if (passage.split("\\s+").length > 12) {
                longer.add(entry.position() + ": " + passage);
            }
        }
        assertThat(entries.stream().filter(entry -> !entry.texts("passage").isEmpty()))
                .hasSizeGreaterThan(200);
        assertThat(longer).isEmpty();
    }

    private static List<Diagnostic> problems(Path folder) throws IOException {
        List<Diagnostic> problems = new ArrayList<>();
        assertThat(entries(folder, problems::add)).hasSizeGreaterThan(100);
        return problems;
    }

    private static List<Entry> entries(Path folder, Consumer<Diagnostic> problems) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.endsWith("corpus.yaml"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString();
                YamlFile.read(name, Files.readAllBytes(file), problems)
                        .map(root -> Extraction.read(name, root, Vocabulary.bundled(), problems))
                        .ifPresent(extraction -> entries.addAll(extraction.entries()));
            }
        }
        return entries;
    }
}
