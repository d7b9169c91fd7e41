package io.github.diplograph.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of entry: one section of an extraction, and the keys that its entries have. */
public final class EntryKind {

    private final String section;
    private final String label;
    private final String meaning;
    private final List<Key> keys;
    private final Set<String> states;
    private final Set<String> own;
    private final Map<String, List<Key>> named = new LinkedHashMap<>();

    EntryKind(String section, String label, String meaning, List<Key> keys, Set<String> states, Set<String> own) {
        this.section = section;
        this.label = label;
        this.meaning = meaning;
        this.keys = List.copyOf(keys);
        this.states = Ordered.copy(states);
        this.own = Ordered.copy(own);
        for (Key key : keys) {
            named.computeIfAbsent(key.name(), name -> new ArrayList<>(1)).add(key);
        }
    }

    /**
     * The section that its entries stand under.
     *
     * @return such as {@code votes}
     */
    public String section() {
        return section;
    }

    /**
     * The label of the nodes that its entries speak of, where they all have the same.
     *
     * @return such as {@code Vote}
     */
    public String label() {
        return label;
    }

    /**
     * What its entries say.
     *
     * @return one sentence
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The keys that an entry can have, its own before those that all entries have. In {@code entities}, a name may
     * occur twice, for different kinds.
     *
     * @return the keys, in the order of the documentation
     */
    public List<Key> keys() {
        return keys;
    }

    /**
     * The names of the keys.
     *
     * @return each name once, in the order of {@link #keys}
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(named.keySet());
    }

    /**
     * One key.
     *
     * @param name the key as extractions spell it
     * @return the key, the first of that name; empty if entries have no such key
     */
    public Optional<Key> key(String name) {
        List<Key> found = named.get(name);
        return found == null ? Optional.empty() : Optional.of(found.get(0));
    }

    /**
     * One key of a definition of an entity.
     *
     * @param name the key as extractions spell it
     * @param kind the kind of the entity
     * @return the key; empty if entities of that kind have no such key
     */
    public Optional<Key> key(String name, String kind) {
        for (Key key : named.getOrDefault(name, List.of())) {
            if (key.suits(kind)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /**
     * Keys of which an entry must have one, or it states nothing.
     *
     * @return their names; empty if the required keys are statement enough
     */
    public Set<String> states() {
        return states;
    }

    /**
     * Keys that points do not inherit from the entry that holds them, and that such an entry cannot have.
     *
     * @return their names; empty where there are no points
     */
    public Set<String> own() {
        return own;
    }

    EntryKind with(List<Key> other) {
        return new EntryKind(section, label, meaning, other, states, own);
    }

    /** The section. */
    @Override
    public String toString() {
        return section;
    }
}
