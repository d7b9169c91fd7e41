package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One definition of a vocabulary file: a name and the keys under it, each asked for once; what is not asked for is wrong. */
final class Definition {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} '’.-]{0,79}");

    private final String what;
    private final YamlScalar name;
    private final YamlMap map;
    private final Consumer<Diagnostic> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private Definition(String what, YamlScalar name, YamlMap map, Consumer<Diagnostic> problems) {
        this.what = what;
        this.name = name;
        this.map = map;
        this.problems = problems;
        if (!NAME.matcher(name.text()).matches()) {
            wrong(
                    name.position(),
                    "\"" + name.text() + "\" cannot be the name of " + what,
                    "names have letters, digits, spaces, hyphens, full stops and apostrophes");
        }
    }

    /** A definition; one without any keys may be left empty. */
    static Optional<Definition> of(String what, YamlMap.Entry entry, Consumer<Diagnostic> problems) {
        YamlNode node = entry.value();
        if (node instanceof YamlScalar scalar && scalar.isAbsent()) {
            node = new YamlMap(List.of(), scalar.position());
        }
        if (node instanceof YamlMap map) {
            return Optional.of(new Definition(what, entry.key(), map, problems));
        }
        problems.accept(Diagnostic.of(
                node.position(),
                Problem.INVALID_DEFINITION,
                "\"" + entry.key().text() + "\" is no definition of " + what + ": expected keys and values",
                "such as {meaning: …}"));
        return Optional.empty();
    }

    String name() {
        return name.text();
    }

    Position position() {
        return name.position();
    }

    Position at(String key) {
        return map.get(key).map(YamlNode::position).orElse(name.position());
    }

    Optional<String> text(String key) {
        asked.add(key);
        return map.get(key).flatMap(node -> {
            if (node instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
                return Optional.of(scalar.text());
            }
            wrong(node.position(), "`" + key + "` of \"" + name() + "\" takes one text", null);
            return Optional.empty();
        });
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** A text that must be there; empty, and said, if it is not. */
    String needed(String key) {
        Optional<String> found = text(key);
        if (found.isEmpty() && map.get(key).isEmpty()) {
            wrong(
                    name.position(),
                    "\"" + name() + "\" has no `" + key + "`",
                    "every definition of " + what + " has one");
        }
        return found.orElse("");
    }

    boolean flag(String key) {
        return text(key)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        wrong(
                                at(key),
                                "`" + key + "` of \"" + name() + "\" is true or false, not \"" + text + "\"",
                                null);
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** A list, or a single value as a list of one. */
    List<YamlScalar> list(String key) {
        asked.add(key);
        List<YamlScalar> found = new ArrayList<>();
        map.get(key).ifPresent(node -> {
            List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
            for (YamlNode item : items) {
                if (item instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
                    found.add(scalar);
                } else {
                    wrong(item.position(), "`" + key + "` of \"" + name() + "\" takes texts", null);
                }
            }
        });
        return found;
    }

    /** A list of words, each of which must be known. */
    Set<String> known(String key, Set<String> otherwise, Set<String> choices, String expected) {
        if (map.get(key).isEmpty()) {
            asked.add(key);
            return otherwise;
        }
        Set<String> found = new LinkedHashSet<>();
        for (YamlScalar item : list(key)) {
            if (choices.contains(item.text())) {
                found.add(item.text());
            } else {
                wrong(
                        item.position(),
                        "\"" + item.text() + "\" is no " + expected,
                        Nearest.hint(item.text(), choices, "there are: " + String.join(", ", choices)));
            }
        }
        return found;
    }

    /** A constant by the word that stands for it. */
    <E extends Enum<E>> E one(String key, E otherwise, List<E> choices) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (E choice : choices) {
            String word = choice.name().toLowerCase(Locale.ROOT);
            if (word.equals(written.get())) {
                return choice;
            }
            words.add(word);
        }
        wrong(
                at(key),
                "`" + key + "` of \"" + name() + "\" cannot be \"" + written.get() + "\"",
                "expected " + String.join(", ", words));
        return otherwise;
    }

    /** Says that something in the definition is wrong. */
    void wrong(Position position, String message, @Nullable String hint) {
        problems.accept(Diagnostic.of(position, Problem.INVALID_DEFINITION, message, hint));
    }

    /** Says so if a rule does not hold. */
    void check(String key, String value, Predicate<String> rule, String message, String hint) {
        if (!value.isEmpty() && !rule.test(value)) {
            wrong(at(key), message, hint);
        }
    }

    /** Ends the definition: keys that nobody asked for are wrong. */
    void end() {
        for (YamlMap.Entry entry : map.entries()) {
            if (!asked.contains(entry.key().text())) {
                wrong(
                        entry.key().position(),
                        "a definition of " + what + " has no key `"
                                + entry.key().text() + "`",
                        Nearest.hint(entry.key().text(), asked, "it has: " + String.join(", ", asked)));
            }
        }
    }
}
