package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.vocabulary.Word;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the value of one key as the key's type has it. */
final class Values {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    static final Pattern NUMBER = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[ ,'’_\u00a0\u202f][0-9]{3})+");

    private final Vocabulary vocabulary;
    private final Lookup lookup;
    private final Consumer<Diagnostic> problems;
    private final Hints hints = new Hints();

    Values(Vocabulary vocabulary, Consumer<Diagnostic> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.lookup = new Lookup(vocabulary, hints, problems);
    }

    /** What the mistakes of the file have in common. */
    Hints hints() {
        return hints;
    }

    static boolean absent(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.isAbsent();
    }

    /** Where a key's value stands, or the key where it has none. */
    static Position at(YamlMap.Entry entry) {
        return absent(entry.value()) ? entry.key().position() : entry.value().position();
    }

    /** The texts of a list or of a single value; none if there is no value. */
    static List<Text> texts(@Nullable Value value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Value.Texts list ? list.texts() : List.of(new Text(value.toString(), value.position()));
    }

    /**
     * Reads one value.
     *
     * @param key the key
     * @param entry the key and its value as written
     * @param section the section that the entry stands under, which decides between verbs of speech and of action
     * @param property of a {@link Type#VALUE}, the property that decides its type, if that is known
     */
    Optional<Value> read(Key key, YamlMap.Entry entry, String section, @Nullable Property property) {
        YamlNode node = entry.value();
        if (node instanceof YamlScalar scalar && scalar.text().isBlank()
                || node instanceof YamlList list && list.items().isEmpty()
                || node instanceof YamlMap map && map.entries().isEmpty()) {
            wrong(at(entry), Problem.EMPTY_VALUE, "`" + key.name() + "` has no value", "remove it, or say something");
            return Optional.empty();
        }
        if (key.type() == Type.COUNTS) {
            return counts(key, node);
        }
        if (key.type() == Type.VALUE) {
            return value(key, node, property);
        }
        if (key.many()) {
            return list(key, node);
        }
        return node instanceof YamlScalar scalar
                ? single(key, key.type(), key.words().orElse(""), scalar, section)
                : shape(key, node, "`" + key.name() + "` takes " + one(key.type()));
    }

    private Optional<Value> list(Key key, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(text(scalar));
        }
        if (!(node instanceof YamlList list)) {
            return shape(key, node, "`" + key.name() + "` takes " + one(key.type()) + ", or a list");
        }
        List<YamlNode> items = list.items();
        List<Text> texts = new ArrayList<>(items.size());
        for (YamlNode item : items) {
            if (item instanceof YamlScalar scalar && !scalar.text().isBlank()) {
                texts.add(text(scalar));
            } else if (item instanceof YamlScalar) {
                wrong(item.position(), Problem.EMPTY_VALUE, "`" + key.name() + "` has an empty item", "remove it");
            } else {
                shape(item, "an item of `" + key.name() + "` is " + one(key.type()), item instanceof YamlList);
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Value.Texts(texts, node.position()));
    }

    private Optional<Value> single(Key key, Type type, String words, YamlScalar scalar, String section) {
        return switch (type) {
            case DATE ->
                Edtf.read(scalar.text(), scalar.position(), problems)
                        .map(date -> new Value.Date(date, scalar.position()));
            case FLAG -> flag(key, scalar);
            case WHOLE ->
                whole("`" + key.name() + "`", scalar).map(number -> new Value.Whole(number, scalar.position()));
            case NUMBER -> number(key, scalar);
            case ID -> id(scalar).map(Function.identity());
            case WORD -> lookup.word(key, words, scalar).map(Function.identity());
            case VERB -> lookup.verb(scalar, section);
            case PROPERTY -> lookup.property(scalar).map(Function.identity());
            case KIND -> lookup.kind(key, scalar).map(Function.identity());
            default -> Optional.of(text(scalar));
        };
    }

    private static Text text(YamlScalar scalar) {
        return new Text(scalar.text(), scalar.position());
    }

    /** An id, or nothing, and that said. */
    Optional<Text> id(YamlScalar scalar) {
        if (ID.matcher(scalar.text()).matches()) {
            return Optional.of(text(scalar));
        }
        wrong(
                scalar.position(),
                Problem.INVALID_ID,
                Hints.quoted(scalar.text()) + " is no id",
                scalar.text().length() > 200
                        ? "ids have at most 200 characters"
                        : "ids have letters, digits, full stops, underscores and hyphens, and begin with a letter or digit");
        return Optional.empty();
    }

    private Optional<Value> flag(Key key, YamlScalar scalar) {
        String written = scalar.text().toLowerCase(Locale.ROOT);
        if (written.equals("true") || written.equals("false")) {
            return Optional.of(new Value.Flag(written.equals("true"), scalar.position()));
        }
        String hint =
                switch (written) {
                    case "yes", "y", "on", "1" -> "write true";
                    case "no", "n", "off", "0" -> "write false";
                    default -> null;
                };
        wrong(
                scalar.position(),
                Problem.WRONG_VALUE,
                "`" + key.name() + "` is true or false, not " + Hints.quoted(scalar.text()),
                hint);
        return Optional.empty();
    }

    private Optional<Long> whole(String what, YamlScalar scalar) {
        String written = scalar.text();
        boolean digits = written.length() <= 18;
        for (int i = 0; i < written.length() && digits; i++) {
            digits = written.charAt(i) >= '0' && written.charAt(i) <= '9';
        }
        if (digits) {
            return Optional.of(Long.parseLong(written));
        }
        wrong(
                scalar.position(),
                Problem.WRONG_VALUE,
                what + " is a whole number, not " + Hints.quoted(written),
                grouped(written));
        return Optional.empty();
    }

    private Optional<Value> number(Key key, YamlScalar scalar) {
        String written = scalar.text();
        if (written.length() <= 60 && NUMBER.matcher(written).matches()) {
            double number = Double.parseDouble(written);
            if (Double.isFinite(number)) {
                return Optional.of(new Value.Decimal(number, scalar.position()));
            }
        }
        wrong(
                scalar.position(),
                Problem.WRONG_VALUE,
                "`" + key.name() + "` is a number, not " + Hints.quoted(written),
                grouped(written));
        return Optional.empty();
    }

    private static @Nullable String grouped(String written) {
        return written.length() <= 30 && GROUPED.matcher(written).matches()
                ? "write " + written.replaceAll("[^0-9]", "")
                : "write it in digits, such as 1500";
    }

    private Optional<Value> value(Key key, YamlNode node, @Nullable Property property) {
        if (property == null) {
            return node instanceof YamlMap
                    ? shape(key, node, "`" + key.name() + "` takes one value, or a list")
                    : list(key, node);
        }
        if (property.many()) {
            return list(key, node);
        }
        return node instanceof YamlScalar scalar
                ? single(key, property.type(), property.words().orElse(""), scalar, "")
                : shape(
                        node,
                        "`value` of \"" + property.word() + "\" takes " + one(property.type()),
                        node instanceof YamlList);
    }

    private Optional<Value> counts(Key key, YamlNode node) {
        if (!(node instanceof YamlMap map)) {
            return shape(key, node, "`" + key.name() + "` takes choices, each with a number");
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (YamlMap.Entry entry : map.entries()) {
            Optional<Word> choice = vocabulary.word("choices", entry.key().text());
            if (choice.isEmpty()) {
                lookup.word(key, "choices", entry.key());
            } else if (counts.containsKey(choice.get().name())) {
                wrong(
                        entry.key().position(),
                        Problem.KEYS_EXCLUDE,
                        "`" + key.name() + "` has `" + choice.get().name() + "` twice",
                        "keep one of the two");
            } else if (absent(entry.value())) {
                wrong(
                        entry.key().position(),
                        Problem.EMPTY_VALUE,
                        Hints.key(entry.key().text()) + " has no number",
                        null);
            } else if (entry.value() instanceof YamlScalar scalar) {
                whole("`" + entry.key().text() + "`", scalar)
                        .ifPresent(number -> counts.put(choice.get().name(), number));
            } else {
                shape(key, entry.value(), "`" + entry.key().text() + "` takes one number");
            }
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(new Value.Counts(counts, node.position()));
    }

    private Optional<Value> shape(Key key, YamlNode node, String message) {
        return shape(node, message, node instanceof YamlList && !key.many());
    }

    private Optional<Value> shape(YamlNode node, String message, boolean list) {
        String instead = list ? ", not a list" : node instanceof YamlMap ? ", not keys and values" : "";
        wrong(node.position(), Problem.WRONG_SHAPE, message + instead, null);
        return Optional.empty();
    }

    private static String one(Type type) {
        return switch (type) {
            case NAME -> "a name";
            case DATE -> "a date";
            case WHOLE -> "a whole number";
            case NUMBER -> "a number";
            case FLAG -> "true or false";
            case WORD, PROPERTY -> "a word";
            case ID -> "an id";
            case VERB -> "a verb";
            case KEYS -> "a key";
            case KIND -> "a kind";
            case POINTS -> "an entry";
            case TEXT, WORDS, VALUE, COUNTS -> "a text";
        };
    }

    private void wrong(Position position, Problem problem, String message, @Nullable String hint) {
        problems.accept(Diagnostic.of(position, problem, message, hint));
    }
}
