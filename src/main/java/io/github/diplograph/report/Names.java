package io.github.diplograph.report;

import io.github.diplograph.diagnostic.DiplographException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** Finds the entity that someone names, never by guess: one exact match, or the candidates in an error. */
final class Names {

    /** Properties by which an entity is called, as in its corpus. */
    private static final List<String> CALLED = List.of(
            "name", "official", "aliases", "misspellings", "adjectives", "iso2", "iso3", "code", "symbol", "wikidata");

    private static final String KIND =
            "[label IN labels(node) WHERE label <> '_Diplograph' AND (size($kinds) = 0 OR toLower(label) IN $kinds)][0]";

    private static final String BY_ID = "MATCH (node:_Diplograph {id: $text}) RETURN node, " + KIND + " AS kind";

    private static final String BY_INDEX = "CALL db.index.fulltext.queryNodes('diplograph_names', $text)"
            + " YIELD node, score WITH node, score, " + KIND + " AS kind WHERE node:_Diplograph AND kind IS NOT NULL"
            + " RETURN node, kind ORDER BY score DESC, node.id LIMIT $limit";

    /** What has no names, or none that anyone would type. */
    private static final String BY_END = "MATCH (node:_Diplograph&(Article|Vote|Statement|Event|Figure))"
            + " WHERE node.id ENDS WITH '/' + $text WITH node, " + KIND
            + " AS kind WHERE kind IS NOT NULL RETURN node, kind ORDER BY node.id LIMIT $limit";

    private static final int EXACT = 1000;
    private static final int CANDIDATES = 5;
    private static final int LONGEST = 500;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final Session session;
    private final Report report;
    private final Report.Parameter parameter;

    Names(Session session, Report report, Report.Parameter parameter) {
        this.session = session;
        this.report = report;
        this.parameter = parameter;
    }

    /** The id of the entity with this id, name, alias or code. */
    String idOf(String typed) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            throw problem("\"" + Arguments.cut(typed) + "\" is no name");
        }
        List<Record> byId = ask(BY_ID, typed, 1, typed);
        Optional<Record> admitted =
                byId.stream().filter(row -> !row.get("kind").isNull()).findFirst();
        if (admitted.isPresent()) {
            return id(admitted.get());
        }
        Map<String, Record> exact = new TreeMap<>();
        for (Record row : ask(BY_INDEX, phrase(typed), EXACT, typed)) {
            if (isCalled(row.get("node"), fold(typed))) {
                exact.put(id(row), row);
            }
        }
        if (exact.isEmpty()
                && (parameter.kinds().isEmpty() || parameter.kinds().stream().anyMatch(Names::hasNoNames))) {
            ask(BY_END, typed, CANDIDATES, typed).forEach(row -> exact.put(id(row), row));
        }
        if (exact.size() == 1) {
            return exact.keySet().iterator().next();
        }
        if (exact.size() > 1) {
            throw problem("\"" + Arguments.cut(typed) + "\" names several: " + list(List.copyOf(exact.values()))
                    + "; give the id");
        }
        if (!byId.isEmpty()) {
            throw problem("\"" + Arguments.cut(typed) + "\" is not " + kinds());
        }
        String words = fuzzy(typed);
        List<Record> near = words.isEmpty() ? List.of() : ask(BY_INDEX, words, CANDIDATES, typed);
        throw problem("no " + kinds("entity") + " is called \"" + Arguments.cut(typed) + "\""
                + (near.isEmpty() ? "" : "; nearest: " + list(near)));
    }

    private List<Record> ask(String cypher, String text, int limit, String typed) {
        List<String> kinds = parameter.kinds().stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .toList();
        try {
            return session.executeRead(transaction -> transaction
                    .run(cypher, Map.of("text", text, "kinds", kinds, "limit", limit))
                    .list());
        } catch (Neo4jException e) {
            if (String.valueOf(e.getMessage()).contains("diplograph_names")) {
                throw new DiplographException(
                        "report \"" + report.name() + "\" cannot look up \"" + Arguments.cut(typed)
                                + "\": the database has no index diplograph_names; load a corpus with `diplograph apply`",
                        e);
            }
            throw e;
        }
    }

    private static String id(Record row) {
        return row.get("node").get("id").asString();
    }

    private static boolean isCalled(Value node, String folded) {
        List<String> names = new ArrayList<>();
        for (String property : CALLED) {
            Object value = node.get(property).asObject();
            if (value instanceof List<?> list) {
                list.forEach(item -> names.add(String.valueOf(item)));
            } else if (value != null) {
                names.add(value.toString());
            }
        }
        return names.stream().anyMatch(name -> fold(name).equals(folded));
    }

    private static boolean hasNoNames(String kind) {
        return List.of("article", "vote", "statement", "event", "figure").contains(kind);
    }

    /** Case, accents, the shape of apostrophes and dashes, and repeated space do not tell names apart. */
    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("");
        String plain =
                bare.replace('’', '\'').replace('‘', '\'').replace('–', '-').replace('‑', '-');
        return SPACE.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** A phrase in Lucene's query language: between quotation marks only these two characters mean something. */
    private static String phrase(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Each word or one like it. Words are letters and digits only, in lower case: no operator of Lucene's. */
    private static String fuzzy(String text) {
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        return words.results().map(word -> word.group() + "~").collect(Collectors.joining(" "));
    }

    private static String list(List<Record> rows) {
        String shown = rows.stream()
                .limit(CANDIDATES)
                .map(row -> Arguments.cut(row.get("node").get("name").asString("")) + " (" + id(row) + ")")
                .collect(Collectors.joining(", "));
        return rows.size() > CANDIDATES ? shown + ", …" : shown;
    }

    private String kinds() {
        String kinds = kinds("entity");
        return ("aeiou".indexOf(kinds.charAt(0)) >= 0 ? "an " : "a ") + kinds;
    }

    private String kinds(String any) {
        List<String> kinds = parameter.kinds();
        int last = kinds.size() - 1;
        return switch (kinds.size()) {
            case 0 -> any;
            case 1 -> kinds.get(0);
            default -> String.join(", ", kinds.subList(0, last)) + " or " + kinds.get(last);
        };
    }

    private DiplographException problem(String message) {
        return new DiplographException(
                "report \"" + report.name() + "\": parameter \"" + parameter.name() + "\": " + message);
    }
}
