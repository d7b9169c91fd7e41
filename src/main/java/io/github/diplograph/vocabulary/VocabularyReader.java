package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.yaml.YamlFile;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads vocabulary files: first the kinds of all of them, then what refers to kinds. */
final class VocabularyReader {

    private static final List<String> BUNDLED = List.of(
            "kinds.yaml", "entries.yaml", "plover.yaml", "verbs.yaml", "properties.yaml", "ties.yaml", "words.yaml");
    private static final List<String> SECTIONS = List.of("kinds", "verbs", "properties", "ties", "words");
    private static final Set<String> PARTS_OF_VERBS = Ordered.copy(List.of("speech", "action"));

    private final Consumer<Diagnostic> problems;
    private final boolean bundled;
    private final Definitions definitions;

    private VocabularyReader(boolean bundled, Consumer<Diagnostic> problems) {
        this.bundled = bundled;
        this.problems = problems;
        this.definitions = new Definitions(bundled, problems);
    }

    /** The bundled vocabulary; a mistake in it is a defect of Diplograph. */
    static Definitions bundled() {
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
        return reader.definitions;
    }

    /** A vocabulary with what files add to it. */
    static Definitions extending(Vocabulary base, Map<String, byte[]> files, Consumer<Diagnostic> problems) {
        VocabularyReader reader = new VocabularyReader(false, problems);
        reader.definitions.take(base);
        reader.read(new TreeMap<>(files));
        return reader.definitions;
    }

    private void read(Map<String, byte[]> files) {
        List<YamlMap> roots = new ArrayList<>();
        files.forEach((file, content) -> YamlFile.read(file, content, problems).ifPresent(root -> {
            if (root instanceof YamlMap map) {
                roots.add(map);
            } else {
                problems.accept(Diagnostic.of(
                        root.position(),
                        Problem.WRONG_SHAPE,
                        "a vocabulary file holds keys: " + String.join(", ", SECTIONS)));
            }
        }));
        roots.forEach(root -> section(root, "kinds", definitions::kind));
        if (bundled) {
            roots.forEach(root -> section(root, "plover", definitions::code));
            roots.stream().filter(root -> root.get("entries").isPresent()).forEach(this::entries);
        }
        roots.forEach(root -> parts(root, "words", definitions.words.keySet(), definitions::word));
        roots.forEach(root -> parts(root, "verbs", PARTS_OF_VERBS, definitions::verb));
        roots.forEach(root -> section(root, "ties", definitions::tie));
        roots.forEach(root -> section(root, "properties", definitions::property));
        if (!bundled) {
            roots.forEach(this::unknown);
        }
    }

    private void entries(YamlMap root) {
        Set<String> named = new LinkedHashSet<>(definitions.kinds.keySet());
        named.add("article");
        EntriesReader reader = new EntriesReader(named, problems);
        definitions.entries.putAll(reader.read(root));
        definitions.headers.add(reader.header(root));
        definitions.structure();
    }

    private void section(YamlMap root, String section, Consumer<YamlMap.Entry> each) {
        root.get(section).ifPresent(node -> each(section, node, each));
    }

    private void parts(YamlMap root, String section, Set<String> parts, BiConsumer<String, YamlMap.Entry> each) {
        Set<String> known = Ordered.copy(parts);
        section(root, section, part -> {
            String name = part.key().text();
            if (bundled || known.contains(name)) {
                each(name, part.value(), entry -> each.accept(name, entry));
            } else {
                problems.accept(Diagnostic.of(
                        part.key().position(),
                        Problem.INVALID_DEFINITION,
                        "`" + section + "` has no part `" + name + "`",
                        Nearest.hint(name, known, "it has: " + String.join(", ", known))));
            }
        });
    }

    private void each(String section, YamlNode node, Consumer<YamlMap.Entry> each) {
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
            String key = entry.key().text();
            if (!SECTIONS.contains(key)) {
                problems.accept(Diagnostic.of(
                        entry.key().position(),
                        Problem.UNKNOWN_KEY,
                        "a vocabulary file has no key `" + key + "`",
                        Nearest.hint(key, SECTIONS, "it has: " + String.join(", ", SECTIONS))));
            }
        }
    }
}
