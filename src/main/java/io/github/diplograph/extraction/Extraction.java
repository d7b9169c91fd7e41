package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file as its curator wrote it: a header, unless it is one of the curators' own, and entries. */
public final class Extraction {

    private final String file;
    private final @Nullable Header header;
    private final List<Entry> entries;
    private final Set<String> untyped;

    Extraction(String file, @Nullable Header header, List<Entry> entries, Set<String> untyped) {
        this.file = Objects.requireNonNull(file, "file");
        this.header = header;
        this.entries = List.copyOf(entries);
        this.untyped = Set.copyOf(untyped);
    }

    /**
     * Types what a file says by the vocabulary.
     *
     * @param file the file, as its positions name it
     * @param root the file's content
     * @param vocabulary what it can say
     * @param problems told every mistake in the file
     * @return the file's entries; those with mistakes without the keys that are wrong, so that later checks see the rest
     */
    public static Extraction read(String file, YamlNode root, Vocabulary vocabulary, Consumer<Diagnostic> problems) {
        return new ExtractionReader(file, vocabulary, problems).read(root);
    }

    /**
     * The file.
     *
     * @return its name, as positions have it
     */
    public String file() {
        return file;
    }

    /**
     * The article or data set that the file extracts.
     *
     * @return the header; empty if there is none, or none with an id
     */
    public Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    /**
     * What the file says.
     *
     * @return the entries in the order of the file
     */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * What the file meant to define, and is no entry for a mistake that has been told: it is not known of which kind it
     * is.
     *
     * @return ids and names
     */
    public Set<String> untyped() {
        return untyped;
    }
}
