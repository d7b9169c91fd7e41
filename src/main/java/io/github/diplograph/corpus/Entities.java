package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.extraction.Value;
import io.github.diplograph.vocabulary.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All definitions of entities, gathered file by file and united: several may add to one another, none contradict. */
final class Entities {

    /** The keys by which an entity can be called, beside its id. */
    private static final List<String> NAMING =
            List.of("name", "official", "aliases", "misspellings", "adjectives", "iso2", "iso3", "code", "symbol");

    private final Map<String, List<Entity.Definition>> definitions = new TreeMap<>();
    private final Map<String, String> sameAs = new TreeMap<>();
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
        definitions.forEach((id, found) ->
                groups.computeIfAbsent(target(id), key -> new ArrayList<>(1)).addAll(found));
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
            for (int i = 0; i < found.size(); i++) {
                for (int j = 0; j < i; j++) {
                    compare(found.get(j), found.get(i), problems);
                }
            }
            entities.put(id, new Entity(id, kind, name.isEmpty() ? id : name, found));
        });
        united = Collections.unmodifiableMap(entities);
    }

    /** The entity that an id stands for, which is another's id after {@code same as}. */
    Optional<Entity> get(String id) {
        return Optional.ofNullable(united.get(target(id)));
    }

    Collection<Entity> all() {
        return united.values();
    }

    /** Lets every entity be found by whatever its definitions call it. */
    void nameIn(Names names) {
        for (Entity entity : united.values()) {
            Ref ref = entity.ref();
            Set<String> known = new HashSet<>();
            for (Entity.Definition definition : entity.definitions()) {
                Entry entry = definition.entry();
                String id = text(entry, "id");
                if (known.add(id)) {
                    names.addId(id, ref);
                }
                spellings(entry).forEach(spelling -> {
                    if (known.add(spelling)) {
                        names.add(spelling, ref);
                    }
                });
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
                        sameAs.put(id, other.text());
                    } else {
                        problems.accept(Diagnostic.of(
                                other.position(),
                                Problem.UNKNOWN_NAME,
                                "no entity has the id \"" + other.text() + "\"",
                                "`same as` takes the id of the entity that this one proved to be"));
                    }
                })));
        for (String id : List.copyOf(sameAs.keySet())) {
            Set<String> seen = new HashSet<>();
            String at = id;
            while (at != null && seen.add(at)) {
                at = sameAs.get(at);
            }
            if (at != null) {
                Position position = definitions.getOrDefault(id, List.of()).stream()
                        .flatMap(one -> one.entry().text("same as").stream())
                        .map(Text::position)
                        .findFirst()
                        .orElseThrow();
                problems.accept(Diagnostic.of(
                        position,
                        Problem.SAME_AS_CYCLE,
                        "\"" + id + "\" is the same as itself, by way of \"" + sameAs.get(id) + "\"",
                        "let one of them stand without `same as`"));
                sameAs.remove(id);
            }
        }
    }

    private String target(String id) {
        String at = id;
        String next = sameAs.get(at);
        while (next != null) {
            at = next;
            next = sameAs.get(at);
        }
        return at;
    }

    private static void compare(Entity.Definition first, Entity.Definition other, Consumer<Diagnostic> problems) {
        String kind = text(first.entry(), "kind");
        if (!kind.equals(text(other.entry(), "kind"))) {
            problems.accept(Diagnostic.of(
                    other.entry().at("kind"),
                    Problem.DEFINITIONS_DIFFER,
                    "\"" + text(other.entry(), "id") + "\" is " + Admitted.a(text(other.entry(), "kind")) + " here and "
                            + Admitted.a(kind) + where(first, "kind"),
                    "give one of the two another id"));
            return;
        }
        String id = text(other.entry(), "id");
        String name = text(first.entry(), "name");
        String named = text(other.entry(), "name");
        if (text(first.entry(), "id").equals(id) && !named.equals(name) && !named.isEmpty() && !name.isEmpty()) {
            problems.accept(Diagnostic.of(
                    other.entry().at("name"),
                    Problem.DEFINITIONS_DIFFER,
                    "\"" + id + "\" is named \"" + named + "\" here and \"" + name + "\"" + where(first, "name"),
                    "keep one name and put the other under `aliases`"));
        }
        for (Key key : other.entry().kind().keys()) {
            if (key.many() || key.property().isEmpty() || key.name().equals("note")) {
                continue;
            }
            Value one = first.entry().values().get(key.name());
            Value two = other.entry().values().get(key.name());
            if (one != null && two != null && !Canonical.of(one).equals(Canonical.of(two))) {
                problems.accept(Diagnostic.of(
                        other.entry().at(key.name()),
                        Problem.DEFINITIONS_DIFFER,
                        "`" + key.name() + "` of \"" + text(first.entry(), "id") + "\" is \"" + Canonical.of(two)
                                + "\" here and \"" + Canonical.of(one) + "\"" + where(first, key.name()),
                        "keep one of the two; what sources dispute belongs under `attributes`"));
            }
        }
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
