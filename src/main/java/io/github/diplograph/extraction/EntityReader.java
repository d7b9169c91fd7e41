package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads definitions of entities, which say their kind by the key that holds the name. */
final class EntityReader {

    private final EntryKind kind;
    private final Vocabulary vocabulary;
    private final Counted problems;
    private final Values reader;
    private final List<String> kinds;

    EntityReader(EntryKind kind, Vocabulary vocabulary, Values values, Counted problems) {
        this.kind = kind;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.reader = values;
        this.kinds =
                vocabulary.kinds().stream().filter(Kind::entity).map(Kind::key).toList();
    }

    Optional<Entry> read(YamlMap.Entry definition) {
        int before = problems.count();
        Optional<Text> id = reader.id(definition.key());
        if (!(definition.value() instanceof YamlMap map) || map.entries().isEmpty()) {
            boolean empty = Values.absent(definition.value()) || definition.value() instanceof YamlMap;
            wrong(
                    Values.at(definition),
                    empty ? Problem.EMPTY_ENTRY : Problem.WRONG_SHAPE,
                    Hints.quoted(definition.key().text()) + " "
                            + (empty ? "is defined by nothing" : "takes its kind with its name"),
                    "such as `kirby: {person: John Kirby}`");
            return Optional.empty();
        }
        Position position = definition.key().position();
        Optional<YamlMap.Entry> named = kindOf(map);
        String meant = named.isEmpty() ? noKind(map, position).orElse("") : "";
        Map<String, Value> values = new LinkedHashMap<>();
        id.ifPresent(text -> values.put("id", text));
        named.ifPresent(name -> {
            values.put("kind", new Text(name.key().text(), name.key().position()));
            name(name).ifPresent(text -> values.put("name", text));
        });
        String of = named.map(name -> name.key().text()).orElse(null);
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!entity(key) && !key.equals(meant)) {
                key(entry, of).ifPresent(found -> reader.read(found, entry, kind.section(), null)
                        .ifPresent(value -> values.put(key, value)));
            }
        }
        required(map, of, position);
        inferred(map, values);
        return id.isPresent() && named.isPresent()
                ? Optional.of(new Entry(kind, position, values, problems.count() == before))
                : Optional.empty();
    }

    /** The id under which a definition stands, and the name that it gives with what may be meant as its kind. */
    List<String> called(YamlMap.Entry definition) {
        List<String> called = new ArrayList<>(List.of(definition.key().text()));
        if (definition.value() instanceof YamlMap map) {
            for (YamlMap.Entry entry : map.entries()) {
                if (entry.value() instanceof YamlScalar name
                        && !known(entry.key().text())) {
                    called.add(name.text());
                }
            }
        }
        return called;
    }

    private boolean known(String key) {
        return kind.key(key).isPresent() || vocabulary.property(key).isPresent();
    }

    private boolean entity(String key) {
        return vocabulary.kind(key).filter(Kind::entity).isPresent();
    }

    private Optional<YamlMap.Entry> kindOf(YamlMap map) {
        List<YamlMap.Entry> found = new ArrayList<>(1);
        for (YamlMap.Entry entry : map.entries()) {
            if (entity(entry.key().text())) {
                found.add(entry);
            }
        }
        for (YamlMap.Entry second : found.subList(Math.min(1, found.size()), found.size())) {
            wrong(
                    second.key().position(),
                    Problem.UNKNOWN_KIND,
                    "one thing is no `" + found.get(0).key().text() + "` and `"
                            + second.key().text() + "` at once",
                    "keep one of the two");
        }
        return found.stream().findFirst();
    }

    /** Says that there is no kind, at the key that was most likely meant to be one. */
    private Optional<String> noKind(YamlMap map, Position position) {
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (vocabulary.kind(key).isPresent()) {
                wrong(
                        entry.key().position(),
                        Problem.UNKNOWN_KIND,
                        EntryReader.article(key) + " is no entity",
                        "put it under `" + key + "s`");
                return Optional.of(key);
            }
        }
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!known(key) && !key.equals("id") && !key.equals("name")) {
                wrong(
                        entry.key().position(),
                        Problem.UNKNOWN_KIND,
                        "there is no kind " + Hints.key(key),
                        reader.hints().nearest(key, kinds, "there are: " + String.join(", ", kinds)));
                return Optional.of(key);
            }
        }
        wrong(
                position,
                Problem.UNKNOWN_KIND,
                "the definition does not say the kind",
                "give the name under one of: " + String.join(", ", kinds));
        return Optional.empty();
    }

    private Optional<Text> name(YamlMap.Entry name) {
        if (name.value() instanceof YamlScalar scalar && !scalar.text().isBlank()) {
            return Optional.of(new Text(scalar.text(), scalar.position()));
        }
        boolean empty = name.value() instanceof YamlScalar;
        wrong(
                Values.at(name),
                empty ? Problem.EMPTY_VALUE : Problem.WRONG_SHAPE,
                "`" + name.key().text() + "` " + (empty ? "has no value" : "takes one name"),
                empty ? "give the name" : "put others under `aliases`");
        return Optional.empty();
    }

    private Optional<Key> key(YamlMap.Entry entry, @Nullable String of) {
        String name = entry.key().text();
        Optional<Key> any = kind.key(name);
        Optional<Key> found = of == null ? any : kind.key(name, of);
        if (found.isPresent()) {
            return found;
        }
        if (any.isPresent() && of != null) {
            Set<String> kinds = new LinkedHashSet<>();
            kind.keys().stream().filter(key -> key.name().equals(name)).forEach(key -> kinds.addAll(key.kinds()));
            wrong(
                    entry.key().position(),
                    vocabulary.property(name).isPresent() ? Problem.UNKNOWN_PROPERTY : Problem.UNKNOWN_KEY,
                    EntryReader.article(of) + " has no key `" + name + "`",
                    "these have it: " + String.join(", ", kinds));
        } else if (vocabulary.property(name).isPresent()) {
            wrong(
                    entry.key().position(),
                    Problem.UNKNOWN_PROPERTY,
                    "an entity has no property \"" + name + "\"",
                    "it is said of what happens, under `attributes`");
        } else {
            unknown(entry.key(), of);
        }
        return Optional.empty();
    }

    private void unknown(YamlScalar key, @Nullable String of) {
        Set<String> names = new LinkedHashSet<>();
        for (Key known : kind.keys()) {
            if (of == null || known.suits(of)) {
                names.add(known.name());
            }
        }
        String hint =
                switch (key.text()) {
                    case "id" -> "the id of an entity is the key that its definition stands under";
                    case "name" -> "the name of an entity is the value of its kind";
                    default -> reader.hints().nearest(key.text(), names, "it has: " + Hints.some(names));
                };
        wrong(
                key.position(),
                Problem.UNKNOWN_KEY,
                (of == null ? "an entity" : EntryReader.article(of)) + " has no key " + Hints.key(key.text()),
                hint);
    }

    private void required(YamlMap map, @Nullable String of, Position position) {
        if (of == null) {
            return;
        }
        for (Key key : kind.keys()) {
            if (key.required() && key.suits(of) && map.get(key.name()).isEmpty()) {
                wrong(
                        position,
                        Problem.MISSING_KEY,
                        EntryReader.article(of) + " needs `" + key.name() + "`",
                        "`" + key.name() + "`: " + key.meaning());
            }
        }
    }

    private void inferred(YamlMap map, Map<String, Value> values) {
        for (Text key : Values.texts(values.get("inferred"))) {
            if (map.get(key.text()).isEmpty()) {
                wrong(
                        key.position(),
                        Problem.MISSING_KEY,
                        "`inferred` lists `" + key.text() + "`, which the entry does not have",
                        "give the value that was worked out, or remove the key from `inferred`");
            }
        }
    }

    private void wrong(Position position, Problem problem, String message, @Nullable String hint) {
        problems.accept(Diagnostic.of(position, problem, message, hint));
    }
}
