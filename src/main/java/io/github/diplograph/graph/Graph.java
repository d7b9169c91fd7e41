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
    private final Schema schema;
    private final List<Part> parts;
    private final Function<Part, Share> shares;

    /**
     * For this package and for tests of what loads graphs: parts and how each one's share is found.
     *
     * @param corpus the name of the corpus
     * @param schema the words that shares may use
     * @param parts the registry's part first, then the documents by id
     * @param shares computes one part's share
     */
    public Graph(String corpus, Schema schema, List<Part> parts, Function<Part, Share> shares) {
        this.corpus = Objects.requireNonNull(corpus, "corpus");
        this.schema = Objects.requireNonNull(schema, "schema");
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
     * The words that shares may use: no label, type or property name is outside.
     *
     * @return labels, types and property names
     */
    public Schema schema() {
        return schema;
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
