package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table in columns that a terminal shows aligned, wide characters and combining marks included. */
final class AlignedTable {

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final List<String> headings;
    private final Cells cells;
    private final boolean[] toTheRight;
    private final int[] widths;

    AlignedTable(Table table, int width) {
        headings = table.columns().stream().map(Visible::of).toList();
        cells = new Cells(table);
        toTheRight = new boolean[headings.size()];
        widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            toTheRight[i] = table.rows().stream().anyMatch(row -> row.get(column) instanceof Number)
                    && table.rows().stream()
                            .map(row -> row.get(column))
                            .filter(Objects::nonNull)
                            .allMatch(Number.class::isInstance);
            widths[i] = DisplayWidth.of(headings.get(i));
            for (List<String> row : cells.rows()) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        if (width > 0) {
            shrink(width);
        }
    }

    void write(Appendable out) throws IOException {
        write(out, headings);
        write(out, widthsAsLines());
        for (List<String> row : cells.rows()) {
            write(out, row);
        }
        if (cells.rows().isEmpty()) {
            out.append("(no rows)\n");
        }
        List<String> sources = cells.sources();
        if (!sources.isEmpty()) {
            out.append('\n');
        }
        int digits = String.valueOf(sources.size()).length();
        for (int i = 0; i < sources.size(); i++) {
            String number = String.valueOf(i + 1);
            out.append(" ".repeat(digits - number.length()))
                    .append(number)
                    .append(GAP)
                    .append(sources.get(i))
                    .append('\n');
        }
    }

    /** Takes from the widest column until the table fits or every column is at its narrowest. */
    private void shrink(int width) {
        int total = GAP.length() * Math.max(0, widths.length - 1);
        for (int columnWidth : widths) {
            total += columnWidth;
        }
        while (total > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                if (widths[i] > widths[widest]) {
                    widest = i;
                }
            }
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }

    private List<String> widthsAsLines() {
        List<String> lines = new ArrayList<>();
        for (int width : widths) {
            lines.add("-".repeat(width));
        }
        return lines;
    }

    private void write(Appendable out, List<String> row) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = DisplayWidth.wrap(row.get(i), widths[i]);
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                String padding = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
                text.append(i == 0 ? "" : GAP).append(toTheRight[i] ? padding + cell : cell + padding);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }
}
