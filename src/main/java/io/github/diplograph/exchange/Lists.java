package io.github.diplograph.exchange;

import io.github.diplograph.graph.Schema;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists as the importer reads them: items between delimiters, which it cannot escape.
 *
 * <p>The delimiter is the unit separator of ASCII, which was made for this and which nobody writes. Where a list has it
 * nevertheless, or is one that the importer takes for another, all lists of the element are coded by a percent sign, and
 * one statement decodes them after the import.
 */
final class Lists {

    static final char DELIMITER = '\u001F';

    /** How the importer and Cypher are told of the delimiter. */
    static final String NAMED = "U+001F";

    private Lists() {}

    static boolean needsCode(Collection<?> list) {
        if (list.isEmpty()) {
            return true;
        }
        for (Object item : list) {
            if (item instanceof String text) {
                if (text.isEmpty() || text.indexOf(DELIMITER) >= 0) {
                    return true;
                }
            } else {
                return false;
            }
        }
        return false;
    }

    static void write(Collection<?> list, boolean coded, CsvBytes row) {
        if (!coded && list.size() == 1 && list.iterator().next() instanceof String only) {
            row.text(only);
            return;
        }
        row.raw('"');
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                row.raw(DELIMITER);
            }
            first = false;
            if (item instanceof String text) {
                row.within(coded ? code(text) : text);
            } else {
                row.raw(String.valueOf(item));
            }
        }
        if (coded && first) {
            row.raw("%0");
        }
        row.raw('"');
    }

    private static String code(String text) {
        return text.isEmpty() ? "%e" : text.replace("%", "%p").replace(String.valueOf(DELIMITER), "%u");
    }

    /** Statements that decode the lists of all elements of a shape's label or type that have its columns. */
    static List<String> decoding(Shape shape) {
        return Stream.concat(
                        shape.columns().stream()
                                .filter(column -> column.type().equals(Shape.TEXTS))
                                .map(Shape.Column::name),
                        shape.sourced() ? Stream.of("sources") : Stream.of())
                .map(name -> coded(shape) + " AND n." + Schema.quoted(name) + " IS NOT NULL SET n."
                        + Schema.quoted(name) + " = [x IN n." + Schema.quoted(name) + " WHERE x <> '%0' |"
                        + " replace(replace(replace(x, '%e', ''), '%u', '\\u001F'), '%p', '%')]")
                .toList();
    }

    /** The statement that takes the mark from them. */
    static String decoded(Shape shape) {
        return coded(shape) + " REMOVE n" + (shape.edge() ? "." : ":") + Shape.CODED;
    }

    private static String coded(Shape shape) {
        String word = Schema.quoted(shape.word());
        return shape.edge()
                ? "MATCH ()-[n:" + word + "]->() WHERE n." + Shape.CODED
                : "MATCH (n:" + word + ") WHERE n:" + Shape.CODED;
    }
}
