package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Visible;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as people read them; sources as numbers that a key explains. */
final class Cells {

    /** How many sources a cell shows before it only counts the rest. */
    private static final int SHOWN = 4;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    Cells(Table table) {
        for (List<@Nullable Object> row : table.rows()) {
            List<String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                boolean sources = table.columns().get(i).equals(Table.SOURCES);
                cells.add(sources && row.get(i) instanceof List<?> list ? numbers(list) : shown(row.get(i)));
            }
            rows.add(cells);
        }
    }

    List<List<String>> rows() {
        return rows;
    }

    /** The key: each source that a cell shows, in the order of its number, from 1. */
    List<String> sources() {
        return List.copyOf(numbers.keySet());
    }

    private String numbers(List<?> sources) {
        String shown = sources.stream()
                .limit(SHOWN)
                .map(source -> Visible.of(String.valueOf(source)))
                .map(source -> String.valueOf(number(source)))
                .collect(Collectors.joining(", "));
        return sources.size() > SHOWN ? shown + " +" + (sources.size() - SHOWN) : shown;
    }

    private int number(String source) {
        Integer number = numbers.putIfAbsent(source, numbers.size() + 1);
        return number == null ? numbers.size() : number;
    }

    /** A value on one line: yes and no, plain numbers, lists joined with {@code "; "}, nothing for null. */
    static String shown(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return Visible.of(plain(value).replace("\r\n", " ").replace('\n', ' '));
    }

    /** A value as text, as it is. */
    static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).map(Cells::plain).collect(Collectors.joining("; "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }
}
