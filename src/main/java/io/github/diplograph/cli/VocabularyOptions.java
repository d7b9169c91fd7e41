package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which corpus is meant, and which words it may use. */
class VocabularyOptions {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder of the corpus, with its corpus.yaml. Without it: the current one.")
    @Nullable
    Path directory;

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description = "A vocabulary beside those that corpus.yaml names; several are admitted.")
    private List<Path> vocabularies = new ArrayList<>();

    /** The folder of the corpus. */
    Path folder() {
        Path folder = directory == null ? Path.of("") : directory;
        return folder.normalize().toString().isEmpty() ? folder.toAbsolutePath() : folder;
    }

    /** Whether a folder was named, or the current one is a corpus. */
    boolean isCorpus() {
        return directory != null || Files.isRegularFile(folder().resolve("corpus.yaml"));
    }

    /** The contents of the vocabularies, by name. */
    Map<String, byte[]> vocabularies() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path file : vocabularies) {
            try {
                files.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new DiplographException(
                        "cannot read the vocabulary \"" + file + "\"; is it a file, and may you read it?", e);
            }
        }
        return files;
    }
}
