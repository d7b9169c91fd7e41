package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.yaml.YamlFile;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads vocabulary files: first the kinds of all of them, then what refers to kinds. */
final class VocabularyReader {

    private static final List<String> BUNDLED = List.of(
            "kinds.yaml", "entries.yaml", "plover.yaml", "verbs.yaml", "properties.yaml", "ties.yaml", "words.yaml");
    private static final List<String> SECTIONS = List.of("kinds", "verbs", "properties", "ties", "words");
    private static final Set<String> FAMILIES = Ordered.copy(List.of("agent", "thing", "occurrence"));

    final Map<String, Kind> kinds = new LinkedHashMap<>();
    final Map<String, Verb> verbs = new LinkedHashMap<>();
    final Map<String, Property> properties = new LinkedHashMap<>();
    final Map<String, Tie> ties = new LinkedHashMap<>();
    final Map<String, Map<String, Word>> words = new LinkedHashMap<>();
    final Map<String, Set<String>> codes = new LinkedHashMap<>();
    final Map<String, EntryKind> entries = new LinkedHashMap<>();
    private @org.jspecify.annotations.Nullable EntryKind header;
    private final Map<String, Position> taken = new HashMap<>();
    private final Consumer<Diagnostic> problems;
    private final boolean bundled;
    private final Reserved reserved = new Reserved();

    private VocabularyReader(boolean bundled, Consumer<Diagnostic> problems) {
        this.bundled = bundled;
        this.problems = problems;
    }

