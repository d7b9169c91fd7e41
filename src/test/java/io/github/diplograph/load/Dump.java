package io.github.diplograph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/** A database as sorted lines, for tests to compare. */
public final class Dump {

    private static final String NODES =
            "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties, n:_Diplograph AS ours";

    private static final String EDGES =
            """
            MATCH (a)-[r]->(b)
            RETURN type(r) AS type, properties(r) AS properties,
                   coalesce(a.id, a.name) AS from, coalesce(b.id, b.name) AS to,
                   a:_Diplograph AND b:_Diplograph AND r.id CONTAINS '|' AS ours
            """;

    private Dump() {}

    /** Everything that Diplograph wrote, without runs and without when a claim was first seen. */
    public static String ours(Driver driver) {
        return dump(driver, true);
    }

    /** Everything that somebody else wrote. */
    public static String theirs(Driver driver) {
        return dump(driver, false);
    }

    /** The lines that only one of two dumps has, the first's with a minus, the second's with a plus. */
    public static List<String> differences(String expected, String actual) {
        List<String> lines = new ArrayList<>();
        Set<String> before = expected.lines().collect(Collectors.toSet());
        Set<String> after = actual.lines().collect(Collectors.toSet());
        expected.lines().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + line));
        actual.lines().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + line));
        if (lines.isEmpty() && !expected.equals(actual)) {
            lines.add("+ the same lines, more than once");
        }
        return lines;
    }

    private static String dump(Driver driver, boolean ours) {
        List<String> lines = new ArrayList<>();
        driver.executableQuery(NODES).execute().records().forEach(row -> {
            List<String> labels =
                    row.get("labels").asList(Value::asString).stream().sorted().toList();
            if (row.get("ours").asBoolean() == ours && !labels.contains("Run")) {
                lines.add(labels + " " + properties(row.get("properties")));
            }
        });
        driver.executableQuery(EDGES).execute().records().forEach(row -> {
            if (row.get("ours").asBoolean(false) == ours) {
                lines.add(row.get("from").asString("?") + " -" + row.get("type").asString() + "-> "
                        + row.get("to").asString("?") + " " + properties(row.get("properties")));
            }
        });
        return String.join("\n", lines.stream().sorted().toList());
    }

    private static Map<String, Object> properties(Value value) {
        Map<String, Object> properties = new TreeMap<>(value.asMap());
        properties.remove("firstSeen");
        properties.replaceAll(
                (key, text) -> text instanceof String string && looksLikeAnother(string) ? '"' + string + '"' : text);
        return properties;
    }

    private static boolean looksLikeAnother(String text) {
        return text.isEmpty() || text.matches("-?[0-9.]+|true|false|NULL|\\[.*]");
    }
}
