package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file's header and sections. */
final class ExtractionReader {

    /** Sections that need no article: the curators' own files have them. */
    static final Set<String> WITHOUT_HEADER = Set.of("entities", "roles", "ties");

    private static final String ARTICLE = "article";
    private static final String DATASET = "dataset";

    private final String file;
    private final Vocabulary vocabulary;
    private final Counted problems;
    private final Values values;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> untyped = new HashSet<>();
    private @Nullable Header header;

    ExtractionReader(String file, Vocabulary vocabulary, Consumer<Diagnostic> problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = new Counted(problems);
        this.values = new Values(vocabulary, this.problems);
    }

    Extraction read(YamlNode root) {
        if (root instanceof YamlMap map) {
            YamlScalar first = null;
            for (YamlMap.Entry entry : map.entries()) {
                String key = entry.key().text();
                if (!key.equals(ARTICLE) && !key.equals(DATASET)) {
                    section(entry, map);
                } else if (first == null) {
                    first = entry.key();
                    header(entry);
                } else {
                    problems.accept(Diagnostic.of(
                            entry.key().position(),
                            Problem.KEYS_EXCLUDE,
                            "`" + key + "` and `" + first.text() + "` exclude each other",
                            "a file extracts one article or one data set"));
                }
            }
        } else {
            problems.accept(Diagnostic.of(
                    root.position(),
                    Problem.WRONG_SHAPE,
                    "the file holds no keys, expected `article` or `dataset` and sections such as `statements`",
                    null));
        }
        return new Extraction(file, header, entries, untyped);
    }

    private void header(YamlMap.Entry entry) {
        boolean dataset = entry.key().text().equals(DATASET);
        if (!(entry.value() instanceof YamlMap map)) {
            problems.accept(Diagnostic.of(
                    Values.at(entry),
                    Values.absent(entry.value()) ? Problem.EMPTY_VALUE : Problem.WRONG_SHAPE,
                    Values.absent(entry.value())
                            ? "`" + entry.key().text() + "` has no value"
                            : "`" + entry.key().text() + "` takes keys and values",
                    "write `" + entry.key().text() + ": {id: …, published: …}`"));
            return;
        }
        EntryReader reader = new EntryReader(vocabulary.header(), entry.key().text(), vocabulary, values, problems);
        reader.read(map, entry.key().position())
                .ifPresent(read -> read.text("id").ifPresent(id -> header = Header.of(dataset, id, read)));
    }

    private void section(YamlMap.Entry section, YamlMap root) {
        String name = section.key().text();
        Optional<EntryKind> kind = vocabulary.entryKind(name);
        if (kind.isEmpty()) {
            Set<String> sections = new LinkedHashSet<>(List.of(ARTICLE, DATASET));
            vocabulary.entryKinds().forEach(known -> sections.add(known.section()));
            problems.accept(Diagnostic.of(
                    section.key().position(),
                    Problem.UNKNOWN_KEY,
                    "an extraction has no key " + Hints.key(name),
                    values.hints().nearest(name, sections, "it has: " + String.join(", ", sections))));
            return;
        }
        if (!WITHOUT_HEADER.contains(name)
                && root.get(ARTICLE).isEmpty()
                && root.get(DATASET).isEmpty()) {
            problems.accept(Diagnostic.of(
                    section.key().position(),
                    Problem.MISSING_KEY,
                    "the file has `" + name + "` and neither `article` nor `dataset`",
                    "begin it with `article: {id: …}`"));
        }
        if (Values.absent(section.value())
                || section.value() instanceof YamlList list && list.items().isEmpty()
                || section.value() instanceof YamlMap map && map.entries().isEmpty()) {
            problems.accept(Diagnostic.of(
                    Values.at(section), Problem.EMPTY_VALUE, "`" + name + "` has no entries", "remove it"));
        } else if (name.equals("entities")) {
            entities(section, kind.get());
        } else {
            items(section, kind.get());
        }
    }

    private void entities(YamlMap.Entry section, EntryKind kind) {
        if (!(section.value() instanceof YamlMap map)) {
            problems.accept(Diagnostic.of(
                    section.value().position(),
                    Problem.WRONG_SHAPE,
                    "`entities` takes ids, each with its definition",
                    "such as `kirby: {person: John Kirby}`"));
            return;
        }
        EntityReader reader = new EntityReader(kind, vocabulary, values, problems);
        for (YamlMap.Entry entity : map.entries()) {
            reader.read(entity).ifPresentOrElse(entries::add, () -> untyped.addAll(reader.called(entity)));
        }
    }

    private void items(YamlMap.Entry section, EntryKind kind) {
        if (!(section.value() instanceof YamlList list)) {
            problems.accept(Diagnostic.of(
                    section.value().position(),
                    Problem.WRONG_SHAPE,
                    "`" + section.key().text() + "` takes a list of entries",
                    "begin each entry with `- `"));
            return;
        }
        String what = kind.label().toLowerCase(Locale.ROOT);
        EntryReader reader = new EntryReader(kind, what, vocabulary, values, problems);
        for (YamlNode item : list.items()) {
            if (item instanceof YamlMap map) {
                reader.entries(map, entries::add);
            } else if (Values.absent(item)) {
                reader.nothing(item.position());
            } else {
                problems.accept(Diagnostic.of(
                        item.position(), Problem.WRONG_SHAPE, EntryReader.article(what) + " takes keys and values"));
            }
        }
    }
}
