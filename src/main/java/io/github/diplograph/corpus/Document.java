package io.github.diplograph.corpus;

import io.github.diplograph.extraction.Header;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of a corpus.
 *
 * @param id {@code corpus/path} without the ending
 * @param file the path within the corpus
 * @param header the article or dataset that it extracts; null in the curators' own files
 * @param textSha256 the SHA-256 of the article's text as it was read or recorded, or null
 * @param hash covers all that its share of the graph depends on, SHA-256 in hexadecimal
 */
public record Document(String id, String file, @Nullable Header header, @Nullable String textSha256, String hash) {

    /** Checks that nothing is missing but what may be. */
    public Document {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * The article or dataset.
     *
     * @return the header, empty in the curators' own files
     */
    public Optional<Header> source() {
        return Optional.ofNullable(header);
    }
}
