package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.extraction.Entry;
import java.util.List;
import java.util.Objects;

/**
 * A person, state, body or other entity, as all its definitions together describe it.
 *
 * @param id its id, shared by all corpora
 * @param kind its kind, as the vocabulary spells it
 * @param name the name to show
 * @param definitions the entries that define it, sorted by claim
 */
public record Entity(String id, String kind, String name, List<Definition> definitions) {

    /**
     * One entry that defines an entity.
     *
     * @param claim the id of its claim, {@code corpus/document#id}, or {@code registry#id} for a bundled one
     * @param document the id of its document, or {@code registry}
     * @param entry the entry as written
     */
    public record Definition(String claim, String document, Entry entry) {

        /** Checks that nothing is missing. */
        public Definition {
            Objects.requireNonNull(claim, "claim");
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(entry, "entry");
        }

        /**
         * Whether Diplograph brings it along.
         *
         * @return true for a definition of the bundled registry
         */
        public boolean bundled() {
            return document.equals("registry");
        }

        /**
         * Where it is written.
         *
         * @return the position of its entry
         */
        public Position position() {
            return entry.position();
        }
    }

    /** Copies the list. */
    public Entity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        definitions = List.copyOf(definitions);
    }

    /**
     * The entity as a name's meaning.
     *
     * @return a reference to it
     */
    public Ref ref() {
        return new Ref(id, kind, groupOf(), name);
    }

    private String groupOf() {
        return kind.equals("group")
                ? definitions.stream()
                        .flatMap(definition -> definition.entry().text("of").stream())
                        .map(text -> text.text())
                        .findFirst()
                        .orElse(kind)
                : kind;
    }
}
