package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small corpus written for one test. */
public final class TestCorpus {

    private final Path folder;

    private TestCorpus(Path folder) {
        this.folder = folder;
    }

    /** An empty corpus named {@code test} in a folder. */
    public static TestCorpus in(Path folder) {
        return new TestCorpus(folder).with("corpus.yaml", "name: test\n");
    }

    /** An empty corpus with a name in a folder. */
    public static TestCorpus named(String name, Path folder) {
        return new TestCorpus(folder).with("corpus.yaml", "name: " + name + "\n");
    }

    /** The same with one more file, or with a file's new content. */
    public TestCorpus with(String file, String content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same without a file. */
    public TestCorpus without(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** Reads it. */
    public Corpus read() {
        return Corpus.read(folder);
    }

    /** Its diagnostics as a user sees them, less the warnings that cite no words. */
    public List<String> mistakes() {
        return read().diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::toString)
                .toList();
    }
}
