package io.github.diplograph.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What rows of one file have in common: their label or type, their columns, and what the importer must be told about
 * them.
 *
 * @param edge whether they are relationships
 * @param word their label or type
 * @param columns the columns of their properties, sorted by name
 * @param sourced whether they name the claims that they rest on
 * @param multiline whether a value of theirs has a line break, which the importer reads more slowly
 * @param coded whether lists of theirs are coded, see {@link Lists}
 * @param bare whether they are nodes that nothing supports
 */
record Shape(
        boolean edge,
        String word,
        List<Column> columns,
        boolean sourced,
        boolean multiline,
        boolean coded,
        boolean bare) {

    /** A label of nodes and a property of relationships whose lists the schema decodes. */
    static final String CODED = "_Coded";

    static final String TEXTS = "string[]";

    /** A property's name, and its type as the importer names it. */
    record Column(String name, String type) {}

    static Shape of(
            boolean edge, String word, Map<String, Object> properties, Collection<String> sources, boolean bare) {
        List<Column> columns = new ArrayList<>(properties.size());
        boolean multiline = false;
        boolean coded = false;
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            Object value = property.getValue();
            columns.add(new Column(property.getKey(), type(value)));
            multiline |= hasBreak(value);
            coded |= value instanceof Collection<?> list && Lists.needsCode(list);
        }
        return new Shape(edge, word, columns, !sources.isEmpty(), multiline, coded, bare);
    }

    /** The same without columns: what all files of one label or type have in common, but for special cases. */
    Shape withoutColumns() {
        return new Shape(edge, word, List.of(), false, multiline, coded, bare);
    }

    boolean isClaim() {
        return !edge && word.equals("Claim");
    }

    private static String type(Object value) {
        if (value instanceof String) {
            return "string";
        } else if (value instanceof Long) {
            return "long";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof LocalDate) {
            return "date";
        } else if (value instanceof Double) {
            return "double";
        } else if (value instanceof Collection<?> list) {
            return list.isEmpty() ? TEXTS : type(list.iterator().next()) + "[]";
        }
        throw new IllegalArgumentException("no type of Neo4j's importer fits a " + value.getClass());
    }

    private static boolean hasBreak(Object value) {
        if (value instanceof String text) {
            return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        }
        return value instanceof Collection<?> list && list.stream().anyMatch(Shape::hasBreak);
    }
}
