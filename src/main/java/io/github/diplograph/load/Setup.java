package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.graph.Schema.Asks;
import io.github.diplograph.graph.Schema.Rule;
import io.github.diplograph.load.Applied.Counters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * The constraints and indexes of a database; creates those that are missing, and writes nothing if none is.
 *
 * <p>The constraint of a relationship's type is created before the first relationship of that type: a vocabulary has
 * more verbs than a corpus uses.
 */
final class Setup {

    private static final String INDEXES =
            """
            SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint
            WHERE type IN ['RANGE', 'FULLTEXT']
            RETURN name, type, entityType, labelsOrTypes, properties, owningConstraint IS NOT NULL AS unique
            """;

    private static final String BUILT =
            """
            SHOW INDEXES YIELD name, state
            WHERE name STARTS WITH 'diplograph_' AND state = 'POPULATING'
            RETURN count(*) = 0 AS built
            """;

    private static final long PAUSE = 20_000_000;

    /** Another loader may have created the same index meanwhile, for the labels of another vocabulary. */
    private static final int ATTEMPTS = 5;

    /** An index of the database, the one behind a constraint among them. */
    private record Index(String name, @Nullable Asks asks, Set<String> words, List<String> properties) {}

    private final Session session;
    private final Schema schema;
    private final Set<String> types = ConcurrentHashMap.newKeySet();
    private List<Index> indexes;

    /** Sees what is there. */
    Setup(Session session, Schema schema) {
        this.session = session;
        this.schema = schema;
        this.indexes = look();
    }

    /** The types whose relationships are found by their id. */
    Set<String> types() {
        return types;
    }

    /**
     * Creates what is missing for nodes.
     *
     * @return what the server counted
     * @throws DiplographException if a name is taken by something else
     */
    Counters nodes() {
        return create(schema.rules().stream()
                .filter(rule -> rule.asks() != Asks.UNIQUE_RELATIONSHIP)
                .toList());
    }

    /**
     * Creates what is missing for relationships.
     *
     * @param used types that are about to be written
     * @return what the server counted
     * @throws DiplographException if a name is taken by something else
     */
    Counters relationships(Set<String> used) {
        if (types.containsAll(used)) {
            return Counters.NONE;
        }
        return create(schema.rules().stream()
                .filter(rule -> rule.asks() == Asks.UNIQUE_RELATIONSHIP && used.containsAll(rule.words()))
                .toList());
    }

    private Counters create(List<Rule> rules) {
        Counters counters = Counters.NONE;
        List<String> statements = missing(rules);
        for (int attempt = 0; attempt < ATTEMPTS && !statements.isEmpty(); attempt++) {
            List<String> now = statements;
            counters = counters.plus(session.executeWrite(transaction -> {
                Counters counted = Counters.NONE;
                for (String statement : now) {
                    counted = counted.plus(
                            Counters.of(transaction.run(statement).consume().counters()));
                }
                return counted;
            }));
            await(session);
            indexes = look();
            statements = missing(rules);
        }
        if (!statements.isEmpty()) {
            throw new DiplographException("the database has something else under the name of a constraint or index that"
                    + " Diplograph needs: drop or rename it, so that this can be run: " + statements.get(0));
        }
        return counters;
    }

    /**
     * Waits until Diplograph's indexes hold all that there is. {@code db.awaitIndexes} would keep locks while it waits,
     * and so wait for ever for another loader's constraint, which needs them.
     */
    static void await(Session session) {
        while (!session.executeRead(
                transaction -> transaction.run(BUILT).single().get("built").asBoolean())) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private List<String> missing(List<Rule> rules) {
        List<String> statements = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.asks() == Asks.FULL_TEXT) {
                statements.addAll(fullText(rule));
            } else if (indexes.stream().noneMatch(index -> satisfies(index, rule))) {
                statements.add(rule.cypher());
            }
        }
        return statements;
    }

    /** Somebody's constraint serves where an index is asked for. */
    private static boolean satisfies(Index index, Rule rule) {
        boolean constraint = rule.asks() == Asks.INDEX && index.asks() == Asks.UNIQUE_NODE;
        return (constraint || index.asks() == rule.asks())
                && index.words().equals(new HashSet<>(rule.words()))
                && index.properties().equals(rule.properties());
    }

    /** Its labels grow with vocabularies; another corpus's stay. */
    private List<String> fullText(Rule rule) {
        Optional<Index> there = indexes.stream()
                .filter(index -> index.name().equals(rule.name()))
                .findFirst();
        if (there.isEmpty() || there.get().asks() != Asks.FULL_TEXT) {
            return List.of(rule.cypher());
        }
        Set<String> words = there.get().words();
        if (words.containsAll(rule.words()) && there.get().properties().equals(rule.properties())) {
            return List.of();
        }
        TreeSet<String> all = new TreeSet<>(words);
        all.addAll(rule.words());
        Rule wider = new Rule(rule.asks(), rule.name(), List.copyOf(all), rule.properties());
        return List.of("DROP INDEX " + Schema.quoted(rule.name()) + " IF EXISTS", wider.cypher());
    }

    private List<Index> look() {
        List<Index> found =
                session.executeRead(transaction -> transaction.run(INDEXES).list(Setup::index));
        found.stream()
                .filter(index -> index.asks() == Asks.UNIQUE_RELATIONSHIP
                        && index.properties().equals(List.of("id")))
                .forEach(index -> types.addAll(index.words()));
        return found;
    }

    private static Index index(Record row) {
        boolean nodes = row.get("entityType").asString().equals("NODE");
        Asks asks = nodes ? Asks.INDEX : null;
        if (row.get("type").asString().equals("FULLTEXT")) {
            asks = Asks.FULL_TEXT;
        } else if (row.get("unique").asBoolean()) {
            asks = nodes ? Asks.UNIQUE_NODE : Asks.UNIQUE_RELATIONSHIP;
        }
        return new Index(
                row.get("name").asString(),
                asks,
                new HashSet<>(row.get("labelsOrTypes").asList(Value::asString)),
                row.get("properties").asList(Value::asString));
    }
}
