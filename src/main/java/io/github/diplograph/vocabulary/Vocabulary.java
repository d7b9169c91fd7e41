package io.github.diplograph.vocabulary;

import io.github.diplograph.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What extractions can say: the bundled vocabulary, with what a corpus adds to it. */
public final class Vocabulary {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, Kind> kinds;
    private final Map<String, EntryKind> entryKinds;
    private final EntryKind header;
    private final Map<String, Verb> verbs;
    private final Map<String, Property> properties;
    private final Map<String, Tie> ties;
    private final Map<String, Map<String, Word>> words;
    private final Map<String, Set<String>> codes;
    private final Map<String, Verb> verbsWritten = new HashMap<>();
    private final Map<String, Tie> tiesWritten = new HashMap<>();
    private final Map<String, Map<String, Word>> wordsWritten = new HashMap<>();
    private final AtomicReference<@Nullable String> hash = new AtomicReference<>();

    Vocabulary(Definitions from) {
        kinds = copy(from.kinds);
        header = from.headers.get(0);
        entryKinds = copy(withProperties(from));
        verbs = copy(from.verbs);
        properties = copy(from.properties);
        ties = copy(from.ties);
        words = copy(from.words);
        codes = copy(from.codes);
        for (Verb verb : verbs.values()) {
            verbsWritten.put(plain(verb.name()), verb);
        }
        for (Verb verb : verbs.values()) {
            verb.spellings().forEach(spelling -> verbsWritten.putIfAbsent(plain(spelling), verb));
        }
        for (Tie tie : ties.values()) {
            tiesWritten.put(plain(tie.name()), tie);
            tie.spellings().forEach(spelling -> tiesWritten.putIfAbsent(plain(spelling), tie));
        }
        words.forEach((list, all) -> {
            Map<String, Word> written = new HashMap<>();
            for (Word word : all.values()) {
                written.put(plain(word.name()), word);
                word.spellings().forEach(spelling -> written.putIfAbsent(plain(spelling), word));
            }
            wordsWritten.put(list, written);
        });
    }

    /**
     * The vocabulary that Diplograph brings along.
     *
     * @return the same value each time
     */
    public static Vocabulary bundled() {
        return Bundled.VOCABULARY;
    }

    /**
     * The bundled vocabulary with what files add to it. They may add kinds, verbs, properties, ties and words, and
     * cannot change what is there. Any order of the files gives the same vocabulary, unless two define the same.
     *
     * @param extensionFiles the contents of the files, by name
     * @param problems told every mistake in them
     * @return the vocabulary, without definitions that are wrong
     */
    public static Vocabulary read(Map<String, byte[]> extensionFiles, Consumer<Diagnostic> problems) {
        return extensionFiles.isEmpty()
                ? bundled()
                : new Vocabulary(VocabularyReader.extending(bundled(), extensionFiles, problems));
    }

    /**
     * What the vocabulary says, as one value: SHA-256 in hexadecimal.
     *
     * @return the same for the same definitions, however their files are laid out
     */
    public String hash() {
        // not in the constructor: a check has no use for it, and it takes as long as reading the files
        String known = hash.get();
        if (known == null) {
            known = digest();
            hash.set(known);
        }
        return known;
    }

    /**
     * All kinds of things.
     *
     * @return the kinds, entities first
     */
    public Collection<Kind> kinds() {
        return kinds.values();
    }

