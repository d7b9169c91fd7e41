package io.github.diplograph.graph;

import java.util.Objects;

/**
 * What is applied whole or not at all: a document, or the part of the registry that a corpus refers to.
 *
 * @param id the id of its {@code Document} node: {@code corpus/path} without the ending, or {@code corpus/registry}
 * @param file the file, relative to the corpus; empty for the registry
 * @param hash covers all that its share depends on, SHA-256 in hexadecimal
 */
public record Part(String id, String file, String hash) {

    /** Checks that nothing is missing. */
    public Part {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(hash, "hash");
    }
}
