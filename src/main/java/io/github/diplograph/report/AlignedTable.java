package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table in columns that a terminal shows aligned, wide characters and combining marks included. Told the terminal's
 * width, it leaves out columns without any value, wraps cells, and writes a mark where a wrapped cell repeats the one
 * above. Where columns would be narrower than their words, or rows higher than if each value had a line of its own, it
 * writes each row as such a block.
 */
final class AlignedTable {

    private static final String GAP = "  ";
    private static final String DITTO = "″";
    private static final int NARROWEST = 6;
    private static final int LONGEST_WORD = 16;

    private final List<String> headings;
    private final List<List<String>> rows;
    private final List<String> sources;
    private final List<Boolean> toTheRight;
    private final int[] widths;
    private final int width;
    private final boolean blocks;

    AlignedTable(Table table, int width) {
        Cells cells = new Cells(table);
        List<Integer> columns = IntStream.range(0, table.columns().size())
                .filter(column -> width <= 0
                        || cells.rows().isEmpty()
                        || cells.rows().stream()
                                .anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        headings = columns.stream()
                .map(column -> Visible.of(table.columns().get(column)))
                .toList();
        rows = cells.rows().stream()
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
        sources = cells.sources();
        toTheRight = columns.stream().map(column -> isNumbers(table, column)).toList();
        widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(headings.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        this.width = width;
        if (width > 0) {
            shrink(width, floors());
        }
        blocks = width > 0 && !rows.isEmpty() && (total() > width || linesOfBlocks() < linesOfRows());
    }

    private static boolean isNumbers(Table table, int column) {
        List<Object> values = table.rows().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .toList();
        return !values.isEmpty() && values.stream().allMatch(Number.class::isInstance);
    }

    void write(Appendable out) throws IOException {
        if (blocks) {
            writeBlocks(out);
        } else {
            writeRows(out);
        }
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

    private void writeRows(Appendable out) throws IOException {
        write(out, headings);
        write(out, IntStream.of(widths).mapToObj("-"::repeat).toList());
        List<String> above = headings;
        for (List<String> row : rows) {
            write(out, repeated(row, above));
            above = row;
        }
        if (rows.isEmpty()) {
            out.append("(no rows)\n");
        }
    }

    private void writeBlocks(Appendable out) throws IOException {
        for (int number = 0; number < rows.size(); number++) {
            out.append(number == 0 ? "" : "\n");
            for (int i = 0; i < headings.size(); i++) {
                String beside = headings.get(i) + " ".repeat(besides() - DisplayWidth.of(headings.get(i)));
                for (String line : linesOfBlock(rows.get(number).get(i))) {
                    out.append(beside).append(GAP).append(line).append('\n');
                    beside = " ".repeat(besides());
                }
            }
        }
    }

    /** The lines of a value beside its heading; none for an empty one. */
    private List<String> linesOfBlock(String cell) {
        return cell.isEmpty()
                ? List.of()
                : DisplayWidth.wrap(cell, Math.max(NARROWEST, width - besides() - GAP.length()));
    }

    private int besides() {
        return headings.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private long linesOfBlocks() {
        return rows.stream()
                .mapToLong(row -> 1
                        + row.stream()
                                .mapToLong(cell -> linesOfBlock(cell).size())
                                .sum())
                .sum();
    }

    private long linesOfRows() {
        long lines = 0;
        List<String> above = headings;
        for (List<String> row : rows) {
            List<String> shown = repeated(row, above);
            lines += IntStream.range(0, widths.length)
                    .map(i -> DisplayWidth.wrap(shown.get(i), widths[i]).size())
                    .max()
                    .orElse(1);
            above = row;
        }
        return lines;
    }

    private List<String> repeated(List<String> row, List<String> above) {
        return IntStream.range(0, row.size())
                .mapToObj(i ->
                        row.get(i).equals(above.get(i)) && DisplayWidth.of(row.get(i)) > widths[i] ? DITTO : row.get(i))
                .toList();
    }

    /** For each column the width of its longest word, as far as that is reasonable. */
    private int[] floors() {
        return IntStream.range(0, widths.length)
                .map(i -> {
                    int longest = DisplayWidth.longestWord(headings.get(i));
                    for (List<String> row : rows) {
                        longest = Math.max(longest, DisplayWidth.longestWord(row.get(i)));
                    }
                    return Math.min(longest, LONGEST_WORD);
                })
                .toArray();
    }

    /** Takes from the widest column until the table fits, or every column is at its floor. */
    private void shrink(int width, int[] floors) {
        int total = total();
        while (total > width) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > floors[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }

    private int total() {
        return GAP.length() * Math.max(0, widths.length - 1)
                + IntStream.of(widths).sum();
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
                text.append(i == 0 ? "" : GAP).append(toTheRight.get(i) ? padding + cell : cell + padding);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }
}
