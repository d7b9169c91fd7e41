package io.github.diplograph.report;

import io.github.diplograph.diagnostic.Nearest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to say of an answer without rows: what was asked for, and which word nothing has. */
final class NoRows {

    private static final int SHOWN = 12;

    private final Report report;
    private final Function<Map<String, @Nullable Object>, Table> ask;

    /** Asks the same report for something else by a function from parameters to an answer. */
    NoRows(Report report, Function<Map<String, @Nullable Object>, Table> ask) {
        this.report = report;
        this.ask = ask;
    }

    /**
     * The message, unless the report was asked for nothing in particular.
     *
     * @param typed parameters as they were typed
     * @param values the same as Cypher got them, entities by id
     */
    Optional<String> message(Map<String, @Nullable Object> typed, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        for (Report.Parameter parameter : report.parameters()) {
            Object value = typed.get(parameter.name());
            if (value != null
                    && !value.equals(fallback(parameter))
                    && !parameter.name().equals("limit")) {
                asked.put(parameter.name(), value);
            }
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String words = report.parameters().stream()
                .filter(parameter -> parameter.type() == Report.Type.TEXT && asked.containsKey(parameter.name()))
                .flatMap(parameter -> word(parameter, values).stream())
                .map(word -> "; " + word)
                .collect(Collectors.joining());
        return Optional.of("nothing in the database answers report \"" + report.name() + "\" for "
                + Arguments.shown(asked) + words);
    }

    private static @Nullable Object fallback(Report.Parameter parameter) {
        String fallback = parameter.fallback();
        return fallback == null ? null : Arguments.value(parameter, fallback);
    }

    /** What a column has that is called like the parameter, if it has not that word. */
    private Optional<String> word(Report.Parameter parameter, Map<String, @Nullable Object> values) {
        String name = parameter.name();
        int column = report.columns().stream().map(Report.Column::name).toList().indexOf(name);
        String typed = String.valueOf(values.get(name));
        if (column < 0) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> without = new HashMap<>(values);
        without.put(name, fallback(parameter));
        TreeSet<String> known = ask.apply(without).rows().stream()
                .map(row -> row.get(column))
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty() || known.stream().anyMatch(typed::equalsIgnoreCase)) {
            return Optional.empty();
        }
        String some = known.stream().limit(SHOWN).map(Arguments::cut).collect(Collectors.joining(", "));
        return Optional.of("no " + name + " is \"" + Arguments.cut(typed) + "\": "
                + Nearest.hint(typed, known, "there are " + some + (known.size() > SHOWN ? ", …" : "")));
    }
}
