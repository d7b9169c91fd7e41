package io.github.diplograph.exchange;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.yaml.YamlFile;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a source of roll calls becomes votes: what its columns mean, what it calls the choices, and what is true of all of
 * them. Read from a small YAML file, or given value by value.
 *
 * @param settings what is true of the whole source, by {@link #SETTINGS}
 * @param columns the columns that have a value, the first known one counts; by {@link #COLUMNS}
 * @param choices what the source writes for a choice, by the choice; under {@code skip} what is left out on purpose
 * @param voters voters that were others at some time, by the name that the source has for them
 */
public record Mapping(
        Map<String, String> settings,
        Map<String, List<String>> columns,
        Map<String, List<String>> choices,
        Map<String, List<Term>> voters) {

    /** What can be true of a whole source. */
    public static final Set<String> SETTINGS = ordered(
            "id", "title", "publisher", "published", "url", "language", "body", "prefix", "new voters", "date format");

    /** What a column can have. */
    public static final Set<String> COLUMNS = ordered(
            "vote",
            "voter",
            "voter name",
            "choice",
            "date",
            "document",
            "resolution",
            "symbol",
            "body",
            "name",
            "result",
            "note",
            "about",
            "count for",
            "count against",
            "count abstained",
            "count not voting");

    /** What the source's words for choices can mean. */
    public static final Set<String> CHOICES = ordered("for", "against", "abstained", "not voting", "skip");

    /** The keys of the header of the documents. */
    static final List<String> HEADER = List.of("id", "title", "publisher", "published", "url", "language");

    /** Nothing but the names of {@link #COLUMNS}, and the vocabulary's words for choices. */
    public static final Mapping PLAIN = new Mapping(Map.of(), Map.of(), Map.of(), Map.of());

    /** The mappings that Diplograph brings along. */
    public static final List<String> BUNDLED = List.of("unga");

    /**
     * The time in which a voter was another than its name says.
     *
     * @param name who it was
     * @param from the first day, or null if since ever
     * @param until the last day, or null if it goes on
     */
    public record Term(String name, @Nullable Edtf from, @Nullable Edtf until) {}

    /** Copies the maps. */
    public Mapping {
        settings = Map.copyOf(settings);
        columns = Map.copyOf(columns);
        choices = Map.copyOf(choices);
        voters = Map.copyOf(voters);
    }

    /**
     * One of {@link #BUNDLED}.
     *
     * @param name its name
     * @return its text, empty if there is none of that name
     */
    public static Optional<byte[]> bundled(String name) {
        if (!BUNDLED.contains(name)) {
            return Optional.empty();
        }
        try (InputStream stream = Mapping.class.getResourceAsStream(name + ".yaml")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the library lacks its own mapping " + name, e);
        }
    }

    /**
     * Reads a mapping.
     *
     * @param file the file's name for positions
     * @param content its bytes
     * @param problems told every mistake
     * @return the mapping, as far as it could be read
     */
    public static Mapping read(String file, byte[] content, Consumer<Diagnostic> problems) {
        return YamlFile.read(file, content, problems)
                .map(root -> new MappingReader(problems).read(root))
                .orElse(PLAIN);
    }

    /**
     * The same with some values given anew; what is not given stays.
     *
     * @param given settings
     * @param otherColumns columns
     * @param otherChoices words for choices
     * @return the mapping
     */
    public Mapping with(
            Map<String, String> given, Map<String, List<String>> otherColumns, Map<String, List<String>> otherChoices) {
        return new Mapping(over(settings, given), over(columns, otherColumns), over(choices, otherChoices), voters);
    }

    private static <T> Map<String, T> over(Map<String, T> under, Map<String, T> over) {
        Map<String, T> both = new TreeMap<>(under);
        both.putAll(over);
        return both;
    }

    /** What is true of the whole source. */
    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** The columns that may have a value; without any, one of the value's own name. */
    List<String> column(String name) {
        return columns.getOrDefault(name, List.of(name));
    }

    private static Set<String> ordered(String... words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
    }

    /** Turns the nodes of a mapping file into a mapping. */
    private record MappingReader(Consumer<Diagnostic> problems) {

        private static final Set<String> KEYS =
                ordered("dataset", "body", "prefix", "new voters", "date format", "columns", "choices", "voters");

        Mapping read(YamlNode root) {
            Map<String, String> settings = new TreeMap<>();
            Map<String, List<String>> columns = new TreeMap<>();
            Map<String, List<String>> choices = new TreeMap<>();
            Map<String, List<Term>> voters = new TreeMap<>();
            for (YamlMap.Entry entry : entries(root, KEYS, "a mapping")) {
                switch (entry.key().text()) {
                    case "dataset" ->
                        entries(entry.value(), HEADER, "`dataset`").forEach(one -> text(one.value())
                                .ifPresent(t -> settings.put(one.key().text(), t)));
                    case "columns" -> lists(entry.value(), COLUMNS, "`columns`", columns);
                    case "choices" -> lists(entry.value(), CHOICES, "`choices`", choices);
                    case "voters" ->
                        entries(entry.value(), null, "`voters`")
                                .forEach(one -> voters.put(one.key().text(), terms(one.value())));
                    default ->
                        text(entry.value())
                                .ifPresent(t -> settings.put(entry.key().text(), t));
                }
            }
            return new Mapping(settings, columns, choices, voters);
        }

        private void lists(YamlNode node, Set<String> known, String where, Map<String, List<String>> into) {
            for (YamlMap.Entry entry : entries(node, known, where)) {
                List<String> texts = new ArrayList<>();
                items(entry.value()).forEach(item -> text(item).ifPresent(texts::add));
                into.put(entry.key().text(), List.copyOf(texts));
            }
        }

        private List<Term> terms(YamlNode node) {
            List<Term> terms = new ArrayList<>();
            for (YamlNode item : items(node)) {
                Map<String, YamlScalar> values = new LinkedHashMap<>();
                for (YamlMap.Entry entry : entries(item, Set.of("name", "from", "until"), "a voter's time")) {
                    if (entry.value() instanceof YamlScalar scalar
                            && text(scalar).isPresent()) {
                        values.put(entry.key().text(), scalar);
                    }
                }
                YamlScalar name = values.get("name");
                if (name == null) {
                    problems.accept(Diagnostic.of(
                            item.position(), Problem.MISSING_KEY, "a voter's time needs a `name`: who it was then"));
                } else {
                    terms.add(new Term(name.text(), date(values.get("from")), date(values.get("until"))));
                }
            }
            return List.copyOf(terms);
        }

        private @Nullable Edtf date(@Nullable YamlScalar scalar) {
            return scalar == null
                    ? null
                    : Edtf.read(scalar.text(), scalar.position(), problems).orElse(null);
        }

        private List<YamlMap.Entry> entries(YamlNode node, @Nullable Collection<String> known, String where) {
            if (!(node instanceof YamlMap map)) {
                problems.accept(Diagnostic.of(node.position(), Problem.WRONG_SHAPE, where + " takes keys and values"));
                return List.of();
            }
            List<YamlMap.Entry> found = new ArrayList<>();
            for (YamlMap.Entry entry : map.entries()) {
                String key = entry.key().text();
                if (known == null || known.contains(key)) {
                    found.add(entry);
                } else {
                    Set<String> sorted = new TreeSet<>(known);
                    problems.accept(Diagnostic.of(
                            entry.key().position(),
                            Problem.UNKNOWN_KEY,
                            where + " has no key `" + key + "`",
                            Nearest.hint(key, sorted, "it has: " + String.join(", ", sorted))));
                }
            }
            return found;
        }

        private static List<YamlNode> items(YamlNode node) {
            return node instanceof YamlList list ? list.items() : List.of(node);
        }

        private Optional<String> text(YamlNode node) {
            if (node instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
                return Optional.of(scalar.text());
            }
            problems.accept(Diagnostic.of(node.position(), Problem.WRONG_SHAPE, "expected a text"));
            return Optional.empty();
        }
    }
}
