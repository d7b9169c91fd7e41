package io.github.diplograph.exchange;

import io.github.diplograph.corpus.KnownNames;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a source speaks of and nobody has defined yet: voters, topics, bodies. Written into one file under {@code entities}. */
final class NewEntities {

    private final KnownNames known;
    private final String prefix;
    private final Map<String, Ref> bySource = new HashMap<>();
    private final Map<String, Integer> called = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final TreeMap<String, YamlMap> definitions = new TreeMap<>();

    NewEntities(KnownNames known, String prefix) {
        this.known = known;
        this.prefix = prefix;
    }

    /** Defines something of a kind, once, by what the source calls it. */
    Ref define(String kind, String key, String name) {
        return define(kind, key, name, List.of());
    }

    /** Defines something of a kind, with more than its name. */
    Ref define(String kind, String key, String name, List<YamlMap.Entry> more) {
        return bySource.computeIfAbsent(kind + ' ' + key, source -> {
            String id = free(slug(name));
            List<YamlMap.Entry> entries = new ArrayList<>();
            entries.add(YamlMap.Entry.of(kind, YamlScalar.text(name)));
            entries.addAll(more);
            definitions.put(id, YamlMap.of(entries));
            called.merge(slug(name), 1, Integer::sum);
            return new Ref(id, kind, kind, name);
        });
    }

    /** Whether something is defined here under the id. */
    boolean has(String id) {
        return definitions.containsKey(id);
    }

    /** Whether nothing else that is defined here has the name. */
    boolean isAlone(Ref ref) {
        return called.getOrDefault(slug(ref.name()), 0) <= 1;
    }

    private String free(String wanted) {
        String id = isFree(wanted) ? wanted : prefix + "-" + wanted;
        String numbered = id;
        for (int i = 2; !isFree(numbered); i++) {
            numbered = id + "-" + i;
        }
        taken.add(numbered);
        return numbered;
    }

    private boolean isFree(String id) {
        return !id.isEmpty() && !known.has(id) && !taken.contains(id);
    }

    /** The definitions, by id. */
    YamlNode node() {
        List<YamlMap.Entry> entries = new ArrayList<>();
        definitions.forEach((id, definition) -> entries.add(YamlMap.Entry.of(id, definition)));
        return YamlMap.of(entries);
    }

    int size() {
        return definitions.size();
    }

    /** A text as an id: small letters, digits and hyphens. */
    static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
