package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code entries.yaml}: the kinds of entry with their keys, which extensions cannot change. */
final class EntriesReader {

    private final Set<String> admitted;
    private final Consumer<Diagnostic> problems;

    EntriesReader(Set<String> kinds, Consumer<Diagnostic> problems) {
        admitted = new LinkedHashSet<>(List.of("agent", "thing", "occurrence"));
        admitted.addAll(kinds);
        this.problems = problems;
    }

    /** The kinds of entry by section: a section's own keys, then the common ones that it does not give itself. */
    Map<String, EntryKind> read(YamlMap root) {
        List<Key> common = root.get("common").map(this::keys).orElse(List.of());
        Map<String, EntryKind> found = new LinkedHashMap<>();
        if (root.get("entries").orElse(null) instanceof YamlMap map) {
            map.entries().forEach(entry -> entry(entry, common).ifPresent(kind -> found.put(kind.section(), kind)));
        }
        return found;
    }

    EntryKind header(YamlMap root) {
        YamlNode node = root.get("header").orElseThrow();
        return entry(new YamlMap.Entry(YamlScalar.of("header"), node), List.of())
                .orElseThrow();
    }

    private Optional<EntryKind> entry(YamlMap.Entry entry, List<Key> common) {
        return Definition.of("a kind of entry", entry, problems).map(definition -> {
            List<Key> keys = new ArrayList<>();
            if (entry.value() instanceof YamlMap map) {
                map.get("keys").ifPresent(node -> keys.addAll(keys(node)));
            }
            Set<String> without = texts(definition, "without");
            Set<String> names = new LinkedHashSet<>(without);
            keys.forEach(key -> names.add(key.name()));
            common.stream().filter(key -> !names.contains(key.name())).forEach(keys::add);
            return new EntryKind(
                    definition.name(),
                    definition.needed("label"),
                    definition.needed("meaning"),
                    keys,
                    texts(definition, "states"),
                    texts(definition, "own"));
        });
    }

    private static Set<String> texts(Definition definition, String key) {
        Set<String> found = new LinkedHashSet<>();
        definition.list(key).forEach(text -> found.add(text.text()));
        return found;
    }

    private List<Key> keys(YamlNode node) {
        List<Key> keys = new ArrayList<>();
        if (node instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlMap map && map.get("key").orElse(null) instanceof YamlScalar name) {
                    key(name, map).ifPresent(keys::add);
                } else {
                    problems.accept(Diagnostic.of(item.position(), Problem.INVALID_DEFINITION, "a key has a `key`"));
                }
            }
        }
        return keys;
    }

    private Optional<Key> key(YamlScalar name, YamlMap map) {
        return Definition.of("a key", new YamlMap.Entry(name, map), problems).map(definition -> {
            definition.needed("key");
            Key key = new Key(
                    name.text(),
                    definition.one("type", Type.TEXT, List.of(Type.values())),
                    definition.flag("many"),
                    definition.text("edge"),
                    definition.known("admits", Set.of(), admitted, "kind"),
                    definition.text("property"),
                    definition.flag("required"),
                    definition.text("words"),
                    definition.known("kinds", Set.of(), admitted, "kind"),
                    definition.flag("disputable"),
                    definition.needed("meaning"));
            definition.end();
            return key;
        });
    }
}
