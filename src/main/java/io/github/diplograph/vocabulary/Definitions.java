package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What has been defined so far. A definition that is wrong is said to be so and kept where its name is free, lest every
 * use of the name be wrong as well: a vocabulary with mistakes makes no graph.
 */
final class Definitions {

    private static final Set<String> FAMILIES = Ordered.copy(List.of("agent", "thing", "occurrence"));

    final Map<String, Kind> kinds = new LinkedHashMap<>();
    final Map<String, Verb> verbs = new LinkedHashMap<>();
    final Map<String, Property> properties = new LinkedHashMap<>();
    final Map<String, Tie> ties = new LinkedHashMap<>();
    final Map<String, Map<String, Word>> words = new LinkedHashMap<>();
    final Map<String, Set<String>> codes = new LinkedHashMap<>();
    final Map<String, EntryKind> entries = new LinkedHashMap<>();
    final List<EntryKind> headers = new ArrayList<>(1);
    private final Consumer<Diagnostic> problems;
    private final boolean bundled;
    private final Taken taken;
    private final Reserved reserved = new Reserved();

    Definitions(boolean bundled, Consumer<Diagnostic> problems) {
        this.bundled = bundled;
        this.problems = problems;
        this.taken = new Taken(problems);
    }

    /** Begins with a vocabulary, which later definitions can neither change nor stand in the way of. */
    void take(Vocabulary base) {
        base.kinds().forEach(kind -> {
            kinds.put(kind.key(), kind);
            taken.bundled("kind", kind.key());
            taken.bundled("label", kind.label());
        });
        base.verbs().forEach(verb -> {
            verbs.put(verb.name(), verb);
            taken.bundled("verb", verb.name());
            verb.spellings().forEach(spelling -> taken.bundled("verb", spelling));
            reserved.verbs.add(verb.edge());
        });
        base.properties().forEach(property -> {
            properties.put(Vocabulary.plain(property.word()), property);
            taken.bundled("property", property.word());
            taken.bundled("name", property.name());
        });
        base.ties().forEach(tie -> {
            ties.put(tie.name(), tie);
            taken.bundled("tie", tie.name());
            tie.spellings().forEach(spelling -> taken.bundled("tie", spelling));
            reserved.ties.add(tie.edge());
        });
        base.lists().forEach(list -> {
            words.put(list, new LinkedHashMap<>());
            for (Word word : base.words(list)) {
                words.get(list).put(word.name(), word);
                taken.bundled(list, word.name());
                word.spellings().forEach(spelling -> taken.bundled(list, spelling));
            }
        });
        codes.putAll(base.codes());
        base.entryKinds().forEach(entry -> entries.put(entry.section(), entry));
        headers.add(base.header());
        structure();
    }

    /** Keeps what the kinds of entry use from being used again. */
    void structure() {
        reserved.structure(entries.values(), headers.get(0));
    }

