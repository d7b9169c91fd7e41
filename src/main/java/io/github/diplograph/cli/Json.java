package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Results as one JSON document, RFC 8259. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Prints a document, in which nothing commands a terminal. */
    static void print(Console console, Map<String, ?> document) {
        lines(document).forEach(console::print);
    }

    /** The lines of a document, in which nothing commands a terminal. */
    static List<String> lines(Map<String, ?> document) {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(document)
                .lines()
                .map(Visible::of)
                .toList();
    }

    /** The rows of a table as objects. */
    static List<Map<String, @Nullable Object>> rows(Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                object.put(table.columns().get(i), value instanceof java.time.LocalDate ? value.toString() : value);
            }
            rows.add(object);
        }
        return rows;
    }

    /** A diagnostic as an object. */
    static Map<String, @Nullable Object> of(Diagnostic diagnostic) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", diagnostic.position().file());
        object.put("line", diagnostic.position().line());
        object.put("column", diagnostic.position().column());
        object.put("severity", diagnostic.problem().severity().toString());
        object.put("code", diagnostic.problem().code());
        object.put("message", diagnostic.message());
        object.put("hint", diagnostic.hint());
        object.put("excerpt", diagnostic.line().orElse(null));
        return object;
    }
}
