package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.vocabulary.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All definitions of entities, gathered file by file and united: several may add to one another, none contradict. */
final class Entities {

    /** The keys by which an entity can be called, beside its id. */
    private static final List<String> NAMING =
            List.of("name", "official", "aliases", "misspellings", "adjectives", "iso2", "iso3", "code", "symbol");

    private final Map<String, List<Entity.Definition>> definitions = new TreeMap<>();
    private final SameAs sameAs = new SameAs();
    private Map<String, Entity> united = Map.of();

    void add(Entity.Definition definition) {
        definition.entry().text("id").ifPresent(id -> definitions
                .computeIfAbsent(id.text(), key -> new ArrayList<>(1))
                .add(definition));
    }

    /** Unites the definitions, those of {@code same as} included, and says which contradict each other. */
    void unite(Consumer<Diagnostic> problems) {
        followSameAs(problems);
        Map<String, List<Entity.Definition>> groups = new TreeMap<>();
        definitions.forEach((id, found) -> groups.computeIfAbsent(sameAs.target(id), key -> new ArrayList<>(1))
                .addAll(found));
        Map<String, Entity> entities = new TreeMap<>();
        groups.forEach((id, found) -> {
            found.sort(Comparator.comparing((Entity.Definition one) -> one.bundled() ? 0 : 1)
                    .thenComparing(Entity.Definition::claim));
            Entity.Definition first = found.stream()
                    .filter(one -> one.entry().text("id").orElseThrow().text().equals(id))
                    .findFirst()
                    .orElse(found.get(0));
            String kind = text(first.entry(), "kind");
            String name = text(first.entry(), "name");
            compare(found, problems);
            entities.put(id, new Entity(id, kind, name.isEmpty() ? id : name, found));
        });
        united = Collections.unmodifiableMap(entities);
    }

    /** The entity that an id stands for, which is another's id after {@code same as}. */
    Optional<Entity> get(String id) {
        return Optional.ofNullable(united.get(sameAs.target(id)));
    }

    Collection<Entity> all() {
        return united.values();
    }

    /** Lets every entity be found by whatever its definitions call it. */
    void nameIn(Names names, Consumer<Diagnostic> problems) {
        Set<String> told = new HashSet<>();
        for (Entity entity : united.values()) {
            Ref ref = entity.ref();
            Set<String> known = new HashSet<>();
            for (Entity.Definition definition : entity.definitions()) {
                Entry entry = definition.entry();
                String id = text(entry, "id");
                if (known.add(id)) {
                    names.addId(id, ref);
                }
                for (String spelling : spellings(entry)) {
                    if (known.add(spelling) && !names.add(spelling, ref) && told.add(Fold.of(spelling))) {
                        problems.accept(Diagnostic.of(
                                definition.position(),
                                Problem.AMBIGUOUS_NAME,
                                "more than " + Names.MOST_ALIKE + " things are named " + Mistakes.quoted(spelling),
                                "tell them apart by their names"));
                    }
                }
            }
        }
    }

    /** Everything that one definition lets an entity be called, its id apart. */
    static List<String> spellings(Entry entry) {
        List<String> found = new ArrayList<>();
        for (String key : NAMING) {
            entry.texts(key).forEach(text -> found.add(text.text()));
        }
        return found;
    }

    /** The names of an entity that are spelled out: no codes, adjectives or misspellings. */
    static List<String> fullNames(Entry entry) {
        List<String> found = new ArrayList<>();
        for (String key : List.of("name", "official", "aliases")) {
            entry.texts(key).forEach(text -> found.add(text.text()));
        }
        return found;
    }

    private void followSameAs(Consumer<Diagnostic> problems) {
        definitions.forEach((id, found) ->
                found.forEach(definition -> definition.entry().text("same as").ifPresent(other -> {
                    if (definitions.containsKey(other.text())) {
                        sameAs.add(id, other);
                    } else {
                        problems.accept(Diagnostic.of(
                                other.position(),
                                Problem.UNKNOWN_NAME,
                                "no entity has the id " + Mistakes.quoted(other.text()),
                                "`same as` takes the id of the entity that this one proved to be"));
                    }
                })));
        sameAs.settle(problems);
    }

    /** Says which definitions contradict the first that says something of the same. */
    private static void compare(List<Entity.Definition> found, Consumer<Diagnostic> problems) {
        Entity.Definition first = found.get(0);
        Map<String, Entity.Definition> names = new HashMap<>();
        Map<String, Entity.Definition> values = new HashMap<>();
        for (Entity.Definition other : found) {
            String kind = text(first.entry(), "kind");
            if (!kind.equals(text(other.entry(), "kind"))) {
                problems.accept(Diagnostic.of(
                        other.entry().at("kind"),
                        Problem.DEFINITIONS_DIFFER,
                        "\"" + text(other.entry(), "id") + "\" is " + Admitted.a(text(other.entry(), "kind"))
                                + " here and " + Admitted.a(kind) + where(first, "kind"),
                        "give one of the two another id"));
                continue;
            }
            if (!text(other.entry(), "name").isEmpty()) {
                compareName(names.putIfAbsent(text(other.entry(), "id"), other), other, problems);
            }
            for (Key key : other.entry().kind().keys()) {
                if (!key.many() && key.property().isPresent() && !key.name().equals("note")) {
                    if (other.entry().values().containsKey(key.name())) {
                        compareValue(key.name(), values.putIfAbsent(key.name(), other), other, problems);
                    }
                }
            }
        }
    }

    private static void compareName(
            Entity.@Nullable Definition first, Entity.Definition other, Consumer<Diagnostic> problems) {
        if (first != null && !text(first.entry(), "name").equals(text(other.entry(), "name"))) {
            problems.accept(Diagnostic.of(
                    other.entry().at("name"),
                    Problem.DEFINITIONS_DIFFER,
                    "\"" + text(other.entry(), "id") + "\" is named " + quoted(other, "name") + " here and "
                            + quoted(first, "name") + where(first, "name"),
                    "keep one name and put the other under `aliases`"));
        }
    }

    private static void compareValue(
            String key, Entity.@Nullable Definition first, Entity.Definition other, Consumer<Diagnostic> problems) {
        if (first != null && !text(first.entry(), key).equals(text(other.entry(), key))) {
            problems.accept(Diagnostic.of(
                    other.entry().at(key),
                    Problem.DEFINITIONS_DIFFER,
                    "`" + key + "` of \"" + text(first.entry(), "id") + "\" is " + quoted(other, key) + " here and "
                            + quoted(first, key) + where(first, key),
                    "keep one of the two; what sources dispute belongs under `attributes`"));
        }
    }

    private static String quoted(Entity.Definition definition, String key) {
        return Mistakes.quoted(text(definition.entry(), key));
    }

    private static String where(Entity.Definition definition, String key) {
        return definition.bundled()
                ? " in the bundled registry"
                : " at " + definition.entry().at(key);
    }

    private static String text(Entry entry, String key) {
        return entry.text(key).map(Text::text).orElse("");
    }
}
