package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.graph.Schema;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** Nodes and edges in numbers that people ask for: entities, occurrences, edges between them, claims, and the rest. */
final class Holdings {

    private static final String ENTITIES = "entities";
    private static final String OCCURRENCES = "occurrences";
    private static final String EDGES = "edges";
    private static final String CLAIMS = "claims";
    private static final String ARTICLES = "articles";
    private static final String DOCUMENTS = "documents";
    private static final String REFERENCES = "references";

    /** Edges that say where something comes from; all others join entities and occurrences. */
    private static final Set<String> PROVENANCE =
            Set.of("ACCORDING_TO", "ASSERTS", "CLAIMED", "MADE_IN", "PUBLISHED_BY", "WRITTEN_IN");

    private final Schema schema;
    private final Set<String> occurrences;

    Holdings(Schema schema, Vocabulary vocabulary) {
        this.schema = schema;
        this.occurrences = vocabulary.kinds().stream()
                .filter(kind -> !kind.entity())
                .map(Kind::label)
                .collect(Collectors.toSet());
    }

    /** Counts by label and type, gathered; what is zero is left out. */
    Map<String, Long> of(Map<String, Long> words) {
        Map<String, Long> holdings = new LinkedHashMap<>();
        for (String group : List.of(ENTITIES, OCCURRENCES, EDGES, CLAIMS, ARTICLES, DOCUMENTS, REFERENCES)) {
            long sum = words.entrySet().stream()
                    .filter(word -> group(word.getKey()).equals(group))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (sum > 0) {
                holdings.put(group, sum);
            }
        }
        return holdings;
    }

    /**
     * What a database holds, of all corpora in it. The server keeps most of these counts, and reads nothing for them
     * where each is asked for in a statement of its own.
     */
    Map<String, Long> in(Connection connection) {
        SessionConfig.Builder config = SessionConfig.builder()
                .withDefaultAccessMode(AccessMode.READ)
                .withBookmarkManager(connection.driver().executableQueryBookmarkManager());
        if (connection.database() != null) {
            config.withDatabase(connection.database());
        }
        try (Session session = connection.driver().session(config.build())) {
            Map<String, Long> counts = new LinkedHashMap<>();
            patterns()
                    .forEach((what, pattern) -> counts.put(
                            what,
                            session.run("MATCH " + pattern + " RETURN count(n) AS number")
                                    .single()
                                    .get("number")
                                    .asLong()));
            counts.merge(EDGES, -counts.getOrDefault(REFERENCES, 0L), Long::sum);
            counts.values().removeIf(number -> number == 0);
            return counts;
        } catch (Neo4jException e) {
            throw new DiplographException(
                    "cannot count what the database holds: " + e.code() + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put(ENTITIES, "(n:(" + anyOf(schema.entityLabels()) + ")&_Diplograph)");
        patterns.put(OCCURRENCES, "(n:(" + anyOf(occurrences) + ")&_Diplograph)");
        patterns.put(EDGES, "(:_Diplograph)-[n]->()");
        patterns.put(CLAIMS, "(n:Claim&_Diplograph)");
        patterns.put(ARTICLES, "(n:Article&_Diplograph)");
        patterns.put(DOCUMENTS, "(n:Document&_Diplograph)");
        patterns.put(REFERENCES, "(:_Diplograph)-[n:" + anyOf(PROVENANCE) + "]->()");
        return patterns;
    }

    private static String anyOf(Collection<String> words) {
        return words.stream().sorted().map(Schema::quoted).collect(Collectors.joining("|"));
    }

    /** In words: {@code 52 entities, 41 occurrences, …}. */
    static String text(Map<String, Long> holdings) {
        return holdings.isEmpty()
                ? "nothing"
                : holdings.entrySet().stream()
                        .map(group -> Findings.count(group.getValue(), group.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private String group(String word) {
        if (schema.entityLabels().contains(word)) {
            return ENTITIES;
        }
        if (occurrences.contains(word)) {
            return OCCURRENCES;
        }
        return switch (word) {
            case "Claim" -> CLAIMS;
            case "Article" -> ARTICLES;
            case "Document" -> DOCUMENTS;
            default -> PROVENANCE.contains(word) ? REFERENCES : EDGES;
        };
    }
}
