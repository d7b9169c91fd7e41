package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one section, and headers. */
final class EntryReader {

    private static final String POINTS = "points";
    private static final String INFERRED = "inferred";

    private final EntryKind kind;
    private final String what;
    private final Vocabulary vocabulary;
    private final Counted problems;
    private final Values reader;
    private final List<String> required;
    private final String has;

    /**
     * A reader.
     *
     * @param what what messages call an entry, such as {@code vote}
     */
    EntryReader(EntryKind kind, String what, Vocabulary vocabulary, Values values, Counted problems) {
        this.kind = kind;
        this.what = what;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.reader = values;
        this.has = Hints.some(kind.names());
        this.required =
                kind.keys().stream().filter(Key::required).map(Key::name).toList();
    }

    /** An entry, or those that its points make. */
    void entries(YamlMap map, Consumer<Entry> found) {
        Optional<YamlNode> points = kind.key(POINTS).isPresent() ? map.get(POINTS) : Optional.empty();
        if (points.isPresent()) {
            points(map, points.get(), found);
        } else {
            read(map, map.position()).ifPresent(found);
        }
    }

    /** One entry; empty, and that said, if there is nothing in it. */
    Optional<Entry> read(YamlMap map, Position position) {
        if (map.entries().isEmpty()) {
            nothing(position);
            return Optional.empty();
        }
        int before = problems.count();
        Map<String, Value> values = values(map, Set.of());
        complete(values, map, Map.of(), position);
        return Optional.of(new Entry(kind, position, values, problems.count() == before));
    }

    private void points(YamlMap holder, YamlNode points, Consumer<Entry> found) {
        int before = problems.count();
        for (YamlMap.Entry entry : holder.entries()) {
            if (kind.own().contains(entry.key().text())) {
                wrong(
                        entry.key().position(),
                        Problem.KEYS_EXCLUDE,
                        "`" + entry.key().text() + "` and `points` exclude each other",
                        "move it into the points: what holds them makes no " + what + " of its own");
            }
        }
        Map<String, Value> inherited = values(holder, kind.own());
        inferred(inherited, holder, Map.of());
        boolean sound = problems.count() == before;
        if (!(points instanceof YamlList list) || list.items().isEmpty()) {
            boolean empty = Values.absent(points) || points instanceof YamlList;
            wrong(
                    points.position(),
                    empty ? Problem.EMPTY_VALUE : Problem.WRONG_SHAPE,
                    empty ? "`points` has no value" : "`points` takes a list of entries",
                    empty ? "remove it, or say something" : "begin each entry with `- `");
            return;
        }
        for (YamlNode item : list.items()) {
            if (item instanceof YamlMap point && !point.entries().isEmpty()) {
                found.accept(point(point, inherited, sound));
            } else if (item instanceof YamlMap || Values.absent(item)) {
                nothing(item.position());
            } else {
                wrong(item.position(), Problem.WRONG_SHAPE, "a point takes keys and values", null);
            }
        }
    }

    private Entry point(YamlMap point, Map<String, Value> inherited, boolean sound) {
        int before = problems.count();
        Map<String, Value> own = values(point, Set.of());
        point.get(POINTS)
                .ifPresent(nested -> wrong(
                        nested.position(),
                        Problem.UNKNOWN_KEY,
                        "a point has no key `points`",
                        "points stand side by side"));
        Map<String, Value> all = new LinkedHashMap<>(inherited);
        all.putAll(own);
        complete(all, point, inherited, point.position());
        List<Text> added = Values.texts(own.get(INFERRED));
        Set<String> told = added.stream().map(Text::text).collect(Collectors.toSet());
        List<Text> inferred = new ArrayList<>();
        Values.texts(inherited.get(INFERRED)).stream()
                .filter(key -> !own.containsKey(key.text()) && !told.contains(key.text()))
                .forEach(inferred::add);
        inferred.addAll(added);
        if (inferred.isEmpty()) {
            all.remove(INFERRED);
        } else {
            all.put(INFERRED, new Value.Texts(inferred, inferred.get(0).position()));
        }
        return new Entry(kind, point.position(), all, sound && problems.count() == before);
    }

    private Map<String, Value> values(YamlMap map, Set<String> without) {
        Map<String, Value> values = new LinkedHashMap<>();
        Property property = null;
        for (YamlMap.Entry entry : map.entries()) {
            String name = entry.key().text();
            Optional<Key> key = kind.key(name);
            if (key.isEmpty()) {
                wrong(
                        entry.key().position(),
                        Problem.UNKNOWN_KEY,
                        article(what) + " has no key " + Hints.key(name),
                        reader.hints().nearest(name, kind.names(), "it has: " + has));
                continue;
            }
            if (key.get().type() == Type.POINTS || without.contains(name)) {
                continue;
            }
            if (key.get().type() == Type.VALUE) {
                property = map.get("property")
                        .flatMap(node -> node instanceof YamlScalar scalar
                                ? vocabulary.property(scalar.text())
                                : Optional.empty())
                        .orElse(null);
            }
            reader.read(key.get(), entry, kind.section(), property).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    /** Checks what only the whole entry shows: keys that must be there, and that it says something. */
    private void complete(Map<String, Value> values, YamlMap map, Map<String, Value> inherited, Position position) {
        boolean whole = true;
        for (String name : required) {
            if (map.get(name).isEmpty()) {
                whole = false;
                wrong(position, Problem.MISSING_KEY, article(what) + " needs `" + name + "`", meaning(name));
            }
        }
        if (whole && !kind.states().isEmpty()) {
            boolean states = false;
            for (String name : kind.states()) {
                states |= values.containsKey(name) || map.get(name).isPresent();
            }
            if (!states) {
                nothing(position);
            }
        }
        inferred(values, map, inherited);
    }

    /** Checks that {@code inferred} lists keys that the entry has. */
    private void inferred(Map<String, Value> values, YamlMap map, Map<String, Value> inherited) {
        if (map.get(INFERRED).isEmpty()) {
            return;
        }
        for (Text key : Values.texts(values.get(INFERRED))) {
            if (kind.key(key.text()).isEmpty()) {
                wrong(
                        key.position(),
                        Problem.UNKNOWN_KEY,
                        article(what) + " has no key " + Hints.key(key.text()),
                        reader.hints().nearest(key.text(), kind.names(), "`inferred` lists keys: " + has));
            } else if (map.get(key.text()).isEmpty() && !inherited.containsKey(key.text())) {
                wrong(
                        key.position(),
                        Problem.MISSING_KEY,
                        "`inferred` lists `" + key.text() + "`, which the entry does not have",
                        "give the value that was worked out, or remove the key from `inferred`");
            }
        }
    }

    private String meaning(String name) {
        return "`" + name + "`: " + kind.key(name).map(Key::meaning).orElse("");
    }

    /** Says that an entry states nothing. */
    void nothing(Position position) {
        wrong(
                position,
                Problem.EMPTY_ENTRY,
                article(what) + " states nothing",
                "give one of: " + Hints.some(kind.states().isEmpty() ? kind.names() : kind.states()));
    }

    /** A noun with its article. */
    static String article(String noun) {
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private void wrong(Position position, Problem problem, String message, @Nullable String hint) {
        problems.accept(Diagnostic.of(position, problem, message, hint));
    }
}
