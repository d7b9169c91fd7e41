package io.github.diplograph.corpus;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a claim is about: an occurrence, an entity, or an edge that starts at an entity.
 *
 * @param id the id of the node within the corpus
 * @param by who said or did it; for a statement that several made separately, the one whose statement this is
 * @param edgeId for a tie or role, the id of its edge; otherwise null
 */
public record Subject(String id, List<Ref> by, @Nullable String edgeId) {

    /** Copies the list. */
    public Subject {
        Objects.requireNonNull(id, "id");
        by = List.copyOf(by);
    }

    /**
     * The edge that the claim is about.
     *
     * @return the id of a tie's or role's edge
     */
    public Optional<String> edge() {
        return Optional.ofNullable(edgeId);
    }
}
