package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Visible;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An array of objects, one a line. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static void write(Table table, Appendable out) throws IOException {
        out.append('[');
        String before = "\n  ";
        for (List<@Nullable Object> row : table.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                object.put(table.columns().get(i), value instanceof LocalDate ? value.toString() : value);
            }
            // what Visible shows as \u001b inside a JSON string is that character's escape
            out.append(before).append(Visible.of(MAPPER.writeValueAsString(object)));
            before = ",\n  ";
        }
        out.append(table.rows().isEmpty() ? "]\n" : "\n]\n");
    }
}
