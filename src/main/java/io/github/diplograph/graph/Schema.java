package io.github.diplograph.graph;

import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words that a graph is made of, and the constraints and indexes that a database needs for them.
 *
 * @param entityLabels labels of entities, whose names are indexed for full-text search
 * @param labels labels of all nodes, those of entities among them
 * @param types types of all relationships
 * @param properties names of all properties of nodes and relationships, without {@code id} and {@code sources}
 */
public record Schema(List<String> entityLabels, List<String> labels, List<String> types, List<String> properties) {

    /** The label that every node of Diplograph has beside its own. */
    public static final String EVERY = "_Diplograph";

    /** The label of a node that edges touch and nothing supports: nobody's yet, or nobody's any longer. */
    public static final String UNSUPPORTED = "_Unsupported";

    /** The name of the full-text index over everything that entities are called: names, misspellings, codes. */
    public static final String NAMES = "diplograph_names";

    /** Sorts the words and leaves out what is said twice. */
    public Schema {
        entityLabels = List.copyOf(new TreeSet<>(entityLabels));
        TreeSet<String> all = new TreeSet<>(labels);
        all.addAll(entityLabels);
        labels = List.copyOf(all);
        types = List.copyOf(new TreeSet<>(types));
        properties = List.copyOf(new TreeSet<>(properties));
    }

    /** Edges that no key or verb of the vocabulary names. */
    private static final List<String> STRUCTURE =
            List.of("ACCORDING_TO", "ASSERTS", "CLAIMED", "HELD", "MADE_IN", "OFFICE_OF", "PUBLISHED_BY", "WRITTEN_IN");

    /** Properties that no key of the vocabulary names. */
    private static final List<String> PROPERTIES = List.of(
            "abstained",
            "against",
            "attested",
            "by",
            "check",
            "choice",
            "corpus",
            "dataset",
            "disputed",
            "earliest",
            "edge",
            "file",
            "for",
            "fromEarliest",
            "fromLatest",
            "hash",
            "hedge",
            "inferred",
            "instead",
            "joint",
            "kind",
            "latest",
            "name",
            "notVoting",
            "note",
            "occurrence",
            "passage",
            "passageOffsets",
            "quote",
            "quoteOffsets",
            "seenIn",
            "status",
            "textSha256",
            "through",
            "toEarliest",
            "toLatest",
            "type");

    /**
     * The schema of every graph that a vocabulary can name.
     *
     * @param vocabulary kinds, keys, verbs and ties
     * @return its labels, types and properties
     */
    public static Schema of(Vocabulary vocabulary) {
        TreeSet<String> entities = new TreeSet<>();
        TreeSet<String> labels = new TreeSet<>(List.of("Article", "Claim", "Document"));
        for (Kind kind : vocabulary.kinds()) {
            (kind.entity() ? entities : labels).add(kind.label());
        }
        TreeSet<String> types = new TreeSet<>(STRUCTURE);
        TreeSet<String> properties = new TreeSet<>(PROPERTIES);
        List<EntryKind> written = new ArrayList<>(vocabulary.entryKinds());
        written.add(vocabulary.header());
        for (EntryKind entries : written) {
            for (Key key : entries.keys()) {
                key.edge().ifPresent(types::add);
                key.property().ifPresent(properties::add);
            }
        }
        for (Verb verb : vocabulary.verbs()) {
            types.add(verb.edge());
            types.add(verb.affects());
        }
        vocabulary.ties().forEach(tie -> types.add(tie.edge()));
        vocabulary.properties().forEach(property -> properties.add(property.name()));
        return new Schema(List.copyOf(entities), List.copyOf(labels), List.copyOf(types), List.copyOf(properties));
    }

    /** Properties by which an entity is called; all texts or lists of them, so that one full-text index finds each. */
    private static final List<String> CALLED = List.of(
            "name", "official", "aliases", "misspellings", "adjectives", "iso2", "iso3", "code", "symbol", "wikidata");

    /** What a {@link Rule} asks of the database. */
    public enum Asks {
        /** That a property is unique among the nodes of a label. */
        UNIQUE_NODE,
        /** That a property is unique among the relationships of a type. */
        UNIQUE_RELATIONSHIP,
        /** That nodes of a label are found by a property. */
        INDEX,
        /** That nodes of several labels are found by words in several properties. */
        FULL_TEXT
    }

    /**
     * A constraint or an index.
     *
     * @param asks what it asks
     * @param name its name in the database, begins with {@code diplograph_}
     * @param words the labels or the type that it is for
     * @param properties the properties that it covers
     */
    public record Rule(Asks asks, String name, List<String> words, List<String> properties) {

        /** Copies the lists. */
        public Rule {
            words = List.copyOf(words);
            properties = List.copyOf(properties);
        }

        /**
         * The statement that creates it if nothing of its name or its kind is there.
         *
         * @return one Cypher statement for Neo4j 5.26 or later, without a semicolon
         */
        public String cypher() {
            String first = quoted(words.get(0));
            String property = quoted(properties.get(0));
            String named = quoted(name) + " IF NOT EXISTS FOR ";
            return switch (asks) {
                case UNIQUE_NODE ->
                    "CREATE CONSTRAINT " + named + "(n:" + first + ") REQUIRE n." + property + " IS UNIQUE";
                case UNIQUE_RELATIONSHIP ->
                    "CREATE CONSTRAINT " + named + "()-[r:" + first + "]-() REQUIRE r." + property + " IS UNIQUE";
                case INDEX -> "CREATE INDEX " + named + "(n:" + first + ") ON (n." + property + ")";
                case FULL_TEXT ->
                    "CREATE FULLTEXT INDEX " + named + "(n:"
                            + words.stream().map(Schema::quoted).collect(Collectors.joining("|"))
                            + ") ON EACH ["
                            + properties.stream().map(p -> "n." + quoted(p)).collect(Collectors.joining(", "))
                            + "] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}";
            };
        }
    }

    /**
     * Everything that a database needs before a graph is loaded.
     *
     * @return constraints on nodes and relationships, then indexes, sorted by name
     */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(Asks.UNIQUE_NODE, "diplograph_id", List.of(EVERY), List.of("id")));
        for (String type : types) {
            rules.add(new Rule(Asks.UNIQUE_RELATIONSHIP, "diplograph_type_" + type, List.of(type), List.of("id")));
        }
        for (String property : List.of("check", "disputed", "earliest", "firstSeen", "latest", "verb")) {
            String name = "diplograph_" + property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            rules.add(new Rule(Asks.INDEX, name, List.of(EVERY), List.of(property)));
        }
        for (String label : labels) {
            rules.add(new Rule(Asks.INDEX, "diplograph_label_" + label, List.of(label), List.of("id")));
        }
        if (!entityLabels.isEmpty()) {
            rules.add(new Rule(Asks.FULL_TEXT, NAMES, entityLabels, CALLED));
        }
        return List.copyOf(rules);
    }

    /**
     * A label, type or property name as it may stand in a Cypher statement.
     *
     * @param word a word of the vocabulary
     * @return the word between backticks, backticks in it doubled
     * @throws IllegalArgumentException if the word is empty or has a backslash (Cypher reads {@code \}{@code u0060} as
     *     a backtick even between backticks) or a control character
     */
    public static String quoted(String word) {
        if (word.isEmpty() || word.indexOf('\\') >= 0 || word.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a label, type or property name: \"" + word + "\"");
        }
        return '`' + word.replace("`", "``") + '`';
    }
}