    /**
     * One kind.
     *
     * @param key the kind as extractions spell it
     * @return the kind, or empty if there is none
     */
    public Optional<Kind> kind(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    /**
     * The kinds of entry, in the order of an extraction's sections.
     *
     * @return the kinds of entry
     */
    public Collection<EntryKind> entryKinds() {
        return entryKinds.values();
    }

    /**
     * One kind of entry.
     *
     * @param section the section that its entries stand under
     * @return the kind of entry, or empty if there is no such section
     */
    public Optional<EntryKind> entryKind(String section) {
        return Optional.ofNullable(entryKinds.get(section));
    }

    /**
     * The keys of the header, {@code article} or {@code dataset}.
     *
     * @return the kind of entry that a header is
     */
    public EntryKind header() {
        return header;
    }

    /**
     * All verbs.
     *
     * @return the verbs, in the order of their files, speech first
     */
    public Collection<Verb> verbs() {
        return verbs.values();
    }

    /**
     * The verb that a word stands for.
     *
     * @param written a name or an accepted spelling; case and repeated space do not matter
     * @return the verb, or empty if there is none
     */
    public Optional<Verb> verb(String written) {
        return find(verbsWritten, written);
    }

    /**
     * All properties.
     *
     * @return the properties, in the order of their files
     */
    public Collection<Property> properties() {
        return properties.values();
    }

    /**
     * One property.
     *
     * @param written its word; case and repeated space do not matter
     * @return the property, or empty if there is none
     */
    public Optional<Property> property(String written) {
        return find(properties, written);
    }

    /**
     * All ties.
     *
     * @return the ties, in the order of their files
     */
    public Collection<Tie> ties() {
        return ties.values();
    }

    /**
     * The tie that words stand for.
     *
     * @param written a name or an accepted spelling; case and repeated space do not matter
     * @return the tie, or empty if there is none
     */
    public Optional<Tie> tie(String written) {
        return find(tiesWritten, written);
    }

    /**
     * The names of the lists of words, such as {@code statuses}.
     *
     * @return the names
     */
    public Set<String> lists() {
        return words.keySet();
    }

    /**
     * One list of words.
     *
     * @param list its name
     * @return its words; none if there is no such list
     */
    public Collection<Word> words(String list) {
        return words.getOrDefault(list, Map.of()).values();
    }

    /**
     * A word of a list.
     *
     * @param list the name of the list
     * @param written the word or an accepted spelling; case and repeated space do not matter
     * @return the word, or empty if the list has none
     */
    public Optional<Word> word(String list, String written) {
        return find(wordsWritten.getOrDefault(list, Map.of()), written);
    }

    /**
     * The words that make a claim less than certain.
     *
     * @return the list {@code hedges}
     */
    public Collection<Word> hedges() {
        return words("hedges");
    }

    /**
     * The words that stand before a number that is not exact.
     *
     * @return the list {@code comparators}
     */
    public Collection<Word> comparators() {
        return words("comparators");
    }

    /**
     * The words for how far a deed has come.
     *
     * @return the list {@code statuses}
     */
    public Collection<Word> statuses() {
        return words("statuses");
    }

    /** PLOVER's events, each with its modes. */
    Map<String, Set<String>> codes() {
        return codes;
    }

    /** What does not tell two spellings apart: case and the width of spaces. */
    static String plain(String written) {
        return SPACES.matcher(written.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** The kinds of entry, each property being a key of the entities that can have it. */
    private static Map<String, EntryKind> withProperties(Definitions from) {
        EntryKind entities = from.entries.get("entities");
        if (entities == null) {
            throw new IllegalStateException("entries.yaml has no entities");
        }
        List<Key> keys = new ArrayList<>(entities.keys());
        for (Property property : from.properties.values()) {
            Set<String> suited = new LinkedHashSet<>();
            for (Kind kind : from.kinds.values()) {
                boolean agent =
                        kind.family() == Kind.Family.AGENT && property.kinds().contains("agent");
                boolean named = property.kinds().contains(kind.key())
                        || property.kinds().contains("thing");
                if (kind.entity() && (agent || named)) {
                    suited.add(kind.key());
                }
            }
            if (!suited.isEmpty() && entities.key(property.word()).isEmpty()) {
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
        }
        Map<String, EntryKind> all = new LinkedHashMap<>(from.entries);
        all.put("entities", entities.with(keys));
        return all;
    }

    private static <T> Optional<T> find(Map<String, T> written, String word) {
        T found = written.get(word);
        return Optional.ofNullable(found != null ? found : written.get(plain(word)));
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private String digest() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        TreeSet<String> lines = new TreeSet<>();
        kinds.values().forEach(kind -> lines.add(kind.toString()));
        verbs.values().forEach(verb -> lines.add(verb.toString()));
        properties.values().forEach(property -> lines.add(property.toString()));
        ties.values().forEach(tie -> lines.add(tie.toString()));
        words.forEach((list, all) -> all.values().forEach(word -> lines.add(list + " " + word)));
        entryKinds.values().forEach(entry -> entry.keys().forEach(key -> lines.add(entry + " " + key)));
        header.keys().forEach(key -> lines.add("header " + key));
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static final class Bundled {
        static final Vocabulary VOCABULARY = new Vocabulary(VocabularyReader.bundled());
    }
}