    /** The bundled vocabulary; a mistake in it is a defect of Diplograph. */
    static VocabularyReader bundled() {
        List<Diagnostic> mistakes = new ArrayList<>();
        VocabularyReader reader = new VocabularyReader(true, mistakes::add);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : BUNDLED) {
            try (InputStream stream = VocabularyReader.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IllegalStateException("the bundled vocabulary lacks " + file);
                }
                files.put(file, stream.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException("the bundled vocabulary's " + file + " cannot be read", failure);
            }
        }
        reader.read(files);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("the bundled vocabulary is wrong: " + mistakes);
        }
        return reader;
    }

    /** A vocabulary with what files add to it. */
    static VocabularyReader extending(Vocabulary base, Map<String, byte[]> files, Consumer<Diagnostic> problems) {
        VocabularyReader reader = new VocabularyReader(false, problems);
        base.kinds().forEach(kind -> reader.kinds.put(kind.key(), kind));
        base.verbs().forEach(verb -> reader.verbs.put(verb.name(), verb));
        base.properties().forEach(property -> reader.properties.put(Vocabulary.plain(property.word()), property));
        base.ties().forEach(tie -> reader.ties.put(tie.name(), tie));
        base.words().forEach((list, all) -> reader.words.put(list, new LinkedHashMap<>(all)));
        reader.codes.putAll(base.codes());
        base.entryKinds().forEach(entry -> reader.entries.put(entry.section(), entry));
        reader.header = base.header();
        reader.takeBase();
        reader.read(new TreeMap<>(files));
        return reader;
    }

    EntryKind header() {
        return java.util.Objects.requireNonNull(header, "entries.yaml has no header");
    }

    /** The kinds of entry, each property being a key of the entities that can have it. */
    Map<String, EntryKind> entryKinds() {
        Map<String, EntryKind> all = new LinkedHashMap<>(entries);
        EntryKind entities = java.util.Objects.requireNonNull(entries.get("entities"), "entries.yaml has no entities");
        List<Key> keys = new ArrayList<>(entities.keys());
        for (Property property : properties.values()) {
            Set<String> suited = entities(property.kinds());
            if (suited.isEmpty() || entities.key(property.word()).isPresent()) {
                continue;
            }
            keys.add(new Key(
                    property.word(),
                    property.type(),
                    property.many(),
                    Optional.empty(),
                    Set.of(),
                    Optional.of(property.name()),
                    false,
                    property.words(),
                    suited,
                    property.disputable(),
                    property.meaning()));
        }
        all.put(
                "entities",
                new EntryKind(
                        "entities", entities.label(), entities.meaning(), keys, entities.states(), entities.own()));
        return all;
    }

    private Set<String> entities(Set<String> admitted) {
        Set<String> found = new LinkedHashSet<>();
        for (Kind kind : kinds.values()) {
            boolean agent = kind.family() == Kind.Family.AGENT;
            if (kind.entity()
                    && (admitted.contains(kind.key())
                            || admitted.contains("thing")
                            || agent && admitted.contains("agent"))) {
                found.add(kind.key());
            }
        }
        return found;
    }

    private void read(Map<String, byte[]> files) {
        Map<String, YamlMap> roots = new LinkedHashMap<>();
        files.forEach((file, content) -> YamlFile.read(file, content, problems).ifPresent(root -> {
            if (root instanceof YamlMap map) {
                roots.put(file, map);
            } else {
                problems.accept(Diagnostic.of(
                        root.position(),
                        Problem.WRONG_SHAPE,
                        "a vocabulary file holds keys: " + String.join(", ", SECTIONS)));
            }
        }));
        roots.values().forEach(root -> section(root, "kinds", this::kind));
        if (bundled) {
            roots.values().forEach(root -> section(root, "plover", this::code));
            roots.values().forEach(root -> root.get("entries").ifPresent(node -> {
                EntriesReader reader = new EntriesReader(names(kinds.keySet(), Set.of("article")), problems);
                entries.putAll(reader.read(root));
                header = reader.header(root);
            }));
            takeBase();
        }
        roots.values().forEach(root -> lists(root, "words", this::word));
        roots.values().forEach(root -> lists(root, "verbs", this::verb));
        roots.values().forEach(root -> section(root, "ties", this::tie));
        roots.values().forEach(root -> section(root, "properties", this::property));
        if (!bundled) {
            roots.values().forEach(this::unknown);
        }
    }

    /** What is there before any extension: extensions can neither define it again nor stand in its way. */
    private void takeBase() {
        reserved.structure(entries.values(), header());
        if (bundled) {
            return;
        }
        Position base = Position.of("the bundled vocabulary");
        for (Kind kind : kinds.values()) {
            taken.put("kind " + kind.key(), base);
            taken.put("label " + kind.label(), base);
        }
        for (Verb verb : verbs.values()) {
            taken.put("verb " + Vocabulary.plain(verb.name()), base);
            verb.spellings().forEach(spelling -> taken.put("verb " + Vocabulary.plain(spelling), base));
            reserved.verbs.add(verb.edge());
        }
        for (Tie tie : ties.values()) {
            taken.put("tie " + Vocabulary.plain(tie.name()), base);
            tie.spellings().forEach(spelling -> taken.put("tie " + Vocabulary.plain(spelling), base));
            reserved.ties.add(tie.edge());
        }
        for (Property property : properties.values()) {
            taken.put("property " + Vocabulary.plain(property.word()), base);
            taken.put("name " + property.name(), base);
        }
        words.forEach((list, all) -> all.values().forEach(word -> {
            taken.put(list + " " + Vocabulary.plain(word.name()), base);
            word.spellings().forEach(spelling -> taken.put(list + " " + Vocabulary.plain(spelling), base));
        }));
    }

    private void section(YamlMap root, String section, Consumer<YamlMap.Entry> each) {
        root.get(section).ifPresent(node -> definitions(section, node, each));
    }

    private void lists(YamlMap root, String section, java.util.function.BiConsumer<String, YamlMap.Entry> each) {
        Set<String> names = section.equals("verbs") ? Ordered.copy(List.of("speech", "action")) : words.keySet();
        section(root, section, list -> {
            String name = list.key().text();
            if (bundled || names.contains(name)) {
                definitions(name, list.value(), entry -> each.accept(name, entry));
            } else {
                problems.accept(Diagnostic.of(
                        list.key().position(),
                        Problem.INVALID_DEFINITION,
                        "`" + section + "` has no part `" + name + "`",
                        Nearest.hint(name, names, "it has: " + String.join(", ", names))));
            }
        });
    }

    private void definitions(String section, YamlNode node, Consumer<YamlMap.Entry> each) {
        if (node instanceof YamlMap map) {
            map.entries().forEach(each);
        } else {
            problems.accept(Diagnostic.of(
                    node.position(),
                    Problem.INVALID_DEFINITION,
                    "`" + section + "` holds names, each with its definition",
                    "such as `name: {meaning: …}`"));
        }
    }

    private void unknown(YamlMap root) {
        for (YamlMap.Entry entry : root.entries()) {
            if (!SECTIONS.contains(entry.key().text())) {
                problems.accept(Diagnostic.of(
                        entry.key().position(),
                        Problem.UNKNOWN_KEY,
                        "a vocabulary file has no key `" + entry.key().text() + "`",
                        Nearest.hint(entry.key().text(), SECTIONS, "it has: " + String.join(", ", SECTIONS))));
            }
        }
    }

    private void kind(YamlMap.Entry entry) {
        Definition.of("a kind", entry, problems).ifPresent(definition -> {
            String key = definition.name();
            if (!Reserved.KIND.matcher(key).matches() || FAMILIES.contains(key) || key.equals("article")) {
                definition.wrong(
                        definition.position(),
                        "\"" + key + "\" cannot be a kind",
                        "kinds are lower case, and not agent, thing, occurrence or article");
            } else if (!bundled && isKey(key)) {
                definition.wrong(
                        definition.position(), "\"" + key + "\" is a key of entities already", "choose another word");
            }
            String label = definition.needed("label");
            definition.check(
                    "label",
                    label,
                    reserved::label,
                    "\"" + label + "\" cannot be a label",
                    "labels are like `Person`, and not Article, Claim, Document or Run, which Diplograph uses itself");
            Kind.Family family = definition.one(
                    "is",
                    Kind.Family.THING,
                    bundled ? List.of(Kind.Family.values()) : List.of(Kind.Family.AGENT, Kind.Family.THING));
            Kind kind = new Kind(key, label, family, definition.text("meaning", ""));
            if (free(definition, "kind", key) & free(definition, "label", "label", label) && definition.sound()) {
                kinds.put(key, kind);
            }
        });
    }

    private boolean isKey(String word) {
        return header != null
                && entries.get("entities") != null
                && entries.get("entities").key(word).isPresent();
    }

    private void code(YamlMap.Entry entry) {
        Definition definition = Definition.of(
                        "an event of PLOVER",
                        new YamlMap.Entry(
                                entry.key(),
                                YamlMap.of(List.of(new YamlMap.Entry(YamlScalar.of("modes"), entry.value())))),
                        problems)
                .orElseThrow();
        Set<String> modes = new LinkedHashSet<>();
        definition.list("modes").forEach(mode -> modes.add(mode.text()));
        codes.put(definition.name(), modes);
    }

    private void word(String list, YamlMap.Entry entry) {
        Definition.of("a word", entry, problems).ifPresent(definition -> {
            boolean status = list.equals("statuses");
            Word word = new Word(
                    definition.name(),
                    spellings(definition),
                    status && definition.flag("deed"),
                    status && definition.flag("open"),
                    definition.text("meaning", ""));
            if (freeWithSpellings(definition, list, word.name()) & definition.sound()) {
                words.computeIfAbsent(list, name -> new LinkedHashMap<>()).put(word.name(), word);
            }
        });
    }

    private void verb(String part, YamlMap.Entry entry) {
        Definition.of("a verb", entry, problems).ifPresent(definition -> {
            boolean speech = part.equals("speech");
            String edge = edge(definition, reserved::verb);
            Set<String> agent = Set.of("agent");
            Set<String> admitted = names(kinds.keySet(), FAMILIES);
            String affects = definition.text("affects", speech ? "TOWARDS" : "AFFECTED");
            definition.check(
                    "affects",
                    affects,
                    Set.of("TOWARDS", "AFFECTED", "CANCELS")::contains,
                    "`affects` cannot be \"" + affects + "\"",
                    "expected AFFECTED or CANCELS");
            Verb verb = new Verb(
                    definition.name(),
                    speech,
                    edge,
                    definition.known("actors", agent, admitted, "kind"),
                    definition.known("targets", agent, admitted, "kind"),
                    spellings(definition),
                    definition.one("polarity", Verb.Polarity.NEUTRAL, List.of(Verb.Polarity.values())),
                    definition.flag("symmetric"),
                    plover(definition),
                    affects,
                    definition.text("meaning", ""));
            if (freeWithSpellings(definition, "verb", verb.name()) & definition.sound()) {
                verbs.put(verb.name(), verb);
                reserved.verbs.add(edge);
            }
        });
    }

    private Optional<Verb.Plover> plover(Definition definition) {
        Optional<String> written = definition.text("plover");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int space = written.get().indexOf(' ');
        String event = space < 0 ? written.get() : written.get().substring(0, space);
        Optional<String> mode =
                space < 0 ? Optional.empty() : Optional.of(written.get().substring(space + 1));
        Set<String> modes = codes.get(event);
        if (modes == null) {
            definition.wrong(
                    definition.at("plover"),
                    "PLOVER has no event \"" + event + "\"",
                    Nearest.hint(event, codes.keySet(), "it has: " + String.join(", ", codes.keySet())));
        } else if (mode.isPresent() && !modes.contains(mode.get())) {
            definition.wrong(
                    definition.at("plover"),
                    "PLOVER's " + event + " has no mode \"" + mode.get() + "\"",
                    modes.isEmpty()
                            ? "it has no modes"
                            : Nearest.hint(mode.get(), modes, "it has: " + String.join(", ", modes)));
        }
        return Optional.of(new Verb.Plover(event, mode));
    }

    private void tie(YamlMap.Entry entry) {
        Definition.of("a tie", entry, problems).ifPresent(definition -> {
            Set<String> admitted = new LinkedHashSet<>(List.of("agent", "thing"));
            kinds.values().stream().filter(Kind::entity).forEach(kind -> admitted.add(kind.key()));
            Set<String> thing = Set.of("thing");
            Tie tie = new Tie(
                    definition.name(),
                    edge(definition, bundled ? edge -> true : reserved::tie),
                    definition.known("subjects", thing, admitted, "kind of entity"),
                    definition.known("objects", thing, admitted, "kind of entity"),
                    spellings(definition),
                    definition.text("meaning", ""));
            if (freeWithSpellings(definition, "tie", tie.name()) & definition.sound()) {
                ties.put(tie.name(), tie);
                reserved.ties.add(tie.edge());
            }
        });
    }

    private String edge(Definition definition, java.util.function.Predicate<String> free) {
        String edge = definition.needed("edge");
        definition.check(
                "edge",
                edge,
                Reserved.EDGE.asMatchPredicate(),
                "\"" + edge + "\" cannot be the type of an edge",
                "types are like `SUSPENDED_LICENCES`");
        if (Reserved.EDGE.matcher(edge).matches()) {
            definition.check(
                    "edge", edge, free, "\"" + edge + "\" is the type of other edges already", "choose another word");
        }
        return edge;
    }

    private void property(YamlMap.Entry entry) {
        Definition.of("a property", entry, problems).ifPresent(definition -> {
            String word = definition.name();
            String name = definition.text("name", camel(word));
            definition.check(
                    definition.text("name").isPresent() ? "name" : "",
                    name,
                    Reserved.PROPERTY.asMatchPredicate(),
                    "\"" + name + "\" cannot be the name of a property",
                    "names are like `politicalPosition`");
            boolean key = !bundled
                    && (isKey(word) || kinds.containsKey(word))
                    && !taken.containsKey("property " + Vocabulary.plain(word));
            if (key) {
                definition.wrong(
                        definition.position(), "\"" + word + "\" is a key of entities already", "choose another word");
            } else if (Reserved.PROPERTY.matcher(name).matches()) {
                definition.check(
                        definition.text("name").isPresent() ? "name" : "",
                        name,
                        reserved::property,
                        "\"" + name + "\" is a property that Diplograph uses itself",
                        "choose another word, or give another `name`");
            }
            Property property = new Property(
                    word,
                    name,
                    definition.one(
                            "type",
                            Type.TEXT,
                            List.of(Type.TEXT, Type.DATE, Type.WHOLE, Type.NUMBER, Type.FLAG, Type.WORD)),
                    definition.text("words"),
                    definition.known("of", Set.of("thing"), names(kinds.keySet(), FAMILIES), "kind"),
                    definition.flag("many"),
                    definition.flag("disputable"),
                    definition.text("meaning", ""));
            if ((property.type() == Type.WORD)
                    != property.words().filter(words::containsKey).isPresent()) {
                definition.wrong(
                        definition.at("words"),
                        "`words` of \"" + word + "\" names no list of words that its type takes",
                        "with `type: word` it is one of: " + String.join(", ", words.keySet()));
            }
            if (free(definition, "property", word) & free(definition, "name", "name", name) && definition.sound()) {
                properties.put(Vocabulary.plain(word), property);
            }
        });
    }

    private static Set<String> spellings(Definition definition) {
        Set<String> found = new LinkedHashSet<>();
        definition.list("spellings").forEach(spelling -> found.add(spelling.text()));
        return found;
    }

    private boolean freeWithSpellings(Definition definition, String space, String name) {
        boolean free = free(definition, space, name);
        for (YamlScalar spelling : definition.list("spellings")) {
            free &= take(space, spelling.text(), spelling.position());
        }
        return free;
    }

    private boolean free(Definition definition, String space, String name) {
        return take(space, name, definition.position());
    }

    private boolean free(Definition definition, String space, String key, String value) {
        return value.isEmpty() || take(space, value, definition.at(key));
    }

    private boolean take(String space, String word, Position position) {
        boolean exact = space.equals("label") || space.equals("name");
        Position before = taken.putIfAbsent(space + " " + (exact ? word : Vocabulary.plain(word)), position);
        if (before != null) {
            problems.accept(Diagnostic.of(
                    position,
                    Problem.DEFINED_TWICE,
                    "\"" + word + "\" is defined already, " + (before.line() == 0 ? "in " : "at ") + before,
                    "remove this one or choose another word"));
        }
        return before == null;
    }

    private static Set<String> names(Set<String> first, Set<String> second) {
        Set<String> all = new LinkedHashSet<>(second);
        all.addAll(first);
        return all;
    }

    /** {@code political position} as {@code politicalPosition}. */
    static String camel(String words) {
        StringBuilder name = new StringBuilder();
        boolean up = false;
        for (char c : words.toCharArray()) {
            if (c == ' ' || c == '-') {
                up = true;
            } else {
                name.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return name.toString();
    }
}
