package io.github.diplograph.corpus;

import java.util.Objects;

/**
 * What a name turned out to mean.
 *
 * @param id the id within the corpus, without the corpus's name
 * @param kind the kind as the vocabulary spells it: {@code state}, {@code vote}, {@code article}, …
 * @param of for a group, the kind of its members; otherwise the kind again
 * @param name the name to show
 */
public record Ref(String id, String kind, String of, String name) implements Comparable<Ref> {

    /** The kind of an article, which is no entity of the vocabulary. */
    public static final String ARTICLE = "article";

    /** Checks that nothing is missing. */
    public Ref {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public int compareTo(Ref other) {
        return id.compareTo(other.id);
    }
}
