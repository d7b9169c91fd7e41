package io.github.diplograph.graph;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the claims of a corpus add up to, one document at a time: no value holds all edges.
 *
 * <p>Pure: the same files yield the same shares in the same order.
 */
public final class Graph {

    private final String corpus;
    private final List<Part> parts;
    private final Function<Part, Share> shares;

    /** For this package and for tests of what loads graphs: parts and how each one's share is found. */
    public Graph(String corpus, List<Part> parts, Function<Part, Share> shares) {
        this.corpus = Objects.requireNonNull(corpus, "corpus");
        this.parts = List.copyOf(parts);
        this.shares = Objects.requireNonNull(shares, "shares");
    }

    /**
     * The name of the corpus, the first part of every id but those of entities.
     *
     * @return the name
     */
    public String corpus() {
        return corpus;
    }

    /**
     * The registry's part first, then the documents by id.
     *
     * @return all parts
     */
    public List<Part> parts() {
        return parts;
    }

    /**
     * One document's share, computed when asked.
     *
     * @param part one of {@link #parts()}
     * @return its share
     */
    public Share share(Part part) {
        return shares.apply(part);
    }
}
