package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Visible;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** A table of GitHub Flavored Markdown. */
final class Markdown {

    private static final Pattern MEANING_SOMETHING = Pattern.compile("[\\\\|`*_~<>\\[\\]#&!]");

    private Markdown() {}

    static void write(Table table, Appendable out) throws IOException {
        Cells cells = new Cells(table);
        line(table.columns().stream().map(Visible::of).toList(), out);
        out.append("|").append(" --- |".repeat(table.columns().size())).append('\n');
        for (List<String> row : cells.rows()) {
            line(row, out);
        }
        List<String> sources = cells.sources();
        if (!sources.isEmpty()) {
            out.append('\n');
        }
        for (int i = 0; i < sources.size(); i++) {
            out.append(String.valueOf(i + 1))
                    .append(". ")
                    .append(escaped(sources.get(i)))
                    .append('\n');
        }
    }

    private static void line(List<String> cells, Appendable out) throws IOException {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(escaped(cell)).append(" |");
        }
        out.append('\n');
    }

    private static String escaped(String text) {
        return MEANING_SOMETHING.matcher(text).replaceAll("\\\\$0");
    }
}