    void kind(YamlMap.Entry entry) {
        Definition.of("a kind", entry, problems).ifPresent(definition -> {
            String key = definition.name();
            boolean free = taken.take("kind", key, definition.position()) && !isKey(key);
            if (!Reserved.KIND.matcher(key).matches() || FAMILIES.contains(key) || key.equals("article")) {
                definition.wrong(
                        definition.position(),
                        "\"" + key + "\" cannot be a kind",
                        "kinds are lower case, and not agent, thing, occurrence or article");
            } else if (isKey(key)) {
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
            if (free) {
                taken.take("label", label, definition.at("label"));
            }
            Kind.Family family = definition.one(
                    "is",
                    Kind.Family.THING,
                    bundled ? List.of(Kind.Family.values()) : List.of(Kind.Family.AGENT, Kind.Family.THING));
            Kind kind = new Kind(key, label, family, definition.text("meaning", ""));
            definition.end();
            if (free) {
                kinds.put(key, kind);
            }
        });
    }

    void code(YamlMap.Entry entry) {
        Set<String> modes = new LinkedHashSet<>();
        YamlMap.Entry wrapped = new YamlMap.Entry(
                entry.key(), YamlMap.of(List.of(new YamlMap.Entry(YamlScalar.of("modes"), entry.value()))));
        Definition.of("an event of PLOVER", wrapped, problems)
                .ifPresent(definition -> definition.list("modes").forEach(mode -> modes.add(mode.text())));
        codes.put(entry.key().text(), modes);
    }

    void word(String list, YamlMap.Entry entry) {
        Definition.of("a word", entry, problems).ifPresent(definition -> {
            boolean status = list.equals("statuses");
            Word word = new Word(
                    definition.name(),
                    spellings(definition),
                    status && definition.flag("deed"),
                    status && definition.flag("open"),
                    definition.text("meaning", ""));
            definition.end();
            if (free(definition, list)) {
                words.computeIfAbsent(list, name -> new LinkedHashMap<>()).put(word.name(), word);
            }
        });
    }

    void verb(String part, YamlMap.Entry entry) {
        Definition.of("a verb", entry, problems).ifPresent(definition -> {
            boolean speech = part.equals("speech");
            Set<String> agent = Set.of("agent");
            Set<String> admitted = admitted(FAMILIES, Kind.Family.AGENT, Kind.Family.THING, Kind.Family.OCCURRENCE);
            Verb verb = new Verb(
                    definition.name(),
                    speech,
                    edge(definition, reserved::verb),
                    definition.known("actors", agent, admitted, "kind"),
                    definition.known("targets", agent, admitted, "kind"),
                    spellings(definition),
                    definition.one("polarity", Verb.Polarity.NEUTRAL, List.of(Verb.Polarity.values())),
                    definition.flag("symmetric"),
                    plover(definition),
                    affects(definition, speech),
                    definition.text("meaning", ""));
            definition.end();
            if (free(definition, "verb")) {
                verbs.put(verb.name(), verb);
                reserved.verbs.add(verb.edge());
            }
        });
    }

    private static String affects(Definition definition, boolean speech) {
        String affects = definition.text("affects", speech ? "TOWARDS" : "AFFECTED");
        definition.check(
                "affects",
                affects,
                Set.of("TOWARDS", "AFFECTED", "CANCELS")::contains,
                "`affects` cannot be \"" + affects + "\"",
                "expected AFFECTED or CANCELS");
        return affects;
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

    void tie(YamlMap.Entry entry) {
        Definition.of("a tie", entry, problems).ifPresent(definition -> {
            Set<String> admitted = admitted(List.of("agent", "thing"), Kind.Family.AGENT, Kind.Family.THING);
            Set<String> thing = Set.of("thing");
            Tie tie = new Tie(
                    definition.name(),
                    edge(definition, bundled ? edge -> true : reserved::tie),
                    definition.known("subjects", thing, admitted, "kind of entity"),
                    definition.known("objects", thing, admitted, "kind of entity"),
                    spellings(definition),
                    definition.text("meaning", ""));
            definition.end();
            if (free(definition, "tie")) {
                ties.put(tie.name(), tie);
                reserved.ties.add(tie.edge());
            }
        });
    }

    private static String edge(Definition definition, Predicate<String> free) {
        String edge = definition.needed("edge");
        if (!edge.isEmpty() && !Reserved.EDGE.matcher(edge).matches()) {
            definition.wrong(
                    definition.at("edge"),
                    "\"" + edge + "\" cannot be the type of an edge",
                    "types are like `SUSPENDED_LICENCES`");
        } else {
            definition.check(
                    "edge", edge, free, "\"" + edge + "\" is the type of other edges already", "choose another word");
        }
        return edge;
    }

    void property(YamlMap.Entry entry) {
        Definition.of("a property", entry, problems).ifPresent(definition -> {
            String word = definition.name();
            boolean free = taken.take("property", word, definition.position());
            String name = definition.text("name", camel(word));
            Property property = new Property(
                    word,
                    name,
                    definition.one(
                            "type",
                            Type.TEXT,
                            List.of(Type.TEXT, Type.DATE, Type.WHOLE, Type.NUMBER, Type.FLAG, Type.WORD)),
                    definition.text("words"),
                    definition.known(
                            "of",
                            Set.of("thing"),
                            admitted(FAMILIES, Kind.Family.AGENT, Kind.Family.THING, Kind.Family.OCCURRENCE),
                            "kind"),
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
            definition.end();
            if (free) {
                name(definition, word, name);
                properties.put(Vocabulary.plain(word), property);
            }
        });
    }

    private void name(Definition definition, String word, String name) {
        String at = definition.text("name").isPresent() ? "name" : "";
        if (isKey(word) || kinds.containsKey(word)) {
            definition.wrong(
                    definition.position(), "\"" + word + "\" is a key of entities already", "choose another word");
        } else if (!Reserved.PROPERTY.matcher(name).matches()) {
            definition.wrong(
                    definition.at(at), "\"" + name + "\" cannot be the name of a property", "names are like `inForce`");
        } else if (!reserved.property(name)) {
            definition.wrong(
                    definition.at(at),
                    "\"" + name + "\" is a property that Diplograph uses itself",
                    "choose another word, or give another `name`");
        } else {
            taken.take("name", name, definition.at(at));
        }
    }

    /** Whether definitions of entities have such a key, other than by a property defined here. */
    private boolean isKey(String word) {
        EntryKind entities = entries.get("entities");
        return entities != null && entities.key(word).isPresent();
    }

    private Set<String> admitted(Iterable<String> families, Kind.Family... of) {
        Set<String> all = new LinkedHashSet<>();
        families.forEach(all::add);
        for (Kind kind : kinds.values()) {
            if (List.of(of).contains(kind.family())) {
                all.add(kind.key());
            }
        }
        return all;
    }

    private static Set<String> spellings(Definition definition) {
        Set<String> found = new LinkedHashSet<>();
        definition.list("spellings").forEach(spelling -> found.add(spelling.text()));
        return found;
    }

    /** Takes a name and its spellings; only a name that another has keeps the definition out. */
    private boolean free(Definition definition, String space) {
        boolean free = taken.take(space, definition.name(), definition.position());
        definition.list("spellings").forEach(spelling -> taken.take(space, spelling.text(), spelling.position()));
        return free;
    }

    /** {@code political position} as {@code politicalPosition}. */
    private static String camel(String words) {
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
