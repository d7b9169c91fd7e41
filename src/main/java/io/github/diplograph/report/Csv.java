package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Visible;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values, RFC 4180. Text that a spreadsheet would compute ({@code =}, {@code +}, {@code -}, {@code @}
 * at its beginning) gets an apostrophe before it, as OWASP advises.
 */
final class Csv {

    private Csv() {}

    static void write(Table table, Appendable out) throws IOException {
        line(table.columns(), out);
        for (List<@Nullable Object> row : table.rows()) {
            line(row, out);
        }
    }

    private static void line(List<? extends @Nullable Object> cells, Appendable out) throws IOException {
        boolean first = true;
        for (Object cell : cells) {
            out.append(first ? "" : ",").append(cell(cell));
            first = false;
        }
        out.append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        String plain = Cells.plain(value);
        String text = plain.lines().map(Visible::of).collect(Collectors.joining("\n"));
        if (!(value instanceof Number) && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.contains(",") || text.contains("\"") || text.contains("\n") || !text.equals(text.strip())
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
